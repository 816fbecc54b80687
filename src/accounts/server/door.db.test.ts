import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor, outcome } from '../../../test/account-door.ts'
import { totp } from '../../../test/totp.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { addPost, endPost, endUnit } from '../../organisation/server/index.ts'
import { issueFromTerminal } from './issue-access.ts'
import { endSessionsWithoutPost } from './sessions.ts'

const PASSWORD = 'thuyền giấy qua cầu'
const NEXT = 'mưa đầu mùa rất to'
const SAFARI = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1'

let opened: OpenedWorld
let door: Door
let owner: Client
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  door = openDoor(opened, { mailsGoOut: true })
  for (const [name, { accountId, name: fullName }] of Object.entries(opened.world.accounts)) {
    const user = { id: accountId, userName: name, name: fullName, password: PASSWORD }
    await must(door.signIn.createUser(name === 'quan' ? user : { ...user, email: `${name}@so.example` }))
  }
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  // The same half-minute has three codes: tests in one file would use them up.
  await owner.query('delete from auth.used_code')
  await owner.query('delete from auth.sign_in_pause')
  await owner.query('delete from auth."rateLimit"')
})
afterAll(async () => {
  await owner.end()
  await door.close()
  await opened.close()
})

type Browser = ReturnType<Door['browser']>

async function signedIn(
  name: string,
  { password = PASSWORD, code, browser = door.browser() }: { password?: string; code?: string; browser?: Browser } = {},
) {
  const { next } = await browser.signIn({ name, password })
  if (next === 'second-step') await browser.secondStep({ code: code ?? '' })
  return browser
}

const idOf = (name: Name) => opened.world.accounts[name].accountId
const said = async (name: Name) => (await recordedOf(opened.work, idOf(name))).map(withoutTimes)
const withoutTimes = (line: string) => line.replace(/\d\d:\d\d, [\d/]+/g, '…')
const noticesOf = async (browser: Browser) =>
  ((await browser.state({})).me?.notices ?? []).map((one) => withoutTimes(one.sentence))

/** Turns the second factor on and gives its secret and recovery codes. */
async function enrolled(browser: Browser) {
  const { secret } = await browser.beginSecondFactor({ password: PASSWORD })
  const { recoveryCodes } = await browser.confirmSecondFactor({ code: totp(secret, -1) })
  return { secret, recoveryCodes }
}

