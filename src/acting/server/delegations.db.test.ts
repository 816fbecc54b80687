import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { disableAccount } from '../../accounts/server/change-account.ts'
import { addGrant, createAccount } from '../../accounts/server/index.ts'
import { decide } from '../../campaigns/server/decide.ts'
import { getCampaign, reviewCampaign } from '../../campaigns/server/get-campaign.ts'
import type { Who } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { giversOn } from '../../mechanisms/consents/server/index.ts'
import { entriesOf } from '../../mechanisms/record/server/index.ts'
import { createPerson, endPost } from '../../organisation/server/index.ts'
import { delegate, type NewDelegation } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { listDelegable, listDelegations } from './list-delegations.ts'

const TITLE = 'KT. Giám đốc, Phó Giám đốc, Sở Nội vụ'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
/** Dũng, deputy director: a post in the Sở, an account, no grant of his own. */
let dung: { personId: string; postId: string; who: Extract<Who, { kind: 'person' }> }
let phucGrant: string

beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  const { world, work } = opened
  const [personId, postId, accountId] = [newId(), newId(), newId()]
  const post = { id: postId, unitId: world.units.root, title: 'Phó Giám đốc', from: '2022-07-12' }
  const name = 'Nguyễn Tiến Dũng'
  await must(work.write(world.as('quan'), (tx) => createPerson(tx, { id: personId, name, email: null, post })))
  const account = { id: accountId, personId, signInName: 'dung', email: null }
  await must(work.write(world.as('quan'), (tx) => createAccount(tx, account)))
  dung = { personId, postId, who: { kind: 'person', accountId } }
  const { posts } = await must(acts.read('phuc', listDelegable, {}))
  phucGrant = posts[0]?.grants[0]?.id ?? ''
})
afterAll(() => opened.close())

const toDung = (more: Partial<NewDelegation> = {}): NewDelegation => ({
  id: newId(),
  fromPostId: opened.world.accounts.phuc.postId,
  toPostId: dung.postId,
  grantIds: [phucGrant],
  signsAs: 'KT.',
  from: '2022-07-12',
  to: '2022-07-20',
  documentNumber: null,
  documentDay: null,
  fileId: null,
  reason: 'đi công tác',
  way: 'product',
  ...more,
})
const give = (input: NewDelegation, by: Name = 'phuc') => acts.write(by, delegate, input)
const end = async (id: string, lastDay: string, by: Name = 'phuc') => {
  const { delegations } = await must(acts.read('quan', listDelegations, {}))
  const version = delegations.find((one) => one.id === id)?.version ?? 1
  return acts.write(by, endDelegation, { id, lastDay, reason: 'về sớm', version })
}
const campaignsSeenByDung = (id: string) => opened.work.read(dung.who, (tx) => reviewCampaign(tx, { id }))

