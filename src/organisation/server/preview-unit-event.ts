import { addDays } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { versionsOn } from '../domain/unit-versions.ts'
import { successionOf } from './enter-unit-event.ts'
import { type AffectedCampaign, campaignsAffected } from './follow-campaigns.ts'
import { type FollowingContact, foreseeContacts } from './follow-looking-after.ts'
import { foreseeObligations } from './follow-obligations.ts'
import { accountsLeftWithoutPost, type FollowingPost, postsChosen } from './follow-posts.ts'
import { planUnitEvent, type UnitEventInput } from './plan-unit-event.ts'

export type EventPreview = {
  /** The day lies ahead: obligations and lists follow on it. */
  ahead: boolean
  /** Where posts, obligations and units below can go. */
  targets: { id: string; name: string }[]
  posts: (Omit<FollowingPost, 'grants'> & {
    unitName: string
    grants: { id: string; role: string; unitName: string; suggested: boolean }[]
  })[]
  accountsLeft: { personId: string; name: string }[]
  obligations: {
    id: string
    title: string
    thingTitle: string | null
    unitName: string
    unitId: string
    lastDay: string
    toUnitIds: string[]
    outcome: 'moves' | 'doubled' | 'exempt' | 'stays'
  }[]
  children: { unitId: string; name: string; parentId: string; beside: boolean }[]
  campaigns: { id: string; title: string; as: 'held' | 'recipient'; follows: boolean }[]
  /** Who looks after the successors, and whose looking after ends. */
  contacts: (FollowingContact & { unitName: string })[]
  /** The unit that carries on rating lists and the registry of those that end. */
  carriedOnBy: string | null
}

/** What would follow from an event, with the choices made so far. Refuses what `enterUnitEvent` would refuse; writes nothing. */
export async function previewUnitEvent(tx: Tx, input: UnitEventInput): Promise<Result<EventPreview>> {
  const planned = await planUnitEvent(tx, input)
  if (!planned.ok) return planned
  const plan = planned.value
  const posts = await postsChosen(tx, plan)
  if (!posts.ok) return posts
  const { compiled, names, on } = plan
  const succession = successionOf(plan, '')
  const owed = await foreseeObligations(tx, succession)
  const name = (unitId: string) => names.get(unitId) ?? ''
  const staying = succession.staying
  const before = new Map(versionsOn(plan.before, addDays(on, -1)).map((one) => [one.unitId, one.values]))
  const along = compiled.steps.flatMap(({ unitId, values }) =>
    values !== null &&
    before.has(unitId) &&
    compiled.parts.some((part) => part.unitId === unitId && part.role === 'along')
      ? [{ unitId, name: values.name, parentId: values.parentId ?? '', beside: values.beside }]
      : [],
  )
  return ok({
    ahead: on > tx.today,
    targets: [...staying, ...compiled.successors].map((id) => ({ id, name: name(id) })),
    posts: posts.value.map((post) => ({
      ...post,
      unitName: name(post.unitId),
      grants: post.grants.map(({ id, role, unitName, suggested }) => ({ id, role, unitName, suggested })),
    })),
    accountsLeft: await accountsLeftWithoutPost(tx, plan, posts.value),
    obligations: owed.map((one) => ({
      id: one.id,
      title: one.title,
      thingTitle: one.thingTitle,
      unitName: one.unitName,
      unitId: one.unitId,
      lastDay: one.lastDay,
      toUnitIds: one.toUnitIds,
      outcome: outcomeOf(one),
    })),
    children: along,
    campaigns: onceEach(await campaignsAffected(tx, succession)),
    contacts: (await foreseeContacts(tx, succession)).map((one) => ({ ...one, unitName: name(one.unitId) })),
    carriedOnBy: compiled.ending.length > 0 && compiled.successors[0] ? name(compiled.successors[0]) : null,
  })
}

function outcomeOf(one: {
  unitId: string
  toUnitIds: string[]
  doubled: boolean
}): 'moves' | 'doubled' | 'exempt' | 'stays' {
  const [first] = one.toUnitIds
  if (first === undefined) return 'exempt'
  if (one.toUnitIds.every((unitId) => unitId === one.unitId)) return 'stays'
  return one.doubled ? 'doubled' : 'moves'
}

/** A campaign on whose list several ending units stand is one line. */
function onceEach(affected: readonly AffectedCampaign[]): EventPreview['campaigns'] {
  const lines = new Map(affected.map(({ id, title, as, follows }) => [`${id}${as}`, { id, title, as, follows }]))
  return [...lines.values()]
}