describe('the second factor', () => {
  it('is on after its first code, and is asked for after the password from then on', async () => {
    const lan = await signedIn('lan')
    expect(await lan.secondFactor({})).toEqual({
      on: false,
      since: null,
      recoveryCodesLeft: 0,
      obliged: null,
      advised: false,
    })
    expect(await outcome(lan.beginSecondFactor({ password: 'sai' }))).toBe('wrong-password@password')
    expect(await outcome(lan.confirmSecondFactor({ code: '123456' }))).toBe('second-factor-not-begun')
    const { secret, uri } = await lan.beginSecondFactor({ password: PASSWORD })
    expect(uri).toBe(`otpauth://totp/Thi%20%C4%90ua:lan?secret=${secret}&issuer=Thi%20%C4%90ua&digits=6&period=30`)
    expect(await outcome(lan.confirmSecondFactor({ code: '000000' }))).toBe('wrong-first-code@code')
    expect((await signedIn('lan')) && (await lan.secondFactor({})).on).toBe(false)
    const { recoveryCodes } = await lan.confirmSecondFactor({ code: totp(secret, -1) })
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await lan.secondFactor({})).toMatchObject({ on: true, recoveryCodesLeft: 10 })
    expect((await lan.state({})).me?.name).toBe('Đỗ Bích Lan')
    expect(await outcome(lan.confirmSecondFactor({ code: totp(secret) }))).toBe('second-factor-on')

    const phone = door.browser(SAFARI)
    expect(await phone.signIn({ name: 'lan', password: PASSWORD })).toEqual({ next: 'second-step' })
    expect((await phone.state({})).me).toBeNull()
    expect(await phone.secondStep({ code: totp(secret) })).toEqual({ next: 'inside', recoveryCodesLeft: null })
    expect((await phone.state({})).me?.name).toBe('Đỗ Bích Lan')

    // The same six digits are worth nothing a second time, and a code without a password nothing at all.
    const other = door.browser()
    await other.signIn({ name: 'lan', password: PASSWORD })
    expect(await outcome(other.secondStep({ code: totp(secret) }))).toBe('wrong-second-code@code')
    expect(await outcome(door.browser().secondStep({ code: totp(secret, 1) }))).toBe('second-step-expired')
    expect(await said('lan')).toEqual(
      expect.arrayContaining(['bật xác thực hai bước', 'nhập sai mã xác thực sau khi đúng mật khẩu, tên “lan”']),
    )
  })

  it('is kept encrypted, recovery codes too', async () => {
    const thu = await signedIn('thu')
    const { secret, recoveryCodes } = await enrolled(thu)
    const { rows } = await owner.query('select * from auth."twoFactor"')
    const kept = JSON.stringify(rows)
    for (const plain of [secret, ...recoveryCodes]) expect(kept).not.toContain(plain)
    const { rows: entries } = await owner.query('select * from app.record')
    for (const plain of [secret, ...recoveryCodes]) expect(JSON.stringify(entries)).not.toContain(plain)
    await thu.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[0] ?? '' })
  })

  it('lets a recovery code in once, in whatever letters, and tells how many are left', async () => {
    const minh = await signedIn('minh')
    const { recoveryCodes } = await enrolled(minh)
    const [first = '', second = ''] = recoveryCodes
    const browser = door.browser()
    await browser.signIn({ name: 'minh', password: PASSWORD })
    expect(await browser.secondStep({ code: first.toLowerCase().replace('-', ' ') })).toEqual({
      next: 'inside',
      recoveryCodesLeft: 9,
    })
    const again = door.browser()
    await again.signIn({ name: 'minh', password: PASSWORD })
    expect(await outcome(again.secondStep({ code: first }))).toBe('wrong-second-code@code')

    const both = await Promise.all(
      [door.browser(), door.browser()].map(async (one) => {
        await one.signIn({ name: 'minh', password: PASSWORD })
        return outcome(one.secondStep({ code: second }))
      }),
    )
    expect(both.toSorted()).toEqual(['ok', 'wrong-second-code@code'])
    expect(await minh.secondFactor({})).toMatchObject({ recoveryCodesLeft: 8 })
    const renewed = await minh.renewRecoveryCodes({ password: PASSWORD, code: recoveryCodes[2] ?? '' })
    expect(await outcome(minh.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[3] ?? '' }))).toBe(
      'wrong-second-code@code',
    )
    expect(await outcome(minh.turnOffSecondFactor({ password: 'sai', code: renewed.recoveryCodes[0] ?? '' }))).toBe(
      'wrong-password@password',
    )
    await minh.turnOffSecondFactor({ password: PASSWORD, code: renewed.recoveryCodes[0] ?? '' })
    expect(await door.browser().signIn({ name: 'minh', password: PASSWORD })).toEqual({ next: 'inside' })
    expect(await said('minh')).toEqual(
      expect.arrayContaining(['bật xác thực hai bước', 'tạo lại mã khôi phục', 'tắt xác thực hai bước']),
    )
  })

  it('rests after five wrong codes, however often the password is given again between them', async () => {
    const binh = await signedIn('binh')
    const { secret, recoveryCodes } = await enrolled(binh)
    const codes: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const guess = door.browser()
      await guess.signIn({ name: 'binh', password: PASSWORD })
      codes.push(await outcome(guess.secondStep({ code: `00000${n}` })))
    }
    expect(codes).toEqual([...Array(4).fill('wrong-second-code@code'), 'sign-in-paused', 'sign-in-paused'])
    const right = door.browser()
    await right.signIn({ name: 'binh', password: PASSWORD })
    expect(await outcome(right.secondStep({ code: totp(secret) }))).toBe('sign-in-paused')
    expect(await said('binh')).toContain('bị tạm dừng nhập mã xác thực với tên “binh” sau nhiều lần sai')
    await owner.query('delete from auth.sign_in_pause')
    await binh.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[0] ?? '' })
  })

  it('moves to another telephone with a code of the old one', async () => {
    const mai = await signedIn('mai')
    const old = await enrolled(mai)
    expect(await outcome(mai.beginSecondFactor({ password: PASSWORD }))).toBe('wrong-second-code@code')
    expect((await mai.secondFactor({})).on).toBe(true)
    const { secret } = await mai.beginSecondFactor({ password: PASSWORD, code: totp(old.secret) })
    expect(secret).not.toBe(old.secret)
    await mai.confirmSecondFactor({ code: totp(secret) })
    expect(await outcome(signedIn('mai', { code: totp(old.secret, 1) }))).toBe('wrong-second-code@code')
    expect(await outcome(signedIn('mai', { code: totp(secret, 1) }))).toBe('ok')
    await owner.query('delete from auth.used_code')
    await mai.turnOffSecondFactor({ password: PASSWORD, code: totp(secret) })
  })
})

