import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Acts,
  Button,
  ConfirmDialog,
  Dialog,
  goToField,
  Note,
  type PlainStatus,
  Stack,
  StatusWord,
  TextArea,
  useNotices,
} from '../../../ui/index.ts'
import { valueWords } from '../../domain/value-words.ts'
import { emptyValue, isUntouched } from '../../domain/values.ts'
import { type Contribution, type DraftFile, type Line, type ReportPageData, reports, type Value } from '../api.ts'
import { EvidenceFiles } from './evidence-files.tsx'
import classes from './fill.module.css'
import { fieldIdOf, LineFields } from './line-fields.tsx'
import { ValueView } from './line-view.tsx'
import type { Report } from './use-report.ts'

export const OFFER_STATUS: Readonly<Record<Contribution['state'], PlainStatus>> = {
  offered: { tone: 'cham', icon: 'hourglass', word: 'Chờ xem' },
  taken: { tone: 'luc', icon: 'circle-check', word: 'Đã dùng' },
  declined: { tone: 'xam', icon: 'ban', word: 'Không dùng' },
  withdrawn: { tone: 'xam', icon: 'ban', word: 'Đã rút' },
}

/** What staff have brought to the line and wait to be told about; whoever prepares the report takes it over or not. */
export function OffersOnLine({ line, page, report }: { line: Line; page: ReportPageData; report: Report }) {
  const waiting = page.contributions.filter((one) => one.lineKey === line.key && one.state === 'offered')
  return waiting.map((offer) => <Offer key={offer.id} line={line} offer={offer} report={report} />)
}

function Offer({ line, offer, report }: { line: Line; offer: Contribution; report: Report }) {
  const tell = useNotices()
  const [declining, setDeclining] = useState(false)
  const take = useAct(reports.takeContribution.call, ({ line: now, submissionId, submissionVersion }) => {
    report.put([now], { id: submissionId, version: submissionVersion })
    tell({ text: `Đã đưa phần của ${offer.personName} vào dòng` })
    // The offer goes with what was done: on with the line it went into.
    goToField(fieldIdOf(`lines.${line.key}`))
  })
  const decline = useAct(reports.declineContribution.call, () => {
    setDeclining(false)
    tell({ text: `Đã trả lời ${offer.personName}` })
  })
  const takeOver = () =>
    take.run({ id: offer.id, submissionId: report.submissionId(), lineVersion: report.line(line).version })
  return (
    <Note
      tone="cham"
      icon="user"
      title={`${offer.personName} góp: ${valueWords(line, offer.value)}`}
      acts={
        <>
          <Button size="s" busy={take.busy} onClick={takeOver}>
            Đưa vào dòng
          </Button>
          <Button size="s" kind="subtle" onClick={() => setDeclining(true)}>
            Không dùng
          </Button>
        </>
      }
    >
      {[offer.note, formatMoment(new Date(offer.madeAt)), files(offer)].filter(Boolean).join('. ')}
      {take.problem && <p role="alert">{take.problem.sentence}</p>}
      <ConfirmDialog
        open={declining}
        onClose={() => setDeclining(false)}
        title={`Không dùng phần của ${offer.personName}`}
        confirm="Trả lời người góp"
        reason={{ label: 'Lý do', missing: 'Nhập lý do để người góp biết' }}
        busy={decline.busy}
        error={decline.problem?.sentence}
        onConfirm={(answer) => decline.run({ id: offer.id, answer })}
      >
        Phần đã góp vẫn còn trong danh sách, kèm lý do này.
      </ConfirmDialog>
    </Note>
  )
}

function files(offer: Contribution): string {
  return offer.files.length === 0 ? '' : `${offer.files.length} tệp minh chứng`
}

/** Somebody of the unit brings something to a line, and sees what became of what he brought. */
export function OfferButton({ obligationId, line, page }: { obligationId: string; line: Line; page: ReportPageData }) {
  const [open, setOpen] = useState(false)
  const own = page.contributions.filter((one) => one.lineKey === line.key && one.own)
  return (
    <Stack gap="s">
      {own.map((offer) => (
        <OwnOffer key={offer.id} line={line} offer={offer} />
      ))}
      <div>
        <Button size="s" icon="plus" onClick={() => setOpen(true)}>
          Góp cho dòng này
        </Button>
      </div>
      {open && <OfferDialog obligationId={obligationId} line={line} onClose={() => setOpen(false)} />}
    </Stack>
  )
}

function OwnOffer({ line, offer }: { line: Line; offer: Contribution }) {
  const tell = useNotices()
  const withdraw = useAct(reports.withdrawContribution.call, () => tell({ text: 'Đã rút phần đã góp' }))
  return (
    <div>
      <StatusWord small {...OFFER_STATUS[offer.state]} />
      <ValueView line={line} value={offer.value} />
      <p className={classes.help}>
        Đã góp lúc {formatMoment(new Date(offer.madeAt))}
        {offer.answer && `. ${offer.decidedByName ?? ''}: “${offer.answer}”`}
      </p>
      {offer.state === 'offered' && (
        <Button kind="text" busy={withdraw.busy} onClick={() => withdraw.run({ id: offer.id })}>
          Rút phần đã góp
        </Button>
      )}
      {withdraw.problem && <p role="alert">{withdraw.problem.sentence}</p>}
    </div>
  )
}

function OfferDialog({ obligationId, line, onClose }: { obligationId: string; line: Line; onClose: () => void }) {
  const tell = useNotices()
  const [id] = useState(() => newId())
  const [value, setValue] = useState<Value>(() => emptyValue(line.kind) as Value)
  const [note, setNote] = useState('')
  const [brought, setBrought] = useState<readonly DraftFile[]>([])
  const [tried, setTried] = useState(false)
  const empty = isUntouched(value) && brought.length === 0
  const offer = useAct(reports.contribute.call, () => {
    tell({ text: 'Đã góp. Người soạn báo cáo xem và đưa vào' })
    onClose()
  })
  const send = () => {
    setTried(true)
    if (empty) return
    offer.run({ id, obligationId, lineKey: line.key, value, note, fileIds: brought.map((file) => file.id) })
  }
  return (
    <Dialog open onClose={onClose} title={`Góp cho “${line.label}”`} wide>
      <Stack>
        {offer.problem && (
          <Note tone="son" alert>
            {offer.problem.sentence}
          </Note>
        )}
        <LineFields
          line={line}
          value={value}
          onChange={setValue}
          error={tried && empty ? 'Nhập số liệu, nội dung hoặc kèm một tệp' : undefined}
          doubts={[]}
        />
        <TextArea label="Nói với người soạn" optional rows={2} maxLength={2000} value={note} onChange={setNote} />
        <EvidenceFiles id={`gop-${line.key}`} optional files={brought} onChange={setBrought} error={undefined} />
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" busy={offer.busy} onClick={send}>
            Góp cho báo cáo
          </Button>
        </Acts>
      </Stack>
    </Dialog>
  )
}
