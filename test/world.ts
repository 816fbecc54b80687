import { addGrant, createAccount, setUpOrganisation } from '../src/accounts/server/index.ts'
import type { Role, Who } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/ids.ts'
import { plainDate, startOfDay } from '../src/kernel/plain-date.ts'
import type { Result } from '../src/kernel/result.ts'
import { entriesOf } from '../src/mechanisms/record/server/index.ts'
import { applyDueEvents, createPerson, createUnit } from '../src/organisation/server/index.ts'
import { MovedClock } from '../src/platform/clock/clock.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { testKeys } from './keys.ts'
import { settled } from './throw-away-cluster.ts'

/**
 * The cast every permission table speaks of: Quân administers, Phúc has the authority, Hoa is the standing office, Minh heads Phòng A
 * with Lan its officer and Mai plain staff; Bình heads Phòng B, where Thu is staff
 * and Sơn has a post; as auditor of the whole organisation Sơn reads everything and changes nothing.
 */
export type Name = 'quan' | 'phuc' | 'hoa' | 'minh' | 'lan' | 'mai' | 'binh' | 'thu' | 'son'
export type UnitName = 'root' | 'vanPhong' | 'phongA' | 'phongB'

export type World = {
  readonly accounts: Readonly<Record<Name, { accountId: string; personId: string; postId: string; name: string }>>
  readonly units: Readonly<Record<UnitName, string>>
  readonly as: (name: Name) => Who
}

type Cast = { fullName: string; title: string; unit: UnitName; grant?: { role: Role; unit: UnitName } }

const CAST: Readonly<Record<Exclude<Name, 'quan'>, Cast>> = {
  phuc: { fullName: 'Trần Văn Phúc', title: 'Giám đốc', unit: 'root', grant: { role: 'authority', unit: 'root' } },
  hoa: {
    fullName: 'Lê Thị Hoa',
    title: 'Chuyên viên thường trực thi đua',
    unit: 'vanPhong',
    grant: { role: 'standing-office', unit: 'root' },
  },
  minh: { fullName: 'Phạm Quang Minh', title: 'Trưởng phòng', unit: 'phongA', grant: { role: 'head', unit: 'phongA' } },
  lan: { fullName: 'Đỗ Bích Lan', title: 'Chuyên viên', unit: 'phongA', grant: { role: 'officer', unit: 'phongA' } },
  mai: { fullName: 'Vũ Thị Mai', title: 'Chuyên viên', unit: 'phongA', grant: { role: 'staff', unit: 'phongA' } },
  binh: { fullName: 'Ngô Thanh Bình', title: 'Trưởng phòng', unit: 'phongB', grant: { role: 'head', unit: 'phongB' } },
  thu: { fullName: 'Hoàng Minh Thu', title: 'Chuyên viên', unit: 'phongB', grant: { role: 'staff', unit: 'phongB' } },
  son: { fullName: 'Bùi Ngọc Sơn', title: 'Chuyên viên', unit: 'phongB', grant: { role: 'auditor', unit: 'root' } },
}

/**
 * A small Sở with two divisions, made through the use cases themselves on the day of the unit of work's clock. The accounts have no
 * sign-in behind them: their holders act by `work.read(world.as('lan'), …)`.
 */
export async function createWorld(work: UnitOfWork): Promise<World> {
  const units = { root: newId(), vanPhong: newId(), phongA: newId(), phongB: newId() }
  const quan = { name: 'Nguyễn Anh Quân', personId: newId() }
  const organisation = { id: units.root, name: 'Sở Nội vụ', shortName: 'SNV' }
  const administrator = { ...quan, postTitle: 'Quản trị hệ thống', signInName: 'quan', email: null }
  const made = await must(
    work.write({ kind: 'set-up' }, (tx) => setUpOrganisation(tx, { organisation, administrator })),
  )
  const byQuan: Who = { kind: 'person', accountId: made.accountId }
  const today = (await must(work.read({ kind: 'public' }, async (tx) => ({ ok: true, value: tx.today })))) as string

  const below = { vanPhong: 'Văn phòng Sở', phongA: 'Phòng A', phongB: 'Phòng B' } as const
  for (const [index, key] of (['vanPhong', 'phongA', 'phongB'] as const).entries()) {
    const unit = { id: units[key], name: below[key], shortName: null, parentId: units.root, orderNo: index + 1 }
    await must(work.write(byQuan, (tx) => createUnit(tx, { ...unit, from: today })))
  }

  const accounts: Record<string, World['accounts'][Name]> = {
    quan: { accountId: made.accountId, personId: made.personId, postId: made.postId, name: quan.name },
  }
  for (const [name, { fullName, title, unit, grant }] of Object.entries(CAST)) {
    const [personId, postId, accountId] = [newId(), newId(), newId()]
    const post = { id: postId, unitId: units[unit], title, from: today }
    await must(work.write(byQuan, (tx) => createPerson(tx, { id: personId, name: fullName, email: null, post })))
    const account = { id: accountId, personId, signInName: name, email: `${name}@so.example` }
    await must(work.write(byQuan, (tx) => createAccount(tx, account, { activated: true })))
    if (grant) {
      const held = { id: newId(), postId, role: grant.role, unitId: units[grant.unit], from: today, to: null }
      await must(work.write(byQuan, (tx) => addGrant(tx, held)))
    }
    accounts[name] = { accountId, personId, postId, name: fullName }
  }
  const cast = accounts as World['accounts']
  return { accounts: cast, units, as: (name) => ({ kind: 'person', accountId: cast[name].accountId }) }
}

export type OpenedWorld = {
  readonly database: FreshDatabase
  readonly work: UnitOfWork
  /** The clock of `work`: `clock.move(…)` takes everybody to another day. */
  readonly clock: MovedClock
  readonly world: World
  readonly close: () => Promise<void>
}

/** A database of its own with the world in it, on a morning (08:00) of the given day; for `beforeAll`. */
export async function openWorld(day = '2022-07-12'): Promise<OpenedWorld> {
  const database = await freshDatabase()
  const pools = openPools(database)
  const clock = new MovedClock(0)
  clock.move(eightOn(day))
  const work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys, onNewDay: applyDueEvents })
  const world = await createWorld(work)
  const close = async () => {
    await pools.close()
    await database.close()
  }
  return { database, work, clock, world, close }
}

/** 08:00 in Việt Nam on that day. */
export function eightOn(day: string): Date {
  return new Date(startOfDay(plainDate(day)).getTime() + 8 * 3_600_000)
}

/** The value of something the test takes for granted. */
export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  return settled(await result)
}

/** What the record says of a thing, oldest first: «thêm đơn vị Phòng C từ 12/07/2022». */
export async function recordedOf(work: UnitOfWork, thingId: string): Promise<string[]> {
  const entries = await must(
    work.read({ kind: 'script', name: 'thử' }, async (tx) => ({ ok: true, value: await entriesOf(tx, [thingId]) })),
  )
  return entries.map((entry) => entry.sentence).reverse()
}

/** `ok`, or the code of the refusal. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code
}
