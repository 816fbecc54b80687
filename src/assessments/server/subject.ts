import type { UnitPath } from '../../kernel/actor.ts'
import { carriedPaths } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { Birth } from '../domain/checks.ts'
import type { FactThing } from '../domain/permissions.ts'

/** Whom or what a fact is about, as far as the actor sees him or it. */
export type Subject = {
  kind: 'person' | 'unit'
  id: string
  name: string
  /** Entered twice, and this one is he now: nothing more is entered about the row. */
  mergedInto: string | null
  birth: Birth
  thing: FactThing
  /** Where something entered today belongs: the unit of the main post, or the unit itself. */
  unit: { id: string; no: number; path: UnitPath }
}

export async function findPersonSubject(tx: Tx, personId: string): Promise<Subject | undefined> {
  const person = await tx.db
    .selectFrom('person')
    .select(['id', 'full_name', 'birth_on', 'birth_precision', 'unit_no', 'other_unit_nos', 'merged_into'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const units = await tx.db
    .selectFrom('unit')
    .select(['id', 'unit_no'])
    .where('unit_no', 'in', [person.unit_no, ...(person.other_unit_nos ?? [])])
    .execute()
  const paths = await carriedPaths(
    tx,
    units.map((unit) => unit.id),
  )
  const main = units.find((unit) => unit.unit_no === person.unit_no)
  if (!main) throw new Error(`person ${personId} has no unit`)
  const birth =
    person.birth_on === null || person.birth_precision === null
      ? null
      : { on: person.birth_on, precision: person.birth_precision }
  return {
    kind: 'person',
    id: person.id,
    name: person.full_name,
    mergedInto: person.merged_into,
    birth,
    thing: { units: units.map((unit) => paths.get(unit.id) ?? []), personId: person.id },
    unit: { id: main.id, no: main.unit_no, path: paths.get(main.id) ?? [] },
  }
}

export async function findUnitSubject(tx: Tx, unitId: string): Promise<Subject | undefined> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'name', 'unit_no'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) return undefined
  const path = (await carriedPaths(tx, [unit.id])).get(unit.id) ?? []
  return {
    kind: 'unit',
    id: unit.id,
    name: unit.name,
    mergedInto: null,
    birth: null,
    thing: { units: [path], personId: null },
    unit: { id: unit.id, no: unit.unit_no, path },
  }
}

/** With the unit a fact was entered for beside those of today: whoever entered it there goes on keeping it. */
export async function atUnit(tx: Tx, subject: Subject, unitId: string): Promise<FactThing> {
  const path = (await carriedPaths(tx, [unitId])).get(unitId) ?? []
  return { ...subject.thing, units: [path, ...subject.thing.units] }
}
