import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { createObligations } from '../../mechanisms/obligations/server/index.ts'
import { createUnit } from './create-unit.ts'
import { endPost } from './end-post.ts'
import { endUnit } from './end-unit.ts'
import { readTree } from './read-units.ts'

let opened: OpenedWorld
const worlds: OpenedWorld[] = []
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  worlds.push(opened)
})
afterAll(() => Promise.all(worlds.map((one) => one.close())))

const end = (id: string, lastDay: string, by: 'quan' | 'binh' = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => endUnit(tx, { id, lastDay, reason: 'Sáp nhập vào Phòng A' }))

/** What Phòng B owes: one due on 15/07, one on 20/09. */
async function owing(): Promise<void> {
  const { root, phongB } = opened.world.units
  await must(
    opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
      const unit = await tx.db.selectFrom('unit').select('unit_no').where('id', '=', phongB).executeTakeFirstOrThrow()
      for (const day of ['2022-07-15', '2022-09-20']) {
        await createObligations(tx, [
          {
            kind: 'confirm-receipt',
            thing: { kind: 'campaign', id: newId() },
            unit: { id: phongB, unitNo: unit.unit_no },
            owedToUnitId: root,
            title: `Việc đến ${day}`,
            words: null,
            deadline: { day: plainDate(day), relation: 'by' },
          },
        ])
      }
      return ok(undefined)
    }),
  )
}

async function openObligations(): Promise<string[]> {
  const rows = await must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(await tx.db.selectFrom('obligation').select('title').where('state', '=', 'open').orderBy('title').execute()),
    ),
  )
  return rows.map((row) => row.title)
}

describe('ending a unit', () => {
  it('ends its posts, what was granted on them, and what it still owed', async () => {
    await owing()
    const { units, accounts } = opened.world
    const ended = await must(end(units.phongB, '2022-07-12'))
    expect(ended).toMatchObject({ unit: { to: '2022-07-12' }, endedPosts: 3, exemptedObligations: 2 })
    expect(await openObligations()).toEqual([])
    expect(await recordedOf(opened.work, units.phongB)).toContain(
      'kết thúc đơn vị Phòng B, ngày cuối 12/07/2022: Sáp nhập vào Phòng A',
    )
    expect(await recordedOf(opened.work, accounts.binh.personId)).toEqual(
      expect.arrayContaining([
        'kết thúc vị trí Trưởng phòng tại Phòng B của Ngô Thanh Bình, ngày cuối 12/07/2022',
        'kết thúc quyền người đứng đầu đơn vị tại Phòng B của Ngô Thanh Bình, ngày cuối 12/07/2022',
      ]),
    )
    // The last day itself still counts; the next day there is no unit and Bình acts for nothing.
    expect(codeOf(await opened.work.read(opened.world.as('binh'), async () => ok(1)))).toBe('ok')
    opened.clock.move(eightOn('2022-07-13'))
    expect(codeOf(await opened.work.read(opened.world.as('binh'), async () => ok(1)))).toBe('no-current-post')
    const tree = await must(opened.work.read(opened.world.as('quan'), (tx) => readTree(tx, {})))
    expect(tree.units.map((unit) => unit.id)).not.toContain(units.phongB)
  })

  it('on a day ahead waives only what falls due after it', async () => {
    await owing()
    const ended = await must(end(opened.world.units.phongB, '2022-07-31'))
    expect(ended.exemptedObligations).toBe(1)
    expect(await openObligations()).toEqual(['Việc đến 2022-07-15'])
  })

  it('ends a role held there from a post elsewhere', async () => {
    const { units, accounts } = opened.world
    const held = { id: newId(), postId: accounts.lan.postId, role: 'officer', unitId: units.phongB } as const
    const grant = { ...held, from: '2022-07-12', to: null }
    await must(opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, grant)))
    await must(end(units.phongB, '2022-07-12'))
    expect(await recordedOf(opened.work, accounts.lan.personId)).toContain(
      'kết thúc quyền công chức phụ trách tại Phòng B của Đỗ Bích Lan, ngày cuối 12/07/2022',
    )
  })

  it('is refused for the organisation itself, with units below it, before it began, and twice', async () => {
    const { root, phongA, phongB } = opened.world.units
    expect(codeOf(await end(root, '2022-07-12'))).toBe('unit-is-root')
    const below = { id: newId(), name: 'Tổ 1', shortName: null, parentId: phongA, orderNo: 1, from: '2022-07-12' }
    await must(opened.work.write(opened.world.as('quan'), (tx) => createUnit(tx, below)))
    expect(await end(phongA, '2022-07-12')).toMatchObject({
      refusal: { code: 'unit-has-children', values: { count: '1' } },
    })
    expect(codeOf(await end(phongB, '2022-07-11'))).toBe('day-before-start')
    expect(codeOf(await end(phongB, '2022-07-12'))).toBe('ok')
    expect(codeOf(await end(phongB, '2022-07-12'))).toBe('unit-ended')
  })

  it('happens once when two end it at the same moment', async () => {
    const { phongB } = opened.world.units
    const codes = (await Promise.all([end(phongB, '2022-07-12'), end(phongB, '2022-07-20')])).map(codeOf)
    expect(codes.toSorted()).toEqual(['ok', 'unit-ended'])
  })

  it('is an administrator’s alone', async () => {
    expect(codeOf(await end(opened.world.units.phongB, '2022-07-12', 'binh'))).toBe('not-yours-to-do')
  })

  it('is refused when the only administrator would go with it, and then nothing has happened', async () => {
    const { units, accounts } = opened.world
    const post = { postId: accounts.binh.postId, unitId: units.root, role: 'administrator' } as const
    const grant = { ...post, id: newId(), from: '2022-07-12', to: null }
    await must(opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, grant)))
    const own = { id: accounts.quan.postId, lastDay: '2022-07-12' }
    await must(opened.work.write(opened.world.as('quan'), (tx) => endPost(tx, own)))
    const refused = await opened.work.write(opened.world.as('binh'), (tx) =>
      endUnit(tx, { id: units.phongB, lastDay: '2022-07-31', reason: 'Giải thể' }),
    )
    expect(codeOf(refused)).toBe('last-administrator')
    const tree = await must(opened.work.read(opened.world.as('binh'), (tx) => readTree(tx, { on: '2022-08-01' })))
    expect(tree.units.map((unit) => unit.id)).toContain(units.phongB)
  })
})
