import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyEmpty, whyNotDay, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { dayField, type FormField, useForm } from '../../platform/web/use-form.ts'
import { Cell, DateField, FieldGrid, Form, SelectField, TextArea, TextField, useNotices } from '../../ui/index.ts'
import { REVIEW_KINDS, REVIEW_WORDS, type ReviewKind } from '../domain/kinds.ts'
import { assessments, type Review } from './api.ts'

export type About = { kind: 'person'; personId: string } | { kind: 'unit'; unitId: string }

/** Something under way that an award waits for. */
export function ReviewForm({ about, onClose }: { about: About; onClose: () => void }) {
  const tell = useNotices()
  const [id] = useState(() => newId())
  const form = useForm({
    initial: {
      kind: '' as ReviewKind | '',
      startsOn: '' as string | undefined,
      documentNumber: '',
      documentOn: '' as string | undefined,
      issuer: '',
      note: '',
    },
    check: (typed) =>
      sentences({
        kind: typed.kind === '' ? 'Chọn việc đang xem xét' : undefined,
        startsOn: whyNotDay(typed.startsOn, 'ngày bắt đầu'),
        documentOn: whyNotOptionalDay(typed.documentOn),
      }),
    send: ({ kind, startsOn, documentOn, ...typed }) =>
      assessments.enterReview.call({
        ...typed,
        id,
        about,
        kind: kind as ReviewKind,
        startsOn: startsOn ?? '',
        documentOn: documentOn || null,
      }),
    onDone: () => {
      onClose()
      tell({ text: 'Đã ghi việc đang xem xét' })
    },
  })
  return (
    <Form form={form} send="Ghi việc đang xem xét" onClose={onClose} label="Ghi việc đang xem xét">
      <SelectField
        {...form.field('kind')}
        onChange={(value) => form.set({ kind: value as ReviewKind | '' })}
        label="Việc"
        placeholder="Chọn việc"
        options={REVIEW_KINDS.map((kind) => ({ value: kind, label: REVIEW_WORDS[kind] }))}
        help="Nghị định số 152/2025/NĐ-CP Điều 4: chưa xét khen thưởng trong thời gian đang xem xét"
      />
      <DateField {...dayField(form.field('startsOn'))} label="Bắt đầu từ ngày" />
      <PaperFields number={form.field('documentNumber')} on={form.field('documentOn')} issuer={form.field('issuer')} />
      <TextArea
        {...form.field('note')}
        label="Ghi chú"
        optional
        rows={3}
        maxLength={2000}
        help="Người được xem xét không thấy ghi chú này"
      />
    </Form>
  )
}

/** How it ended: on which day, with what, by which paper. */
export function ClearForm({ review, onClose }: { review: Review; onClose: () => void }) {
  const tell = useNotices()
  const form = useForm({
    initial: {
      clearedOn: '' as string | undefined,
      outcome: '',
      documentNumber: '',
      documentOn: '' as string | undefined,
      issuer: '',
    },
    check: (typed) =>
      sentences({
        clearedOn: whyNotDay(typed.clearedOn, 'ngày kết thúc'),
        outcome: whyEmpty(typed.outcome, 'kết luận, ví dụ: Không có vi phạm'),
        documentOn: whyNotOptionalDay(typed.documentOn),
      }),
    send: ({ clearedOn, documentOn, ...typed }) =>
      assessments.clearReview.call({
        ...typed,
        id: review.id,
        version: review.version,
        clearedOn: clearedOn ?? '',
        documentOn: documentOn || null,
      }),
    onDone: () => {
      onClose()
      tell({ text: 'Đã ghi kết luận' })
    },
  })
  return (
    <Form form={form} send="Ghi kết luận" onClose={onClose} label="Ghi kết luận">
      <DateField {...dayField(form.field('clearedOn'))} label="Kết thúc ngày" />
      <TextArea {...form.field('outcome')} label="Kết luận" rows={2} maxLength={2000} />
      <PaperFields number={form.field('documentNumber')} on={form.field('documentOn')} issuer={form.field('issuer')} />
    </Form>
  )
}

type PaperProps = { number: FormField<string>; on: FormField<string | undefined>; issuer: FormField<string> }

function PaperFields({ number, on, issuer }: PaperProps) {
  return (
    <FieldGrid>
      <Cell span={6}>
        <TextField {...number} label="Số văn bản" optional />
      </Cell>
      <Cell span={6}>
        <DateField {...dayField(on)} label="Ngày văn bản" optional />
      </Cell>
      <Cell span={12}>
        <TextField {...issuer} label="Cơ quan ban hành" optional />
      </Cell>
    </FieldGrid>
  )
}
