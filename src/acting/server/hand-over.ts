import type { UnitPath } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import type { OpenItem, OpenWork, Receiver } from '../../mechanisms/obligations/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { handsOverWork } from '../../organisation/index.ts'
import { lockOrganisation } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { getHandover, type HandoverShape } from './read-handover.ts'

type Preview = {
  person: { id: string; name: string; post: string; unitId: string | null }
  parts: { kind: string; words: string; items: OpenItem[] }[]
  actions: { 'hand-over'?: { whyNot: null } }
}

/** Everything that hangs on a person and is not finished, by kind. */
export function readOpenWork(sources: readonly OpenWork[]) {
  return async (tx: Tx, input: { personId: string }): Promise<Result<Preview>> => {
    const person = await personOf(tx, input.personId)
    if (!person) return refuse('not-found')
    const may = whyMayNotHandOver(tx, person)
    if (may) return { ok: false, refusal: may }
    const parts = []
    for (const source of sources) {
      const items = await source.openWorkOf(tx, person.id)
      if (items.length > 0) parts.push({ kind: source.kind, words: source.words, items })
    }
    const { id, name, post, unitId } = person
    return ok({ person: { id, name, post, unitId: unitId ?? null }, parts, actions: { 'hand-over': { whyNot: null } } })
  }
}

type HandingOver = {
  id: string
  fromPersonId: string
  reason: string
  items: readonly { kind: string; id: string; toPersonId: string }[]
}

/**
 * Gives a person's open work to one or several others in one act, all or nothing, with a list that is kept and printed. What has changed
 * since the list was looked at is refused by name. The same id again gives the handover that is there.
 */
export function handOver(sources: readonly OpenWork[]) {
  return async (tx: Tx, input: HandingOver): Promise<Result<{ handover: HandoverShape }>> => {
    await lockOrganisation(tx)
    const from = await personOf(tx, input.fromPersonId)
    if (!from) return refuse('not-found')
    const may = whyMayNotHandOver(tx, from)
    if (may) return { ok: false, refusal: may }
    const there = await tx.db
      .selectFrom('handover')
      .select('from_person_id')
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (there)
      return there.from_person_id === from.id ? ok({ handover: await getHandover(tx, input.id) }) : refuse('id-taken')

    const receivers = new Map<string, Person>()
    for (const toId of new Set(input.items.map((item) => item.toPersonId))) {
      if (toId === from.id) return refuse('delegate-to-oneself', {}, { field: 'items' })
      const to = await personOf(tx, toId)
      if (!to) return refuse('not-found')
      receivers.set(toId, to)
    }
    const listed: ListedItem[] = []
    for (const source of sources) {
      const wanted = input.items.filter((item) => item.kind === source.kind)
      if (wanted.length === 0) continue
      const open = new Map((await source.openWorkOf(tx, from.id)).map((item) => [item.id, item]))
      for (const [toId, to] of receivers) {
        const ids = [...new Set(wanted.filter((item) => item.toPersonId === toId).map((item) => item.id))]
        const items = ids.map((id) => open.get(id))
        const gone = items.indexOf(undefined)
        if (gone !== -1) return refuse('handover-item-changed', { title: source.words }, { data: { id: ids[gone] } })
        if (ids.length === 0) continue
        const given = await source.handOver(tx, ids, from, to)
        if (!given.ok) return given
        for (const item of items) if (item) listed.push({ kind: source.kind, item, to })
      }
    }
    const asked = new Set(input.items.map((item) => `${item.kind} ${item.id}`))
    if (listed.length < asked.size) return refuse('handover-item-changed', { title: 'Có việc trong danh sách' })
    await keepList(tx, input, from, listed)
    return ok({ handover: await getHandover(tx, input.id) })
  }
}

type Person = Receiver & { post: string; unitNo: number; unitId: string | undefined; paths: readonly UnitPath[] }
type ListedItem = { kind: string; item: OpenItem; to: Person }

async function keepList(tx: Tx, input: HandingOver, from: Person, listed: readonly ListedItem[]): Promise<void> {
  const reason = cleanText(input.reason).trim()
  const receivers = [...new Map(listed.map(({ to }) => [to.id, to])).values()]
  await tx.db
    .insertInto('handover')
    .values({
      id: input.id,
      from_person_id: from.id,
      from_name: from.name,
      from_post: from.post,
      unit_no: from.unitNo,
      to_person_ids: receivers.map((one) => one.id),
      on_day: tx.today,
      reason,
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
      made_at: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('handover_item')
    .values(
      listed.map(({ kind, item, to }, index) => ({
        handover_id: input.id,
        item_no: index + 1,
        kind,
        thing_id: item.id,
        title: item.title,
        note: item.note,
        due: item.due,
        to_person_id: to.id,
        to_name: to.name,
        to_post: to.post,
      })),
    )
    .execute()
  const thing = { kind: 'person', id: from.id, name: from.name } as const
  const detail = { count: listed.length, to: receivers.map((one) => one.name).join(', '), reason }
  await record(tx, 'handover.made', thing, { ...(from.unitId ? { unitId: from.unitId } : {}), detail })
}

export function whyMayNotHandOver(tx: Tx, person: Person): Refusal | undefined {
  return handsOverWork(tx.actor, { id: person.id, units: person.paths })
    ? undefined
    : refusal('not-yours-to-do', { who: 'người đứng đầu, công chức phụ trách của đơn vị hoặc quản trị viên' })
}

/** With the posts of today; of one who has left, the last he held: his work is handed over after that day too. */
async function personOf(tx: Tx, id: string): Promise<Person | undefined> {
  const posts = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.full_name as name', 'post.title', 'post.valid_to as to', 'person.unit_no as unitNo'])
    .select(['unit.id as unitId', 'unit.name as unitName'])
    .where('person.id', '=', id)
    .where('post.valid_from', '<=', tx.today)
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .execute()
  const held = posts.filter((post) => post.to === null || post.to >= tx.today)
  const shown = held.length > 0 ? held : posts.slice(-1)
  const [first] = shown
  if (!first) return undefined
  const paths = await unitPaths(
    tx,
    shown.map((post) => post.unitId),
  )
  return {
    id,
    name: first.name,
    post: shown.map((post) => `${post.title}, ${post.unitName}${ended(post.to, tx.today)}`).join('; '),
    unitNo: first.unitNo,
    unitId: first.unitId,
    paths: [...paths.values()],
  }
}

function ended(to: PlainDate | null, today: PlainDate): string {
  return to !== null && to < today ? ` (đến hết ${formatDate(to)})` : ''
}
