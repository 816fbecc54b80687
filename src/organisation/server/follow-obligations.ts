import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { addDays, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { waive } from '../../mechanisms/obligations/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { moveParts } from './follow-parts.ts'
import type { Effect } from './unit-event-effects.ts'

/** Which units end, who takes over, and from when: what obligations and lists need of an event. */
export type Succession = {
  readonly on: PlainDate
  readonly ending: readonly string[]
  readonly successors: readonly string[]
  /** Of a unit that goes on while others are taken out of it, only what was chosen moves. */
  readonly staying: readonly string[]
  readonly chosen: ReadonlyMap<string, readonly string[]>
  /** «Hợp nhất xã A, xã B thành xã C từ 01/07/2025»: stands in the record and in what is waived. */
  readonly because: string
}

export type OpenObligation = {
  id: string
  kind: string
  title: string
  unitId: string
  unitName: string
  thingKind: string
  thingId: string
  thingTitle: string | null
  lastDay: PlainDate
  version: number
  sourceKey: string
  titleSearch: string
  assignedPersonId: string | null
  assignedName: string | null
  /** Something was drafted, brought or asked for it: that is not lost where the successor owes the same. */
  begun: boolean
}

/** What these units have still to do: what was begun before the rest, then first due first. */
export async function openObligationsOf(tx: Tx, unitIds: readonly string[], lock = false): Promise<OpenObligation[]> {
  if (unitIds.length === 0) return []
  if (lock) {
    await sql`select 1 from app.obligation where unit_id = any(${[...unitIds]}::uuid[]) and state = 'open' order by id for update`.execute(
      tx.db,
    )
  }
  return tx.db
    .selectFrom('obligation as o')
    .innerJoin('unit as u', 'u.id', 'o.unit_id')
    .leftJoin('campaign as c', 'c.id', 'o.thing_id')
    .select(['o.id', 'o.kind', 'o.title', 'o.unit_id as unitId', 'u.name as unitName', 'o.thing_kind as thingKind'])
    .select(['o.thing_id as thingId', 'c.title as thingTitle', 'o.last_day as lastDay', 'o.version'])
    .select(['o.assigned_person_id as assignedPersonId', 'o.assigned_name as assignedName'])
    .select(['o.source_key as sourceKey', 'o.title_search as titleSearch', BEGUN.as('begun')])
    .where('o.unit_id', 'in', [...unitIds])
    .where('o.state', '=', 'open')
    .orderBy('begun', 'desc')
    .orderBy('o.last_day')
    .orderBy('u.order_no')
    .orderBy('o.id')
    .execute()
}

const BEGUN = sql<boolean>`(
  -- What completes a report of its own is owed by nobody else.
  o.completes_id is not null
  or exists (select 1 from app.submission s where s.obligation_id = o.id)
  or exists (select 1 from app.obligation_share h where h.obligation_id = o.id and h.taken_back_at is null)
  or exists (select 1 from app.report_contribution r where r.obligation_id = o.id and r.state in ('offered', 'taken'))
  or exists (select 1 from app.extension_request e where e.obligation_id = o.id and e.state = 'open'))`

/** Does the unit owe the same of the same thing already, done or open? */
async function owesAlready(tx: Tx, unitId: string, owed: OpenObligation): Promise<boolean> {
  const there = await tx.db
    .selectFrom('obligation')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('thing_kind', '=', owed.thingKind as 'campaign')
    .where('thing_id', '=', owed.thingId)
    .where('kind', '=', owed.kind as 'disseminate')
    .where('source_key', '=', owed.sourceKey)
    .executeTakeFirst()
  return there !== undefined
}

/** What would become of each, without doing it: to whom it goes, or that the successor owes the same already. */
export async function foreseeObligations(
  tx: Tx,
  { ending, staying, successors, chosen }: Succession,
): Promise<(OpenObligation & { toUnitIds: string[]; doubled: boolean })[]> {
  const owed = await openObligationsOf(tx, [...ending, ...staying])
  const taken = new Set<string>()
  const foreseen: (OpenObligation & { toUnitIds: string[]; doubled: boolean })[] = []
  for (const one of owed) {
    const suggested = ending.includes(one.unitId) ? successors.slice(0, 1) : [one.unitId]
    const toUnitIds = [...(chosen.get(one.id) ?? suggested)]
    const first = toUnitIds[0]
    const key = `${first}:${one.thingKind}:${one.thingId}:${one.kind}:${one.sourceKey}`
    const there = first !== undefined && first !== one.unitId && (taken.has(key) || (await owesAlready(tx, first, one)))
    const doubled = there && !one.begun
    if (first !== undefined) taken.add(key)
    foreseen.push({ ...one, toUnitIds, doubled })
  }
  return foreseen
}

/**
 * Hands on what ending units have still to do, once their last day is past: to the successor chosen, or to each of several. Where the
 * successor owes the same, what nobody has begun is waived, and what was begun stays beside it under the old unit's name; everything is
 * waived when there is no successor. What was sent before stays with the unit that sent it.
 */
export async function followObligations(
  tx: Tx,
  succession: Succession,
): Promise<{ moved: number; exempted: number; effects: Effect[] }> {
  const { ending, staying, successors, chosen } = succession
  const effects: Effect[] = []
  let [moved, exempted] = [0, 0]
  for (const one of await openObligationsOf(tx, [...ending, ...staying], true)) {
    const stays = staying.includes(one.unitId)
    const targets = chosen.get(one.id) ?? (stays ? [] : successors.slice(0, 1))
    const [first, ...further] = [...new Set(targets)].filter((unitId) => unitId !== one.unitId)
    for (const unitId of further) effects.push(...(await copyObligation(tx, one, unitId, succession.because)))
    if (stays && targets.includes(one.unitId) && first !== undefined) {
      effects.push(...(await copyObligation(tx, one, first, succession.because)))
    } else if (first === undefined) {
      if (stays) continue
      effects.push(await exempt(tx, one, succession.because))
      exempted += 1
    } else if (!one.begun && (await owesAlready(tx, first, one))) {
      const name = await nameOf(tx, first)
      effects.push(await exempt(tx, one, `${succession.because}; ${name} cũng có việc này`))
      exempted += 1
    } else {
      effects.push(await move(tx, one, first, succession.because))
      moved += 1
    }
  }
  return { moved, exempted, effects }
}

/** While the last day of a unit without a successor lies ahead: what falls due after it is waived at once, the rest is still its to do. */
export async function exemptWhatComesAfter(
  tx: Tx,
  { ending, on, because }: Succession,
): Promise<{ exempted: number; effects: Effect[] }> {
  const effects: Effect[] = []
  for (const one of await openObligationsOf(tx, ending, true)) {
    if (one.lastDay > addDays(on, -1)) effects.push(await exempt(tx, one, because))
  }
  return { exempted: effects.length, effects }
}

async function nameOf(tx: Tx, unitId: string): Promise<string> {
  return (await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()).name
}

async function exempt(tx: Tx, one: OpenObligation, because: string): Promise<Effect> {
  await waive(tx, [{ id: one.id, reason: because }])
  return { kind: 'obligation-exempted', thingId: one.id, before: {}, after: { version: one.version + 1 } }
}

/**
 * The obligation with its draft, shares, requests and contributions goes to the successor; whoever it was given to keeps it when he goes
 * along. Where the successor owes the same, it stands beside that one, named after the unit it comes from.
 */
async function move(tx: Tx, one: OpenObligation, unitId: string, because: string): Promise<Effect> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['unit_no', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  const keeps =
    one.assignedPersonId !== null &&
    (await tx.db
      .selectFrom('post')
      .select('id')
      .where('person_id', '=', one.assignedPersonId)
      .where('unit_id', '=', unitId)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', tx.today)]))
      .executeTakeFirst()) !== undefined
  const second = (await owesAlready(tx, unitId, one)) ? await secondOf(tx, one) : undefined
  const named = second ?? { title: one.title, sourceKey: one.sourceKey, titleSearch: one.titleSearch }
  await sql`
    update app.obligation set unit_id = ${unitId}, unit_no = ${unit.unit_no}, version = version + 1,
      title = ${named.title}, source_key = ${named.sourceKey}, title_search = ${named.titleSearch},
      assigned_person_id = case when ${keeps} then assigned_person_id end, assigned_name = case when ${keeps} then assigned_name end
    where id = ${one.id}`.execute(tx.db)
  await moveParts(tx, one.id, unitId)
  await sendToo(tx, one, unitId, unit.unit_no)
  const detail = { title: named.title, unit: one.unitName, to: unit.name, reason: because }
  const thing = { kind: 'obligation', id: one.id, name: one.thingTitle ?? one.title } as const
  await record(tx, 'obligation.moved', thing, { unitId, detail })
  const { unitId: from, assignedPersonId, assignedName, title, sourceKey, titleSearch } = one
  const before = { unitId: from, assignedPersonId, assignedName, ...(second ? { title, sourceKey, titleSearch } : {}) }
  return { kind: 'obligation-moved', thingId: one.id, before, after: { unitId, version: one.version + 1 } }
}

/** «Báo cáo quý I (của Phòng B)»: a mark behind its source tells it apart from the successor's own. */
async function secondOf(tx: Tx, one: OpenObligation) {
  const { unit_no: unitNo } = await tx.db
    .selectFrom('unit')
    .select('unit_no')
    .where('id', '=', one.unitId)
    .executeTakeFirstOrThrow()
  return {
    title: `${one.title} (của ${one.unitName})`,
    sourceKey: `${one.sourceKey}:~${unitNo}`,
    titleSearch: `${one.titleSearch} ${foldForSearch(one.unitName)}`,
  }
}

/** A further successor owes the same; what was drafted stays with the first. */
async function copyObligation(tx: Tx, one: OpenObligation, unitId: string, because: string): Promise<Effect[]> {
  if (await owesAlready(tx, unitId, one)) return []
  const unit = await tx.db
    .selectFrom('unit')
    .select(['unit_no', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  const id = newId(tx.now.getTime())
  const changed = {
    id,
    unit_id: unitId,
    unit_no: unit.unit_no,
    assigned_person_id: null,
    assigned_name: null,
    version: 1,
    created_at: tx.now.toISOString(),
  }
  await sql`
    insert into app.obligation select (jsonb_populate_record(null::app.obligation, to_jsonb(o) || ${jsonText(changed)}::jsonb)).*
    from app.obligation o where o.id = ${one.id}`.execute(tx.db)
  await sendToo(tx, one, unitId, unit.unit_no)
  const detail = { title: one.title, unit: one.unitName, to: unit.name, reason: because }
  const thing = { kind: 'obligation', id, name: one.thingTitle ?? one.title } as const
  await record(tx, 'obligation.moved', thing, { unitId, detail })
  return [{ kind: 'obligation-made', thingId: id, before: {}, after: { version: 1, unitId, title: one.title } }]
}

/** The plan is sent to whoever owes what it asks for: without it they would not see what they owe. */
async function sendToo(tx: Tx, one: OpenObligation, unitId: string, unitNo: number): Promise<void> {
  await sql`
    insert into app.document_unit (document_id, unit_id, unit_no, sent_at)
    select c.document_id, ${unitId}, ${unitNo}, ${tx.now} from app.campaign c where c.id = ${one.thingId}
    on conflict do nothing`.execute(tx.db)
}

/** What is owed to an ending unit is owed to its successor from now on. */
export async function followOwedTo(tx: Tx, { ending, successors }: Succession): Promise<Effect[]> {
  const to = successors[0]
  if (to === undefined || ending.length === 0) return []
  const { rows } = await sql<{ id: string; from: string }>`
    with old as (
      select id, owed_to_unit_id as was from app.obligation
      where state = 'open' and owed_to_unit_id = any(${[...ending]}::uuid[]) for update
    )
    update app.obligation o set owed_to_unit_id = ${to} from old where old.id = o.id returning o.id, old.was as "from"`.execute(
    tx.db,
  )
  return rows.map((row) => ({
    kind: 'owed-to-moved',
    thingId: row.id,
    before: { unitId: row.from },
    after: { unitId: to },
  }))
}

export function becauseOf(words: string, on: PlainDate): string {
  return `${words}, từ ${formatDate(on)}`
}
