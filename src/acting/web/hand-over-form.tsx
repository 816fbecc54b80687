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
  PanelBody,
  Stack,
  TextField,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { acting, type OpenItem, type OpenWorkPage } from './api.ts'
import { ChoosePerson } from './choose-person.tsx'

type Receiver = { unitId: string; personId: string }
type Typed = { items: readonly string[]; receivers: Readonly<Record<string, Receiver>>; reason: string }

/** Chooses what goes to whom, kind by kind, in one act: campaigns to a colleague of the office, duties to one of the unit. */
export function HandOverForm({ page }: { page: OpenWorkPage }) {
  const { person, parts } = page
  const [id] = useState(() => newId())
  const { go } = useNavigation()
  const tell = useNotices()
  const movable = parts.flatMap((part) =>
    part.items.filter((item) => item.stays === null).map((item) => ({ kind: part.kind, ...item })),
  )
  const nobody: Receiver = { unitId: person.unitId ?? '', personId: '' }
  const initial: Typed = { items: movable.map((item) => item.id), receivers: {}, reason: '' }
  const form = useForm({
    initial,
    check: (typed) => {
      const going = movable.filter((item) => typed.items.includes(item.id))
      const without = parts.filter(
        (part) => going.some((item) => item.kind === part.kind) && (typed.receivers[part.kind]?.personId ?? '') === '',
      )
      return sentences({
        items: going.length === 0 ? 'Chọn ít nhất một việc để bàn giao' : undefined,
        receivers:
          without.length === 0 ? undefined : `Chọn người nhận cho: ${without.map((part) => part.words).join(', ')}`,
        reason: whyEmpty(typed.reason, 'lý do bàn giao'),
      })
    },
    send: ({ items, receivers, reason }) =>
      acting.handOver.call({
        id,
        fromPersonId: person.id,
        reason: reason.trim(),
        items: movable
          .filter((item) => items.includes(item.id))
          .map((item) => ({ kind: item.kind, id: item.id, toPersonId: receivers[item.kind]?.personId ?? '' })),
      }),
    onDone: ({ handover }) => {
      tell({ text: `Đã bàn giao ${handover.items.length} việc của ${person.name}` })
      go(`/ban-giao/${handover.id}`)
    },
  })
  const items = form.field('items')
  const receivers = form.field('receivers')
  const chosen = new Set(items.value.filter((one) => movable.some((item) => item.id === one)))
  const choose = (kind: string, part: Partial<Receiver>) =>
    receivers.onChange({ ...receivers.value, [kind]: { ...nobody, ...receivers.value[kind], ...part } })
  return (
    <Form
      form={form}
      label="Bàn giao việc"
      problemsTitle="Chưa bàn giao được. Sửa các mục sau"
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
        <div id={items.id} tabIndex={-1}>
          <div id={receivers.id} tabIndex={-1}>
            <Stack gap="l">
              {parts.map((part) => {
                const receiver = receivers.value[part.kind] ?? nobody
                const going = part.items.some((item) => chosen.has(item.id))
                return (
                  <Panel flush key={part.kind} title={part.words} count={part.items.length}>
                    <ItemTable
                      label={part.words}
                      items={part.items}
                      chosen={chosen}
                      onChosen={(own) => {
                        const others = [...chosen].filter((one) => !part.items.some((item) => item.id === one))
                        items.onChange([...others, ...own])
                      }}
                    />
                    {going && (
                      <PanelBody line>
                        <FieldGrid>
                          <ChoosePerson
                            unit={{
                              id: `${receivers.id}-${part.kind}-unit`,
                              value: receiver.unitId,
                              onChange: (unitId) => choose(part.kind, { unitId, personId: '' }),
                              error: undefined,
                            }}
                            who={{
                              id: `${receivers.id}-${part.kind}`,
                              value: receiver.personId,
                              onChange: (personId) => choose(part.kind, { personId }),
                              error: receivers.error && receiver.personId === '' ? 'Chọn người nhận' : undefined,
                            }}
                            by="person"
                            label={`Người nhận: ${part.words.toLocaleLowerCase('vi')}`}
                            without={person.id}
                          />
                        </FieldGrid>
                      </PanelBody>
                    )}
                  </Panel>
                )
              })}
            </Stack>
          </div>
          {items.error !== undefined && <FieldSaid id={`${items.id}-said`} text={items.error} />}
        </div>
        {movable.length > 0 && (
          <Panel title="Lý do">
            <Stack>
              <TextField
                {...form.field('reason')}
                label="Lý do bàn giao"
                help="Ví dụ: chuyển công tác; nghỉ thai sản"
              />
              <p>Các việc đã chọn chuyển sang người nhận trong một lần, kèm danh sách để in và ký.</p>
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
