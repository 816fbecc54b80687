import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { type ObligationOutputs, obligations, titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { sentences, whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import { Button, DateField, Dialog, Form, Loading, Note, SelectField, TextArea, useNotices } from '../../../ui/index.ts'
import type { LedgerRow } from './use-ledger.ts'

type Kind = 'remind' | 'prolong' | 'exempt' | 'assign'
type Act = Parameters<typeof obligations.bulk.call>[0]['act']
type Left = ObligationOutputs['bulkPreview']['left']

const TITLES: Readonly<Record<Kind, string>> = {
  remind: 'Nhắc',
  prolong: 'Gia hạn',
  exempt: 'Miễn',
  assign: 'Giao người làm',
}

/** Acts on the chosen rows. Each shows first how many it takes and which it leaves out and why. */
export function BulkActs({
  chosen,
  rows,
  onDone,
}: {
  chosen: ReadonlySet<string>
  rows: readonly LedgerRow[]
  onDone: () => void
}) {
  const [kind, setKind] = useState<Kind>()
  const seen = rows.filter((row) => chosen.has(row.id))
  const may = (action: 'remind' | 'prolong' | 'exempt' | 'assign') => seen.some((row) => row.actions[action])
  const kinds = (['remind', 'prolong', 'exempt', 'assign'] as const).filter(may)
  return (
    <>
      {kinds.map((one) => (
        <Button key={one} size="s" onClick={() => setKind(one)}>
          {`${TITLES[one]} ${chosen.size} việc`}
        </Button>
      ))}
      <Dialog
        open={kind !== undefined}
        onClose={() => setKind(undefined)}
        title={kind === undefined ? '' : `${TITLES[kind]} ${chosen.size} việc`}
      >
        {kind && (
          <BulkForm
            kind={kind}
            ids={[...chosen]}
            seen={seen}
            onClose={() => setKind(undefined)}
            onDone={() => {
              setKind(undefined)
              onDone()
            }}
          />
        )}
      </Dialog>
    </>
  )
}

type FormProps = {
  kind: Kind
  ids: string[]
  /** Those of them that stand on this page. */
  seen: readonly LedgerRow[]
  onClose: () => void
  onDone: () => void
}

function BulkForm({ kind, ids, seen, onClose, onDone }: FormProps) {
  const [first] = seen
  const [id] = useState(() => newId())
  const tell = useNotices()
  const form = useForm({
    initial: { reason: '', lastDay: '' as string | undefined, personId: '' },
    paths: { 'act.reason': 'reason', 'act.lastDay': 'lastDay', 'act.personId': 'personId', 'act.message': 'reason' },
    check: (typed) =>
      sentences({
        reason: kind === 'prolong' || kind === 'exempt' ? whyEmpty(typed.reason, 'lý do') : undefined,
        lastDay: kind === 'prolong' ? whyNotDay(typed.lastDay, 'ngày cuối mới') : undefined,
        personId: kind === 'assign' && typed.personId === '' ? 'Chọn người thực hiện' : undefined,
      }),
    send: (typed) => obligations.bulk.call({ id, obligationIds: ids, act: actOf(kind, typed) }),
    onDone: ({ done, left, canUndo }) => {
      const rest = left.length === 0 ? '' : `, để lại ${left.length} việc`
      tell({ text: `${TITLES[kind]} ${done} việc${rest}${canUndo ? '. Hoàn tác được ở Thao tác gần đây' : ''}` })
      onDone()
    },
  })
  const { values } = form
  return (
    <Form form={form} send={`${TITLES[kind]} ${ids.length} việc`} onClose={onClose} problemsTitle="Chưa làm được">
      <Chosen seen={seen} all={ids.length} />
      {kind === 'prolong' && <DateField {...dayField(form.field('lastDay'))} label="Ngày cuối mới" />}
      {kind === 'assign' && first && <PersonChoice owedId={first.id} field={form.field('personId')} />}
      {kind !== 'assign' && (
        <TextArea
          {...form.field('reason')}
          label={kind === 'remind' ? 'Lời nhắc' : 'Lý do'}
          optional={kind === 'remind'}
          help={kind === 'remind' ? 'Bỏ trống thì hệ thống nêu tên việc và hạn' : 'Các đơn vị thấy nguyên văn'}
          maxLength={1000}
        />
      )}
      <Foreseen
        ids={ids}
        act={actOf(kind, { ...values, reason: values.reason || '…' })}
        ready={readyFor(kind, values)}
      />
    </Form>
  )
}

type Typed = { reason: string; lastDay: string | undefined; personId: string }

function actOf(kind: Kind, { reason, lastDay, personId }: Typed): Act {
  switch (kind) {
    case 'remind':
      return { kind, message: reason === '…' ? '' : reason }
    case 'prolong':
      return { kind, lastDay: lastDay ?? '', reason }
    case 'exempt':
      return { kind, reason }
    case 'assign':
      return { kind, personId }
  }
}

function readyFor(kind: Kind, { lastDay, personId }: Typed): boolean {
  if (kind === 'prolong') return lastDay !== undefined && lastDay !== ''
  return kind !== 'assign' || personId !== ''
}

/** What was chosen, by name: nobody acts on a number alone. */
function Chosen({ seen, all }: { seen: readonly LedgerRow[]; all: number }) {
  const shown = seen.slice(0, SHOWN)
  return (
    <div>
      <ul>
        {shown.map((row) => (
          <li key={row.id}>
            {row.unitName}: {titleWithTurn(row)}
          </li>
        ))}
      </ul>
      {all > shown.length && <p>và {all - shown.length} việc khác.</p>}
    </div>
  )
}

/** How many it will take, and by name those it leaves out. */
function Foreseen({ ids, act, ready }: { ids: string[]; act: Act; ready: boolean }) {
  const asked = useQuery(
    obligations.bulkPreview.queryOptions({ input: { obligationIds: ids, act }, enabled: ready, staleTime: 5_000 }),
  )
  if (!ready) return null
  if (!asked.data) return <Loading lines={2} label="Đang xem trước" />
  const { will, left } = asked.data
  return (
    <Note tone={left.length === 0 ? 'xam' : 'cam'} title={`Làm được ${will} trong ${will + left.length} việc`}>
      {left.length > 0 && <LeftList left={left} />}
    </Note>
  )
}

const SHOWN = 8

export function LeftList({ left }: { left: Left }) {
  return (
    <>
      <p>Để lại:</p>
      <ul>
        {left.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            {one.unitName}, {one.title}: {one.why}
          </li>
        ))}
      </ul>
      {left.length > SHOWN && <p>và {left.length - SHOWN} việc khác.</p>}
    </>
  )
}

/** People of the unit of the first chosen row: work is given inside one unit. */
function PersonChoice({
  owedId,
  field,
}: {
  owedId: string
  field: { id: string; value: string; onChange: (value: string) => void; error: string | undefined }
}) {
  const asked = useQuery(obligations.get.queryOptions({ input: { id: owedId } }))
  return (
    <SelectField
      {...field}
      label="Người thực hiện"
      placeholder="Chọn người của đơn vị"
      options={(asked.data?.people ?? []).map((one) => ({ value: one.id, label: `${one.name}, ${one.post}` }))}
      help="Việc của đơn vị khác được để lại"
    />
  )
}
