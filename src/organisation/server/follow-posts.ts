import { sql } from 'kysely'
import { ROLE_NAMES, type Role } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { addDays, formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { closePost, endGrantsAt } from './close-post.ts'
import { carryContacts } from './follow-looking-after.ts'
import type { PlannedEvent } from './plan-unit-event.ts'
import type { Effect } from './unit-event-effects.ts'

export type FollowingGrant = {
  id: string
  role: Role
  unitId: string
  unitName: string
  from: PlainDate
  to: PlainDate | null
  /** Goes along unless the administrator says otherwise; who leads or decides anew is his to say. */
  suggested: boolean
}

export type FollowingPost = {
  postId: string
  personId: string
  personName: string
  title: string
  unitId: string
  from: PlainDate
  to: PlainDate | null
  grants: FollowingGrant[]
  /** Where it goes on unless something else is chosen; null: it ends. */
  toUnitId: string | null
}

const ALONG: readonly Role[] = ['staff', 'officer']

/** The posts held in the units an event ends (or, when a unit goes on beside what is taken out of it, in that unit), with the grants on them. */
export async function postsAffected(tx: Tx, plan: PlannedEvent): Promise<FollowingPost[]> {
  const { compiled, on, input } = plan
  const stays = input.change.kind === 'split' && input.change.stays ? input.change.unitId : undefined
  const unitIds = stays === undefined ? compiled.ending : [stays]
  if (unitIds.length === 0) return []
  const posts = await tx.db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.person_id',
      'person.full_name',
      'post.title',
      'post.unit_id',
      'post.valid_from',
      'post.valid_to',
    ])
    .where('post.unit_id', 'in', [...unitIds])
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', on)]))
    .orderBy('post.unit_id')
    .orderBy('person.given_name')
    .orderBy('post.id')
    .execute()
  const grants =
    posts.length === 0
      ? []
      : await grantsOn(
          tx,
          posts.map((post) => post.id),
          on,
        )
  const ending = new Set(compiled.ending)
  return posts.map((post) => ({
    postId: post.id,
    personId: post.person_id,
    personName: post.full_name,
    title: post.title,
    unitId: post.unit_id,
    from: post.valid_from,
    to: post.valid_to,
    grants: grants
      .filter((grant) => grant.post_id === post.id)
      .map((grant) => ({
        id: grant.id,
        role: grant.role,
        unitId: grant.unit_id,
        unitName: grant.unit_name,
        from: grant.valid_from,
        to: grant.valid_to,
        suggested: !ending.has(grant.unit_id) || ALONG.includes(grant.role),
      })),
    toUnitId: stays === undefined ? (compiled.successors[0] ?? null) : post.unit_id,
  }))
}

async function grantsOn(tx: Tx, postIds: readonly string[], on: PlainDate) {
  return tx.db
    .selectFrom('post_grant')
    .innerJoin('unit', 'unit.id', 'post_grant.unit_id')
    .select(['post_grant.id', 'post_grant.post_id', 'post_grant.role', 'post_grant.unit_id', 'unit.name as unit_name'])
    .select(['post_grant.valid_from', 'post_grant.valid_to'])
    .where('post_grant.post_id', 'in', [...postIds])
    .where((eb) => eb.or([eb('post_grant.valid_to', 'is', null), eb('post_grant.valid_to', '>=', on)]))
    .whereRef('post_grant.valid_from', '<=', sql`coalesce(post_grant.valid_to, 'infinity')`)
    .orderBy('post_grant.id')
    .execute()
}

/** The posts as they will go, with what was chosen laid over what was suggested. */
export async function postsChosen(tx: Tx, plan: PlannedEvent): Promise<Result<FollowingPost[]>> {
  const chosen = new Map(plan.input.choices.posts.map((one) => [one.postId, one]))
  const posts = await postsAffected(tx, plan)
  for (const post of posts) {
    if (post.from >= plan.on && plan.compiled.ending.includes(post.unitId)) {
      const day = formatDate(addDays(plan.on, -1))
      return refuse('day-before-start', { day, start: formatDate(post.from) }, { field: 'on' })
    }
    const choice = chosen.get(post.postId)
    if (!choice) continue
    if (choice.toUnitId !== null && !plan.there.has(choice.toUnitId)) {
      return refuse('wrong-follow-up', { what: post.personName, day: formatDate(plan.on) })
    }
    post.toUnitId = choice.toUnitId
    for (const grant of post.grants) grant.suggested = choice.grantIds.includes(grant.id)
  }
  return ok(posts)
}

