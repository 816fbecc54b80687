import { type ExpressionBuilder, sql, type Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { HeldGrant, HeldPost, PersonActor, Role, SignsAs } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Database } from './tables.ts'

export type LoadedActor = {
  actor: PersonActor
  scopeDay: string | undefined
  /** A role he holds that asks for a second factor, while he has none. */
  owesSecondFactor: Role | undefined
}

/**
 * Who this account is on that day: the person, the posts and the grants that hold, his own and those delegated to him. `undefined` when there is no such account or it is
 * disabled. The actor must already be set on the transaction: everybody may see his own rows.
 */
export async function loadPersonActor(
  db: Transaction<Database>,
  accountId: string,
  day: PlainDate,
): Promise<LoadedActor | undefined> {
  const person = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account_scope', 'account_scope.account_id', 'account.id')
    .select([
      'account.id as accountId',
      'person.id as personId',
      'person.full_name as name',
      'account_scope.computed_for as scopeDay',
      'account.second_factor_at as secondFactorAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('second_factor_rule')
        .select((rule) => rule.fn<string[] | null>('array_agg', ['second_factor_rule.role']).as('roles'))
        .as('obligedRoles'),
    )
    .select((eb) => jsonArrayFrom(heldBy(eb, day)).as('held'))
    // The grants he holds for others that day. Asked past his own scope, which need not reach the one he stands in for.
    .select(
      sql<Delegated[]>`(select coalesce(jsonb_agg(d), '[]') from app.delegated_to(person.id, ${day}::date) d)`.as(
        'delegated',
      ),
    )
    .where('account.id', '=', accountId)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined

  const posts = new Map<string, HeldPost>()
  const grants: HeldGrant[] = []
  for (const row of person.held) {
    posts.set(row.postId, {
      id: row.postId,
      title: row.title,
      unitId: row.unitId,
      unitNo: row.unitNo,
      unitName: row.unitName,
    })
    if (row.role !== null && row.grantUnitId !== null) {
      grants.push({ postId: row.postId, role: row.role as Role, unitId: row.grantUnitId })
    }
  }
  grants.push(...person.delegated.map(heldFor))
  return {
    actor: {
      kind: 'person',
      accountId,
      personId: person.personId,
      name: person.name,
      posts: [...posts.values()],
      grants,
    },
    scopeDay: person.scopeDay ?? undefined,
    owesSecondFactor:
      person.secondFactorAt === null ? grants.find(({ role }) => person.obligedRoles?.includes(role))?.role : undefined,
  }
}

/** His posts that hold that day, each as often as it has grants. */
function heldBy(eb: ExpressionBuilder<Database, 'person'>, day: PlainDate) {
  return eb
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('post_grant', (join) =>
      join
        .onRef('post_grant.post_id', '=', 'post.id')
        .on('post_grant.valid_from', '<=', day)
        .on((grant) => grant.or([grant('post_grant.valid_to', 'is', null), grant('post_grant.valid_to', '>=', day)])),
    )
    .select([
      'post.id as postId',
      'post.title',
      'post.unit_id as unitId',
      'post.unit_no as unitNo',
      'unit.name as unitName',
      'post_grant.role',
      'post_grant.unit_id as grantUnitId',
    ])
    .whereRef('post.person_id', '=', 'person.id')
    .where('post.valid_from', '<=', day)
    .where((post) => post.or([post('post.valid_to', 'is', null), post('post.valid_to', '>=', day)]))
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .orderBy('post_grant.id')
}

/** A row of `app.delegated_to`. */
type Delegated = {
  delegation_id: string
  post_id: string
  signs_as: SignsAs
  of_post: string
  of_unit_id: string
  of_unit: string
  of_name: string
  until: PlainDate
  role: Role
  unit_id: string
}

function heldFor(row: Delegated): HeldGrant {
  return {
    postId: row.post_id,
    role: row.role,
    unitId: row.unit_id,
    delegation: {
      id: row.delegation_id,
      signsAs: row.signs_as,
      ofTitle: row.of_post,
      ofUnitId: row.of_unit_id,
      ofUnitName: row.of_unit,
      ofName: row.of_name,
      until: row.until,
    },
  }
}
