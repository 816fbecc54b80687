import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { plainDate } from '../../src/kernel/plain-date.ts'
import { ok } from '../../src/kernel/result.ts'
import { createObligations } from '../../src/mechanisms/obligations/server/index.ts'
import { applyDueEvents, predecessorsOf, successorsOf, unitsOn } from '../../src/organisation/server/index.ts'
import { MovedClock } from '../../src/platform/clock/clock.ts'
import { openPools } from '../../src/platform/database/pools.ts'
import { createUnitOfWork, type UnitOfWork } from '../../src/platform/database/unit-of-work.ts'
import { freshDatabase } from '../../test/database.ts'
import { testKeys } from '../../test/keys.ts'
import { codeOf, eightOn, must } from '../../test/world.ts'
import { type Branch, loadBranch } from './load-branch.ts'

let work: UnitOfWork
let branch: Branch
let close: () => Promise<void>
const clock = new MovedClock(0)
const SCRIPT = { kind: 'script', name: 'thử' } as const

beforeAll(async () => {
  const database = await freshDatabase()
  const pools = openPools(database)
  close = async () => {
    await pools.close()
    await database.close()
  }
  clock.move(eightOn('2021-07-01'))
  work = createUnitOfWork({ pool: pools.application, clock, keys: testKeys, onNewDay: applyDueEvents })
  branch = await loadBranch(work)
})
afterAll(() => close())

const treeOn = async (day: string) => {
  const units = await must(work.read(SCRIPT, async (tx) => ok(await unitsOn(tx, plainDate(day)))))
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  return units.map((unit) => `${unit.name} < ${names.get(unit.parentId ?? '') ?? '-'}`).toSorted()
}
const dutiesOf = async (key: string) =>
  must(
    work.read(SCRIPT, async (tx) =>
      ok(
        (
          await tx.db
            .selectFrom('obligation')
            .select(['title', 'state'])
            .where('unit_id', '=', branch.id(key))
            .execute()
        ).map((row) => `${row.title}: ${row.state}`),
      ),
    ),
  )

/** A duty of each of these, due after the change. */
async function owed(title: string, keys: string[]): Promise<void> {
  const thing = { kind: 'campaign', id: newId() } as const
  await must(
    work.write(SCRIPT, async (tx) => {
      const rows = await tx.db
        .selectFrom('unit')
        .select(['id', 'unit_no as unitNo'])
        .where('id', 'in', keys.map(branch.id))
        .execute()
      await createObligations(
        tx,
        rows.map((unit) => ({
          kind: 'disseminate' as const,
          thing,
          unit,
          owedToUnitId: branch.id('tinh'),
          title,
          words: null,
          deadline: { day: plainDate('2025-07-20'), relation: 'by' as const },
        })),
      )
      return ok(undefined)
    }),
  )
}

it('on 1 July 2025 the districts are gone, communes have come together, and nothing is lost on the way', async () => {
  clock.move(eightOn('2025-06-20'))
  await owed('Quán triệt kế hoạch', ['thi-tran', 'lang-ca', 'son-dong'])
  // A district cannot end while communes stand below it; everything is entered ten days before.
  expect(codeOf(await branch.enter('het-bh'))).toBe('unit-has-children')
  for (const event of branch.sample.events) await must(branch.enter(event.key))

  expect(await treeOn('2025-06-30')).toEqual(
    expect.arrayContaining([
      'Huyện Sơn Đông < Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu)',
      'Thị trấn Sơn Đông < Huyện Sơn Đông',
      'Xã Lăng Ca Sơn < Huyện Sơn Đông',
      'Xã Đảo Yên < Huyện Biển Hải',
    ]),
  )
  expect(await treeOn('2025-06-30')).toHaveLength(14)
  expect(await treeOn('2023-01-01')).toContain('Xã Lăng Ca < Huyện Sơn Đông')
  expect(await treeOn('2025-07-01')).toEqual([
    'Hội Liên hiệp Phụ nữ xã Lăng Ca < Xã Sơn Đông',
    'Phường Cửa Bằng < Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu)',
    'Trường THCS Sơn Đông < Xã Sơn Đông',
    'Xã Lăng Thượng < Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu)',
    'Xã Sơn Đông < Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu)',
    'Đặc khu Đảo Yên < Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu)',
    'Ủy ban nhân dân tỉnh Trường Lĩnh (mẫu) < -',
  ])

  // Until the day everybody still owes what he owed; what only the district could still do after it is waived at once.
  expect(await dutiesOf('thi-tran')).toEqual(['Quán triệt kế hoạch: open'])
  expect(await dutiesOf('son-dong')).toEqual(['Quán triệt kế hoạch: exempt'])
  clock.move(eightOn('2025-07-01'))
  await must(work.read(branch.administrator, async () => ok(1)))
  expect(await dutiesOf('xa-son-dong')).toEqual(['Quán triệt kế hoạch: open'])
  expect([await dutiesOf('thi-tran'), await dutiesOf('lang-ca')].flat()).toEqual(['Quán triệt kế hoạch: exempt'])

  const posts = await must(
    work.read(SCRIPT, async (tx) =>
      ok(
        await tx.db
          .selectFrom('post')
          .innerJoin('person', 'person.id', 'post.person_id')
          .leftJoin('post_grant', 'post_grant.post_id', 'post.id')
          .select(['person.full_name as name', 'post_grant.role', 'post.valid_from as from'])
          .where('post.unit_id', '=', branch.id('xa-son-dong'))
          .orderBy('person.given_name')
          .execute(),
      ),
    ),
  )
  // Who prepares goes on preparing; who heads the new commune is for the administrator to say.
  expect(posts).toEqual([
    { name: 'Lương Văn Khải', role: null, from: '2025-07-01' },
    { name: 'Hà Thị Mến', role: 'officer', from: '2025-07-01' },
    { name: 'Vi Văn Sáng', role: 'officer', from: '2025-07-01' },
  ])

  const lineage = await must(
    work.read(SCRIPT, async (tx) =>
      ok({
        before: await predecessorsOf(tx, branch.id('xa-son-dong')),
        after: await successorsOf(tx, branch.id('lang-ca')),
      }),
    ),
  )
  expect(lineage.before.map((one) => one.name).toSorted()).toEqual(['Thị trấn Sơn Đông', 'Xã Lăng Ca Sơn'])
  expect(lineage.after.map((one) => [one.name, one.on])).toEqual([['Xã Sơn Đông', '2025-07-01']])
})