describe('a second factor that was lost', () => {
  it('goes with a code an administrator hands over, after one’s own password; it is told, and every session ends', async () => {
    const quan = await signedIn('quan')
    const son = await signedIn('son')
    expect(await outcome(quan.issueSecondFactorRemoval({ id: idOf('son') }))).toBe('second-factor-off')
    await enrolled(son)
    const { access } = await quan.issueSecondFactorRemoval({ id: idOf('son') })
    expect(access).toMatchObject({ way: 'hand', purpose: 'second-factor' })
    const code = String(access.code)
    expect(await outcome(door.browser().useAccess({ code, password: NEXT }))).toBe('access-not-valid@code')
    expect(await outcome(door.browser().secondStep({ code }))).toBe('second-step-expired')
    const lost = door.browser()
    await lost.signIn({ name: 'son', password: PASSWORD })
    expect(await outcome(lost.secondStep({ code: 'AAAA-BBBB-CCCC' }))).toBe('wrong-second-code@code')
    expect(await lost.secondStep({ code })).toEqual({ next: 'sign-in', recoveryCodesLeft: null })
    expect((await son.state({})).me).toBeNull()
    const again = await signedIn('son')
    expect(await again.secondFactor({})).toMatchObject({ on: false, since: null })
    expect(await noticesOf(again)).toEqual([
      'Xác thực hai bước được gỡ lúc … bằng mã do Nguyễn Anh Quân cấp lúc …. Bật lại trong Tài khoản của tôi',
    ])
    expect(await said('son')).toEqual(
      expect.arrayContaining([
        'cấp mã gỡ xác thực hai bước cho Bùi Ngọc Sơn, dùng đến …',
        'gỡ xác thực hai bước của mình bằng mã do Nguyễn Anh Quân cấp lúc …',
      ]),
    )
  })
})

