import type { Selectable } from 'kysely'
import { capacityFor, type Role, type UnitPath } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ConsentTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { ConsentGiven, ConsentShape } from '../contract.ts'
import { whyNotOfThatDay } from '../domain/paper.ts'
import { giversOn } from './givers.ts'

type ConsentRow = Selectable<ConsentTable>

export type ConsentThing = {
  kind: 'campaign' | 'obligation' | 'submission' | 'rating-list' | 'delegation'
  id: string
  /** The version agreed to: a later one is not covered. */
  version: number
}

export type NewConsent = {
  thing: ConsentThing
  outcome: 'agreed' | 'returned'
  reason: string | null
  given: ConsentGiven
  /** Whose consent it is: holders of these roles over this unit. */
  roles: readonly Role[]
  unit: UnitPath
  /** The day the thing came to be: an older paper cannot be about it. */
  notBefore: PlainDate | null
}

export type GivenConsent = {
  id: string
  byPersonId: string
  byName: string
  byCapacity: string
  on: PlainDate
  way: 'product' | 'paper'
  /** As `consentsOf` would give it. */
  shape: ConsentShape
}

/**
 * Writes one consent: by the acting person himself, or from paper in the name of somebody who held the role on the paper's day.
 * The caller has asked its own permissions whether the actor may give it or enter it. Refuses a paper of a wrong day, of somebody
 * without that role, or without a readable scan.
 */
export async function giveConsent(tx: Tx, wanted: NewConsent): Promise<Result<GivenConsent>> {
  const { actor } = tx
  if (actor.kind !== 'person') throw new Error('a consent is given or entered by a person')
  const giver = wanted.given.way === 'product' ? await ownConsent(tx, wanted) : await paperConsent(tx, wanted)
  if (!giver.ok) return giver
  const row: ConsentRow = {
    id: newId(tx.now.getTime()),
    thing_kind: wanted.thing.kind,
    thing_id: wanted.thing.id,
    thing_version: wanted.thing.version,
    outcome: wanted.outcome,
    reason: wanted.reason,
    given_by_person: giver.value.personId,
    given_by_name: giver.value.byName,
    given_as: giver.value.byCapacity,
    given_on: giver.value.on,
    way: wanted.given.way,
    scan_file_id: wanted.given.way === 'paper' ? wanted.given.scanFileId : null,
    entered_by: actor.accountId,
    entered_by_name: actor.name,
    entered_at: tx.now,
    voided_at: null,
    void_reason: null,
  }
  await tx.db.insertInto('consent').values(row).execute()
  const { personId: byPersonId, byName, byCapacity, on } = giver.value
  return ok({ id: row.id, way: row.way, byPersonId, byName, byCapacity, on, shape: toShape(row) })
}

type Giving = { personId: string; byName: string; byCapacity: string; on: PlainDate }

async function ownConsent(tx: Tx, wanted: NewConsent): Promise<Result<Giving>> {
  const { actor } = tx
  if (actor.kind !== 'person') throw new Error('a consent is given by a person')
  const byCapacity = capacityFor(actor, wanted.roles, wanted.unit)
  return ok({ personId: actor.personId, byName: actor.name, byCapacity, on: tx.today })
}

async function paperConsent(tx: Tx, wanted: NewConsent): Promise<Result<Giving>> {
  const { given } = wanted
  if (given.way !== 'paper') throw new Error('not a consent on paper')
  const on = parsePlainDate(given.givenOn)
  if (on === undefined)
    return refuse('wrong-consent-paper', { problem: 'không có ngày này trong lịch' }, { field: 'consent.givenOn' })
  const wrongDay = whyNotOfThatDay(on, tx.today, wanted.notBefore)
  if (wrongDay) return { ok: false, refusal: wrongDay }
  const giver = (await giversOn(tx, wanted.roles, wanted.unit, on)).find(
    (one) => one.personId === given.givenByPersonId,
  )
  if (!giver) {
    const problem = 'người được chọn không có thẩm quyền này vào ngày ghi trên giấy'
    return refuse('wrong-consent-paper', { problem }, { field: 'consent.givenByPersonId' })
  }
  const scan = await tx.db.selectFrom('file').select('id').where('id', '=', given.scanFileId).executeTakeFirst()
  if (!scan)
    return refuse(
      'wrong-consent-paper',
      { problem: 'chưa có bản chụp. Tải bản chụp lên lại' },
      { field: 'consent.scanFileId' },
    )
  return ok({ personId: giver.personId, byName: giver.name, byCapacity: giver.post, on })
}

/** The consents of a thing, oldest first. */
export async function consentsOf(tx: Tx, thing: { kind: ConsentThing['kind']; id: string }): Promise<ConsentShape[]> {
  return (await consentsOfMany(tx, thing.kind, [thing.id])).get(thing.id) ?? []
}

/** As `consentsOf`, for many things of a kind. */
export async function consentsOfMany(
  tx: Tx,
  kind: ConsentThing['kind'],
  ids: readonly string[],
): Promise<Map<string, ConsentShape[]>> {
  const found = new Map<string, ConsentShape[]>()
  if (ids.length === 0) return found
  const rows = await tx.db
    .selectFrom('consent')
    .selectAll()
    .where('thing_kind', '=', kind)
    .where('thing_id', 'in', [...ids])
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const shape = toShape(row)
    const list = found.get(row.thing_id)
    if (list) list.push(shape)
    else found.set(row.thing_id, [shape])
  }
  return found
}

function toShape(row: ConsentRow): ConsentShape {
  return {
    id: row.id,
    outcome: row.outcome,
    reason: row.reason,
    givenByName: row.given_by_name,
    givenAs: row.given_as,
    givenOn: row.given_on,
    way: row.way,
    scanFileId: row.scan_file_id,
    enteredByName: row.entered_by_name,
    enteredAt: row.entered_at.toISOString(),
    voided: row.voided_at === null ? null : { at: row.voided_at.toISOString(), reason: row.void_reason ?? '' },
  }
}

/** Voids every standing agreement to a thing; gives whether there was one. */
export async function voidConsents(
  tx: Tx,
  thing: { kind: ConsentThing['kind']; id: string },
  reason: string,
): Promise<boolean> {
  const voided = await tx.db
    .updateTable('consent')
    .set({ voided_at: tx.now, void_reason: reason })
    .where('thing_kind', '=', thing.kind)
    .where('thing_id', '=', thing.id)
    .where('outcome', '=', 'agreed')
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return voided.numUpdatedRows > 0n
}
