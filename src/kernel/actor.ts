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
export type HeldGrant = { postId: string; role: Role; unitId: string }

/** A person acting through the posts and grants that hold today. */
export type PersonActor = {
  kind: 'person'
  accountId: string
  personId: string
  name: string
  posts: readonly HeldPost[]
  grants: readonly HeldGrant[]
}

/** Who acts in a unit of work. `job` and `script` name themselves; `set-up` is the first visit to an empty database. */
export type Actor =
  | PersonActor
  | { kind: 'public' }
  | { kind: 'set-up' }
  | { kind: 'job'; name: string }
  | { kind: 'script'; name: string }

/** Who asks for a unit of work: an account is only known by its id until the database says who that is today. */
export type Who = { kind: 'person'; accountId: string } | Exclude<Actor, PersonActor>

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

/** Does the actor hold this role over the unit, by a grant at it or (all but staff) at a unit above it? */
export function holds(actor: Actor, role: Role, unit: UnitPath): actor is PersonActor {
  return grantFor(actor, [role], unit) !== undefined
}

/** The first grant of one of these roles that covers the unit. */
export function grantFor(actor: Actor, roles: readonly Role[], unit: UnitPath): HeldGrant | undefined {
  if (actor.kind !== 'person') return undefined
  return actor.grants.find(
    (grant) =>
      roles.includes(grant.role) && (DEEP[grant.role] ? unit.includes(grant.unitId) : unit[0] === grant.unitId),
  )
}

/**
 * The post through which the person acts in this role over the unit, as it is written into consents and the record. Whoever acts without
 * one of the roles, because he was named for it, acts through his post in that unit.
 */
export function capacityFor(actor: PersonActor, roles: readonly Role[], unit: UnitPath): string {
  const grant = grantFor(actor, roles, unit)
  const post =
    actor.posts.find((held) => held.id === grant?.postId) ??
    actor.posts.find((held) => held.unitId === unit[0]) ??
    actor.posts[0]
  return post ? `${post.title}, ${post.unitName}` : ''
}
