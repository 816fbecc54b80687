import { sql } from 'kysely'
import { addDays, formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { followCampaigns } from './follow-campaigns.ts'
import { followContacts } from './follow-looking-after.ts'
import {
  becauseOf,
  exemptWhatComesAfter,
  followObligations,
  followOwedTo,
  type Succession,
} from './follow-obligations.ts'
import { followKept } from './follow-parts.ts'
import { followPosts, postsChosen } from './follow-posts.ts'
import { whyNoAdministratorRemains } from './last-administrator.ts'
import { type PlannedEvent, planUnitEvent, type UnitEventInput } from './plan-unit-event.ts'
import { keepEffects } from './unit-event-effects.ts'
import { eventShapes } from './unit-event-words.ts'
import { lockOrganisation } from './units.ts'
import { recordUnitEvent, writeUnitEvent } from './write-unit-event.ts'

export type EnteredEvent = {
  eventId: string
  words: string
  endedPosts: number
  carriedPosts: number
  movedObligations: number
  exemptedObligations: number
}

/**
 * Enters what happened to units: the tree from that day on, and in the same transaction what follows for posts, grants, obligations,
 * drafts and lists. When its day lies ahead, posts are dated at once and the rest follows on the day. The same form sent twice is one
 * event; of two administrators the second sees what the first has done.
 */
export async function enterUnitEvent(tx: Tx, given: UnitEventInput): Promise<Result<EnteredEvent>> {
  await lockOrganisation(tx)
  const input = { ...given, note: given.note === null ? null : cleanText(given.note).trim() || null }
  const there = await tx.db
    .selectFrom('unit_event')
    .select(['id', 'input'])
    .where('id', '=', input.id)
    .executeTakeFirst()
  if (there) {
    const [known] = await eventShapes(tx, [there.id])
    const counts = { endedPosts: 0, carriedPosts: 0, movedObligations: 0, exemptedObligations: 0 }
    return sameInput(there.input, input)
      ? ok({ eventId: there.id, words: known?.words ?? '', ...counts })
      : refuse('id-taken')
  }
  await holdUnits(tx, input)
  const planned = await planUnitEvent(tx, input)
  if (!planned.ok) return planned
  const plan = planned.value
  const posts = await postsChosen(tx, plan)
  if (!posts.ok) return posts
  const wrong = whyWrongTargets(plan)
  if (wrong) return wrong

  await writeUnitEvent(tx, plan)
  const [shape] = await eventShapes(tx, [input.id])
  const words = shape?.words ?? ''
  await recordUnitEvent(tx, plan, words)
  // New units must be in the actor's sight before anything is handed to them.
  await refreshScopes(tx)

  const followed = await followPosts(tx, plan, posts.value)
  await keepEffects(tx, input.id, followed.effects)
  const duties = await followDuties(tx, input.id, successionOf(plan, words), plan.on <= tx.today)

  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx)
  return ok({
    eventId: input.id,
    words,
    endedPosts: followed.ended,
    carriedPosts: followed.carried,
    movedObligations: duties.moved,
    exemptedObligations: duties.exempted,
  })
}

/** Launches point at the units' rows: whoever is launching to one right now is waited for, so that what it owes is found. */
async function holdUnits(tx: Tx, { change }: UnitEventInput): Promise<void> {
  const unitIds =
    change.kind === 'merged'
      ? [...change.unitIds]
      : change.kind === 'split' || change.kind === 'dissolved'
        ? [change.unitId]
        : []
  if (unitIds.length === 0) return
  await sql`select 1 from app.unit where id = any(${unitIds}::uuid[]) order by id for update`.execute(tx.db)
}

function sameInput(known: unknown, input: UnitEventInput): boolean {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, sorted(inner)]),
    )
  }
  return JSON.stringify(sorted(known)) === JSON.stringify(sorted(JSON.parse(jsonText(input))))
}

/** Obligations go to the event's successors, or stay with the unit that goes on; nowhere else. */
function whyWrongTargets({ input, compiled, on }: PlannedEvent): ReturnType<typeof refuse> | undefined {
  const allowed = new Set([...compiled.successors, ...stayingOf(input)])
  const wrong = input.choices.obligations.some((one) => one.toUnitIds.some((unitId) => !allowed.has(unitId)))
  return wrong ? refuse('wrong-follow-up', { what: 'việc phải làm', day: formatDate(on) }) : undefined
}

function stayingOf({ change }: UnitEventInput): string[] {
  return change.kind === 'split' && change.stays ? [change.unitId] : []
}

/** What obligations and lists need of the event. */
export function successionOf(plan: Pick<PlannedEvent, 'input' | 'on' | 'compiled'>, words: string): Succession {
  const { input, on, compiled } = plan
  // A unit that simply ends was there until the day before: that is the day people know.
  const because =
    input.change.kind === 'dissolved'
      ? `kết thúc ngày ${formatDate(addDays(on, -1))}${input.note === null ? '' : `: ${input.note}`}`
      : becauseOf(words, on)
  return {
    on,
    ending: compiled.ending,
    successors: compiled.successors,
    staying: stayingOf(input),
    chosen: new Map(input.choices.obligations.map((one) => [one.obligationId, one.toUnitIds])),
    because,
  }
}

/**
 * What follows for obligations, drafts and lists: now when the day has come. While it lies ahead nothing is taken from a unit that is
 * still there, except what would fall due after the end of a unit nobody succeeds.
 */
export async function followDuties(
  tx: Tx,
  eventId: string,
  succession: Succession,
  due: boolean,
): Promise<{ moved: number; exempted: number }> {
  if (!due) {
    if (succession.successors.length > 0) return { moved: 0, exempted: 0 }
    const early = await exemptWhatComesAfter(tx, succession)
    await keepEffects(tx, eventId, early.effects)
    return { moved: 0, exempted: early.exempted }
  }
  const duties = await followObligations(tx, succession)
  const lists = [
    ...(await followOwedTo(tx, succession)),
    ...(await followCampaigns(tx, succession)),
    ...(await followKept(tx, succession)),
    ...(await followContacts(tx, succession)),
  ]
  await keepEffects(tx, eventId, [...duties.effects, ...lists])
  await tx.db.updateTable('unit_event').set({ applied_at: tx.now }).where('id', '=', eventId).execute()
  if (duties.moved + duties.exempted > 0) {
    for (const unitId of succession.ending) await sayFollowed(tx, unitId, duties)
  }
  return duties
}

async function sayFollowed(
  tx: Tx,
  unitId: string,
  { moved, exempted }: { moved: number; exempted: number },
): Promise<void> {
  const unit = await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
  await record(
    tx,
    'unit.followed',
    { kind: 'unit', id: unitId, name: unit.name },
    { unitId, detail: { moved, exempted } },
  )
}
