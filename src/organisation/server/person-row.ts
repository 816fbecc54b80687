import { type Selectable, sql } from 'kysely'
import type { PersonTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import type { PersonDetails } from '../domain/person-fields.ts'
import type { PersonPlace } from '../domain/sensitive.ts'

/** What citizen ids are sealed and found by. */
export const CITIZEN_ID = 'person.citizen-id'

export type PersonRow = Omit<PersonDetails, 'citizenId'> & {
  readonly id: string
  readonly version: number
  /** Sealed; `openCitizenId` opens it, where somebody may and asked. */
  readonly citizenIdSealed: Buffer | null
  readonly mergedInto: { readonly id: string; readonly name: string } | null
  readonly mainUnitId: string
  readonly place: PersonPlace
}

/** The person with what the rules about his file need; `undefined` when there is none the actor sees. `lock` for who will change him. */
export async function findPerson(tx: Tx, id: string, { lock = false } = {}): Promise<PersonRow | undefined> {
  let query = tx.db.selectFrom('person').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no'])
    .where('unit_no', 'in', [row.unit_no, ...(row.other_unit_nos ?? [])])
    .execute()
  const mainUnitId = units.find((unit) => unit.unit_no === row.unit_no)?.id
  if (mainUnitId === undefined) throw new Error(`person ${id} has no unit`)
  const paths = await unitPaths(
    tx,
    units.map((unit) => unit.id),
  )
  return {
    ...detailsOf(row),
    id,
    version: row.version,
    citizenIdSealed: row.citizen_id_sealed,
    mergedInto: row.merged_into === null ? null : { id: row.merged_into, name: await nameOf(tx, row.merged_into) },
    mainUnitId,
    place: { id, units: [...paths.values()] },
  }
}

/**
 * Whoever is just making this row and another one person is waited for, so that what is written about it now is not written about a row
 * that is nobody any more. To be called before the row is read.
 */
export async function awaitMerge(tx: Tx, personId: string): Promise<void> {
  await sql`select 1 from app.person where id = ${personId}::uuid for key share`.execute(tx.db)
}

/** What a row says of a person, but for the number that only `openCitizenId` reads. */
export function detailsOf(row: Selectable<PersonTable>): Omit<PersonDetails, 'citizenId'> {
  return {
    name: row.full_name,
    email: row.email,
    staffCode: row.staff_code,
    recruitedOn: row.recruited_on,
    birth: row.birth_on && row.birth_precision ? { on: row.birth_on, precision: row.birth_precision } : null,
    gender: row.gender,
    ethnicity: row.ethnicity,
    partyJoinedOn: row.party_joined_on,
  }
}

export function openCitizenId(tx: Tx, person: Pick<PersonRow, 'citizenIdSealed'>): string | null {
  return person.citizenIdSealed === null ? null : tx.keys.open(CITIZEN_ID, person.citizenIdSealed)
}

/** With the number opened: for comparing and writing, never for an answer. */
export function wholeDetails(tx: Tx, person: PersonRow): PersonDetails {
  const { name, email, staffCode, recruitedOn, birth, gender, ethnicity, partyJoinedOn } = person
  const open = { name, email, staffCode, recruitedOn, birth, gender, ethnicity, partyJoinedOn }
  return { ...open, citizenId: openCitizenId(tx, person) }
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.db.selectFrom('person').select('full_name').where('id', '=', id).executeTakeFirst()
  return row?.full_name ?? 'người khác'
}
