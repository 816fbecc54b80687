import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor, outcome } from '../../../test/account-door.ts'
import { totp } from '../../../test/totp.ts'
import { must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import type { Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { DOOR } from './at-the-door.ts'
import { writeDownDoorActs } from './door-acts.ts'
import { choosePassword, dropSecondFactor } from './use-access.ts'

const PASSWORD = 'thuyền giấy qua cầu'
const NEXT = 'mưa đầu mùa rất to'

let opened: OpenedWorld
let door: Door
let owner: Client
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  door = openDoor(opened)
  for (const [name, { accountId, name: fullName }] of Object.entries(opened.world.accounts)) {
    await must(door.signIn.createUser({ id: accountId, userName: name, name: fullName, password: PASSWORD }))
  }
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
beforeEach(async () => {
  await owner.query('delete from auth.used_code')
  await owner.query('delete from auth."rateLimit"')
})
afterAll(async () => {
  await owner.end()
  await door.close()
  await opened.close()
})

const idOf = (name: Name) => opened.world.accounts[name].accountId
const withoutTimes = (line: string) => line.replace(/\d\d:\d\d, [\d/]+/g, '…')
const said = async (name: Name) => (await recordedOf(opened.work, idOf(name))).map(withoutTimes)
const times = async (name: Name, sentence: string) =>
  (await said(name)).filter((line) => line.startsWith(sentence)).length
const actsLeft = async () => (await owner.query('select 1 from auth.door_act')).rowCount

async function noticesOf(name: Name, password: string): Promise<string[]> {
  const browser = door.browser()
  await browser.signIn({ name, password })
  const notices = (await browser.state({})).me?.notices ?? []
  return notices.map((one) => withoutTimes(one.sentence)).filter((one) => !one.startsWith('Có lần đăng nhập'))
}

/** As when the power fails: the door has done its part, and nothing of the house was committed. */
async function diesAfterTheDoor(work: (tx: Tx) => Promise<Result<unknown>>): Promise<void> {
  const dies = opened.work.write(DOOR, async (tx) => {
    await must(work(tx))
    throw new Error('no more power')
  })
  await expect(dies).rejects.toThrow('no more power')
}

/** What the server does within two minutes of being there again. */
async function someTimeLater(): Promise<void> {
  await owner.query(`update auth.door_act set done_at = done_at - interval '2 minutes'`)
  const { signal } = new AbortController()
  await writeDownDoorActs(door.signIn).run({}, { work: opened.work, signal })
}

async function handed(name: Name, purpose: 'password' | 'second-factor'): Promise<string> {
  const by = { name: 'Trần Thị Bình' }
  return (await must(door.signIn.access.issue({ accountId: idOf(name), purpose, way: 'hand', by }))).secret
}

async function enrolled(name: Name): Promise<void> {
  const browser = door.browser()
  await browser.signIn({ name, password: PASSWORD })
  const { secret } = await browser.beginSecondFactor({ password: PASSWORD })
  await browser.confirmSecondFactor({ code: totp(secret, -1) })
}

async function factorOf(name: Name) {
  const { rows } = await owner.query<{ since: Date | null }>(
    'select second_factor_at as since from app.account where id = $1',
    [idOf(name)],
  )
  return { door: (await door.signIn.secondFactor.state(idOf(name))).on, house: rows[0]?.since !== null }
}

describe('a server that dies between the door and the house', () => {
  it('leaves a chosen password that is recorded and told when it is there again, once', async () => {
    await owner.query('update app.account set activated_at = null where id = $1', [idOf('lan')])
    const code = await handed('lan', 'password')
    await diesAfterTheDoor((tx) => choosePassword(door.signIn)(tx, { code, password: NEXT }))
    expect(await outcome(door.browser().signIn({ name: 'lan', password: PASSWORD }))).toBe('wrong-sign-in')
    const sentence = 'tự đặt mật khẩu bằng mã do Trần Thị Bình cấp lúc …'
    expect(await times('lan', sentence)).toBe(0)
    await someTimeLater()
    await someTimeLater()
    expect(await times('lan', sentence)).toBe(1)
    expect(await actsLeft()).toBe(0)
    expect(await noticesOf('lan', NEXT)).toEqual([
      expect.stringMatching(/^Mật khẩu được đặt lại bằng mã do Trần Thị Bình cấp lúc …, dùng lúc …/),
    ])
    const { rows } = await owner.query('select activated_at is not null as taken_up from app.account where id = $1', [
      idOf('lan'),
    ])
    expect(rows).toEqual([{ taken_up: true }])
  })

  it('leaves no second factor that stands in the house and not at the door', async () => {
    await enrolled('mai')
    expect(await factorOf('mai')).toEqual({ door: true, house: true })
    const code = await handed('mai', 'second-factor')
    const asked = { accountId: idOf('mai'), code, clientIp: '10.0.0.7' }
    await diesAfterTheDoor((tx) => dropSecondFactor(door.signIn)(tx, asked))
    expect(await factorOf('mai')).toEqual({ door: false, house: true })
    await someTimeLater()
    expect(await factorOf('mai')).toEqual({ door: false, house: false })
    expect(await times('mai', 'gỡ xác thực hai bước của mình bằng mã do Trần Thị Bình cấp lúc …')).toBe(1)
  })

  it('leaves no second factor that stands at the door and not in the house', async () => {
    await enrolled('thu')
    await owner.query('update app.account set second_factor_at = null where id = $1', [idOf('thu')])
    await someTimeLater()
    await someTimeLater()
    expect(await factorOf('thu')).toEqual({ door: true, house: true })
    // Once as he turned it on, whose half is undone here, and once because the house had lost it.
    expect(await times('thu', 'bật xác thực hai bước')).toBe(2)
  })

  it('does not take away what its owner has turned on since', async () => {
    await enrolled('son')
    const code = await handed('son', 'second-factor')
    const asked = { accountId: idOf('son'), code, clientIp: '10.0.0.7' }
    await diesAfterTheDoor((tx) => dropSecondFactor(door.signIn)(tx, asked))
    await owner.query('delete from auth.used_code')
    await enrolled('son')
    await someTimeLater()
    expect(await factorOf('son')).toEqual({ door: true, house: true })
    expect(await times('son', 'gỡ xác thực hai bước của mình')).toBe(1)
  })
})

it('what went well is recorded once, and a refusal at the door leaves nothing to record', async () => {
  const code = await handed('hoa', 'password')
  expect(await outcome(door.browser().useAccess({ code, password: 'matkhau123456' }))).toMatch(/^weak-password/)
  expect(await actsLeft()).toBe(0)
  expect(await outcome(door.browser().useAccess({ code, password: NEXT }))).toBe('ok')
  const hoa = door.browser()
  await hoa.signIn({ name: 'hoa', password: NEXT })
  expect(await outcome(hoa.changePassword({ current: NEXT, next: PASSWORD }))).toBe('ok')
  expect(await actsLeft()).toBe(2)
  await someTimeLater()
  expect(await actsLeft()).toBe(0)
  expect(await times('hoa', 'tự đặt mật khẩu bằng mã')).toBe(1)
  expect(await times('hoa', 'đổi mật khẩu của mình')).toBe(1)
})
