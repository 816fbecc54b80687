import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentences } from '../../platform/web/form-checks.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { useForm } from '../../platform/web/use-form.ts'
import {
  ActButton,
  Acts,
  CheckboxField,
  Dialog,
  Form,
  Note,
  Panel,
  PanelBody,
  TextArea,
  useNotices,
} from '../../ui/index.ts'
import { BY_HAND, CORRECTION_WORDS } from '../domain/corrections.ts'
import { type Correction, personalData } from './api.ts'
import { CorrectionEntry } from './correction-entry.tsx'

/** What a person asks to have corrected, for those who keep his file and those who decide; nothing while he never asked. */
export function CorrectionsPanel({ personId }: { personId: string }) {
  const found = useQuery(personalData.corrections.queryOptions({ input: { personId } }))
  const corrections = found.data?.corrections ?? []
  if (corrections.length === 0) return null
  const open = corrections.filter((one) => one.state === 'open').length
  return (
    <Panel flush title="Đề nghị sửa" count={open || undefined}>
      {corrections.map((one, index) => (
        <PanelBody key={one.id} line={index > 0}>
          <Decided correction={one} />
        </PanelBody>
      ))}
    </Panel>
  )
}

function Decided({ correction }: { correction: Correction }) {
  const [opened, setOpened] = useState<Correction>()
  const [deciding, setDeciding] = useState<'accept' | 'refuse'>()
  const open = useAct(
    () => personalData.openCorrection.call({ id: correction.id }),
    (answer) => setOpened(answer.correction),
  )
  const shown = opened?.state === correction.state ? opened : correction
  const { decide } = correction.actions
  return (
    <CorrectionEntry correction={shown}>
      <Acts>
        {shown.wanted === null && (
          <ActButton act={correction.actions.open} icon="eye" busy={open.busy} onClick={() => open.run(undefined)}>
            Xem nội dung đề nghị (được ghi lại)
          </ActButton>
        )}
        <ActButton act={decide} icon="check" onClick={() => setDeciding('accept')}>
          Chấp nhận
        </ActButton>
        <ActButton act={decide} icon="x" onClick={() => setDeciding('refuse')}>
          Không chấp nhận
        </ActButton>
      </Acts>
      {open.problem && (
        <Note tone="son" alert>
          {open.problem.sentence}
        </Note>
      )}
      <Dialog
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        title={`${deciding === 'refuse' ? 'Không chấp nhận' : 'Chấp nhận'} đề nghị sửa ${CORRECTION_WORDS[correction.field]}`}
      >
        {deciding && (
          <DecisionForm correction={correction} accept={deciding === 'accept'} onClose={() => setDeciding(undefined)} />
        )}
      </Dialog>
    </CorrectionEntry>
  )
}

type DecisionProps = { correction: Correction; accept: boolean; onClose: () => void }

function DecisionForm({ correction, accept, onClose }: DecisionProps) {
  const tell = useNotices()
  const [doubts, setDoubts] = useState<string[]>()
  const byHand = BY_HAND.has(correction.field)
  const must = !accept || byHand
  const form = useForm({
    initial: { answer: '', doubtsSeen: false },
    check: (typed) =>
      sentences({
        answer: must && typed.answer.trim() === '' ? (accept ? 'Ghi đã sửa những gì' : 'Nhập lý do') : undefined,
        doubtsSeen: doubts && !typed.doubtsSeen ? 'Không chấp nhận, hoặc đánh dấu là đúng' : undefined,
      }),
    send: async (typed) => {
      try {
        const answer = typed.answer.trim() || null
        return await personalData.decideCorrection.call({
          id: correction.id,
          accept,
          answer,
          doubtsSeen: typed.doubtsSeen,
        })
      } catch (thrown) {
        const problem = readProblem(thrown)
        if (problem.code === 'person-doubtful') setDoubts((problem.data as { doubts: string[] }).doubts)
        throw thrown
      }
    },
    onDone: () => {
      onClose()
      tell({ text: accept ? `Đã chấp nhận đề nghị của ${correction.personName}` : 'Đã trả lời không chấp nhận' })
    },
  })
  const seen = form.field('doubtsSeen')
  return (
    <Form
      form={form}
      send={accept ? 'Chấp nhận đề nghị' : 'Không chấp nhận đề nghị'}
      danger={!accept}
      onClose={onClose}
      label="Giải quyết đề nghị sửa"
      refusedElsewhere={form.refused?.code === 'person-doubtful'}
    >
      <p>
        {accept && !byHand && 'Chấp nhận thì hồ sơ được sửa ngay theo nội dung đề nghị.'}
        {accept && byHand && 'Mục này được sửa bằng tay: sửa ở trang này trước, rồi ghi đã sửa những gì.'}
        {!accept && 'Người đề nghị thấy lý do trong hồ sơ của mình.'}
      </p>
      {doubts && (
        <Note tone="cam" title="Có chỗ đáng ngờ">
          {doubts.join('. ')}
          <CheckboxField
            id={seen.id}
            checked={seen.value}
            onChange={seen.onChange}
            label="Đã đối chiếu giấy tờ, các chỗ trên là đúng"
            error={seen.error}
          />
        </Note>
      )}
      <TextArea {...form.field('answer')} label={accept ? 'Trả lời' : 'Lý do'} optional={!must} rows={3} />
    </Form>
  )
}
