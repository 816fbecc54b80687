import { type ExpressionBuilder, sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Database } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { staffCodeKey } from '../domain/person-fields.ts'
import type { LeaderLevel, PostTraits, RecipientClass } from '../domain/posts.ts'
import { FILE_KEEPERS } from '../domain/sensitive.ts'
import { currentPosts } from './posts.ts'
import { seenUnitNos } from './seen-units.ts'
import { findUnit } from './units.ts'

export const PEOPLE_PAGE = 50

export type PeopleFilter = {
  q?: string | undefined
  unitId?: string | undefined
  leader?: LeaderLevel | undefined
  recipientClass?: RecipientClass | undefined
  party?: 'yes' | 'no' | undefined
  account?: 'yes' | 'no' | undefined
  posts?: 'held' | 'ended' | undefined
  page: number
}
type ListedPerson = {
  id: string
  name: string
  email: string | null
  staffCode: string | null
  posts: { title: string; unitId: string; unitName: string; kind: PostTraits['kind'] }[]
  hasAccount: boolean
}
type Act = { whyNot: string | null }
type People = {
  people: ListedPerson[]
  total: number
  page: number
  pageSize: number
  actions: { create?: Act; 'find-by-number'?: Act }
}

/** People as far as the actor sees them, by given name; of one unit with everything below it when `unitId` is given. */
export async function listPeople(tx: Tx, filter: PeopleFilter): Promise<Result<People>> {
  const found = await choosePeople(tx, filter)
  if (!found) return refuse('not-found')
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await inListOrder(found)
    .limit(PEOPLE_PAGE)
    .offset((filter.page - 1) * PEOPLE_PAGE)
    .execute()
  const ids = rows.map((row) => row.id)
  const posts = await currentPosts(tx, ids)
  const withAccount = await peopleWithAccount(tx, ids)
  const grants = tx.actor.kind === 'person' ? tx.actor.grants : []
  return ok({
    people: rows.map((row) => ({ ...row, posts: posts.get(row.id) ?? [], hasAccount: withAccount.has(row.id) })),
    total,
    page: filter.page,
    pageSize: PEOPLE_PAGE,
    actions: {
      ...(grants.some((grant) => grant.role === 'administrator') ? { create: { whyNot: null } } : {}),
      ...(grants.some((grant) => FILE_KEEPERS.includes(grant.role)) ? { 'find-by-number': { whyNot: null } } : {}),
    },
  })
}

/** As the list shows them: by given name, the Vietnamese way. */
export function inListOrder(found: NonNullable<Awaited<ReturnType<typeof choosePeople>>>) {
  return found
    .select(['id', 'full_name as name', 'email', 'staff_code as staffCode'])
    .orderBy('given_name')
    .orderBy('full_name')
    .orderBy('id')
}

/** The very people of the list, for whoever writes them out; `undefined` when there is no such unit. Merged rows are nobody. */
export async function choosePeople(tx: Tx, filter: Omit<PeopleFilter, 'page'>) {
  let chosen = tx.db.selectFrom('person').where('person.merged_into', 'is', null)
  const words = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
  if (filter.q && words.length === 0) chosen = chosen.where(sql<boolean>`false`)
  if (words.length > 0) {
    // the first pattern alone is answered by the index: the longest leaves the fewest
    const patterns = words.toSorted((a, b) => b.length - a.length).map((word) => `%${word}%`)
    const code = staffCodeKey(filter.q ?? '')
    chosen = chosen.where(
      'person.id',
      'in',
      sql<string>`(select app.find_people(${patterns}::text[]) union all select c.id from app.person c where c.staff_code_key = ${code})`,
    )
  }
  if (filter.unitId !== undefined) {
    if (!(await findUnit(tx, filter.unitId))) return undefined
    chosen = chosen.where(inUnits(await unitNosBelow(tx, filter.unitId)))
  }
  const seen = await seenUnitNos(tx)
  if (seen) {
    const self = tx.actor.kind === 'person' ? tx.actor.personId : null
    chosen = chosen.where((eb) => eb.or([inUnits(seen), eb('person.id', '=', self)]))
  }
  const { leader, recipientClass } = filter
  if (leader) chosen = chosen.where((eb) => eb.exists(heldPosts(eb, tx).where('post.leader_level', '=', leader)))
  if (recipientClass) {
    chosen = chosen.where((eb) => eb.exists(heldPosts(eb, tx).where('post.recipient_class', '=', recipientClass)))
  }
  if (filter.posts === 'held') chosen = chosen.where((eb) => eb.exists(heldPosts(eb, tx)))
  if (filter.posts === 'ended') {
    chosen = chosen.where('person.id', 'in', sql<string>`(select app.people_without_post(${tx.today}::date))`)
  }
  if (filter.account) {
    const has = filter.account === 'yes'
    chosen = chosen.where((eb) => {
      const own = eb.exists(
        eb.selectFrom('account').select('account.id').whereRef('account.person_id', '=', 'person.id'),
      )
      return has ? own : eb.not(own)
    })
  }
  // Who is of the Party is sensitive: the filter tells it of those alone whose file the actor keeps.
  if (filter.party) {
    chosen = chosen.where(KEPT).where('person.party_joined_on', filter.party === 'yes' ? 'is not' : 'is', null)
  }
  return chosen
}

const KEPT = sql<boolean>`((select app.keeps_all_files()) or get_bit((select app.kept_bits()), person.unit_no) = 1
  or (person.other_unit_nos is not null and exists (select 1 from unnest(person.other_unit_nos) no where get_bit((select app.kept_bits()), no) = 1)))`

function heldPosts(eb: ExpressionBuilder<Database, 'person'>, tx: Tx) {
  return eb
    .selectFrom('post')
    .select('post.id')
    .whereRef('post.person_id', '=', 'person.id')
    .where('post.valid_from', '<=', tx.today)
    .where((inner) => inner.or([inner('post.valid_to', 'is', null), inner('post.valid_to', '>=', tx.today)]))
}

function inUnits(nos: readonly number[]) {
  return sql<boolean>`(unit_no = any(${nos}::int[]) or (other_unit_nos is not null and other_unit_nos && ${nos}::int[]))`
}

async function unitNosBelow(tx: Tx, unitId: string): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    with recursive below as (
      select u.id, u.unit_no from app.unit u where u.id = ${unitId}::uuid
      union all
      select u.id, u.unit_no from below b join app.unit u on u.parent_id = b.id
    ) select unit_no as no from below`.execute(tx.db)
  return rows.map((row) => row.no)
}

export async function peopleWithAccount(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('account')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
