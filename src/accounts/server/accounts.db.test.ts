import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor, outcome } from '../../../test/account-door.ts'
import { must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { createPerson } from '../../organisation/server/index.ts'

const PASSWORD = 'thuyền giấy qua cầu'
const NEXT = 'mưa đầu mùa rất to'

let opened: OpenedWorld
let door: Door
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  door = openDoor(opened)
  for (const [name, { accountId, name: fullName }] of Object.entries(opened.world.accounts)) {
    await must(door.signIn.createUser({ id: accountId, userName: name, name: fullName, password: PASSWORD }))
  }
})
afterAll(async () => {
  await door.close()
  await opened.close()
})

async function signedIn(name: string, password = PASSWORD) {
  const browser = door.browser()
  await browser.signIn({ name, password })
  return browser
}

/** A person of Phòng B without an account. */
async function newcomer(name: string): Promise<string> {
  const id = newId()
  const post = { id: newId(), unitId: opened.world.units.phongB, title: 'Chuyên viên', from: '2022-07-12' }
  await must(opened.work.write(opened.world.as('quan'), (tx) => createPerson(tx, { id, name, email: null, post })))
  return id
}

describe('opening an account', () => {
  it('lets the person sign in at once, and is recorded without the password', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Lý Thị Vân')
    const form = { id: newId(), personId, signInName: 'Van.Ly', email: 'Van@So.example', password: PASSWORD }
    const { account } = await quan.create(form)
    expect(account).toMatchObject({ signInName: 'van.ly', email: 'van@so.example', disabled: false, grants: [] })
    expect((await (await signedIn('van@so.example')).state({})).me?.name).toBe('Lý Thị Vân')
    expect(await recordedOf(opened.work, form.id)).toEqual(['mở tài khoản “van.ly” cho Lý Thị Vân'])

    expect(await quan.create(form)).toEqual({ account })
    expect(await outcome(quan.create({ ...form, signInName: 'khac' }))).toBe('id-taken')
    expect(await outcome(quan.create({ ...form, id: newId(), signInName: 'khac' }))).toBe('person-has-account')
  })

  it('of one name goes to one of two who ask at the same moment', async () => {
    const quan = await signedIn('quan')
    const people = [await newcomer('Một'), await newcomer('Hai')]
    const outcomes = await Promise.all(
      people.map((personId) =>
        outcome(quan.create({ id: newId(), personId, signInName: 'trung', password: PASSWORD })),
      ),
    )
    expect(outcomes.toSorted()).toEqual(['ok', 'sign-in-name-taken@signInName'])
  })

  it('with a weak password opens nothing', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Ba')
    const form = { id: newId(), personId, signInName: 'ba.nguyen', password: 'ba.nguyen2022' }
    expect(await outcome(quan.create(form))).toBe('weak-password@password')
    expect(await quan.ofPerson({ personId })).toEqual({ account: null })
    expect(await outcome(quan.create({ ...form, password: PASSWORD }))).toBe('ok')
  })

  it('takes over a sign-in that broke off before its account was there', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Tư')
    const id = newId()
    await must(door.signIn.createUser({ id, userName: 'tu.le', name: 'Tư', password: NEXT }))
    expect((await (await signedIn('tu.le', NEXT)).state({})).me).toBeNull()
    expect(await outcome(quan.create({ id, personId, signInName: 'tu.le', password: PASSWORD }))).toBe('ok')
    expect((await (await signedIn('tu.le')).state({})).me?.name).toBe('Tư')
  })

  it('is an administrator’s, and so is seeing one', async () => {
    const minh = await signedIn('minh')
    const { mai } = opened.world.accounts
    expect(await outcome(minh.ofPerson({ personId: mai.personId }))).toBe('not-yours-to-see')
    expect(await outcome(minh.setPassword({ id: mai.accountId, password: NEXT }))).toBe('not-yours-to-do')
    const { son } = opened.world.accounts
    expect(await outcome(minh.ofPerson({ personId: son.personId }))).toBe('not-found')
    expect(await outcome(minh.disable({ id: son.accountId }))).toBe('not-found')
  })
})

