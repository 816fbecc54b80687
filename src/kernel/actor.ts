/** What a grant lets its holder do, at a unit and below it (`staff`: at that unit alone). */
export type Role = 'administrator' | 'standing-office' | 'authority' | 'head' | 'officer' | 'staff' | 'auditor'

/** The roles as the record, the refusals and the screens write them inside a sentence. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: 'quản trị viên',
  'standing-office': 'bộ phận thường trực',
  authority: 'người có thẩm quyền',
  head: 'người đứng đầu đơn vị',
  officer: 'công chức phụ trách',
  staff: 'công chức, viên chức',
  auditor: 'người kiểm tra',
}

export type HeldPost = { id: string; title: string; unitId: string; unitNo: number; unitName: string }

/** Before the title of the one who is stood in for: ký thay, thừa lệnh, thừa ủy quyền (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export type SignsAs = 'KT.' | 'TL.' | 'TUQ.'

/** For whom a delegated grant is held, from which of his posts, and until when. */
export type HeldDelegation = {
  id: string
  signsAs: SignsAs
  ofName: string
  ofTitle: string
  ofUnitId: string
  ofUnitName: string
  until: string
}

/** `postId` is the holder's own post, also where the grant is another's and held by delegation. */
export type HeldGrant = { postId: string; role: Role; unitId: string; delegation?: HeldDelegation }

/** A person acting through the posts and grants that hold today, his own first, then those he holds for others. */
export type PersonActor = {
  kind: 'person'
  accountId: string
  personId: string
  name: string
  posts: readonly HeldPost[]
  grants: readonly HeldGrant[]
  /** The post or the delegation he chose to act in; none: in all of them together. What he sees does not change with it. */
  actingIn?: string
}

/** Who acts in a unit of work. `job` and `script` name themselves; `set-up` is the first visit to an empty database. */
export type Actor =
  | PersonActor
  | { kind: 'public' }
  | { kind: 'set-up' }
  | { kind: 'job'; name: string }
  | { kind: 'script'; name: string }

/** Who asks for a unit of work: an account is only known by its id until the database says who that is today. */
export type Who = { kind: 'person'; accountId: string; actingIn?: string } | Exclude<Actor, PersonActor>

/** A unit as the permissions see it: itself and every unit above it, itself first. */
export type UnitPath = readonly string[]

const DEEP: Readonly<Record<Role, boolean>> = {
  administrator: true,
  'standing-office': true,
  authority: true,
  head: true,
  officer: true,
  staff: false,
  // Reads everything there and below, and changes nothing: no act names this role.
  auditor: true,
}

/** The grants he acts with: of the capacity he chose, or all he holds. */
export function actingGrants(actor: PersonActor): readonly HeldGrant[] {
  const { actingIn } = actor
  return actingIn === undefined ? actor.grants : actor.grants.filter((grant) => placeOf(grant) === actingIn)
}

/** Does the actor hold this role over the unit, by a grant at it or (all but staff) at a unit above it, in the capacity he acts in? */
export function holds(actor: Actor, role: Role, unit: UnitPath): actor is PersonActor {
  return grantFor(actor, [role], unit) !== undefined
}

/** Does he see as a holder of one of these roles: by any post or delegation he has, whichever he acts in now? */
export function seesAs(actor: Actor, roles: readonly Role[], unit: UnitPath): actor is PersonActor {
  return actor.kind === 'person' && actor.grants.some((grant) => roles.includes(grant.role) && covers(grant, unit))
}

/** The first grant of one of these roles that covers the unit, in the capacity he acts in. */
export function grantFor(actor: Actor, roles: readonly Role[], unit: UnitPath): HeldGrant | undefined {
  if (actor.kind !== 'person') return undefined
  return actingGrants(actor).find((grant) => roles.includes(grant.role) && covers(grant, unit))
}

function covers(grant: HeldGrant, unit: UnitPath): boolean {
  return DEEP[grant.role] ? unit.includes(grant.unitId) : unit[0] === grant.unitId
}

function placeOf(grant: HeldGrant): string {
  return grant.delegation?.id ?? grant.postId
}

/**
 * The capacity in which the person acts in this role over the unit, as it is written into consents and the record: his post, or the one he
 * stands in for, «KT. Giám đốc, Phó Giám đốc, Sở Nội vụ». Whoever acts without one of the roles, because he was named for it, acts
 * through his post in that unit.
 */
export function capacityFor(actor: PersonActor, roles: readonly Role[], unit: UnitPath): string {
  const grant = grantFor(actor, roles, unit)
  if (grant?.delegation) return delegatedWords(actor, grant, grant.delegation)
  const post =
    actor.posts.find((held) => held.id === grant?.postId) ?? actor.posts.find((held) => held.unitId === unit[0])
  return post ? postWords(post) : actingWords(actor)
}

/** One way to act: through a post of one's own, or for somebody else until a day. */
export type Capacity = { id: string; words: string; onBehalfOf: string | null; until: string | null }

/** Every capacity the person may choose to act in, his own posts first. */
export function capacitiesOf(actor: PersonActor): Capacity[] {
  const own = actor.posts.map((post) => ({ id: post.id, words: postWords(post), onBehalfOf: null, until: null }))
  const delegated = new Map<string, Capacity>()
  for (const grant of actor.grants) {
    const { delegation } = grant
    if (!delegation) continue
    const words = delegatedWords(actor, grant, delegation)
    delegated.set(delegation.id, { id: delegation.id, words, onBehalfOf: delegation.ofName, until: delegation.until })
  }
  return [...own, ...delegated.values()]
}

/** The capacity of an act that asks for no role: the chosen one, else the main post. */
export function actingWords(actor: PersonActor): string {
  const all = capacitiesOf(actor)
  return (all.find(({ id }) => id === actor.actingIn) ?? all[0])?.words ?? ''
}

/** For whom somebody acts who acts in that capacity; nothing when for himself. */
export function onBehalfOf(actor: PersonActor, capacity: string): string | undefined {
  return capacitiesOf(actor).find(({ words }) => words === capacity)?.onBehalfOf ?? undefined
}

function postWords(post: HeldPost): string {
  return `${post.title}, ${post.unitName}`
}

/** Of one agency: «KT. Giám đốc, Phó Giám đốc, Sở Nội vụ»; of another unit, whose title it is: «TUQ. Giám đốc Sở Nội vụ, Chánh Văn phòng, Văn phòng Sở». */
function delegatedWords(actor: PersonActor, grant: HeldGrant, { signsAs, ...of }: HeldDelegation): string {
  const post = actor.posts.find((held) => held.id === grant.postId)
  const title = post?.unitId === of.ofUnitId ? of.ofTitle : `${of.ofTitle} ${of.ofUnitName}`
  return [`${signsAs} ${title}`, post && postWords(post)].filter(Boolean).join(', ')
}
