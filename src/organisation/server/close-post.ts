import { ROLE_NAMES } from '../../kernel/actor.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

/**
 * Writes a post's last day, ends the grants that stand on it, and records both. The rows only: whether it may be, whether an
 * administrator remains and the scopes are the caller's to look after.
 */
export async function closePost(tx: Tx, postId: string, lastDay: PlainDate): Promise<void> {
  const post = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.title', 'post.unit_id as unitId', 'unit.name as unitName', 'person.id', 'person.full_name as name'])
    .select('post.version')
    .where('post.id', '=', postId)
    .executeTakeFirstOrThrow()
  await tx.db
    .updateTable('post')
    .set({ valid_to: lastDay, version: post.version + 1 })
    .where('id', '=', postId)
    .execute()
  const detail = { post: post.title, unit: post.unitName, lastDay: formatDate(lastDay) }
  const thing = { kind: 'person', id: post.id, name: post.name } as const
  await record(tx, 'post.ended', thing, { unitId: post.unitId, detail })
  await endGrants(tx, { column: 'post_grant.post_id', id: postId }, lastDay)
}

/** Grants held at a unit that ends are over with it, also those that stand on posts elsewhere. */
export async function endGrantsAt(tx: Tx, unitId: string, lastDay: PlainDate): Promise<void> {
  await endGrants(tx, { column: 'post_grant.unit_id', id: unitId }, lastDay)
}

type Which = { column: 'post_grant.post_id' | 'post_grant.unit_id' | 'post_grant.id'; id: string }

/** Ends every grant of that kind that goes on after the day; one that has not begun is withdrawn. */
export async function endGrants(tx: Tx, which: Which, lastDay: PlainDate): Promise<void> {
  const grants = await tx.db
    .selectFrom('post_grant')
    .innerJoin('post', 'post.id', 'post_grant.post_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('unit', 'unit.id', 'post_grant.unit_id')
    .select(['post_grant.id', 'post_grant.role', 'unit.id as unitId', 'unit.name as unitName'])
    .select(['person.id as personId', 'person.full_name as personName'])
    .where(which.column, '=', which.id)
    .where((eb) => eb.or([eb('post_grant.valid_to', 'is', null), eb('post_grant.valid_to', '>', lastDay)]))
    .orderBy('post_grant.id')
    .execute()
  for (const grant of grants) {
    await tx.db.updateTable('post_grant').set({ valid_to: lastDay }).where('id', '=', grant.id).execute()
    const detail = { role: ROLE_NAMES[grant.role], unit: grant.unitName, lastDay: formatDate(lastDay) }
    const thing = { kind: 'person', id: grant.personId, name: grant.personName } as const
    await record(tx, 'grant.ended', thing, { unitId: grant.unitId, detail })
  }
}
