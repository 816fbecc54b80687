import { type SelectQueryBuilder, sql } from 'kysely'
import type { UnitPath } from '../../../kernel/actor.ts'
import { type Deadline, deadlineWords } from '../../../kernel/deadline.ts'
import { daysBetween, formatDate, type PlainDate } from '../../../kernel/plain-date.ts'
import type { Database } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../../platform/database/unit-tree.ts'
import { OBLIGATION_ACTIONS, type ObligationShape } from '../contract.ts'
import { type OwedThing, whyMayNot } from '../domain/permissions.ts'
import type { UrgedHeight } from '../domain/urged-height.ts'
import type { ObligationThing, ObligationThings } from './things.ts'
import { urgedHeight } from './urged-height.ts'

type Query = SelectQueryBuilder<Database, 'obligation', object>
type Narrow = (query: Query) => Query

export type LoadedObligation = {
  id: string
  kind: ObligationShape['kind']
  thingKind: ObligationShape['thingKind']
  thingId: string
  thing: ObligationThing
  unitId: string
  unitNo: number
  unitName: string
  unitOrder: number
  unitEndedOn: PlainDate | null
  owedToUnitId: string
  owedToUnitNo: number
  owedToUnitName: string
  title: string
  words: string | null
  deadline: Deadline
  /** The last day on time, with what was prolonged; and as it was first set. */
  lastDay: PlainDate
  firstLastDay: PlainDate
  prolongedBecause: string | null
  occurrence: string | null
  /** Where it comes from, told apart within its thing. */
  sourceKey: string
  /** A report that is written into a form. */
  byForm: boolean
  /** Of a supplement: the lines it asks for. */
  askedLines: string[] | null
  needsProof: boolean
  acceptedOn: PlainDate | null
  acceptedByName: string | null
  state: ObligationShape['state']
  doneOn: PlainDate | null
  doneWay: 'product' | 'paper' | null
  doneByName: string | null
  exemptReason: string | null
  assignedPersonId: string | null
  assignedName: string | null
  /** Who has a part of it. */
  sharedWith: string[]
  /** The day asked for in the request that waits for an answer. */
  askedUntil: PlainDate | null
  submissionState: ObligationShape['submissionState']
  reminderCount: number
  lastRemindedOn: PlainDate | null
  /** The last day on which a person, not the ladder, reminded. */
  remindedByHandOn: PlainDate | null
  urgedHeight: UrgedHeight
  version: number
  unitPath: UnitPath
  owedToPath: UnitPath
}

type Reminded = { count: number; lastOn: PlainDate | null; byHandOn: PlainDate | null; height: UrgedHeight }

/**
 * Loads obligations with everything a list shows. `narrow` adds the filter; what the actor may not see must be left out by it or
 * by the caller: this only loads.
 */
