import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { sentences, whyNotDay, whyNotOptionalDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  ActButton,
  Acts,
  Button,
  Cell,
  ConfirmDialog,
  DataTable,
  DateField,
  Dialog,
  Empty,
  FieldGrid,
  Form,
  Panel,
  SelectField,
  type ShownAct,
  TextField,
  TwoLines,
  useNotices,
} from '../../ui/index.ts'
import { ABSENCE_WORDS } from '../domain/absences.ts'
import { spanWords } from '../domain/posts.ts'
import { organisation, type PersonPageData } from './api.ts'
import { ABSENCES } from './person-words.ts'

type Absence = NonNullable<PersonPageData['absences']>[number]
type Props = { person: PersonPageData['person']; absences: readonly Absence[]; mayEdit: ShownAct }

/** Time away from the post: for those who keep the file, and the person himself. */
export function PersonAbsences({ person, absences, mayEdit }: Props) {
  const [editing, setEditing] = useState<Absence | 'new'>()
  const [removing, setRemoving] = useState<Absence>()
  const tell = useNotices()
  const close = () => setEditing(undefined)
  const remove = useAct(
    (input: { id: string; reason: string }) => organisation.removeAbsence.call({ personId: person.id, ...input }),
    () => {
      setRemoving(undefined)
      tell({ text: 'Đã bỏ dòng vắng mặt' })
    },
  )
  return (
    <Panel
      flush
      title="Vắng mặt"
      count={absences.length || undefined}
      acts={
        <ActButton act={mayEdit} size="s" icon="plus" onClick={() => setEditing('new')}>
          Ghi thời gian vắng mặt
        </ActButton>
      }
    >
      {absences.length === 0 ? (
        <Empty title="Chưa ghi lần vắng mặt nào">Thai sản, đi học, điều trị, nghỉ dài ngày được ghi ở đây.</Empty>
      ) : (
        <DataTable
          label="Vắng mặt"
          rows={absences}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'kind',
              head: 'Loại',
              cell: (one) => (
                <TwoLines sub={[one.basis, one.note].filter(Boolean).join(' · ') || undefined}>
                  {ABSENCE_WORDS[one.kind]}
                </TwoLines>
              ),
            },
            { key: 'span', head: 'Thời gian', width: 230, cell: (one) => spanWords(one) },
            { key: 'days', head: 'Số ngày', width: 150, card: 'plain', cell: daysCell },
          ]}
          rowAct={(one) =>
            mayEdit && (
              <Acts end>
                <Button size="s" kind="subtle" onClick={() => setEditing(one)}>
                  Sửa<span className="visually-hidden"> {ABSENCE_WORDS[one.kind]}</span>
                </Button>
                <Button size="s" kind="subtle" onClick={() => setRemoving(one)}>
                  Bỏ<span className="visually-hidden"> {ABSENCE_WORDS[one.kind]}</span>
                </Button>
              </Acts>
            )
          }
        />
      )}
      <Dialog open={editing !== undefined} onClose={close} title={`Vắng mặt: ${person.name}`}>
        {editing && (
          <AbsenceForm personId={person.id} absence={editing === 'new' ? undefined : editing} onClose={close} />
        )}
      </Dialog>
      <ConfirmDialog
        open={removing !== undefined}
        onClose={() => {
          remove.clear()
          setRemoving(undefined)
        }}
        title="Bỏ dòng vắng mặt ghi nhầm"
        confirm="Bỏ dòng này"
        danger
        busy={remove.busy}
        error={remove.problem?.sentence}
        reason={{ label: 'Lý do', missing: 'Nhập lý do bỏ' }}
        onConfirm={(reason) => removing && remove.run({ id: removing.id, reason })}
      >
        {removing && `${ABSENCE_WORDS[removing.kind]}, ${spanWords(removing)}`}
      </ConfirmDialog>
    </Panel>
  )
}

function daysCell({ days, aYear }: Absence): string {
  const count = days === null ? 'chưa kết thúc' : `${days} ngày`
  return aYear ? `${count}, từ 1 năm trở lên` : count
}

function AbsenceForm({
  personId,
  absence,
  onClose,
}: {
  personId: string
  absence: Absence | undefined
  onClose: () => void
}) {
  const [id] = useState(() => absence?.id ?? newId())
  const today = useToday()
  const tell = useNotices()
  const form = useForm({
    initial: {
      kind: (absence?.kind ?? 'maternity') as string,
      from: (absence?.from ?? today) as string | undefined,
      to: (absence?.to ?? '') as string | undefined,
      basis: absence?.basis ?? '',
      note: absence?.note ?? '',
    },
    check: (typed) =>
      sentences({
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
        to: whyNotOptionalDay(typed.to),
      }),
    send: (typed) => {
      const input = {
        personId,
        id,
        kind: typed.kind as Absence['kind'],
        from: typed.from ?? '',
        to: typed.to || null,
        basis: typed.basis.trim() || null,
        note: typed.note.trim() || null,
      }
      return absence
        ? organisation.changeAbsence.call({ ...input, version: absence.version })
        : organisation.addAbsence.call(input)
    },
    onDone: () => {
      onClose()
      tell({ text: 'Đã ghi thời gian vắng mặt' })
    },
  })
  return (
    <Form
      form={form}
      send={absence ? 'Lưu thời gian vắng mặt' : 'Ghi thời gian vắng mặt'}
      onClose={onClose}
      label="Vắng mặt"
    >
      <SelectField {...form.field('kind')} label="Loại" options={ABSENCES} />
      <FieldGrid>
        <Cell span={6}>
          <DateField {...dayField(form.field('from'))} label="Từ ngày" />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('to'))} label="Đến hết ngày" optional help="Để trống khi chưa biết" />
        </Cell>
      </FieldGrid>
      <TextField {...form.field('basis')} label="Văn bản" optional />
      <TextField {...form.field('note')} label="Ghi chú" optional />
    </Form>
  )
}
