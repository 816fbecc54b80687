import { ROLE_NAMES } from '../../kernel/actor.ts'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { endGrants, lockOrganisation, whyNoAdministratorRemains } from '../../organisation/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { type GrantShape, getGrant } from './accounts.ts'

type Change = { id: string; to: string | null; version: number }

/**
 * Moves the last day of a grant, earlier or later; `null`: no end is set. One that has not begun is withdrawn by a day before it begins.
 * Of two administrators the second is told what the first has made of it, and decides anew.
 */
export async function changeGrant(tx: Tx, input: Change): Promise<Result<{ grant: GrantShape }>> {
  await lockOrganisation(tx)
  const grant = await findGrant(tx, input.id)
  if (!grant) return refuse('not-found')
  const paths = await unitPaths(tx, [grant.unitId, grant.postUnitId])
  const units = [paths.get(grant.unitId) ?? [], paths.get(grant.postUnitId) ?? []]
  const may = whyMayNot(tx.actor, 'end-grant', { units })
  if (may) return { ok: false, refusal: may }

  const to = input.to === null ? null : plainDate(input.to)
  // The same again, or what another has just set: it stands.
  if (grant.to === to) return ok({ grant: await getGrant(tx, grant.id) })
  if (grant.version !== input.version) {
    return refuse('changed-meanwhile', {}, { data: { grant: await getGrant(tx, grant.id) } })
  }
  const wrong = whyNotUntil(grant, to, tx.today)
  if (wrong) return { ok: false, refusal: wrong }
  if (to !== null && (grant.to === null || to < grant.to)) {
    await endGrants(tx, { column: 'post_grant.id', id: grant.id }, to)
  } else {
    const refused = await goOn(tx, grant, to)
    if (refused) return { ok: false, refusal: refused }
  }
  const last = await whyNoAdministratorRemains(tx)
  if (last) return { ok: false, refusal: last }
  await refreshScopes(tx, [grant.personId])
  return ok({ grant: await getGrant(tx, grant.id) })
}

type GrantRow = NonNullable<Awaited<ReturnType<typeof findGrant>>>

async function findGrant(tx: Tx, id: string) {
  return tx.db
    .selectFrom('post_grant')
    .innerJoin('post', 'post.id', 'post_grant.post_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post_grant.unit_id')
    .select([
      'post_grant.id',
      'post_grant.role',
      'post_grant.version',
      'post.id as postId',
      'post.unit_id as postUnitId',
    ])
    .select(['unit.id as unitId', 'unit.name as unitName', 'unit.valid_to as unitTo'])
    .select(['person.id as personId', 'person.full_name as personName'])
    .select(['post_grant.valid_from as from', 'post_grant.valid_to as to'])
    .where('post_grant.id', '=', id)
    .executeTakeFirst()
}

function whyNotUntil(grant: GrantRow, to: PlainDate | null, today: PlainDate): Refusal | undefined {
  if (grant.to !== null && grant.to < today) return refusal('grant-ended', { day: formatDate(grant.to) })
  // Days compare as text.
  const earliest = [grant.from, today].toSorted()[0] ?? today
  if (to !== null && to < earliest) {
    return refusal('day-before-start', { day: formatDate(to), start: formatDate(grant.from) }, { field: 'to' })
  }
  if (grant.unitTo !== null && (to === null || to > grant.unitTo)) {
    return refusal('unit-ends-earlier', { unit: grant.unitName, day: formatDate(grant.unitTo) }, { field: 'to' })
  }
  return undefined
}

/** Later than it was to end: unless the same role is held there by then through another grant. */
async function goOn(tx: Tx, grant: GrantRow, to: PlainDate | null): Promise<Refusal | undefined> {
  const { already } = await tx.db
    .selectFrom('post_grant')
    .select((eb) => eb.fn.countAll<number>().as('already'))
    .where('post_id', '=', grant.postId)
    .where('role', '=', grant.role)
    .where('unit_id', '=', grant.unitId)
    .where('id', '<>', grant.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', grant.from)]))
    .where((eb) => (to === null ? eb.lit(true) : eb('valid_from', '<=', to)))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', eb.ref('valid_from'))]))
    .executeTakeFirstOrThrow()
  if (Number(already) > 0) return refusal('grant-exists')
  await tx.db.updateTable('post_grant').set({ valid_to: to }).where('id', '=', grant.id).execute()
  const said = (day: PlainDate | null) => (day === null ? 'chưa định' : formatDate(day))
  const detail = { role: ROLE_NAMES[grant.role], unit: grant.unitName, old: said(grant.to), lastDay: said(to) }
  const thing = { kind: 'person', id: grant.personId, name: grant.personName } as const
  await record(tx, 'grant.moved', thing, { unitId: grant.unitId, detail })
  return undefined
}
