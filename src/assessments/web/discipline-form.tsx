import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyEmpty, whyNotDay, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  Cell,
  DateField,
  FieldGrid,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  useNotices,
} from '../../ui/index.ts'
import { DISCIPLINE_KINDS, DISCIPLINE_WORDS, type DisciplineKind, SIDE_WORDS } from '../domain/kinds.ts'
import { assessments, type Discipline } from './api.ts'

const KINDS = DISCIPLINE_KINDS.map((kind) => ({ value: kind, label: DISCIPLINE_WORDS[kind].word }))

/** A discipline as its decision says it. Changing one leaves the reason alone unless a new one is typed. */
export function DisciplineForm({
  personId,
  changed,
  onClose,
}: {
  personId: string
  changed?: Discipline
  onClose: () => void
}) {
  const tell = useNotices()
  const [id] = useState(() => changed?.id ?? newId())
  const form = useForm({
    initial: {
      kind: (changed?.kind ?? '') as DisciplineKind | '',
      side: changed?.side ?? ('state' as 'state' | 'party'),
      startsOn: (changed?.startsOn ?? '') as string | undefined,
      endsOn: (changed?.endsOn ?? '') as string | undefined,
      decisionNumber: changed?.decisionNumber ?? '',
      decisionOn: (changed?.decisionOn ?? '') as string | undefined,
      issuer: changed?.issuer ?? '',
      reason: '',
    },
    check: (typed) =>
      sentences({
        kind: typed.kind === '' ? 'Chọn hình thức kỷ luật' : undefined,
        startsOn: whyNotDay(typed.startsOn, 'ngày bắt đầu'),
        endsOn: whyNotOptionalDay(typed.endsOn),
        decisionNumber: whyEmpty(typed.decisionNumber, 'số quyết định'),
        decisionOn: whyNotDay(typed.decisionOn, 'ngày quyết định'),
        issuer: whyEmpty(typed.issuer, 'cơ quan ra quyết định'),
        reason: changed ? undefined : whyEmpty(typed.reason, 'lý do kỷ luật'),
      }),
    send: ({ kind, startsOn, endsOn, decisionOn, reason, ...typed }) => {
      const content = {
        ...typed,
        kind: kind as DisciplineKind,
        startsOn: startsOn ?? '',
        endsOn: endsOn || null,
        decisionOn: decisionOn ?? '',
      }
      return changed
        ? assessments.changeDiscipline.call({
            ...content,
            id,
            version: changed.version,
            reason: reason.trim() || undefined,
          })
        : assessments.enterDiscipline.call({ ...content, id, personId, reason })
    },
    onDone: () => {
      onClose()
      tell({ text: changed ? 'Đã sửa mục kỷ luật' : 'Đã ghi kỷ luật' })
    },
  })
  const kind = form.values.kind
  const unsure = kind !== '' && !DISCIPLINE_WORDS[kind].sure
  return (
    <Form
      form={form}
      send={changed ? 'Lưu mục kỷ luật' : 'Ghi kỷ luật'}
      onClose={onClose}
      label={changed ? 'Sửa mục kỷ luật' : 'Ghi kỷ luật'}
    >
      <RadioGroup
        {...form.field('side')}
        label="Loại kỷ luật"
        inline
        options={[
          { value: 'state', label: SIDE_WORDS.state },
          { value: 'party', label: SIDE_WORDS.party },
        ]}
      />
      <SelectField
        {...form.field('kind')}
        onChange={(value) => form.set({ kind: value as DisciplineKind | '' })}
        label="Hình thức"
        placeholder="Chọn hình thức"
        options={KINDS}
        doubt={unsure ? 'Tên gọi chưa đối chiếu với văn bản áp dụng. Ghi đúng như quyết định' : undefined}
      />
      <FieldGrid>
        <Cell span={6}>
          <DateField {...dayField(form.field('startsOn'))} label="Bắt đầu từ ngày" />
        </Cell>
        <Cell span={6}>
          <DateField
            {...dayField(form.field('endsOn'))}
            label="Hết kỷ luật, ngày cuối"
            optional
            help="Để trống khi chưa biết"
          />
        </Cell>
        <Cell span={6}>
          <TextField {...form.field('decisionNumber')} label="Số quyết định" />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('decisionOn'))} label="Ngày quyết định" />
        </Cell>
      </FieldGrid>
      <TextField {...form.field('issuer')} label="Cơ quan ra quyết định" />
      <TextArea
        {...form.field('reason')}
        label={changed ? 'Lý do mới' : 'Lý do kỷ luật'}
        optional={changed !== undefined}
        rows={3}
        maxLength={2000}
        help={
          changed
            ? 'Để trống thì giữ lý do đã ghi'
            : 'Không hiện trong danh sách; người có quyền mở xem thì lần xem được ghi vào nhật ký'
        }
      />
    </Form>
  )
}
