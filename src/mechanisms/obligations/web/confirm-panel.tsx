import { useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Panel, SelectField, useNotices } from '../../../ui/index.ts'
import { ConsentForm } from '../../consents/web/index.ts'
import type { ObligationDetails } from './api.ts'
import { obligations } from './api.ts'

/** The head confirms that the unit has received the campaign, or an officer enters it from paper; who carries it out may be named at once. */
export function ConfirmPanel({ details }: { details: ObligationDetails }) {
  const { obligation, people, givers } = details
  const tell = useNotices()
  const [assignPersonId, setAssignPersonId] = useState(obligation.assignedPersonId ?? '')
  const confirm = useAct(obligations.confirmReceipt.call, ({ alreadyDone }) =>
    tell({ text: alreadyDone ? 'Việc này đã được xác nhận trước đó' : `Đã xác nhận ${obligation.unitName} tiếp nhận` }),
  )
  return (
    <Panel title="Xác nhận tiếp nhận">
      <ConsentForm
        givers={givers}
        allowProduct={obligation.actions.confirm !== undefined}
        allowPaper={obligation.actions['confirm-from-paper'] !== undefined}
        wayLabel="Cách xác nhận"
        agree="Xác nhận tiếp nhận"
        agreeOnPaper="Ghi xác nhận từ bản giấy"
        busy={confirm.busy}
        problem={confirm.problem}
        onSubmit={(consent) =>
          confirm.run({ id: obligation.id, consent, assignPersonId: assignPersonId === '' ? null : assignPersonId })
        }
      >
        {people.length > 0 && (
          <SelectField
            label="Người thực hiện"
            optional
            help="Người này cũng chuẩn bị bản quán triệt"
            placeholder="Giao sau"
            value={assignPersonId}
            onChange={setAssignPersonId}
            options={people.map((person) => ({ value: person.id, label: `${person.name}, ${person.post}` }))}
          />
        )}
      </ConsentForm>
    </Panel>
  )
}
