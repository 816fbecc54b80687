import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import {
  Button,
  ButtonLink,
  DataTable,
  FieldGrid,
  FieldSaid,
  Form,
  Panel,
  Stack,
  TextField,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { acting, type OpenItem, type OpenWorkPage } from './api.ts'
import { ChoosePerson } from './choose-person.tsx'

type Typed = { items: readonly string[]; unitId: string; toPersonId: string; reason: string }

/**
 * Chooses what goes to whom. One receiver at a time: what is left stays on the page for the next one, so that work can be shared out among
 * several.
 */
export function HandOverForm({ page }: { page: OpenWorkPage }) {
  const { person, parts } = page
  // a new id once the last one has been used: the same press twice is one handover
  const [id, setId] = useState(() => newId())
  const { go } = useNavigation()
  const tell = useNotices()
  const movable = parts.flatMap((part) =>
    part.items.filter((item) => item.stays === null).map((item) => ({ kind: part.kind, ...item })),
  )
  const initial: Typed = {
    items: movable.map((item) => item.id),
    unitId: person.unitId ?? '',
    toPersonId: '',
    reason: '',
  }
  const form = useForm({
    initial,
    check: (typed) =>
      sentences({
        items: typed.items.length === 0 ? 'Chọn ít nhất một việc để bàn giao' : undefined,
        unitId: undefined,
        toPersonId: typed.toPersonId === '' ? 'Chọn người nhận' : undefined,
        reason: whyEmpty(typed.reason, 'lý do bàn giao'),
      }),
    send: ({ items, toPersonId, reason }) =>
      acting.handOver.call({
        id,
        fromPersonId: person.id,
        reason: reason.trim(),
        items: movable
          .filter((item) => items.includes(item.id))
          .map((item) => ({ kind: item.kind, id: item.id, toPersonId })),
      }),
    onDone: ({ handover }) => {
      tell({ text: `Đã bàn giao ${handover.items.length} việc của ${person.name}` })
      setId(newId())
      go(`/ban-giao/${handover.id}`)
    },
  })
  const field = form.field('items')
  const chosen = new Set(field.value.filter((one) => movable.some((item) => item.id === one)))
  return (
    <Form
      label="Bàn giao việc"
      problems={form.problems}
      problemsTitle="Chưa bàn giao được. Sửa các mục sau"
      refused={form.refused}
      onSubmit={form.submit}
      acts={
        movable.length > 0 && (
          <>
            <Button type="submit" kind="primary" busy={form.busy}>
              Bàn giao {chosen.size} việc
            </Button>
            <ButtonLink href="/uy-quyen">Thôi</ButtonLink>
          </>
        )
      }
    >
      <Stack gap="l">
        <div id={field.id} tabIndex={-1}>
          <Stack gap="l">
            {parts.map((part) => (
              <Panel flush key={part.kind} title={part.words} count={part.items.length}>
                <ItemTable
                  label={part.words}
                  items={part.items}
                  chosen={chosen}
                  onChosen={(own) => {
                    const others = [...chosen].filter((one) => !part.items.some((item) => item.id === one))
                    field.onChange([...others, ...own])
                  }}
                />
              </Panel>
            ))}
          </Stack>
          {field.error !== undefined && <FieldSaid id={`${field.id}-said`} text={field.error} />}
        </div>
        {movable.length > 0 && (
          <Panel title="Người nhận">
            <Stack>
              <FieldGrid>
                <ChoosePerson
                  unit={{ ...form.field('unitId'), onChange: (unitId) => form.set({ unitId, toPersonId: '' }) }}
                  who={form.field('toPersonId')}
                  by="person"
                  label="Người nhận các việc đã chọn"
                  without={person.id}
                />
              </FieldGrid>
              <TextField
                {...form.field('reason')}
                label="Lý do bàn giao"
                help="Ví dụ: chuyển công tác; nghỉ thai sản"
              />
              <p>
                Các việc đã chọn chuyển sang người nhận trong một lần, kèm danh sách để in. Muốn chia cho nhiều người
                thì bàn giao từng phần.
              </p>
            </Stack>
          </Panel>
        )}
      </Stack>
    </Form>
  )
}

function dueCell(item: OpenItem): string {
  return item.due === null ? 'chưa có' : formatDate(item.due)
}

type ItemTableProps = {
  label: string
  items: readonly OpenItem[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: readonly string[]) => void
}

function ItemTable({ label, items, chosen, onChosen }: ItemTableProps) {
  const movable = items.every((item) => item.stays === null)
  return (
    <DataTable
      label={label}
      rows={items}
      rowKey={(item) => item.id}
      rowName={(item) => item.title}
      {...(movable
        ? {
            chosen: new Set(items.map((item) => item.id).filter((id) => chosen.has(id))),
            onChosen: (own: Set<string>) => onChosen([...own]),
          }
        : {})}
      columns={[
        { key: 'title', head: 'Việc', cell: (item) => <b>{item.title}</b> },
        { key: 'note', head: 'Chi tiết', cell: (item) => item.note ?? '' },
        ...(items.some((item) => item.due !== null) ? [{ key: 'due', head: 'Hạn', width: 130, cell: dueCell }] : []),
        ...(movable
          ? []
          : [{ key: 'stays', head: 'Khi bàn giao', width: 280, cell: (item: OpenItem) => item.stays ?? '' }]),
      ]}
    />
  )
}
