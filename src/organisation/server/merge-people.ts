import { sql } from 'kysely'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { sameWords } from '../../kernel/vietnamese-text.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { differingFields, mergedDetails, whyNotOnePerson } from '../domain/merge.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { FIELD_WORDS } from '../domain/person-fields.ts'
import { type HeldStretch, spanWords, whyPostsClash } from '../domain/posts.ts'
import { overlap } from '../domain/units.ts'
import { NO_DETAILS, personColumns } from './person-details.ts'
import { findPerson, type PersonRow, wholeDetails } from './person-row.ts'
import { stretchesOf } from './posts.ts'
import { lockOrganisation } from './units.ts'

export type Merging = { keptId: string; goneId: string }
type Side = { id: string; name: string; staffCode: string | null; posts: string[]; signInName: string | null }
export type MergePreview = {
  kept: Side
  gone: Side
  /** In which fields the kept person's value stays although the other has another. */
  differing: string[]
  /** Posts that both have: they become one. */
  samePosts: string[]
  whyNot: string | null
}

/** What would become of two rows of one person, before anything is done; the reason why it cannot be, when it cannot. */
export async function previewMerge(tx: Tx, input: Merging): Promise<Result<MergePreview>> {
  const pair = await findPair(tx, input, false)
  if (!pair.ok) return pair
  const { kept, gone, posts, accounts } = pair.value
  const side = (person: PersonRow, own: readonly HeldStretch[], signInName: string | undefined): Side => ({
    id: person.id,
    name: person.name,
    staffCode: person.staffCode,
    posts: own.map((post) => `${post.title}, ${post.unitName} (${spanWords(post)})`),
    signInName: signInName ?? null,
  })
  const why = whyNotMerged(tx, pair.value)
  return ok({
    kept: side(kept, posts.kept, accounts.kept),
    gone: side(gone, posts.gone, accounts.gone),
    differing: differingFields(wholeDetails(tx, kept), wholeDetails(tx, gone)).map((field) => FIELD_WORDS[field]),
    samePosts: posts.twice.map(([post]) => `${post.title}, ${post.unitName}`),
    whyNot: why ? refusalSentence(why.code, why.values) : null,
  })
}

/**
 * Makes two rows of one person one: everything that names the second names the first from now on, whatever table it lies in; fields the
 * first lacks come from the second; posts that both have become one. For an administrator of every unit either ever had a post in. It is
 * not undone by the product, so it asks for a reason and shows before what follows. The same merge again finds it done.
 */