describe('an administrator is nobody else', () => {
  it('cannot be whoever has a second factor: the password’s code and the second factor’s are not of one hand', async () => {
    const quan = await signedIn('quan')
    const phuc = await signedIn('phuc')
    const { secret, recoveryCodes } = await enrolled(phuc)
    const { access } = await quan.issueAccess({ id: idOf('phuc'), way: 'hand' })
    expect(await outcome(quan.issueSecondFactorRemoval({ id: idOf('phuc') }))).toBe('one-hand-both-keys')
    await door.browser().useAccess({ code: String(access.code), password: NEXT })
    expect(await outcome(quan.issueSecondFactorRemoval({ id: idOf('phuc') }))).toBe('one-hand-both-keys')
    const thief = door.browser()
    expect(await thief.signIn({ name: 'phuc', password: NEXT })).toEqual({ next: 'second-step' })
    expect((await thief.state({})).me).toBeNull()
    // The owner still has his authenticator, is told whose code it was, and takes his account back.
    const own = await signedIn('phuc', { password: NEXT, code: totp(secret) })
    expect((await noticesOf(own)).join()).toContain('Mật khẩu được đặt lại bằng mã do Nguyễn Anh Quân cấp lúc …')
    await own.changePassword({ current: NEXT, next: PASSWORD })
    await own.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[0] ?? '' })
  })

  it('nor by a mailbox: a password that came by mail does not go with a second factor taken away', async () => {
    const [quan, mai] = [await signedIn('quan'), await signedIn('mai')]
    const { recoveryCodes } = await enrolled(mai)
    const link = await must(door.signIn.access.issue({ accountId: idOf('mai'), purpose: 'password', way: 'mail' }))
    const { access } = await quan.issueSecondFactorRemoval({ id: idOf('mai') })
    await door.browser().useAccess({ code: link.secret, password: NEXT })
    const thief = door.browser()
    await thief.signIn({ name: 'mai', password: NEXT })
    for (let n = 0; n < 6; n += 1) {
      const refused = await outcome(thief.secondStep({ code: String(access.code) }))
      expect(refused).toBe(n < 5 ? 'password-just-reset' : 'sign-in-paused')
    }
    await owner.query('delete from auth.sign_in_pause')
    const own = await signedIn('mai', { password: NEXT, code: recoveryCodes[0] ?? '' })
    expect((await own.secondFactor({})).on).toBe(true)
    expect((await noticesOf(own)).join()).not.toContain('được gỡ')
    await own.changePassword({ current: NEXT, next: PASSWORD })
    await own.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[1] ?? '' })
  })

  it('reads no password, no hash, no secret of a link: in no answer and in no mail he can open', async () => {
    const quan = await signedIn('quan')
    const { account } = await quan.ofPerson({ personId: opened.world.accounts.hoa.personId })
    const { access } = await quan.issueAccess({ id: idOf('hoa'), way: 'mail' })
    expect(access).toMatchObject({ way: 'mail', code: null, to: 'hoa@so.example' })
    const { rows: kept } = await owner.query<{ password: string }>('select "password" from auth."account"')
    const { rows: mails } = await owner.query('select * from app.outbox_mail')
    expect(JSON.stringify(mails)).not.toMatch(/#ma=/)
    for (const { password } of kept) expect(JSON.stringify({ account, access, mails })).not.toContain(password)
    // Nor may the application's role ask the door's tables: tried in `auth-tables.db.test.ts`.
    const path = await must(
      opened.work.read({ kind: 'job', name: 'thử' }, async (tx) => {
        const row = await tx.db
          .selectFrom('outbox_mail')
          .select('sealed_link_path')
          .orderBy('created_at', 'desc')
          .executeTakeFirstOrThrow()
        return ok(tx.keys.open('outbox-mail.link', row.sealed_link_path ?? Buffer.alloc(0)))
      }),
    )
    const code = /^\/dat-mat-khau#ma=([\w-]{43})$/.exec(path)?.[1] ?? ''
    expect(await door.browser().readAccess({ code })).toMatchObject({ signInName: 'hoa', purpose: 'password' })
    await door.browser().useAccess({ code, password: NEXT })
    const hoa = await signedIn('hoa', { password: NEXT })
    expect((await noticesOf(hoa)).join()).toContain('bằng đường dẫn trong thư')
    await hoa.changePassword({ current: NEXT, next: PASSWORD })
  })
})

describe('at the server’s terminal', () => {
  it('the only administrator gets codes for himself, both of them; it is recorded and told', async () => {
    const terminal = { kind: 'script', name: 'account-code' } as const
    const ask = (signInName: string, secondFactor = false) =>
      opened.work.write(terminal, (tx) =>
        issueFromTerminal({ signIn: door.signIn, mailsGoOut: false })(tx, { signInName, secondFactor }),
      )
    expect(codeOf(await ask('khong-co-ai'))).toBe('not-found')
    expect(codeOf(await ask('quan', true))).toBe('second-factor-off')
    await enrolled(await signedIn('quan'))
    const { access, name } = await must(ask(' QUAN '))
    expect(name).toBe('Nguyễn Anh Quân')
    await door.browser().useAccess({ code: String(access.code), password: NEXT })
    const removal = await must(ask('quan', true))
    const browser = door.browser()
    await browser.signIn({ name: 'quan', password: NEXT })
    expect(await browser.secondStep({ code: String(removal.access.code) })).toMatchObject({ next: 'sign-in' })
    const quan = await signedIn('quan', { password: NEXT })
    expect((await noticesOf(quan)).join()).toContain('bằng mã do người vận hành máy chủ cấp lúc …')
    await quan.changePassword({ current: NEXT, next: PASSWORD })
    expect(await said('quan')).toContain('cấp mã đặt lại mật khẩu cho Nguyễn Anh Quân, dùng đến …')
  })
})