export async function loadObligations(
  tx: Tx,
  things: Pick<ObligationThings, 'describe'>,
  narrow: Narrow,
): Promise<LoadedObligation[]> {
  const rows = await narrow(tx.db.selectFrom('obligation') as Query)
    .innerJoin('unit as owing', 'owing.id', 'obligation.unit_id')
    .innerJoin('unit as owed', 'owed.id', 'obligation.owed_to_unit_id')
    .leftJoin('submission', 'submission.obligation_id', 'obligation.id')
    .select((eb) => [
      'obligation.id',
      'obligation.kind',
      'obligation.thing_kind',
      'obligation.thing_id',
      'obligation.unit_id',
      'obligation.unit_no',
      'owing.name as unit_name',
      'owing.order_no as unit_order',
      'owing.valid_to as unit_ended_on',
      'obligation.owed_to_unit_id',
      'owed.name as owed_to_name',
      'owed.unit_no as owed_to_no',
      'obligation.title',
      'obligation.words',
      'obligation.due_day',
      'obligation.due_relation',
      'obligation.last_day',
      'obligation.first_last_day',
      'obligation.prolonged_because',
      'obligation.occurrence',
      'obligation.source_key',
      'obligation.asked_lines',
      'obligation.needs_proof',
      'obligation.accepted_on',
      'obligation.accepted_by_name',
      'obligation.state',
      'obligation.done_on',
      'obligation.done_way',
      'obligation.done_by_name',
      'obligation.exempt_reason',
      'obligation.assigned_person_id',
      'obligation.assigned_name',
      'obligation.version',
      'submission.state as submission_state',
      // Asked once for all four: each question plans the policies of the reminders and of what they are for.
      sql<Reminded>`(
        select jsonb_build_object('count', count(*), 'lastOn', max(r.sent_on), 'byHandOn', max(r.sent_on) filter (where r.step is null),
          'height', ${urgedHeight(sql`obligation.last_day`)})
        from app.reminder r where r.obligation_id = obligation.id)`.as('reminded'),
      eb
        .selectFrom('obligation_share')
        .select((s) => s.fn.agg<string[]>('array_agg', ['person_id']).as('people'))
        .whereRef('obligation_share.obligation_id', '=', 'obligation.id')
        .where('obligation_share.taken_back_at', 'is', null)
        .as('shared_with'),
      eb
        .selectFrom('extension_request')
        .select('wanted_day')
        .whereRef('extension_request.obligation_id', '=', 'obligation.id')
        .where('extension_request.state', '=', 'open')
        .as('asked_until'),
    ])
    .execute()
  const paths = await unitPaths(tx, [...new Set(rows.flatMap((row) => [row.unit_id, row.owed_to_unit_id]))])
  const described = await things.describe(tx, [...new Set(rows.map((row) => row.thing_id))])
  return rows.flatMap((row) => {
    // A thing the actor may not see hides what hangs on it.
    const thing = described.get(row.thing_id)
    if (!thing) return []
    return {
      id: row.id,
      kind: row.kind,
      thingKind: row.thing_kind,
      thingId: row.thing_id,
      thing,
      unitId: row.unit_id,
      unitNo: row.unit_no,
      unitName: row.unit_name,
      unitOrder: row.unit_order,
      unitEndedOn: row.unit_ended_on,
      owedToUnitId: row.owed_to_unit_id,
      owedToUnitNo: row.owed_to_no,
      owedToUnitName: row.owed_to_name,
      title: row.title,
      words: row.words,
      deadline: { day: row.due_day, relation: row.due_relation },
      lastDay: row.last_day,
      firstLastDay: row.first_last_day,
      prolongedBecause: row.prolonged_because,
      occurrence: row.occurrence,
      sourceKey: row.source_key,
      askedLines: row.asked_lines,
      byForm: row.kind === 'report' && row.source_key.startsWith('form:'),
      needsProof: row.needs_proof,
      acceptedOn: row.accepted_on,
      acceptedByName: row.accepted_by_name,
      state: row.state,
      doneOn: row.done_on,
      doneWay: row.done_way,
      doneByName: row.done_by_name,
      exemptReason: row.exempt_reason,
      assignedPersonId: row.assigned_person_id,
      assignedName: row.assigned_name,
      sharedWith: row.shared_with ?? [],
      askedUntil: row.asked_until,
      submissionState: row.submission_state,
      reminderCount: row.reminded.count,
      lastRemindedOn: row.reminded.lastOn,
      remindedByHandOn: row.reminded.byHandOn,
      urgedHeight: row.reminded.height,
      version: row.version,
      unitPath: paths.get(row.unit_id) ?? [],
      owedToPath: paths.get(row.owed_to_unit_id) ?? [],
    }
  })
}

export async function findObligation(
  tx: Tx,
  things: Pick<ObligationThings, 'describe'>,
  id: string,
): Promise<LoadedObligation | undefined> {
  const [found] = await loadObligations(tx, things, (query) => query.where('obligation.id', '=', id))
  return found
}

/**
 * Holds the thing, takes the row for this transaction and loads it as it is then: what was loaded before may be older. The order thing →
 * obligation is the same everywhere, so that two acts wait and do not deadlock.
 */
