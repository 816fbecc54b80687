import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { addDays, parsePlainDate } from '../../../kernel/plain-date.ts'
import { useFocusKept } from '../../../platform/web/focus-content.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { useToday } from '../../../platform/web/today.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import {
  Cell,
  DateField,
  FieldGrid,
  Form,
  PageHeader,
  Panel,
  SelectField,
  Stack,
  TextArea,
  TextField,
  useAddressParams,
} from '../../../ui/index.ts'
import { UNIT_EVENT_KINDS, type UnitEventKind } from '../../domain/unit-events.ts'
import { organisation } from '../api.ts'
import { describedFieldsOf } from '../described.ts'
import { WithUnits } from '../with-units.tsx'
import { EventFields, type Units } from './event-fields.tsx'
import { checkEvent, type EventInput, type EventTyped, emptyEvent, eventInput, placedInOrder } from './event-form.ts'
import { EventPreviewStep } from './event-preview.tsx'

const KIND_WORDS: Readonly<Record<UnitEventKind, string>> = {
  created: 'Thành lập',
  renamed: 'Đổi tên',
  moved: 'Chuyển cấp trên',
  changed: 'Thay đổi loại, cấp, đặc điểm',
  merged: 'Hợp nhất, sáp nhập',
  split: 'Chia, tách',
  dissolved: 'Giải thể, kết thúc',
}
const NO_CHOICES = { posts: [], obligations: [], parents: [] }
const CRUMBS = [{ href: '/don-vi', word: 'Đơn vị' }]

/** What happened to units: told, looked at with all that follows, entered. */
export function EventPage() {
  return (
    <>
      <PageHeader
        title="Ghi sự kiện của đơn vị"
        crumbs={CRUMBS}
        lead="Nhập sự kiện và văn bản, xem trước những gì thay đổi theo, rồi mới ghi."
      />
      <WithUnits>{(units) => <EventSteps units={units} />}</WithUnits>
    </>
  )
}

function EventSteps({ units }: { units: Units }) {
  const today = useToday()
  const [params] = useAddressParams()
  const [id] = useState(() => newId())
  const [seen, setSeen] = useState<EventInput>()
  const asked = units.find((unit) => unit.id === params.get('unit'))
  const [kind, setKind] = useState<UnitEventKind>(kindNamed(params.get('kind')))
  const first = emptyEvent(kind, today, asked)
  const [on, setOn] = useState<string | undefined>(today)
  // The units of the day before: an event of the past is about units that may be gone today.
  const eve = parsePlainDate(on ?? '')
  const past = useQuery(
    organisation.tree.queryOptions({
      input: { on: eve ? addDays(eve, -1) : today },
      placeholderData: (before) => before,
    }),
  )
  const choosable = past.data?.units.length ? past.data.units : units
  const form = useForm<EventTyped & Record<string, unknown>, unknown>({
    initial: {
      ...first,
      ...(asked ? { described: describedFieldsOf(asked), orderNo: String(asked.orderNo) } : {}),
      made0: '',
    },
    check: checkEvent,
    send: async (typed) => {
      const input = eventInput(placedInOrder(typed, choosable), id, NO_CHOICES)
      // What is refused here is told beside its field; with units below an ending one, places are chosen in the next step.
      const preview = await previewUnlessPlacesMissing(input)
      setSeen(input)
      return preview
    },
    paths: { 'change.unit.name': 'made0', 'document.number': 'docNumber', from: 'on', name: nameField(kind) },
  })
  useFocusKept(seen === undefined ? 'told' : 'previewed')
  if (seen) return <EventPreviewStep input={seen} units={choosable} onBack={() => setSeen(undefined)} />
  return (
    <Form
      form={form}
      send="Xem trước sự kiện"
      leave={asked ? `/don-vi/${asked.id}` : '/don-vi'}
      problemsTitle="Chưa xem trước được"
    >
      <Stack gap="l">
        <Panel title="Sự kiện">
          <FieldGrid>
            <Cell span={6}>
              <SelectField
                label="Loại sự kiện"
                value={form.values.kind}
                onChange={(value) => {
                  setKind(kindNamed(value))
                  form.set({ kind: kindNamed(value) })
                }}
                options={UNIT_EVENT_KINDS.map((one) => ({ value: one, label: KIND_WORDS[one] }))}
              />
            </Cell>
            <Cell span={6}>
              <DateField
                {...dayField(form.field('on'))}
                onChange={(day) => {
                  setOn(day)
                  form.set({ on: day })
                }}
                label="Có hiệu lực từ ngày"
                help="Ngày đầu của trạng thái mới; đơn vị kết thúc còn đến hết ngày hôm trước"
              />
            </Cell>
            <EventFields form={form} units={choosable} />
          </FieldGrid>
        </Panel>
        <Panel title="Văn bản làm căn cứ">
          <FieldGrid>
            <Cell span={3}>
              <TextField {...form.field('docKind')} label="Loại văn bản" />
            </Cell>
            <Cell span={5}>
              <TextField {...form.field('docNumber')} label="Số, ký hiệu" optional help="Ví dụ: 12/NQ-HĐND" />
            </Cell>
            <Cell span={4}>
              <DateField {...dayField(form.field('docIssuedOn'))} label="Ngày ban hành" optional />
            </Cell>
            <Cell span={6}>
              <TextField {...form.field('docIssuer')} label="Cơ quan ban hành" optional />
            </Cell>
            <Cell span={6}>
              <TextField {...form.field('docTitle')} label="Trích yếu" optional />
            </Cell>
            <Cell span={12}>
              <TextArea {...form.field('note')} label="Ghi chú" optional rows={2} />
            </Cell>
          </FieldGrid>
        </Panel>
      </Stack>
    </Form>
  )
}

function kindNamed(name: string | null): UnitEventKind {
  return UNIT_EVENT_KINDS.find((one) => one === name) ?? 'merged'
}

function nameField(kind: UnitEventKind): 'name' | 'made0' {
  return kind === 'renamed' || kind === 'moved' ? 'name' : 'made0'
}

async function previewUnlessPlacesMissing(input: EventInput): Promise<unknown> {
  try {
    return await organisation.previewUnitEvent.call(input)
  } catch (thrown) {
    if (readProblem(thrown).code === 'unit-has-children') return undefined
    throw thrown
  }
}
