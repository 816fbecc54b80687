import { ROLE_NAMES, type Role } from '../../kernel/actor.ts'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { findPost, findUnit, lockOrganisation, whyNothingBegins } from '../../organisation/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { type GrantShape, getGrant } from './accounts.ts'

export type NewGrant = { id: string; postId: string; role: Role; unitId: string; from: string; to: string | null }

/** Gives a post a role at a unit, from a day on. The same id with the same content again gives the grant that is there. */
export async function addGrant(tx: Tx, input: NewGrant): Promise<Result<{ grant: GrantShape }>> {
  await lockOrganisation(tx)
  const post = await findPost(tx, input.postId)
  const unit = await findUnit(tx, input.unitId)
  if (!post || !unit) return refuse('not-found')
  const paths = await unitPaths(tx, [post.unitId, unit.id])
  const units = [paths.get(post.unitId) ?? [], paths.get(unit.id) ?? []]
  const may = whyMayNot(tx.actor, 'grant', { units })
  if (may) return { ok: false, refusal: may }

  const there = await tx.db.selectFrom('post_grant').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (there) {
    const same =
      there.post_id === post.id &&
      there.role === input.role &&
      there.unit_id === unit.id &&
      there.valid_from === input.from &&
      there.valid_to === input.to
    return same ? ok({ grant: await getGrant(tx, there.id) }) : refuse('id-taken')
  }

  const from = plainDate(input.from)
  const to = input.to === null ? null : plainDate(input.to)
  const early = (day: string, start: string, field: string) =>
    refuse('day-before-start', { day: formatDate(day), start: formatDate(start) }, { field })
  if (post.to !== null && post.to < from) return refuse('post-ended', { day: formatDate(post.to) }, { field: 'from' })
  if (from < post.from) return early(from, post.from, 'from')
  const late = whyNothingBegins(unit, from, 'from')
  if (late) return { ok: false, refusal: late }
  if (to !== null && to < from) return early(to, from, 'to')
  const { already } = await tx.db
    .selectFrom('post_grant')
    .select((eb) => eb.fn.countAll<number>().as('already'))
    .where('post_id', '=', post.id)
    .where('role', '=', input.role)
    .where('unit_id', '=', unit.id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .where((eb) => (to === null ? eb.lit(true) : eb('valid_from', '<=', to)))
    // One withdrawn before it began stands for no day at all.
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', eb.ref('valid_from'))]))
    .executeTakeFirstOrThrow()
  if (already > 0) return refuse('grant-exists')

  const row = { id: input.id, post_id: post.id, role: input.role, unit_id: unit.id, valid_from: from, valid_to: to }
  await tx.db
    .insertInto('post_grant')
    .values({ ...row, created_at: tx.now })
    .execute()
  const detail = { role: ROLE_NAMES[input.role], unit: unit.name, from: formatDate(from) }
  const thing = { kind: 'person', id: post.personId, name: post.personName } as const
  await record(tx, 'grant.added', thing, { unitId: unit.id, detail })
  await refreshScopes(tx, [post.personId])
  return ok({ grant: await getGrant(tx, input.id) })
}