/** Ends the posts of ending units the day before and begins them where they go on, the chosen grants with them. Tells whom it moved. */
export async function followPosts(
  tx: Tx,
  plan: PlannedEvent,
  posts: readonly FollowingPost[],
): Promise<{ ended: number; carried: number; effects: Effect[] }> {
  const lastDay = addDays(plan.on, -1)
  const effects: Effect[] = []
  let [ended, carried] = [0, 0]
  for (const post of posts) {
    if (post.toUnitId === post.unitId) continue
    await closePost(tx, post.postId, lastDay)
    effects.push({ kind: 'post-ended', thingId: post.postId, before: { to: post.to }, after: { to: lastDay } })
    for (const grant of post.grants) {
      effects.push({ kind: 'grant-ended', thingId: grant.id, before: { to: grant.to }, after: { to: lastDay } })
    }
    ended += 1
    if (post.toUnitId === null) continue
    carried += 1
    effects.push(...(await carryPost(tx, plan, post, post.toUnitId)))
  }
  for (const unitId of plan.compiled.ending) {
    effects.push(...(await grantsElsewhere(tx, unitId, plan.on)))
    await endGrantsAt(tx, unitId, lastDay)
  }
  return { ended, carried, effects }
}

/** Grants held at the ending unit on posts elsewhere: they end with it. */
async function grantsElsewhere(tx: Tx, unitId: string, on: PlainDate): Promise<Effect[]> {
  const rows = await tx.db
    .selectFrom('post_grant')
    .select(['id', 'valid_to'])
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on)]))
    .execute()
  const to = addDays(on, -1)
  return rows.map((row) => ({ kind: 'grant-ended', thingId: row.id, before: { to: row.valid_to }, after: { to } }))
}

/** The same post in another unit: every column as it was, so that what is known of it besides is not lost. */
async function carryPost(tx: Tx, plan: PlannedEvent, post: FollowingPost, toUnitId: string): Promise<Effect[]> {
  const postId = newId(tx.now.getTime())
  const unit = await tx.db
    .selectFrom('unit')
    .select(['unit_no', 'name'])
    .where('id', '=', toUnitId)
    .executeTakeFirstOrThrow()
  const changed = {
    id: postId,
    unit_id: toUnitId,
    unit_no: unit.unit_no,
    valid_from: plan.on,
    valid_to: post.to,
    created_at: tx.now.toISOString(),
  }
  await sql`
    insert into app.post select (jsonb_populate_record(null::app.post, to_jsonb(p) || ${jsonText(changed)}::jsonb)).*
    from app.post p where p.id = ${post.postId}`.execute(tx.db)
  const thing = { kind: 'person', id: post.personId, name: post.personName } as const
  const from = formatDate(plan.on)
  await record(tx, 'post.added', thing, { unitId: toUnitId, detail: { post: post.title, unit: unit.name, from } })
  const effects: Effect[] = [{ kind: 'post-begun', thingId: postId, before: {}, after: { name: post.personName } }]
  for (const grant of post.grants.filter((one) => one.suggested)) {
    const at = plan.compiled.ending.includes(grant.unitId)
      ? { id: toUnitId, name: unit.name }
      : { id: grant.unitId, name: grant.unitName }
    const begins = laterOf(grant.from, plan.on)
    const grantId = newId(tx.now.getTime())
    const held = {
      id: grantId,
      post_id: postId,
      unit_id: at.id,
      valid_from: begins,
      valid_to: grant.to,
      created_at: tx.now.toISOString(),
    }
    await sql`
      insert into app.post_grant select (jsonb_populate_record(null::app.post_grant, to_jsonb(g) || ${jsonText(held)}::jsonb)).*
      from app.post_grant g where g.id = ${grant.id}`.execute(tx.db)
    const detail = { role: ROLE_NAMES[grant.role], unit: at.name, from: formatDate(begins) }
    await record(tx, 'grant.added', thing, { unitId: at.id, detail })
    effects.push({ kind: 'grant-begun', thingId: grantId, before: {}, after: { postId } })
  }
  const ofOffice = post.grants.some((one) => one.suggested && one.role === 'standing-office')
  return ofOffice ? [...effects, ...(await carryContacts(tx, post.postId, postId, plan.on))] : effects
}

/** Of these people, those with an account who will hold no post on that day any more. */
export async function accountsLeftWithoutPost(
  tx: Tx,
  plan: PlannedEvent,
  posts: readonly FollowingPost[],
): Promise<{ personId: string; name: string }[]> {
  const leaving = posts.filter((post) => post.toUnitId === null)
  if (leaving.length === 0) return []
  const endingPosts = posts.filter((post) => post.toUnitId !== post.unitId).map((post) => post.postId)
  const going = new Set(posts.filter((post) => post.toUnitId !== null).map((post) => post.personId))
  const rows = await tx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id as personId', 'person.full_name as name'])
    .where('person.id', 'in', [...new Set(leaving.map((post) => post.personId))])
    .where('account.disabled_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('post')
            .select('post.id')
            .whereRef('post.person_id', '=', 'person.id')
            .where('post.id', 'not in', endingPosts)
            .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', plan.on)])),
        ),
      ),
    )
    .orderBy('person.given_name')
    .execute()
  return rows.filter((row) => !going.has(row.personId))
}

function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  if (a > b) return a
  return b
}
