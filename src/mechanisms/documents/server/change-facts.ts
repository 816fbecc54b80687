import { ok, type Refusal, type Result, refusal, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { actorName, type RecordedThing, record } from '../../record/server/index.ts'
import type { FactShape } from '../contract.ts'
import { FACT_NAMES, factWords } from '../domain/fact-words.ts'
import { type FactKind, factSchemas, isSingle, type WireFactValue } from '../fact-values.ts'
import { type FactRow, toFact } from './facts.ts'
import type { DocumentOwner } from './owner.ts'

export type Changed = { fact: FactShape; consentVoided: boolean }

/** Corrects a fact. When another has changed it since `version`, nothing is written and the refusal carries what stands there now. */
export function changeFact(owner: DocumentOwner) {
  return async (
    tx: Tx,
    input: { documentId: string; factId: string; version: number; value: WireFactValue },
  ): Promise<Result<Changed>> => {
    const opened = await openFact(tx, owner, input)
    if (!opened.ok) return opened
    const { row, thing, capacity } = opened.value
    const kind = row.kind as FactKind
    const judged = judgeValue(kind, input.value)
    if (!judged.ok) return judged
    if (sameValue(row.value, judged.value)) return ok({ fact: toFact(row), consentVoided: false })
    const state = row.state === 'added' ? 'added' : sameValue(row.read_value, judged.value) ? 'confirmed' : 'corrected'
    const fact = await save(tx, row, { value: JSON.stringify(judged.value), state })
    await record(tx, 'fact.changed', thing, {
      capacity,
      detail: {
        kind: FACT_NAMES[kind],
        old: factWords(kind, row.value as WireFactValue),
        new: factWords(kind, judged.value),
      },
    })
    return ok({ fact, ...(await owner.changed(tx, input.documentId)) })
  }
}

/** Confirms a fact as read, takes it out, or takes it back in. Confirming what is already so changes nothing a consent is about. */
export function setFactState(owner: DocumentOwner) {
  return async (
    tx: Tx,
    input: { documentId: string; factId: string; version: number; state: 'confirmed' | 'removed' | 'restored' },
  ): Promise<Result<Changed>> => {
    const opened = await openFact(tx, owner, input)
    if (!opened.ok) return opened
    const { row, thing, capacity } = opened.value
    const kind = row.kind as FactKind
    const words = factWords(kind, row.value as WireFactValue)
    if (input.state === 'confirmed') {
      if (row.state !== 'read') return ok({ fact: toFact(row), consentVoided: false })
      const fact = await save(tx, row, { state: 'confirmed' })
      await record(tx, 'fact.confirmed', thing, { capacity, detail: { kind: FACT_NAMES[kind], new: words } })
      return ok({ fact, consentVoided: false })
    }
    const removing = input.state === 'removed'
    if (removing === (row.state === 'removed')) return ok({ fact: toFact(row), consentVoided: false })
    const fact = await save(tx, row, { state: removing ? 'removed' : stateBefore(row) })
    await record(tx, removing ? 'fact.removed' : 'fact.restored', thing, {
      capacity,
      detail: { kind: FACT_NAMES[kind], [removing ? 'old' : 'new']: words },
    })
    return ok({ fact, ...(await owner.changed(tx, input.documentId)) })
  }
}

/** Adds a fact the reader did not find. Sent twice with the same id it is one fact. */
export function addFact(owner: DocumentOwner) {
  return async (
    tx: Tx,
    input: {
      documentId: string
      factId: string
      kind: FactKind
      parentId: string | null
      value: WireFactValue
      source: { start: number; end: number } | null
    },
  ): Promise<Result<Changed>> => {
    const owned = await lockThing(tx, owner, input.documentId)
    if (!owned.ok) return owned
    const judged = judgeValue(input.kind, input.value)
    if (!judged.ok) return judged
    const same = await tx.db.selectFrom('document_fact').selectAll().where('id', '=', input.factId).executeTakeFirst()
    if (same) {
      const repeated = same.document_id === input.documentId && same.kind === input.kind && same.read_value === null
      return repeated ? ok({ fact: toFact(same), consentVoided: false }) : refuse('id-taken')
    }
    const problem = await whyNotPlaced(tx, input)
    if (problem) return { ok: false, refusal: problem }
    const last = await tx.db
      .selectFrom('document_fact')
      .select((eb) => eb.fn.max('order_no').as('no'))
      .where('document_id', '=', input.documentId)
      .executeTakeFirstOrThrow()
    const row = await tx.db
      .insertInto('document_fact')
      .values({
        id: input.factId,
        document_id: input.documentId,
        kind: input.kind,
        order_no: (last.no ?? 0) + 1,
        parent_id: input.parentId,
        value: JSON.stringify(judged.value),
        read_value: null,
        source_start: input.source?.start ?? null,
        source_end: input.source?.end ?? null,
        confidence: 'sure',
        state: 'added',
        changed_by: actorName(tx.actor),
        changed_at: tx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await record(tx, 'fact.added', owned.value.thing, {
      capacity: owned.value.capacity,
      detail: { kind: FACT_NAMES[input.kind], new: factWords(input.kind, judged.value) },
    })
    return ok({ fact: toFact(row), ...(await owner.changed(tx, input.documentId)) })
  }
}

type Owned = { thing: RecordedThing; capacity: string }

async function lockThing(tx: Tx, owner: DocumentOwner, documentId: string): Promise<Result<Owned>> {
  const locked = await owner.lockForChange(tx, documentId)
  if ('refused' in locked) return { ok: false, refusal: locked.refused }
  const { id, name, capacity } = locked
  return ok({ thing: { kind: 'campaign', id, name }, capacity })
}

async function openFact(
  tx: Tx,
  owner: DocumentOwner,
  input: { documentId: string; factId: string; version: number },
): Promise<Result<Owned & { row: FactRow }>> {
  const owned = await lockThing(tx, owner, input.documentId)
  if (!owned.ok) return owned
  const row = await tx.db
    .selectFrom('document_fact')
    .selectAll()
    .where('id', '=', input.factId)
    .where('document_id', '=', input.documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('not-found')
  if (row.version !== input.version) {
    const name = row.changed_by === actorName(tx.actor) ? 'Một cửa sổ khác' : (row.changed_by ?? 'Người khác')
    return refuse('fact-changed', { name }, { data: { fact: toFact(row) } })
  }
  return ok({ row, ...owned.value })
}

async function save(tx: Tx, row: FactRow, change: { value?: string; state: FactRow['state'] }): Promise<FactShape> {
  const saved = await tx.db
    .updateTable('document_fact')
    .set({ ...change, version: row.version + 1, changed_by: actorName(tx.actor), changed_at: tx.now })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toFact(saved)
}

function judgeValue(kind: FactKind, value: WireFactValue): Result<WireFactValue> {
  const judged = factSchemas[kind].safeParse(value)
  if (judged.success) return ok(judged.data as WireFactValue)
  const issue = judged.error.issues[0]
  const field = issue?.path.join('.')
  return refuse(
    'wrong-fact-value',
    { problem: issue?.message ?? 'không đúng dạng' },
    { field: field ? `value.${field}` : 'value' },
  )
}

/** A second title or number would leave nobody knowing which holds; a commemoration hangs only on a period of this document. */
async function whyNotPlaced(
  tx: Tx,
  input: { documentId: string; kind: FactKind; parentId: string | null; source: { start: number; end: number } | null },
): Promise<Refusal | undefined> {
  if (isSingle(input.kind)) {
    const other = await tx.db
      .selectFrom('document_fact')
      .select('id')
      .where('document_id', '=', input.documentId)
      .where('kind', '=', input.kind)
      .executeTakeFirst()
    if (other) return refusal('wrong-fact-value', { problem: `đã có ${FACT_NAMES[input.kind]}, sửa tại chỗ đó` })
  }
  if (input.parentId !== null) {
    const period = await tx.db
      .selectFrom('document_fact')
      .select('kind')
      .where('id', '=', input.parentId)
      .where('document_id', '=', input.documentId)
      .executeTakeFirst()
    if (period?.kind !== 'period' || input.kind !== 'commemoration') return refusal('not-found')
  }
  if (input.source) {
    const { length } = await tx.db
      .selectFrom('document')
      .select((eb) => eb.fn<number>('length', ['text']).as('length'))
      .where('id', '=', input.documentId)
      .executeTakeFirstOrThrow()
    if (input.source.end <= input.source.start || input.source.end > length * 2) {
      return refusal('wrong-fact-value', { problem: 'chỗ được đánh dấu nằm ngoài văn bản' }, { field: 'source' })
    }
  }
  return undefined
}

function stateBefore(row: FactRow): FactRow['state'] {
  if (row.read_value === null) return 'added'
  return sameValue(row.value, row.read_value) ? 'confirmed' : 'corrected'
}

/** Equal members, in whatever order: PostgreSQL gives the members of a jsonb back in an order of its own. */
function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return JSON.stringify(members.sort(([x], [y]) => (x < y ? -1 : 1)))
}