export async function mergePeople(
  tx: Tx,
  input: Merging & { reason: string },
): Promise<Result<{ person: { id: string; name: string } }>> {
  await lockOrganisation(tx)
  const before = await findPerson(tx, input.goneId)
  if (before?.mergedInto?.id === input.keptId) {
    const kept = await findPerson(tx, input.keptId)
    return kept ? ok({ person: { id: kept.id, name: kept.name } }) : refuse('not-found')
  }
  const pair = await findPair(tx, input, true)
  if (!pair.ok) return pair
  const why = whyNotMerged(tx, pair.value)
  if (why) return { ok: false, refusal: why }
  const { kept, gone, posts } = pair.value
  const details = mergedDetails(wholeDetails(tx, kept), wholeDetails(tx, gone))

  const emptied = { ...NO_DETAILS, name: gone.name }
  await tx.db
    .updateTable('person')
    .set({ ...personColumns(tx, emptied), other_unit_nos: null, version: gone.version + 1 })
    .where('id', '=', gone.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [keptPost, gonePost] of posts.twice) {
    const clash = await repointed(sql`select app.merge_post(${gonePost.id}::uuid, ${keptPost.id}::uuid) as clash`, tx)
    if (clash) return { ok: false, refusal: clash }
    const { from, to } = unionOf(keptPost, gonePost)
    await tx.db.updateTable('post').set({ valid_from: from, valid_to: to }).where('id', '=', keptPost.id).execute()
  }
  const clash = await repointed(sql`select app.repoint_person(${gone.id}::uuid, ${kept.id}::uuid) as clash`, tx)
  if (clash) return { ok: false, refusal: clash }
  await tx.db.updateTable('person').set({ merged_into: kept.id }).where('id', '=', gone.id).execute()
  await tx.db
    .updateTable('person')
    .set({ ...personColumns(tx, details), version: kept.version + 1 })
    .where('id', '=', kept.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const detail = { gone: gone.name, goneId: gone.id, reason: input.reason }
  const thing = { kind: 'person', id: kept.id, name: kept.name } as const
  await record(tx, 'person.merged', thing, { unitId: kept.mainUnitId, detail })
  await refreshScopes(tx, [kept.id, gone.id])
  return ok({ person: { id: kept.id, name: kept.name } })
}

type Pair = {
  kept: PersonRow
  gone: PersonRow
  posts: { kept: HeldStretch[]; gone: HeldStretch[]; twice: (readonly [HeldStretch, HeldStretch])[] }
  accounts: { kept: string | undefined; gone: string | undefined }
}

async function findPair(tx: Tx, { keptId, goneId }: Merging, lock: boolean): Promise<Result<Pair>> {
  if (keptId === goneId) return refuse('merge-oneself')
  const kept = await findPerson(tx, keptId, { lock })
  const gone = await findPerson(tx, goneId, { lock })
  if (!kept || !gone) return refuse('not-found')
  const [of, from] = [await stretchesOf(tx, keptId), await stretchesOf(tx, goneId)]
  const units = [kept.mainUnitId, gone.mainUnitId, ...[...of, ...from].map((post) => post.unitId)]
  for (const unit of (await unitPaths(tx, units)).values()) {
    const may = whyMayNot(tx.actor, 'merge-people', { unit })
    if (may) return { ok: false, refusal: may }
  }
  for (const one of [kept, gone]) if (one.mergedInto) return refuse('person-merged', { name: one.mergedInto.name })
  const rows = await tx.db
    .selectFrom('account')
    .select(['person_id', 'sign_in_name'])
    .where('person_id', 'in', [keptId, goneId])
    .execute()
  const accountOf = (id: string) => rows.find((row) => row.person_id === id)?.sign_in_name
  return ok({
    kept,
    gone,
    posts: { kept: of, gone: from, twice: samePosts(of, from) },
    accounts: { kept: accountOf(keptId), gone: accountOf(goneId) },
  })
}

/** Posts of the one that the other has too: same title, same unit, days in common. */
function samePosts(of: readonly HeldStretch[], from: readonly HeldStretch[]) {
  return of.flatMap((post) => {
    const twin = from.find(
      (other) => other.unitId === post.unitId && sameWords(other.title, post.title) && overlap(other, post),
    )
    return twin ? [[post, twin] as const] : []
  })
}

function whyNotMerged(tx: Tx, { kept, gone, posts, accounts }: Pair): Refusal | undefined {
  if (accounts.kept !== undefined && accounts.gone !== undefined) {
    return refusal('merge-two-accounts', { accounts: `${accounts.kept}, ${accounts.gone}` })
  }
  const two = whyNotOnePerson(wholeDetails(tx, kept), wholeDetails(tx, gone))
  if (two) return two
  const all = postsOfBoth(posts)
  for (const post of all) {
    const clash = whyPostsClash(kept.name, post, all)
    // A secondment came with its own sending post, which comes along.
    if (clash && clash.code !== 'secondment-needs-post') return refusal(clash.code, clash.values)
  }
  return undefined
}

/** The posts as they would stand afterwards: those that both have once, over all the days of either. */
function postsOfBoth({ kept, gone, twice }: Pair['posts']): HeldStretch[] {
  const twins = new Set(twice.map(([, twin]) => twin.id))
  const joined = new Map(twice.map(([post, twin]) => [post.id, { ...post, ...unionOf(post, twin) }]))
  return [...kept.map((post) => joined.get(post.id) ?? post), ...gone.filter((post) => !twins.has(post.id))]
}

function unionOf(a: HeldStretch, b: HeldStretch): Pick<HeldStretch, 'from' | 'to'> {
  const [from] = [a.from, b.from].toSorted()
  const to = a.to === null || b.to === null ? null : [a.to, b.to].toSorted().at(-1)
  return { from: from ?? a.from, to: to ?? null }
}

/** Words for the tables two rows of one person most likely both speak in. */
const PLACES: Readonly<Record<string, string>> = {
  account: 'tài khoản',
  rating: 'kết quả xếp loại',
  rating_entry: 'kết quả xếp loại',
  award: 'khen thưởng',
  delegation: 'ủy quyền',
  looking_after: 'phân công theo dõi',
}

async function repointed(asked: ReturnType<typeof sql>, tx: Tx): Promise<Refusal | undefined> {
  const { rows } = (await asked.execute(tx.db)) as { rows: { clash: string | null }[] }
  const clash = rows[0]?.clash ?? null
  return clash === null ? undefined : refusal('merge-clash', { what: PLACES[clash] ?? clash })
}
