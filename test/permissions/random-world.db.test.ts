import fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holds, type Role } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { addDays, plainDate } from '../../src/kernel/plain-date.ts'
import { ok } from '../../src/kernel/result.ts'
import { MovedClock } from '../../src/platform/clock/clock.ts'
import { openPools, type Pools } from '../../src/platform/database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../../src/platform/database/unit-of-work.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import { testKeys } from '../keys.ts'
import { eightOn, must } from '../world.ts'

/**
 * Random organisations: a tree, people with posts in it, grants on the posts, delegations of the grants, all with dates. What each account
 * sees and holds on a random day is worked out here once more, by walking everything, and compared with what the database and the kernel say.
 */

const FIRST = plainDate('2022-01-01')
const DAYS = 120
const ROLES: readonly Role[] = ['administrator', 'standing-office', 'authority', 'head', 'officer', 'staff', 'auditor']

type Span = { from: number; to: number | null }
type Post = Span & { person: number; unit: number }
type Grant = Span & { post: number; role: Role; unit: number }
type Delegation = { grant: number; toPost: number; from: number; to: number }
/** `parents[n]` is the unit above unit n + 1; unit 0 is the root. */
type Model = {
  parents: number[]
  people: number
  posts: Post[]
  grants: Grant[]
  delegations: Delegation[]
  day: number
}

/** Most hold on most days, so that there is something to see. */
const span = fc
  .record({ from: fc.nat(DAYS / 2), length: fc.option(fc.nat(DAYS), { nil: null, freq: 2 }) })
  .map(({ from, length }): Span => ({ from, to: length === null ? null : from + length }))

const model: fc.Arbitrary<Model> = fc
  .record({ units: fc.integer({ min: 2, max: 24 }), people: fc.integer({ min: 2, max: 9 }) })
  .chain(({ units, people }) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: units - 1 }, (_, n) => fc.nat(n))),
      people: fc.constant(people),
      // Everybody has a first post: nobody is in the organisation without one.
      posts: fc
        .tuple(
          fc.array(fc.record({ span, unit: fc.nat(units - 1) }), { minLength: people, maxLength: people }),
          fc.array(fc.record({ span, unit: fc.nat(units - 1), person: fc.nat(people - 1) }), { maxLength: 6 }),
        )
        .map(([first, further]): Post[] => [
          ...first.map(({ span: held, unit }, person) => ({ ...held, unit, person })),
          ...further.map(({ span: held, unit, person }) => ({ ...held, unit, person })),
        ]),
      grants: fc
        .array(
          fc.record({ span, post: fc.nat(people - 1), role: fc.constantFrom(...ROLES), unit: fc.nat(units - 1) }),
          { minLength: 6, maxLength: 12 },
        )
        .map((all): Grant[] => all.map(({ span: held, ...rest }) => ({ ...rest, ...held }))),
      delegations: fc.array(
        fc.record({ grant: fc.nat(11), toPost: fc.nat(people - 1), from: fc.nat(DAYS / 2), length: fc.nat(DAYS) }),
        { minLength: 1, maxLength: 4 },
      ),
      day: fc.integer({ min: DAYS / 4, max: DAYS }),
    }),
  )
  .map(({ delegations, ...rest }) => ({
    ...rest,
    delegations: delegations
      .map(({ from, length, ...given }) => ({ ...given, from, to: from + length }))
      .filter(({ grant, toPost }) => {
        const given = rest.grants[grant]
        return given !== undefined && rest.posts[given.post]?.person !== rest.posts[toPost]?.person
      }),
  }))

const on = (day: number, { from, to }: Span) => from <= day && (to === null || day <= to)

/** Unit n and all above it, itself first. */
function pathOf({ parents }: Model, unit: number): number[] {
  const path = [unit]
  for (let at = unit; at > 0; ) {
    at = parents[at - 1] ?? 0
    path.push(at)
  }
  return path
}

/** What a person holds on the day: his posts' grants, and those he stands in for, as long as everything they rest on holds. */
function heldBy({ posts, grants, delegations, day }: Model, person: number): { role: Role; unit: number }[] {
  const held: { role: Role; unit: number }[] = []
  for (const [no, grant] of grants.entries()) {
    const post = posts[grant.post]
    if (!post || !on(day, grant) || !on(day, post)) continue
    if (post.person === person) held.push(grant)
    for (const one of delegations) {
      const own = posts[one.toPost]
      if (one.grant === no && own?.person === person && on(day, own) && on(day, one)) held.push(grant)
    }
  }
  return held
}

const hasPost = ({ posts, day }: Model, person: number) => posts.some((post) => post.person === person && on(day, post))

/** Does one of what he holds reach this unit? Staff reach their own unit alone. */
function reaches(world: Model, held: { role: Role; unit: number }[], unit: number, roles = ROLES): boolean {
  const path = pathOf(world, unit)
  return held.some(
    (one) => roles.includes(one.role) && (one.role === 'staff' ? one.unit === unit : path.includes(one.unit)),
  )
}

/** Units of a person's posts of the day; when none holds, of the one that ends last, of several such the one with the lowest id. */
function unitsOf({ posts, day }: Model, person: number, postIds: readonly string[]): number[] {
  const own = posts.map((post, no) => ({ ...post, id: postIds[no] ?? '' })).filter((post) => post.person === person)
  const now = own.filter((post) => on(day, post))
  if (now.length > 0) return now.map((post) => post.unit)
  const lastDay = (post: Post) => post.to ?? Number.POSITIVE_INFINITY
  const latest = Math.max(...own.map(lastDay))
  const last = own.filter((post) => lastDay(post) === latest).sort((one, other) => (one.id < other.id ? -1 : 1))
  return last.slice(0, 1).map((post) => post.unit)
}

