import { sql } from 'kysely'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { seenUnitNos } from './seen-units.ts'
import { findUnit } from './units.ts'

export const PEOPLE_PAGE = 50

type Filter = { q?: string; unitId?: string; page: number }
type ListedPerson = {
  id: string
  name: string
  email: string | null
  posts: { title: string; unitName: string }[]
  hasAccount: boolean
}
type People = {
  people: ListedPerson[]
  total: number
  page: number
  pageSize: number
  actions: { create?: { whyNot: string | null } }
}

/** People as far as the actor sees them, by given name; of one unit with everything below it when `unitId` is given. */
export async function listPeople(tx: Tx, filter: Filter): Promise<Result<People>> {
  let chosen = tx.db.selectFrom('person')
  const words = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
  if (filter.q && words.length === 0) chosen = chosen.where(sql<boolean>`false`)
  if (words.length > 0) {
    const patterns = words.map((word) => `%${word}%`)
    chosen = chosen.where('id', 'in', sql<string>`(select app.find_people(${patterns}::text[]))`)
  }
  if (filter.unitId !== undefined) {
    if (!(await findUnit(tx, filter.unitId))) return refuse('not-found')
    chosen = chosen.where(inUnits(await unitNosBelow(tx, filter.unitId)))
  }
  const seen = await seenUnitNos(tx)
  if (seen) {
    const self = tx.actor.kind === 'person' ? tx.actor.personId : null
    chosen = chosen.where((eb) => eb.or([inUnits(seen), eb('id', '=', self)]))
  }

  const { total } = await chosen.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await chosen
    .select(['id', 'full_name as name', 'email'])
    .orderBy('given_name')
    .orderBy('full_name')
    .orderBy('id')
    .limit(PEOPLE_PAGE)
    .offset((filter.page - 1) * PEOPLE_PAGE)
    .execute()
  const ids = rows.map((row) => row.id)
  const posts = await currentPosts(tx, ids)
  const withAccount = await peopleWithAccount(tx, ids)
  const mayCreate = tx.actor.kind === 'person' && tx.actor.grants.some((grant) => grant.role === 'administrator')
  return ok({
    people: rows.map((row) => ({ ...row, posts: posts.get(row.id) ?? [], hasAccount: withAccount.has(row.id) })),
    total,
    page: filter.page,
    pageSize: PEOPLE_PAGE,
    actions: mayCreate ? { create: { whyNot: null } } : {},
  })
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

async function currentPosts(tx: Tx, personIds: readonly string[]): Promise<Map<string, ListedPerson['posts']>> {
  const posts = new Map<string, ListedPerson['posts']>()
  if (personIds.length === 0) return posts
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .select(['post.person_id as personId', 'post.title', 'unit.name as unitName'])
    .where('post.person_id', 'in', [...personIds])
    .where('post.valid_from', '<=', tx.today)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', tx.today)]))
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .execute()
  for (const { personId, title, unitName } of rows) {
    posts.set(personId, [...(posts.get(personId) ?? []), { title, unitName }])
  }
  return posts
}

async function peopleWithAccount(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('account')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
