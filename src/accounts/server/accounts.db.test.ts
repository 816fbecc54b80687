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

/** Somebody chooses his password with the code that was handed to him. */
async function chooses(code: string | null | undefined, password: string) {
  return await door.browser().useAccess({ code: code ?? '', password })
}

describe('opening an account', () => {
  it('gives a code with which its owner chooses his password himself; nobody gets in before', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Lý Thị Vân')
    const form = { id: newId(), personId, signInName: 'Van.Ly', email: 'Van@So.example' }
    const { account, access } = await quan.create(form)
    expect(account).toMatchObject({ signInName: 'van.ly', email: 'van@so.example', activated: false, grants: [] })
    expect(access).toMatchObject({ way: 'hand', purpose: 'invitation', to: null })
    expect(access?.code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect(await outcome(signedIn('van.ly'))).toBe('wrong-sign-in')

    expect(await door.browser().readAccess({ code: String(access?.code).toLowerCase() })).toMatchObject({
      name: 'Lý Thị Vân',
      signInName: 'van.ly',
      purpose: 'invitation',
    })
    expect(await outcome(chooses(access?.code, 'van.ly.van.ly.2022'))).toBe('weak-password@password')
    expect(await chooses(access?.code, PASSWORD)).toEqual({ signInName: 'van.ly' })
    expect(await outcome(chooses(access?.code, NEXT))).toBe('access-not-valid@code')
    const van = await signedIn('van@so.example')
    expect((await van.state({})).me).toMatchObject({ name: 'Lý Thị Vân', notices: [] })
    expect((await recordedOf(opened.work, form.id)).map((line) => line.replace(/\d\d:.*/, '…'))).toEqual([
      'mở tài khoản “van.ly” cho Lý Thị Vân',
      'cấp mã kích hoạt tài khoản cho Lý Thị Vân, dùng đến …',
      'đăng nhập sai với tên “van.ly”',
      'tự đặt mật khẩu bằng mã do Nguyễn Anh Quân cấp lúc …',
    ])

    expect(await quan.create(form)).toMatchObject({ account: { id: form.id, activated: true }, access: null })
    expect(await outcome(quan.create({ ...form, signInName: 'khac' }))).toBe('id-taken')
    expect(await outcome(quan.create({ ...form, id: newId(), signInName: 'khac' }))).toBe('person-has-account')
  })

  it('of one name goes to one of two who ask at the same moment', async () => {
    const quan = await signedIn('quan')
    const people = [await newcomer('Đào Văn Một'), await newcomer('Đào Thị Hai')]
    const outcomes = await Promise.all(
      people.map((personId) => outcome(quan.create({ id: newId(), personId, signInName: 'trung' }))),
    )
    expect(outcomes.toSorted()).toEqual(['ok', 'sign-in-name-taken@signInName'])
  })

  it('by mail where no mail goes out opens nothing', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Nguyễn Thị Ba')
    const form = { id: newId(), personId, signInName: 'ba.nguyen', email: 'ba@so.example' }
    expect(await outcome(quan.create({ ...form, way: 'mail' }))).toBe('mail-not-possible')
    expect(await quan.ofPerson({ personId })).toEqual({ account: null })
    expect(await outcome(quan.create(form))).toBe('ok')
  })

  it('takes over a sign-in that broke off before its account was there', async () => {
    const quan = await signedIn('quan')
    const personId = await newcomer('Lê Văn Tư')
    const id = newId()
    await must(door.signIn.createUser({ id, userName: 'tu.le', name: 'Lê Văn Tư', password: NEXT }))
    expect((await (await signedIn('tu.le', NEXT)).state({})).me).toBeNull()
    const { access } = await quan.create({ id, personId, signInName: 'tu.le' })
    await chooses(access?.code, PASSWORD)
    expect((await (await signedIn('tu.le')).state({})).me?.name).toBe('Lê Văn Tư')
  })

  it('is an administrator’s, and so is seeing one', async () => {
    const minh = await signedIn('minh')
    const { mai } = opened.world.accounts
    expect(await outcome(minh.ofPerson({ personId: mai.personId }))).toBe('not-yours-to-see')
    expect(await outcome(minh.issueAccess({ id: mai.accountId, way: 'hand' }))).toBe('not-yours-to-do')
    expect(await outcome(minh.issueSecondFactorRemoval({ id: mai.accountId }))).toBe('not-yours-to-do')
    expect(await outcome(minh.endSessionsOf({ id: mai.accountId }))).toBe('not-yours-to-do')
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

describe('two administrators who close each other at one moment', () => {
  it('one stays: by account, and by grant', async () => {
    const { quan, hoa } = opened.world.accounts
    const grant = {
      postId: hoa.postId,
      role: 'administrator',
      unitId: opened.world.units.root,
      from: '2022-07-12',
    } as const
    const byQuan = await signedIn('quan')
    const { grant: given } = await byQuan.grant({ id: newId(), ...grant })
    const byHoa = await signedIn('hoa')
    const closed = await Promise.all([
      outcome(byQuan.disable({ id: hoa.accountId })),
      outcome(byHoa.disable({ id: quan.accountId })),
    ])
    expect(closed.filter((one) => one === 'ok')).toHaveLength(1)
    const [left, other] = closed[0] === 'ok' ? ([byQuan, hoa] as const) : ([byHoa, quan] as const)
    expect((await left.state({})).me).not.toBeNull()
    await left.enable({ id: other.accountId })

    const [quanAgain, hoaAgain] = [await signedIn('quan'), await signedIn('hoa')]
    const { account } = await quanAgain.ofPerson({ personId: quan.personId })
    const own = account?.grants.find((one) => one.role === 'administrator')
    const ends = (browser: typeof quanAgain, one: { id: string; version: number } | undefined) =>
      outcome(browser.changeGrant({ id: one?.id ?? '', version: one?.version ?? 0, to: '2022-07-12' }))
    const ended = await Promise.all([ends(quanAgain, given), ends(hoaAgain, own)])
    expect(ended.filter((one) => one === 'ok')).toHaveLength(1)
    expect(ended).toContain('last-administrator')
  })
})

describe('passwords', () => {
  it('are set anew by their owner alone, with a code: every session ends, and whose code it was is told', async () => {
    const quan = await signedIn('quan')
    const thu = await signedIn('thu')
    const { accountId } = opened.world.accounts.thu
    const before = await quan.issueAccess({ id: accountId, way: 'hand' })
    const { access } = await quan.issueAccess({ id: accountId, way: 'hand' })
    expect(await outcome(chooses(before.access.code, NEXT))).toBe('access-not-valid@code')
    expect((await thu.state({})).me?.notices).toEqual([])
    await chooses(access.code, NEXT)
    expect((await thu.state({})).me).toBeNull()
    expect(await outcome(signedIn('thu'))).toBe('wrong-sign-in')
    const again = await signedIn('thu', NEXT)
    const { me } = await again.state({})
    expect(me?.notices.map((one) => one.sentence.replace(/\d\d:\d\d, [\d/]+/g, '…'))).toEqual([
      'Mật khẩu được đặt lại bằng mã do Nguyễn Anh Quân cấp lúc …, dùng lúc …. Nếu không phải chính mình đặt, báo ngay một quản trị viên khác',
    ])
    const ids = me?.notices.flatMap((one) => one.ids) ?? []
    await again.dismissNotices({ ids })
    expect((await again.state({})).me?.notices).toEqual([])
    expect(await outcome(quan.dismissNotices({ ids }))).toBe('not-found')
  })

  it('are not reset by an administrator for himself, nor for an account that is closed', async () => {
    const quan = await signedIn('quan')
    const { quan: own, son } = opened.world.accounts
    expect(await outcome(quan.issueAccess({ id: own.accountId, way: 'hand' }))).toBe('own-account')
    const { access } = await quan.issueAccess({ id: son.accountId, way: 'hand' })
    await quan.disable({ id: son.accountId })
    expect(await outcome(quan.issueAccess({ id: son.accountId, way: 'hand' }))).toBe('account-disabled')
    await quan.enable({ id: son.accountId })
    expect(await outcome(chooses(access.code, NEXT))).toBe('access-not-valid@code')
  })

  it('are chosen once with one code, also by two at the same moment', async () => {
    const quan = await signedIn('quan')
    const { access } = await quan.issueAccess({ id: opened.world.accounts.binh.accountId, way: 'hand' })
    const both = await Promise.all([NEXT, 'mưa cuối mùa rất nhỏ'].map((next) => outcome(chooses(access.code, next))))
    expect(both.toSorted()).toEqual(['access-not-valid@code', 'ok'])
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
