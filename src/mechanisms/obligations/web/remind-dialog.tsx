import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { Acts, Button, Dialog, Note, Stack, TextArea, useNotices } from '../../../ui/index.ts'
import type { ObligationShape } from '../contract.ts'
import { obligations } from './api.ts'
import { remindedNotice } from './remind-button.tsx'

/** Reminds a unit in words of one's own; empty means the standard ones. */
export function RemindDialogButton({ owed }: { owed: ObligationShape }) {
  const [open, setOpen] = useState(false)
  if (!owed.actions.remind) return null
  return (
    <>
      <Button icon="bell-ringing" onClick={() => setOpen(true)}>
        Nhắc đơn vị
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Nhắc ${owed.unitName}`}>
        <RemindForm owed={owed} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function RemindForm({ owed, onClose }: { owed: ObligationShape; onClose: () => void }) {
  const tell = useNotices()
  const [message, setMessage] = useState('')
  const [reminderId] = useState(() => newId())
  const remind = useAct(obligations.remind.call, ({ toNames }) => {
    tell({ text: remindedNotice(owed.unitName, toNames) })
    onClose()
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        remind.run({ id: owed.id, reminderId, message })
      }}
    >
      <Stack>
        {remind.problem && (
          <Note tone="son" alert>
            {remind.problem.sentence}
          </Note>
        )}
        <TextArea
          label="Lời nhắc"
          optional
          help="Bỏ trống thì hệ thống nêu tên việc, phong trào và hạn"
          maxLength={1000}
          value={message}
          onChange={setMessage}
        />
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={remind.busy}>
            Nhắc đơn vị
          </Button>
        </Acts>
      </Stack>
    </form>
  )
}
