import { type FormEvent, useId, useState } from 'react'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { problemAt } from '../../../platform/web/problem.ts'
import { useToday } from '../../../platform/web/today.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Acts,
  Button,
  ButtonLink,
  DateField,
  Dialog,
  Note,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
  useNotices,
} from '../../../ui/index.ts'
import type { ObligationShape } from '../contract.ts'
import { paperPage } from '../domain/pages.ts'
import { obligations } from './api.ts'
import { type Scan, ScanField } from './scan-field.tsx'
import { DUTY_NAMES } from './words.ts'

type Way = 'paper' | 'exempt'

/**
 * What the standing office settles for a unit, so that urging stops at once: the paper has come, or the unit need not do it.
 * A button that opens the question; nothing when neither is the actor's to do.
 */
export function SettleButton({ owed, size = 's' }: { owed: ObligationShape; size?: 's' | 'm' }) {
  const [open, setOpen] = useState(false)
  if (!owed.actions['receive-on-paper'] && !owed.actions['enter-paper'] && !owed.actions.exempt) return null
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        Bản giấy, miễn<span className="visually-hidden">: {owed.unitName}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`${owed.unitName}: ${DUTY_NAMES[owed.kind].said}`}>
        <SettleForm owed={owed} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function SettleForm({ owed, onClose }: { owed: ObligationShape; onClose: () => void }) {
  const formId = useId()
  const today = useToday()
  const tell = useNotices()
  // What a form answers is typed in on a page of its own, with the day it came and its scan.
  const typed = !owed.actions['receive-on-paper'] && owed.actions['enter-paper'] !== undefined
  const mayPaper = typed || owed.actions['receive-on-paper'] !== undefined
  const [way, setWay] = useState<Way>(mayPaper ? 'paper' : 'exempt')
  const [receivedOn, setReceivedOn] = useState<PlainDate | '' | undefined>(today)
  const [fromName, setFromName] = useState('')
  const [scan, setScan] = useState<Scan>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  const said = (text: string) => () => {
    tell({ text })
    onClose()
  }
  const onPaper = useAct(obligations.receiveOnPaper.call, said(`Đã ghi nhận bản giấy của ${owed.unitName}`))
  const exempt = useAct(obligations.exempt.call, said(`Đã miễn ${DUTY_NAMES[owed.kind].said} cho ${owed.unitName}`))
  const act = way === 'paper' ? onPaper : exempt

  const missing = {
    receivedOn: way === 'paper' && !receivedOn ? 'Nhập ngày nhận bản giấy' : undefined,
    fromName: way === 'paper' && fromName.trim() === '' ? 'Nhập tên người ký bản giấy' : undefined,
    scanFileId:
      way === 'paper' && owed.needsProof && scan === undefined
        ? 'Việc này phải có minh chứng. Tải lên bản chụp'
        : undefined,
    reason: way === 'exempt' && reason.trim() === '' ? 'Nhập lý do miễn' : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(missing).some((text) => text !== undefined)) {
      const first = Object.entries(missing).find(([, text]) => text !== undefined)?.[0]
      document.getElementById(`${formId}-${first}`)?.focus()
      return
    }
    if (way === 'exempt') exempt.run({ id: owed.id, reason })
    else if (receivedOn) onPaper.run({ id: owed.id, receivedOn, fromName, scanFileId: scan?.id ?? null })
  }
  const wrong = (field: keyof typeof missing) => (tried ? missing[field] : undefined) ?? problemAt(act.problem, field)
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {act.problem && !act.problem.field && (
          <Note tone="son" alert>
            {act.problem.sentence}
          </Note>
        )}
        {mayPaper && owed.actions.exempt && (
          <RadioGroup
            label="Ghi cho đơn vị"
            value={way}
            onChange={setWay}
            options={[
              { value: 'paper', label: 'Đã nhận bản giấy', help: 'Tính là đã làm vào ngày bản giấy đến nơi nhận' },
              { value: 'exempt', label: 'Miễn việc này', help: 'Đơn vị không phải làm và không bị tính muộn' },
            ]}
          />
        )}
        {way === 'paper' && typed && (
          <p>Báo cáo giấy được nhập vào biểu mẫu để số liệu được tổng hợp. Ngày nhận và bản chụp ghi ở trang đó.</p>
        )}
        {way === 'paper' && !typed && (
          <>
            <DateField
              id={`${formId}-receivedOn`}
              label="Ngày nhận bản giấy"
              value={receivedOn ?? ''}
              onChange={setReceivedOn}
              error={wrong('receivedOn')}
            />
            <TextField
              id={`${formId}-fromName`}
              label="Người ký bản giấy"
              value={fromName}
              onChange={setFromName}
              error={wrong('fromName')}
            />
            <ScanField
              label="Bản chụp"
              optional={!owed.needsProof}
              value={scan}
              onChange={setScan}
              error={wrong('scanFileId')}
            />
          </>
        )}
        {way === 'exempt' && (
          <TextArea
            id={`${formId}-reason`}
            label="Lý do miễn"
            help="Đơn vị thấy nguyên văn"
            maxLength={1000}
            value={reason}
            onChange={setReason}
            error={wrong('reason')}
          />
        )}
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          {way === 'paper' && typed && owed.kind !== 'confirm-receipt' ? (
            <ButtonLink kind="primary" href={paperPage({ id: owed.id, kind: owed.kind })}>
              Nhập nội dung bản giấy
            </ButtonLink>
          ) : (
            <Button type="submit" kind="primary" busy={act.busy}>
              {way === 'paper' ? 'Ghi đã nhận bản giấy' : 'Miễn việc này'}
            </Button>
          )}
        </Acts>
      </Stack>
    </form>
  )
}
