import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor, outcome } from '../../../test/account-door.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { eightOn, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { MovedClock } from '../../platform/clock/clock.ts'
import { openPools, type Pools } from '../../platform/database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../../platform/database/unit-of-work.ts'

const PASSWORD = 'thuyền giấy qua cầu'

let database: FreshDatabase
let pools: Pools
let work: UnitOfWork
let clock: MovedClock
let door: Door
beforeEach(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  clock = new MovedClock(0)
  clock.move(eightOn('2022-07-12'))
  work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
  door = openDoor({ database, work }, { clock })
})
afterEach(async () => {
  await door.close()
  await pools.close()
  await database.close()
})

const form = (code: string, more: { password?: string; signInName?: string; from?: string } = {}) => ({
  code,
  organisation: { id: newId(), name: 'Sở Nội vụ', from: more.from },
  administrator: {
    personId: newId(),
    name: 'Nguyễn Anh Quân',
    postTitle: 'Quản trị hệ thống',
    signInName: more.signInName ?? 'quan',
    password: more.password ?? PASSWORD,
  },
})
async function codeShown(): Promise<string> {
  const code = await door.setUp.codeIfNeeded()
  if (code === undefined) throw new Error('no code was made')
  return code
}

describe('the first visit', () => {
  it('makes the organisation and its administrator, who is then signed in; the code is gone', async () => {
    const browser = door.browser()
    expect(await browser.state({})).toMatchObject({ needsSetUp: true, organisationName: null, me: null })
    const code = await codeShown()
    expect(await door.setUp.codeIfNeeded()).toBe(code)
    expect(await outcome(browser.checkSetUpCode({ code: code.toLowerCase().replace('-', ' ') }))).toBe('ok')
    const filled = form(code)
    expect(await outcome(browser.setUp(filled))).toBe('ok')

    const state = await browser.state({})
    expect(state).toMatchObject({ needsSetUp: false, organisationName: 'Sở Nội vụ', demo: false, today: '2022-07-12' })
    expect(state.me).toMatchObject({ name: 'Nguyễn Anh Quân', signInName: 'quan', roles: ['administrator'] })
    expect(state.me?.sections).toContain('health')
    expect(await recordedOf(work, filled.organisation.id)).toEqual([
      'thêm đơn vị Sở Nội vụ từ 12/07/2022',
      'thiết lập hệ thống cho Sở Nội vụ',
    ])
    expect(await door.setUp.codeIfNeeded()).toBeUndefined()
    expect(await outcome(browser.checkSetUpCode({ code }))).toBe('already-set-up')
    expect(await outcome(door.browser().setUp(form(code)))).toBe('already-set-up')
  })

  it('is one of two when two finish it at the same moment', async () => {
    const code = await codeShown()
    const both = [form(code, { signInName: 'mot' }), form(code, { signInName: 'hai' })]
    const outcomes = await Promise.all(both.map((filled) => outcome(door.browser().setUp(filled))))
    expect(outcomes.toSorted()).toEqual(['already-set-up', 'ok'])
  })

  it('refuses a wrong code, and after ten of them every code for ten minutes', async () => {
    const code = await codeShown()
    const browser = door.browser()
    for (let n = 1; n <= 10; n += 1) {
      expect(await outcome(browser.checkSetUpCode({ code: '2222-2222' }))).toBe('wrong-set-up-code@code')
    }
    expect(await outcome(browser.checkSetUpCode({ code }))).toBe('too-many-attempts')
    clock.move(new Date(clock.now().getTime() + 11 * 60_000))
    expect(await outcome(browser.checkSetUpCode({ code }))).toBe('ok')
  })

  it('leaves nothing behind when the password is weak, and names the field', async () => {
    const code = await codeShown()
    const weak = form(code, { password: 'matkhau123456' })
    expect(await outcome(door.browser().setUp(weak))).toBe('weak-password@administrator.password')
    expect((await door.browser().state({})).needsSetUp).toBe(true)
    expect(await outcome(door.browser().setUp(form(code)))).toBe('ok')
  })

  it('says at its own field that the organisation’s first day lies ahead', async () => {
    const filled = form(await codeShown(), { from: '2022-07-13' })
    expect(await outcome(door.browser().setUp(filled))).toBe('day-in-future@organisation.from')
  })

  it('takes over a sign-in left by a try that broke off before the organisation was there', async () => {
    const left = { id: newId(), userName: 'quan', name: 'Nguyễn Anh Quân', password: 'một mật khẩu khác hẳn' }
    expect((await door.signIn.createUser(left)).ok).toBe(true)
    const browser = door.browser()
    expect(await outcome(browser.setUp(form(await codeShown())))).toBe('ok')
    expect((await browser.state({})).me?.name).toBe('Nguyễn Anh Quân')
    expect(await outcome(door.browser().signIn({ name: 'quan', password: left.password }))).toBe('wrong-sign-in')
  })
})
