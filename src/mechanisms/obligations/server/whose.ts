import { sql } from 'kysely'
import type { PersonActor, Role } from '../../../kernel/actor.ts'

/** Owed to a unit where he has one of these roles; or work that a unit gave of which he is head or officer. */
export function owedTo(actor: PersonActor, roles: readonly Role[]) {
  const [units, givers] = [unitsWith(actor, roles), unitsWith(actor, ['head', 'officer'])]
  return sql<boolean>`(obligation.owed_to_unit_id = any(${units}::uuid[])
    or (obligation.thing_kind = 'assignment' and obligation.owed_to_unit_id = any(${givers}::uuid[])))`
}

/** The units at which the actor has a grant of one of these roles. */
export function unitsWith(actor: PersonActor, roles: readonly Role[]): string[] {
  return [...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unitId))]
}