describe('closing an account', () => {
  it('ends its open sessions at once and lets nobody in until it is opened again', async () => {
    const quan = await signedIn('quan')
    const son = await signedIn('son')
    const { accountId } = opened.world.accounts.son
    expect((await quan.disable({ id: accountId })).account).toMatchObject({ disabled: true, actions: { enable: {} } })
    expect((await son.state({})).me).toBeNull()
    expect(await outcome(signedIn('son'))).toBe('wrong-sign-in')
    await quan.disable({ id: accountId })
    await quan.enable({ id: accountId })
    expect((await (await signedIn('son')).state({})).me?.name).toBe('Bùi Ngọc Sơn')
    expect(await recordedOf(opened.work, accountId)).toEqual([
      'mở tài khoản “son” cho Bùi Ngọc Sơn',
      'khóa tài khoản của Bùi Ngọc Sơn',
      'đăng nhập sai với tên “son”',
      'mở lại tài khoản của Bùi Ngọc Sơn',
    ])
  })

  it('is refused for the last administrator, who stays signed in', async () => {
    const quan = await signedIn('quan')
    expect(await outcome(quan.disable({ id: opened.world.accounts.quan.accountId }))).toBe('last-administrator')
    expect((await quan.state({})).me?.name).toBe('Nguyễn Anh Quân')
  })
})

describe('passwords', () => {
  it('set by an administrator end every session of the account', async () => {
    const quan = await signedIn('quan')
    const thu = await signedIn('thu')
    const { accountId } = opened.world.accounts.thu
    expect(await outcome(quan.setPassword({ id: accountId, password: 'hoangminhthu1' }))).toBe('weak-password@password')
    expect((await thu.state({})).me).not.toBeNull()
    await quan.setPassword({ id: accountId, password: NEXT })
    expect((await thu.state({})).me).toBeNull()
    expect((await (await signedIn('thu', NEXT)).state({})).me?.name).toBe('Hoàng Minh Thu')
    expect(await recordedOf(opened.work, accountId)).toContain('đặt lại mật khẩu của Hoàng Minh Thu')
  })

  it('changed by their owner keep the session at hand and end the others', async () => {
    const [here, there] = [await signedIn('mai'), await signedIn('mai')]
    expect(await outcome(here.changePassword({ current: 'sai', next: NEXT }))).toBe('wrong-password@current')
    expect(await outcome(here.changePassword({ current: PASSWORD, next: 'vuthimai2022' }))).toBe('weak-password@next')
    const { accountId } = opened.world.accounts.mai
    expect(await recordedOf(opened.work, accountId)).not.toContain('đổi mật khẩu của mình')
    await here.changePassword({ current: PASSWORD, next: NEXT })
    expect(await recordedOf(opened.work, accountId)).toContain('đổi mật khẩu của mình')
    expect((await here.state({})).me?.name).toBe('Vũ Thị Mai')
    expect((await there.state({})).me).toBeNull()
  })
})

describe('signing out', () => {
  it('ends this session; everywhere ends them all', async () => {
    const [one, two, three] = [await signedIn('lan'), await signedIn('lan'), await signedIn('lan')]
    await one.signOut({})
    expect((await one.state({})).me).toBeNull()
    expect((await two.state({})).me?.name).toBe('Đỗ Bích Lan')
    await two.signOutEverywhere({})
    expect((await two.state({})).me).toBeNull()
    expect((await three.state({})).me).toBeNull()
  })
})

describe('the sample world’s buttons', () => {
  it('do not exist where the data is real', async () => {
    const quan = await signedIn('quan')
    expect(await outcome(quan.cast({}))).toBe('not-found')
    expect(await outcome(quan.signInAs({ signInName: 'hoa' }))).toBe('not-found')
    expect(await outcome(quan.moveClock({ to: '2022-08-01T08:00:00+07:00' }))).toBe('not-found')
  })
})