let database: FreshDatabase
let pools: Pools
let owner: Client
let work: UnitOfWork
const clock = new MovedClock(0)
beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
})
afterAll(async () => {
  await owner.end()
  await pools.close()
  await database.close()
})

const dayOf = (no: number) => addDays(FIRST, no)
const to = ({ to: last }: Span) => (last === null ? null : dayOf(last))

/** Writes the world straight into the tables, past every use case; nothing of an earlier one is left. */
async function write(world: Model) {
  const ids = (count: number) => Array.from({ length: count }, () => newId())
  const [units, people, accounts] = [ids(world.parents.length + 1), ids(world.people), ids(world.people)]
  const [posts, grants] = [ids(world.posts.length), ids(world.grants.length)]
  const insert = (text: string, values: unknown[]) => owner.query(text, values)
  // A world that broke off before, while a smaller one is being looked for.
  await owner.query('rollback')
  await owner.query('begin')
  // Not `truncate … cascade`: it makes every table of the house anew, and there are many by now.
  for (const table of ['delegation_grant', 'delegation', 'post_grant', 'account_scope', 'account', 'post', 'person']) {
    await owner.query(`delete from app.${table}`)
  }
  await owner.query('delete from app.unit')
  const unitNos: number[] = []
  for (const [no, id] of units.entries()) {
    const above = no === 0 ? null : units[world.parents[no - 1] ?? 0]
    const { rows } = await insert(
      `insert into app.unit (id, name, name_search, parent_id, valid_from, created_at) values ($1, $2, $2, $3, $4, now()) returning unit_no`,
      [id, `u${no}`, above, FIRST],
    )
    unitNos.push(rows[0].unit_no)
  }
  for (const [no, id] of people.entries()) {
    const unit = world.posts[no]?.unit ?? 0
    await insert(
      `insert into app.person (id, full_name, given_name, name_search, unit_no, created_at) values ($1, $2, $2, $2, $3, now())`,
      [id, `p${no}`, unitNos[unit]],
    )
    await insert(`insert into app.account (id, person_id, sign_in_name, created_at) values ($1, $2, $3, now())`, [
      accounts[no],
      id,
      `p${no}`,
    ])
  }
  for (const [no, post] of world.posts.entries()) {
    await insert(
      `insert into app.post (id, person_id, unit_id, unit_no, title, valid_from, valid_to, created_at, kind)
       values ($1, $2, $3, $4, 'x', $5, $6, now(), 'concurrent')`,
      [posts[no], people[post.person], units[post.unit], unitNos[post.unit], dayOf(post.from), to(post)],
    )
  }
  for (const [no, grant] of world.grants.entries()) {
    await insert(
      `insert into app.post_grant (id, post_id, role, unit_id, valid_from, valid_to, created_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [grants[no], posts[grant.post], grant.role, units[grant.unit], dayOf(grant.from), to(grant)],
    )
  }
  for (const one of world.delegations) {
    const given = world.grants[one.grant]
    const [from, own] = [world.posts[given?.post ?? 0], world.posts[one.toPost]]
    const id = newId()
    await insert(
      `insert into app.delegation (id, from_post_id, from_person_id, from_unit_no, to_post_id, to_person_id, to_unit_no,
         from_name, from_post, to_name, to_post, signs_as, valid_from, valid_to, until, reason, way, created_by_name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'x', 'x', 'x', 'x', 'KT.', $8, $9, $9, 'x', 'product', 'x', now())`,
      [
        id,
        posts[given?.post ?? 0],
        people[from?.person ?? 0],
        unitNos[from?.unit ?? 0],
        posts[one.toPost],
        people[own?.person ?? 0],
        unitNos[own?.unit ?? 0],
        dayOf(one.from),
        dayOf(one.to),
      ],
    )
    await insert(`insert into app.delegation_grant (delegation_id, grant_id) values ($1, $2)`, [id, grants[one.grant]])
  }
  await owner.query('commit')
  return { units, accounts, people, posts }
}

it('sees and holds, on any day of any organisation, exactly what a walk through everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(model, async (world) => {
      const { units, accounts, people, posts } = await write(world)
      clock.move(eightOn(dayOf(world.day)))
      for (const [no, accountId] of accounts.entries()) {
        const held = heldBy(world, no)
        const expected = {
          people: people.filter(
            (_, other) => other === no || unitsOf(world, other, posts).some((unit) => reaches(world, held, unit)),
          ),
          roles: units.flatMap((_, unit) =>
            ROLES.filter((role) => reaches(world, held, unit, [role])).map((role) => `${role} ${unit}`),
          ),
        }
        const found = await work.read({ kind: 'person', accountId }, async ({ db, actor }) => {
          const { rows } = await sql<{ id: string }>`select id from app.person`.execute(db)
          const roles = units.flatMap((_, unit) => {
            const path = pathOf(world, unit).map((at) => units[at] ?? '')
            return ROLES.filter((role) => holds(actor, role, path)).map((role) => `${role} ${unit}`)
          })
          return ok({ people: rows.map((row) => row.id), roles })
        })
        if (!hasPost(world, no)) expect(found).toMatchObject({ ok: false, refusal: { code: 'no-current-post' } })
        else {
          const seen = await must(Promise.resolve(found))
          expect(seen.people.toSorted()).toEqual(expected.people.toSorted())
          expect(seen.roles).toEqual(expected.roles)
        }
      }
    }),
    { numRuns: 40 },
  )
})