describe('whose role asks for a second factor', () => {
  it('does nothing else before he has one, and cannot turn it off; the rule is an administrator’s', async () => {
    const quan = await signedIn('quan')
    const hoa = await signedIn('hoa')
    expect(await outcome(hoa.setSignInRules({ roles: [] }))).toBe('not-yours-to-do')
    expect(await outcome(hoa.signInRules({}))).toBe('not-yours-to-see')
    await quan.setSignInRules({ roles: ['standing-office'] })
    const rules = await quan.signInRules({})
    expect(rules.roles.find((one) => one.role === 'standing-office')).toEqual({
      role: 'standing-office',
      required: true,
      holders: 1,
      withSecondFactor: 0,
    })
    expect(rules.setByName).toBe('Nguyễn Anh Quân')

    expect(await hoa.state({})).toMatchObject({
      me: null,
      withoutSecondFactor: { name: 'Lê Thị Hoa', role: 'standing-office' },
    })
    expect(await outcome(hoa.ofPerson({ personId: opened.world.accounts.mai.personId }))).toBe('second-factor-required')
    expect(await outcome(hoa.sessions({}))).toBe('ok')
    const { secret } = await enrolled(hoa)
    expect((await hoa.state({})).me?.name).toBe('Lê Thị Hoa')
    expect(await hoa.secondFactor({})).toMatchObject({ on: true, obliged: 'standing-office', advised: true })
    expect(await outcome(hoa.turnOffSecondFactor({ password: PASSWORD, code: totp(secret) }))).toBe(
      'second-factor-obliged',
    )
    expect((await quan.signInRules({})).roles[1]).toMatchObject({ holders: 1, withSecondFactor: 1 })
    expect(await recordedOf(opened.work, opened.world.units.root)).toContain(
      'quy định vai trò phải có xác thực hai bước: bộ phận thường trực',
    )
    await quan.setSignInRules({ roles: [] })
    await quan.setSignInRules({ roles: [] })
    await hoa.turnOffSecondFactor({ password: PASSWORD, code: totp(secret, 1) })
  })
})

describe('sessions', () => {
  it('are listed with their device; one is closed, or all but this one', async () => {
    await owner.query(`delete from auth."session"`)
    const desk = await signedIn('mai')
    const phone = await signedIn('mai', { browser: door.browser(SAFARI) })
    const third = await signedIn('mai')
    const { sessions } = await desk.sessions({})
    expect(sessions.map((one) => one.device).toSorted()).toEqual([
      'Chrome trên Windows',
      'Chrome trên Windows',
      'Safari trên iPhone',
    ])
    expect(sessions.filter((one) => one.here)).toHaveLength(1)
    expect(JSON.stringify(sessions)).not.toContain('token')
    const other = sessions.find((one) => one.device === 'Safari trên iPhone')?.id ?? ''
    const thu = await signedIn('thu')
    await thu.endSession({ id: other })
    expect((await phone.state({})).me).not.toBeNull()
    await desk.endSession({ id: other })
    await desk.endSession({ id: other })
    expect((await phone.state({})).me).toBeNull()
    expect(await desk.endOtherSessions({})).toEqual({ ended: 1 })
    expect((await third.state({})).me).toBeNull()
    expect((await desk.state({})).me).not.toBeNull()
  })

  it('of another are all closed by an administrator, who tells it thereby', async () => {
    const quan = await signedIn('quan')
    const thu = await signedIn('thu')
    expect((await quan.endSessionsOf({ id: idOf('thu') })).ended).toBeGreaterThan(0)
    expect((await thu.state({})).me).toBeNull()
    expect(await noticesOf(await signedIn('thu'))).toContain(
      'Nguyễn Anh Quân đã đóng mọi phiên của tài khoản này lúc …',
    )
    expect(await said('thu')).toContain('đóng mọi phiên của Hoàng Minh Thu')
  })

  it('from a device not seen before are told of in the others and by mail, not in the new one', async () => {
    await owner.query('delete from auth.known_device')
    await owner.query('delete from app.account_notice')
    const desk = await signedIn('mai')
    expect(await noticesOf(desk)).toEqual([])
    await signedIn('mai', { browser: desk })
    const stranger = await signedIn('mai', { browser: door.browser(SAFARI) })
    expect(await noticesOf(stranger)).toEqual([])
    expect(await noticesOf(desk)).toEqual([
      'Có lần đăng nhập từ thiết bị mới lúc …: Safari trên iPhone, địa chỉ 10.0.0.7. Nếu không phải chính mình, đổi mật khẩu và đóng các phiên khác',
    ])
    const another = await signedIn('mai', { browser: door.browser(SAFARI) })
    const [both, ...more] = (await desk.state({})).me?.notices ?? []
    expect(more).toEqual([])
    expect(both).toMatchObject({ sentence: expect.stringMatching(/^Có 2 lần đăng nhập từ thiết bị mới/) })
    expect(both?.each).toHaveLength(2)
    await desk.dismissNotices({ ids: both?.ids ?? [] })
    expect(await noticesOf(desk)).toEqual([])
    expect(await noticesOf(another)).toEqual([])
    // Also when its session goes on under another id, as it does with a second factor.
    const { recoveryCodes } = await enrolled(stranger)
    expect(await noticesOf(stranger)).toEqual([])
    await stranger.turnOffSecondFactor({ password: PASSWORD, code: recoveryCodes[0] ?? '' })
    const { rows } = await owner.query(
      `select to_address, subject, link_path from app.outbox_mail order by created_at desc, id desc limit 1`,
    )
    expect(rows).toEqual([
      { to_address: 'mai@so.example', subject: 'Đăng nhập Thi Đua từ thiết bị mới', link_path: '/tai-khoan' },
    ])
  })
})

