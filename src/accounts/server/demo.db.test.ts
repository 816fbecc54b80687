import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor, outcome } from '../../../test/account-door.ts'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { testKeys } from '../../../test/keys.ts'
import { eightOn, must, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { MovedClock } from '../../platform/clock/clock.ts'
import { openPools, type Pools } from '../../platform/database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { findInstallation } from './demo.ts'
import { setUpOrganisation } from './set-up.ts'

const PASSWORD = 'thuyền giấy qua cầu'
const organisation = { id: newId(), name: 'Sở Nội vụ', shortName: null }

let database: FreshDatabase
let pools: Pools
let work: UnitOfWork
let clock: MovedClock
let door: Door

/** A sample world with one person in it. */
beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
  clock = new MovedClock(0)
  clock.move(eightOn('2022-07-12'))
  work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys })
  const quan = { personId: newId(), name: 'Nguyễn Anh Quân', postTitle: 'Quản trị', signInName: 'quan', email: null }
  const input = { organisation, administrator: quan }
  const made = await must(work.write({ kind: 'set-up' }, (tx) => setUpOrganisation(tx, input, { demo: true })))
  const cast = [{ name: 'Nguyễn Anh Quân', post: 'Quản trị', does: 'Quản trị hệ thống', signInName: 'quan' }]
  door = openDoor({ database, work }, { demo: { cast, password: PASSWORD, clock } })
  await must(door.signIn.createUser({ id: made.accountId, userName: 'quan', name: quan.name, password: PASSWORD }))
})
afterAll(async () => {
  await door.close()
  await pools.close()
  await database.close()
})

describe('the sample world', () => {
  it('lets anybody be one of its cast by a button, and nobody else', async () => {
    const browser = door.browser()
    expect((await browser.cast({})).cast.map((one) => one.signInName)).toEqual(['quan'])
    expect(await outcome(browser.signInAs({ signInName: 'giam-doc' }))).toBe('not-found')
    expect(await outcome(browser.signInAs({ signInName: 'quan' }))).toBe('ok')
    expect(await browser.state({})).toMatchObject({ demo: true, me: { name: 'Nguyễn Anh Quân' } })
  })

  it('goes forward in time when its administrator says so, and stays there at the next start', async () => {
    const browser = door.browser()
    expect(await outcome(browser.moveClock({ to: '2022-08-01T08:00:00+07:00' }))).toBe('not-yours-to-do')
    await browser.signInAs({ signInName: 'quan' })
    expect(await browser.moveClock({ to: '2022-08-01T08:00:00+07:00' })).toEqual({ now: '2022-08-01T01:00:00.000Z' })
    expect((await browser.state({})).today).toBe('2022-08-01')
    expect(await recordedOf(work, organisation.id)).toContain('chuyển đồng hồ bản thử đến 08:00, 01/08/2022')

    const kept = await findInstallation(work)
    const afterRestart = new MovedClock(kept?.clockOffsetMs ?? 0)
    expect(Math.abs(afterRestart.now().getTime() - clock.now().getTime())).toBeLessThan(60_000)
  })

  it('does not go back, nor beyond the years that dates are written in', async () => {
    const browser = door.browser()
    await browser.signInAs({ signInName: 'quan' })
    expect(await outcome(browser.moveClock({ to: '2022-07-12T08:00:00+07:00' }))).toBe('clock-backwards@to')
    expect(await outcome(browser.moveClock({ to: '9999-07-12T08:00:00+07:00' }))).toBe('invalid-input@to')
    expect((await browser.state({})).today).toBe('2022-08-01')
  })
})