export async function takeObligation(
  tx: Tx,
  things: ObligationThings,
  { id, thingId }: { id: string; thingId: string },
): Promise<LoadedObligation | undefined> {
  const held = await things.lock(tx, thingId)
  await lockObligation(tx, id)
  const described = held ? { describe: async () => new Map([[held.id, held]]) } : things
  return findObligation(tx, described, id)
}

/** Takes the row for this transaction; where it is loaded too, `takeObligation` does both. */
export async function lockObligation(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from app.obligation where id = ${id} for update`.execute(tx.db)
  return rows.length === 1
}

export function owedThing(loaded: LoadedObligation): OwedThing {
  return {
    kind: loaded.kind,
    thingKind: loaded.thingKind,
    byForm: loaded.byForm,
    state: loaded.state,
    doneOn: loaded.doneOn,
    unit: loaded.unitPath,
    owedTo: loaded.owedToPath,
    assignedPersonId: loaded.assignedPersonId,
    sharedWith: loaded.sharedWith,
    closedOn: loaded.thing.closedOn,
    pausedOn: loaded.thing.pausedOn,
  }
}

/** An obligation as it goes over the wire, with what this actor may do with it. */
export function toShape(tx: Tx, loaded: LoadedObligation): ObligationShape {
  const thing = owedThing(loaded)
  const { lastDay } = loaded
  return {
    id: loaded.id,
    kind: loaded.kind,
    title: loaded.title,
    words: loaded.words,
    thingKind: loaded.thingKind,
    thingId: loaded.thingId,
    thingTitle: loaded.thing.title,
    unitId: loaded.unitId,
    unitName: loaded.unitName,
    owedToUnitName: loaded.owedToUnitName,
    occurrence: loaded.occurrence,
    due: {
      ...loaded.deadline,
      lastDay,
      firstLastDay: loaded.firstLastDay,
      prolongedBecause: loaded.prolongedBecause,
      words: dueWords(loaded),
    },
    needsProof: loaded.needsProof,
    accepted: loaded.acceptedOn === null ? null : { on: loaded.acceptedOn, byName: loaded.acceptedByName ?? '' },
    askedUntil: loaded.askedUntil,
    state: loaded.state,
    daysLeft: daysBetween(loaded.doneOn ?? loaded.thing.pausedOn ?? tx.today, lastDay),
    doneOn: loaded.doneOn,
    doneWay: loaded.doneWay,
    doneByName: loaded.doneByName,
    exemptReason: loaded.exemptReason,
    closedOn: loaded.thing.closedOn,
    pausedOn: loaded.thing.pausedOn,
    assignedPersonId: loaded.assignedPersonId,
    assignedName: loaded.assignedName,
    submissionState: loaded.submissionState,
    reminders: {
      count: loaded.reminderCount,
      lastOn: loaded.lastRemindedOn,
      byHandOn: loaded.remindedByHandOn,
      height: loaded.urgedHeight,
    },
    version: loaded.version,
    actions: offered(tx, thing),
  }
}

/** «Chậm nhất ngày 20/11/2024»; where more time was given: «Chậm nhất ngày 30/11/2024 (đã gia hạn, trước là 20/11/2024)». */
export function dueWords({
  deadline,
  lastDay,
  firstLastDay,
}: Pick<LoadedObligation, 'deadline' | 'lastDay' | 'firstLastDay'>) {
  if (lastDay === firstLastDay) return deadlineWords(deadline)
  return `Chậm nhất ngày ${formatDate(lastDay)} (đã gia hạn, trước là ${formatDate(firstLastDay)})`
}

/** An act that belongs to others is not offered; one that is only too late or too early is, with its reason. */
function offered(tx: Tx, thing: OwedThing): ObligationShape['actions'] {
  const actions: ObligationShape['actions'] = {}
  for (const action of OBLIGATION_ACTIONS) {
    const why = whyMayNot(tx.actor, action, thing)
    if (why === undefined) actions[action] = { whyNot: null }
  }
  return actions
}
