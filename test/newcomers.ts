import { addGrant, createAccount } from '../src/accounts/server/index.ts'
import type { Role, Who } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/ids.ts'
import { addPost, createPerson, createUnit } from '../src/organisation/server/index.ts'
import { today } from '../src/platform/clock/clock.ts'
import { must, type OpenedWorld } from './world.ts'

export type Newcomer = { readonly who: Who; readonly personId: string; readonly postId: string }

/** What a test adds to the cast's world, from the clock's day on, by Quân. */
export function newcomersIn({ work, world, clock }: OpenedWorld) {
  const quan = world.as('quan')

  async function unit(name: string, parentId = world.units.root): Promise<string> {
    const made = { id: newId(), name, shortName: null, parentId, orderNo: 9, from: today(clock) }
    return (await must(work.write(quan, (tx) => createUnit(tx, made)))).unit.id
  }

  async function grant(postId: string, role: Role, unitId: string): Promise<void> {
    const held = { id: newId(), postId, role, unitId, from: today(clock), to: null }
    await must(work.write(quan, (tx) => addGrant(tx, held)))
  }

  /** Somebody with a post in the unit, and with the role there when one is given. */
  async function person(unitId: string, role?: Role, name = 'Cao Văn Mới'): Promise<Newcomer> {
    const [personId, postId, accountId] = [newId(), newId(), newId()]
    const post = { id: postId, unitId, title: 'Chuyên viên', from: today(clock) }
    await must(
      work.write(quan, (tx) => createPerson(tx, { id: personId, name, email: null, post, notSame: 'người khác' })),
    )
    const account = { id: accountId, personId, signInName: `moi.${accountId.slice(-12)}`, email: null }
    await must(work.write(quan, (tx) => createAccount(tx, account)))
    if (role) await grant(postId, role, unitId)
    return { who: { kind: 'person', accountId }, personId, postId }
  }

  /** A further post, with the role there. */
  async function further({ personId }: Newcomer, unitId: string, role?: Role): Promise<string> {
    const post = { id: newId(), personId, unitId, title: 'Kiêm nhiệm', from: today(clock), kind: 'concurrent' as const }
    await must(work.write(quan, (tx) => addPost(tx, post)))
    if (role) await grant(post.id, role, unitId)
    return post.id
  }

  return { unit, person, further }
}

/** A transaction held open after its act: `begun` when the act is done, `finish` lets it commit. */
export function heldOpen() {
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const hold = async () => {
    begun.resolve()
    await gate.promise
  }
  return { begun: begun.promise, hold, finish: gate.resolve }
}

/** Long enough for another transaction to come as far as the lock it waits at. */
export function untilItWaits(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300))
}