describe('whoever forgot his password', () => {
  it('is answered the same whether or not the name is somebody’s, and gets one mail in a quarter of an hour', async () => {
    const count = async () =>
      (await owner.query(`select 1 from app.outbox_mail where subject like 'Đặt lại mật khẩu%'`)).rowCount
    const before = (await count()) ?? 0
    const browser = door.browser()
    for (const name of ['khong-co-ai', 'lan@so.example', ' LAN ', 'quan', '-']) {
      expect(await browser.askReset({ name })).toEqual({ done: true })
    }
    // Quân's account has no address: nothing goes out, and nothing tells.
    expect(await count()).toBe(before + 1)
    expect(await said('lan')).toContain('xin thư đặt lại mật khẩu')
    // His old password is good until the new one is chosen.
    expect(await door.browser().signIn({ name: 'thu', password: PASSWORD })).toEqual({ next: 'inside' })
  })
})

describe('whose last post has ended', () => {
  it('does nothing more in what he has open, is not let in again, and his sessions are cleared away', async () => {
    const { binh } = opened.world.accounts
    const browser = await signedIn('binh')
    const end = { id: binh.postId, lastDay: '2022-07-12' }
    await must(opened.work.write(opened.world.as('quan'), (tx) => endPost(tx, end)))
    expect((await browser.state({})).me?.name).toBe('Ngô Thanh Bình')
    opened.clock.move(eightOn('2022-07-13'))
    expect(await browser.state({})).toMatchObject({ me: null, withoutPost: { name: 'Ngô Thanh Bình' } })
    expect(await outcome(browser.ofPerson({ personId: binh.personId }))).toBe('no-current-post')
    expect(await outcome(signedIn('binh'))).toBe('no-current-post')
    expect(await outcome(signedIn('binh', { password: 'sai' }))).toBe('wrong-sign-in')
    // The refusal itself has closed what was open; a session that is left is the job's.
    expect((await browser.state({})).withoutPost).toBeNull()
    await owner.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId") values ('left', now() + interval '1 day', 'left', now(), $1)`,
      [binh.accountId],
    )
    await endSessionsWithoutPost(door.signIn).run({}, { work: opened.work, signal: new AbortController().signal })
    expect((await owner.query(`select 1 from auth."session" where "userId" = $1`, [binh.accountId])).rowCount).toBe(0)
    expect(await said('binh')).toContain('đóng mọi phiên của Ngô Thanh Bình vì không còn vị trí công tác')

    const post = {
      personId: binh.personId,
      id: newId(),
      unitId: opened.world.units.phongA,
      title: 'Chuyên viên',
      from: '2022-07-13',
    }
    await must(opened.work.write(opened.world.as('quan'), (tx) => addPost(tx, post)))
    expect(await outcome(signedIn('binh'))).toBe('ok')
  })

  it('also when it was the unit that came to its end', async () => {
    const thu = await signedIn('thu')
    const end = { id: opened.world.units.phongB, lastDay: '2022-07-13', reason: 'Giải thể' }
    await must(opened.work.write(opened.world.as('quan'), (tx) => endUnit(tx, end)))
    expect((await thu.state({})).me?.name).toBe('Hoàng Minh Thu')
    opened.clock.move(eightOn('2022-07-14'))
    expect(await outcome(thu.ofPerson({ personId: opened.world.accounts.thu.personId }))).toBe('no-current-post')
    expect(await outcome(signedIn('thu'))).toBe('no-current-post')
  })
})