describe('a delegated decision', () => {
  it('is the deputy’s for those days, in the chief’s place: consent and record say so, and it ends by itself', async () => {
    const id = await acts.proposed()
    expect(codeOf(await campaignsSeenByDung(id))).toBe('not-found')
    const given = toDung()
    const { delegation } = await must(give(given))
    expect(delegation).toMatchObject({
      state: 'holding',
      grants: ['người có thẩm quyền tại Sở Nội vụ'],
      to: '2022-07-20',
    })
    expect(codeOf(await give(given))).toBe('ok')
    expect(codeOf(await give({ ...given, to: '2022-07-21' }))).toBe('id-taken')
    expect(codeOf(await give({ ...given, signsAs: 'TUQ.' }))).toBe('id-taken')

    // Who signs there now: the chief first, then his deputy, named as he signs.
    const { root } = opened.world.units
    const givers = await opened.work.read(opened.world.as('hoa'), async (tx) => ({
      ok: true,
      value: await giversOn(tx, ['authority'], [root], tx.today),
    }))
    expect((await must(Promise.resolve(givers))).map((one) => one.post)).toEqual(['Giám đốc, Sở Nội vụ', TITLE])

    const version = await acts.version(id)
    const decision = { id, version, outcome: 'agreed' as const, reason: null, consent: { way: 'product' as const } }
    // As himself he may not: the capacity he chose bears no authority, though he goes on seeing it.
    const asHimself = { ...dung.who, actingIn: dung.postId }
    expect(codeOf(await opened.work.write(asHimself, (tx) => decide(tx, decision)))).toBe('not-in-this-capacity')
    expect(codeOf(await opened.work.write({ ...dung.who, actingIn: newId() }, (tx) => decide(tx, decision)))).toBe(
      'capacity-not-held',
    )
    const standingIn = { ...dung.who, actingIn: given.id }
    await must(opened.work.write(standingIn, (tx) => decide(tx, decision)))

    const { consents } = await must(acts.read('hoa', reviewCampaign, { id }))
    expect(consents.at(-1)).toMatchObject({ givenByName: 'Nguyễn Tiến Dũng', givenAs: TITLE })
    const entries = await opened.work.read({ kind: 'script', name: 'thử' }, async (tx) => ({
      ok: true,
      value: await entriesOf(tx, [id]),
    }))
    const [agreed] = await must(Promise.resolve(entries))
    expect(agreed).toMatchObject({ actorCapacity: TITLE, onBehalfOf: 'Trần Văn Phúc' })

    opened.clock.move(eightOn('2022-07-21'))
    expect(codeOf(await campaignsSeenByDung(id))).toBe('not-found')
    expect(codeOf(await opened.work.read(standingIn, (tx) => getCampaign(tx, { id })))).toBe('capacity-not-held')
    opened.clock.move(eightOn('2022-07-12'))
    await must(end(given.id, '2022-07-11'))
    expect(codeOf(await campaignsSeenByDung(id))).toBe('not-found')
    expect(await recordedOf(opened.work, opened.world.accounts.phuc.personId)).toEqual(
      expect.arrayContaining([
        'ủy quyền người có thẩm quyền của Trần Văn Phúc cho Nguyễn Tiến Dũng, Phó Giám đốc, Sở Nội vụ, ký KT., từ 12/07/2022 đến hết 20/07/2022',
        'kết thúc việc Trần Văn Phúc ủy quyền người có thẩm quyền cho Nguyễn Tiến Dũng, ngày cuối 11/07/2022: về sớm',
      ]),
    )
  })

  it('cannot be given on, by others, twice at once, nor ended on what somebody has changed', async () => {
    const given = toDung()
    const both = await Promise.all([give(given), give(toDung())])
    expect(both.map(codeOf).toSorted()).toEqual(['delegation-exists', 'ok'])
    const { delegations } = await must(acts.read('phuc', listDelegations, {}))
    const [held] = delegations
    if (!held) throw new Error('nothing was delegated')

    const on = { ...toDung(), fromPostId: dung.postId, toPostId: opened.world.accounts.hoa.postId }
    expect(codeOf(await opened.work.write(dung.who, (tx) => delegate(tx, on)))).toBe('grant-not-on-post')
    const acting = { ...dung.who, actingIn: held.id }
    expect(codeOf(await opened.work.write(acting, (tx) => delegate(tx, on)))).toBe('not-delegated-on')
    expect(codeOf(await give(toDung(), 'hoa'))).toBe('not-yours-to-do')
    expect(codeOf(await give(toDung(), 'quan'))).toBe('not-yours-to-do')

    const ending = { id: held.id, reason: 'về sớm', version: held.version }
    expect(codeOf(await acts.write('hoa', endDelegation, { ...ending, lastDay: '2022-07-12' }))).toBe('not-yours-to-do')
    expect(codeOf(await acts.write('lan', endDelegation, { ...ending, lastDay: '2022-07-12' }))).toBe('not-found')
    // Phúc and Dũng at once: the second sees that it has changed.
    const at = await Promise.all([
      acts.write('phuc', endDelegation, { ...ending, lastDay: '2022-07-15' }),
      opened.work.write(dung.who, (tx) => endDelegation(tx, { ...ending, lastDay: '2022-07-14' })),
    ])
    expect(at.map(codeOf).toSorted()).toEqual(['changed-meanwhile', 'ok'])
    await must(end(held.id, '2022-07-11'))
  })

  it('is entered from paper by an administrator of all it reaches, with the scan and its day', async () => {
    const fileId = await acts.scan('quan')
    const paper = toDung({ way: 'paper', documentNumber: '12/GUQ-SNV', documentDay: '2022-07-12', fileId })
    expect(await give({ ...paper, fileId: null }, 'quan')).toMatchObject({ refusal: { code: 'wrong-consent-paper' } })
    expect(codeOf(await give({ ...paper, documentDay: '2022-07-13' }, 'quan'))).toBe('day-in-future')
    expect(codeOf(await give(paper, 'phuc'))).toBe('not-yours-to-do')
    expect((await must(give(paper, 'quan'))).delegation).toMatchObject({
      document: { number: '12/GUQ-SNV', day: '2022-07-12' },
      enteredByName: 'Nguyễn Anh Quân',
    })
    // The post it comes from ends: so does what was delegated from it, from the day after.
    const post = { id: opened.world.accounts.phuc.postId, lastDay: '2022-07-14' }
    await must(acts.write('quan', endPost, post))
    const { delegations } = await must(acts.read('quan', listDelegations, {}))
    expect(delegations[0]).toMatchObject({ to: '2022-07-14', until: '2022-07-20' })
    opened.clock.move(eightOn('2022-07-15'))
    const seen = await opened.work.read(dung.who, async (tx) => ({ ok: true, value: tx.actor }))
    expect(await must(Promise.resolve(seen))).toMatchObject({ grants: [] })
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('makes nobody of a branch an administrator’s equal: what he reaches by delegation counts as his reach', async () => {
    const { units, accounts } = opened.world
    const office = (await must(acts.read('hoa', listDelegable, {}))).posts[0]?.grants[0]?.id ?? ''
    const branch = { id: newId(), postId: accounts.binh.postId, role: 'administrator' as const, unitId: units.phongB }
    await must(acts.write('quan', addGrant, { ...branch, from: '2022-07-12', to: null }))
    const toThu = { ...toDung(), fromPostId: accounts.hoa.postId, toPostId: accounts.thu.postId, grantIds: [office] }
    await must(give({ ...toThu, signsAs: 'TUQ.', documentNumber: '3/GUQ', documentDay: '2022-07-12' }, 'hoa'))
    expect(codeOf(await acts.write('binh', disableAccount, { id: accounts.thu.accountId }))).toBe('not-yours-to-do')
  })
})
