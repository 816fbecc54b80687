import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import { Button, ConfirmDialog, DateField, Dialog, Form, TextArea, useNotices } from '../../../ui/index.ts'
import type { ObligationShape } from '../contract.ts'
import { obligations } from './api.ts'
import { type Scan, ScanField } from './scan-field.tsx'

type Owed = { owed: ObligationShape }

/** More time without being asked, with the reason. Nothing when it is not the actor's to give. */
export function ProlongButton({ owed }: Owed) {
  const [open, setOpen] = useState(false)
  if (!owed.actions.prolong) return null
  return (
    <>
      <Button icon="hourglass" onClick={() => setOpen(true)}>
        Gia hạn
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Gia hạn cho ${owed.unitName}`}>
        <ProlongForm owed={owed} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ProlongForm({ owed, onClose }: Owed & { onClose: () => void }) {
  const tell = useNotices()
  const form = useForm({
    initial: { lastDay: '' as string | undefined, reason: '' },
    check: (typed) =>
      sentences({
        lastDay: whyNotDay(typed.lastDay, 'ngày cuối mới'),
        reason: whyEmpty(typed.reason, 'lý do gia hạn'),
      }),
    send: (typed) =>
      obligations.prolong.call({
        id: owed.id,
        version: owed.version,
        lastDay: typed.lastDay ?? '',
        reason: typed.reason,
      }),
    onDone: ({ obligation }) => {
      tell({ text: `Đã gia hạn đến hết ngày ${formatDate(obligation.due.lastDay)}` })
      onClose()
    },
  })
  return (
    <Form form={form} send="Gia hạn" onClose={onClose} problemsTitle="Chưa gia hạn được">
      <DateField
        {...dayField(form.field('lastDay'))}
        label="Ngày cuối mới"
        help={`Ngày cuối đang tính là ${formatDate(owed.due.lastDay)}`}
      />
      <TextArea {...form.field('reason')} label="Lý do" help="Đơn vị thấy nguyên văn" maxLength={1000} />
    </Form>
  )
}

/** The unit owes it again after all, with the reason. */
export function UndoExemptionButton({ owed }: Owed) {
  const [open, setOpen] = useState(false)
  const tell = useNotices()
  const undo = useAct(obligations.undoExemption.call, () => {
    tell({ text: `Đã bỏ miễn, ${owed.unitName} lại phải làm việc này` })
    setOpen(false)
  })
  if (!owed.actions['undo-exemption']) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>Bỏ miễn</Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Bỏ miễn cho ${owed.unitName}`}
        confirm="Bỏ miễn"
        reason={{ label: 'Lý do bỏ miễn', missing: 'Nhập lý do bỏ miễn', help: 'Ghi vào quá trình của việc' }}
        busy={undo.busy}
        error={undo.problem?.sentence}
        onConfirm={(reason) => undo.run({ id: owed.id, reason })}
      >
        Đơn vị lại phải làm, ngày cuối là {formatDate(owed.due.lastDay)}.
      </ConfirmDialog>
    </>
  )
}

/** The paper had come before the unit wrote it here: that day counts. */
export function NoteArrivalButton({ owed }: Owed) {
  const [open, setOpen] = useState(false)
  if (!owed.actions['note-arrival'] || owed.daysLeft >= 0) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ghi ngày bản giấy đã đến</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Ngày bản giấy của ${owed.unitName} đã đến`}>
        <ArrivalForm owed={owed} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ArrivalForm({ owed, onClose }: Owed & { onClose: () => void }) {
  const tell = useNotices()
  const form = useForm({
    initial: { arrivedOn: '' as string | undefined, scanFileId: undefined as Scan | undefined },
    check: (typed) =>
      sentences({
        arrivedOn: whyNotDay(typed.arrivedOn, 'ngày bản giấy đến'),
        scanFileId: typed.scanFileId === undefined ? 'Tải lên bản chụp có dấu công văn đến' : undefined,
      }),
    send: (typed) =>
      obligations.noteArrival.call({
        id: owed.id,
        arrivedOn: typed.arrivedOn ?? '',
        scanFileId: typed.scanFileId?.id ?? '',
      }),
    onDone: ({ obligation }) => {
      tell({ text: `Đã ghi bản giấy đến ngày ${formatDate(obligation.doneOn ?? '')}` })
      onClose()
    },
  })
  return (
    <Form form={form} send="Ghi ngày đến" onClose={onClose} problemsTitle="Chưa ghi được ngày đến">
      <DateField
        {...dayField(form.field('arrivedOn'))}
        label="Ngày bản giấy đến"
        help={`Đang ghi ngày ${formatDate(owed.doneOn ?? '')}. Ngày đến quyết định việc xong đúng hạn hay muộn`}
      />
      <ScanField
        label="Bản chụp"
        value={form.values.scanFileId}
        onChange={(scanFileId) => form.set({ scanFileId })}
        error={form.field('scanFileId').error}
      />
    </Form>
  )
}
