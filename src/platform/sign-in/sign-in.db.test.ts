import { createHmac } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { createSignIn, IDLE_HOURS, type SignIn, type SignInEvent } from './sign-in.ts'

const PASSWORD = 'thuyền giấy qua cầu'
const clientIp = '10.0.0.7'

let database: FreshDatabase
let pool: Pool
let signIn: SignIn
let events: SignInEvent[]
let now: Date

beforeAll(async () => {
  database = await freshDatabase()
  pool = new Pool({ connectionString: database.signInUrl, max: 4 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})
beforeEach(async () => {
  await pool.query('delete from auth."user"')
  await pool.query('delete from auth.sign_in_pause')
  await pool.query('delete from auth."rateLimit"')
  events = []
  now = new Date()
  signIn = createSignIn({
    pool,
    baseUrl: new URL('http://localhost:3000'),
    secret: 'a secret of more than thirty-two letters',
    onEvent: (event) => void events.push(event),
    now: () => now,
  })
  const made = await signIn.createUser({
    id: 'a-lan',
    userName: 'Lan',
    email: 'Lan@so.vn',
    name: 'Lan',
    password: PASSWORD,
  })
  expect(made.ok).toBe(true)
})

async function enter(name = 'lan', password = PASSWORD) {
  return await signIn.signIn({ name, password, clientIp })
}

/** The cookies as a browser would send them back. */
async function session(): Promise<Headers> {
  const opened = await enter()
  if (!opened.ok) throw new Error(opened.refusal.code)
  return new Headers({ cookie: opened.value.setCookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') })
}

function code(result: { ok: true } | { ok: false; refusal: { code: string } }): string {
  return result.ok ? 'ok' : result.refusal.code
}

describe('signing in', () => {
  it('takes the user name or the e-mail address, in whatever letters', async () => {
    for (const name of ['lan', ' LAN ', 'lan@so.vn', 'Lan@SO.vn']) expect(code(await enter(name))).toBe('ok')
    expect(events).toContainEqual({ kind: 'signed-in', accountId: 'a-lan', clientIp })
  })

  it('gives cookies that scripts cannot read and other sites cannot send', async () => {
    const opened = await enter()
    const cookies = opened.ok ? opened.value.setCookies : []
    expect(cookies).not.toHaveLength(0)
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly.*SameSite=Lax/i)
  })

  it('marks the cookies Secure when people come by https', async () => {
    const https = createSignIn({ pool, baseUrl: new URL('https://thidua.vn'), secret: 's'.repeat(40) })
    const opened = await https.signIn({ name: 'lan', password: PASSWORD, clientIp })
    expect(opened.ok && opened.value.setCookies[0]).toMatch(/^__Secure-.*; Secure/)
  })

  it('answers an unknown name, a wrong password and a disabled account alike', async () => {
    const unknown = await enter('khong-co-ai')
    const wrong = await enter('lan', 'không phải mật khẩu này')
    await signIn.disable('a-lan')
    const disabled = await enter()
    expect([unknown, wrong, disabled].map(code)).toEqual(Array(3).fill('wrong-sign-in'))
  })

  it.each(['', ' ', '-', "' or 1=1 --", 'a@b', 'x'.repeat(5000), 'lan\u0000', '😀'])(
    'takes any text as a name: %j',
    async (name) => {
      expect(code(await enter(name, 'không phải mật khẩu này'))).toBe('wrong-sign-in')
    },
  )

  it('takes any text as a password', async () => {
    for (const password of ['', '\u0000', 'x'.repeat(100_000), '\ud800'])
      expect(code(await enter('lan', password))).toBe('wrong-sign-in')
  })
})

describe('the pause after repeated failure', () => {
  it.each(['lan', 'khong-co-ai'])('comes with the fifth failure, for a name that exists or not: %s', async (name) => {
    for (let n = 1; n <= 4; n += 1) expect(code(await enter(name, 'sai'))).toBe('wrong-sign-in')
    expect(code(await enter(name, 'sai'))).toBe('sign-in-paused')
    expect(code(await enter(name))).toBe('sign-in-paused')
    expect(events.map((event) => event.kind)).toEqual([...Array(4).fill('sign-in-failed'), 'sign-in-paused'])
  })

  it('cannot be gone round by the other name of the same person', async () => {
    for (let n = 1; n <= 5; n += 1) await enter('lan', 'sai')
    expect(code(await enter('lan@so.vn'))).toBe('sign-in-paused')
  })

  it('ends after a quarter of an hour', async () => {
    for (let n = 1; n <= 5; n += 1) await enter('lan', 'sai')
    now = new Date(now.getTime() + 14 * 60_000)
    expect(code(await enter())).toBe('sign-in-paused')
    now = new Date(now.getTime() + 61_000)
    expect(code(await enter())).toBe('ok')
  })

  it('starts counting afresh after a right password, and after a quarter of an hour', async () => {
    for (let n = 1; n <= 4; n += 1) await enter('lan', 'sai')
    expect(code(await enter())).toBe('ok')
    for (let n = 1; n <= 4; n += 1) await enter('lan', 'sai')
    now = new Date(now.getTime() + 16 * 60_000)
    expect(code(await enter('lan', 'sai'))).toBe('wrong-sign-in')
    expect(code(await enter())).toBe('ok')
  })

  it('lets no more than five through when thirty come at once', async () => {
    const codes = (await Promise.all(Array.from({ length: 30 }, () => enter('lan', 'sai')))).map(code)
    expect(codes.filter((one) => one === 'wrong-sign-in')).toHaveLength(4)
    expect(codes.filter((one) => one === 'sign-in-paused')).toHaveLength(26)
  })

  it('keeps no name in the clear', async () => {
    await enter('mat-khau-go-nham-o', 'sai')
    const { rows } = await pool.query('select * from auth.sign_in_pause')
    expect(JSON.stringify(rows)).not.toContain('mat-khau')
  })

  it('one address trying many names is held back', async () => {
    const codes: string[] = []
    for (let n = 0; n < 70; n += 1) codes.push(code(await enter(`nguoi-${n}`, 'sai')))
    expect(codes.filter((one) => one === 'too-many-attempts').length).toBeGreaterThan(0)
    expect(code(await signIn.signIn({ name: 'lan', password: PASSWORD, clientIp: '10.0.0.8' }))).toBe('ok')
  })
})

describe('a session', () => {
  it('says whose it is', async () => {
    expect(await signIn.whoIs(await session())).toMatchObject({ accountId: 'a-lan' })
    expect(await signIn.whoIs(new Headers())).toBeUndefined()
    expect(await signIn.whoIs(new Headers({ cookie: 'thi-dua.session_token=made-up.signature' }))).toBeUndefined()
  })

  it('cannot be made up: a cookie with another signature, or without one, is nobody’s', async () => {
    const cookie = String((await session()).get('cookie'))
    const [name = '', value = ''] = cookie.split('=', 2)
    const [token = ''] = decodeURIComponent(value).split('.')
    const other = createHmac('sha256', 'another secret').update(token).digest('base64')
    for (const made of [token, `${token}.`, `${token}.${other}`, `x${decodeURIComponent(value)}`, '%E0%A4%A', '']) {
      expect(await signIn.whoIs(new Headers({ cookie: `${name}=${encodeURIComponent(made)}` }))).toBeUndefined()
    }
    expect(await signIn.whoIs(new Headers({ cookie: `other=1; ${cookie}; more=2` }))).toBeDefined()
  })

  it('is the same under https, where the cookie has another name', async () => {
    const https = createSignIn({ pool, baseUrl: new URL('https://thidua.vn'), secret: 's'.repeat(40) })
    const opened = await https.signIn({ name: 'lan', password: PASSWORD, clientIp })
    const cookie = opened.ok ? String(opened.value.setCookies[0]).split(';', 1)[0] : ''
    expect(await https.whoIs(new Headers({ cookie: String(cookie) }))).toMatchObject({ accountId: 'a-lan' })
  })

  it('ends after a week, however much it was used', async () => {
    const desk = await session()
    for (let day = 0; day < 13; day += 1) {
      now = new Date(now.getTime() + 12 * 3_600_000)
      expect(await signIn.whoIs(desk)).toBeDefined()
    }
    now = new Date(now.getTime() + 12 * 3_600_000)
    expect(await signIn.whoIs(desk)).toBeDefined()
    now = new Date(now.getTime() + 3_600_000)
    expect(await signIn.whoIs(desk)).toBeUndefined()
  })

  it('ends with signing out, and only that one', async () => {
    const [desk, phone] = [await session(), await session()]
    const cleared = await signIn.signOut(desk, clientIp)
    expect(cleared.join()).toMatch(/Max-Age=0/)
    expect(await signIn.whoIs(desk)).toBeUndefined()
    expect(await signIn.whoIs(phone)).toBeDefined()
    expect(events.at(-1)).toEqual({ kind: 'signed-out', accountId: 'a-lan', clientIp })
  })

  it('ends everywhere at once when asked', async () => {
    const [desk, phone] = [await session(), await session()]
    await signIn.signOutEverywhere('a-lan')
    expect(await signIn.whoIs(desk)).toBeUndefined()
    expect(await signIn.whoIs(phone)).toBeUndefined()
  })

  it('ends at once when the account is disabled, and comes back only by signing in', async () => {
    const desk = await session()
    await signIn.disable('a-lan')
    expect(await signIn.whoIs(desk)).toBeUndefined()
    await signIn.enable('a-lan')
    expect(await signIn.whoIs(desk)).toBeUndefined()
    expect(code(await enter())).toBe('ok')
  })

  it('ends when it is left alone, and lives on while it is used', async () => {
    const desk = await session()
    for (const hours of [8, 8, 8]) {
      now = new Date(now.getTime() + hours * 3_600_000)
      expect(await signIn.whoIs(desk)).toBeDefined()
    }
    now = new Date(now.getTime() + (IDLE_HOURS + 1) * 3_600_000)
    expect(await signIn.whoIs(desk)).toBeUndefined()
  })
})

describe('passwords', () => {
  it('a person changes his own: the other sessions end, this one stays', async () => {
    const [desk, phone] = [await session(), await session()]
    const here = await signIn.whoIs(desk)
    const change = {
      accountId: 'a-lan',
      sessionId: here?.sessionId ?? '',
      current: PASSWORD,
      next: 'mưa rào tháng bảy xanh',
    }
    expect(code(await signIn.changePassword({ ...change, current: 'sai' }))).toBe('wrong-password')
    expect(code(await signIn.changePassword(change))).toBe('ok')
    expect(await signIn.whoIs(desk)).toBeDefined()
    expect(await signIn.whoIs(phone)).toBeUndefined()
    expect(code(await enter())).toBe('wrong-sign-in')
    expect(code(await enter('lan', 'mưa rào tháng bảy xanh'))).toBe('ok')
  })

  it('short, common and one’s own name are refused', async () => {
    const here = await signIn.whoIs(await session())
    for (const next of ['ngắn', 'matkhau123456', 'lan@so.vn2022']) {
      const change = { accountId: 'a-lan', sessionId: here?.sessionId ?? '', current: PASSWORD, next }
      expect(code(await signIn.changePassword(change))).toBe('weak-password')
    }
  })

  it('is kept as a hash', async () => {
    const { rows } = await pool.query('select * from auth."account"')
    expect(JSON.stringify(rows)).not.toContain('thuyền')
  })
})

describe('making users', () => {
  const hoa = { id: 'a-hoa', userName: 'hoa', name: 'Hoa', password: PASSWORD }

  it('the same user twice is one user', async () => {
    expect(code(await signIn.createUser(hoa))).toBe('ok')
    expect(code(await signIn.createUser(hoa))).toBe('ok')
  })

  it('a name or address has one owner', async () => {
    expect(code(await signIn.createUser({ ...hoa, userName: 'LAN' }))).toBe('sign-in-name-taken')
    expect(code(await signIn.createUser({ ...hoa, email: 'lan@SO.vn' }))).toBe('sign-in-name-taken')
    expect(code(await signIn.createUser({ ...hoa, userName: 'có dấu' }))).toBe('invalid-input')
    // The address that stands for Minh, who has none: claiming it would take his sign-in away.
    expect(code(await signIn.createUser({ id: 'a-minh', userName: 'minh', name: 'Minh', password: PASSWORD }))).toBe(
      'ok',
    )
    const claimed = { ...hoa, id: 'a-ba', userName: 'ba.nguoi', email: 'a-minh@khong-co-thu.invalid' }
    expect(code(await signIn.createUserAfresh(claimed))).toBe('invalid-input')
    expect(code(await signIn.createUser(claimed))).toBe('invalid-input')
    expect(code(await enter('minh'))).toBe('ok')
  })

  it('two at once with one name: one of them gets it', async () => {
    const two = await Promise.all(['1', '2'].map((id) => signIn.createUser({ ...hoa, id })))
    expect(two.map(code).sort()).toEqual(['ok', 'sign-in-name-taken'])
  })
})
