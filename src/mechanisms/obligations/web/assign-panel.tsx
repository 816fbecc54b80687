import { type FormEvent, useState } from 'react'
import { useAct } from '../../../platform/web/use-act.ts'
import { Button, Note, Panel, SelectField, Stack, useNotices } from '../../../ui/index.ts'
import type { ObligationDetails } from './api.ts'
import { obligations } from './api.ts'

/** Who carries it out: shown to all, chosen by the unit's head or officer. */
export function AssignPanel({ details }: { details: ObligationDetails }) {
  const { obligation, people } = details
  const tell = useNotices()
  const [personId, setPersonId] = useState(obligation.assignedPersonId ?? '')
  const [missing, setMissing] = useState(false)
  const assign = useAct(obligations.assign.call, ({ obligation: now }) =>
    tell({ text: `Đã giao ${now.assignedName ?? ''} thực hiện` }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(personId === '')
    if (personId !== '') assign.run({ id: obligation.id, personId, version: obligation.version })
  }
  return (
    <Panel title="Người thực hiện">
      <Stack gap="s">
        <p>{obligation.assignedName ?? 'Chưa giao ai'}</p>
        {obligation.actions.assign && (
          <form noValidate onSubmit={submit}>
            <Stack gap="s">
              {assign.problem && (
                <Note tone="son" alert>
                  {assign.problem.sentence}
                </Note>
              )}
              <SelectField
                label="Người của đơn vị"
                placeholder="Chọn người"
                value={personId}
                onChange={setPersonId}
                options={people.map((person) => ({ value: person.id, label: `${person.name}, ${person.post}` }))}
                error={missing && personId === '' ? 'Chọn người thực hiện' : undefined}
              />
              <div>
                <Button type="submit" size="s" busy={assign.busy}>
                  {obligation.assignedName === null ? 'Giao việc' : 'Đổi người thực hiện'}
                </Button>
              </div>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  )
}
