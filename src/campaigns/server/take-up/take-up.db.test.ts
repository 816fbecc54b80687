import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { newcomersIn } from '../../../../test/newcomers.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { confirmReceipt } from '../../../mechanisms/obligations/server/index.ts'
import { campaignThings } from '../obligation-things.ts'
import { takeUp } from './take-up.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

describe('the take-up of a campaign', () => {
  it('is counted by branch first, then unit by unit against what each owes, with what came in time', async () => {
    const newcomers = newcomersIn(opened)
    const { root, phongA, phongB } = opened.world.units
    const branch = await newcomers.unit('Chi cục', root)
    const [one, two] = [await newcomers.unit('Trạm Một', branch), await newcomers.unit('Trạm Hai', branch)]
    const id = await acts.launched([phongA, phongB, one, two])
    const all = await must(acts.read('hoa', takeUp, { id, page: 1 }))
    const receipt = all.rows
      .find((row) => row.unitName === 'Phòng A')
      ?.cells.find((cell) => cell.kind === 'confirm-receipt')
    const confirming = { id: receipt?.id ?? '', consent: { way: 'product' } as const, assignPersonId: null }
    await must(acts.write('minh', confirmReceipt(campaignThings), confirming))
    opened.clock.move(eightOn('2022-07-20'))

    const page = await must(acts.read('hoa', takeUp, { id, page: 1 }))
    expect(page.columns.map((column) => [column.key, column.title])).toEqual([
      ['confirm-receipt:', 'Xác nhận tiếp nhận'],
      ['disseminate:', 'Quán triệt kế hoạch'],
    ])
    expect(page.branches.map((b) => [b.unitName, b.units, b.owed, b.done, b.late, b.received])).toEqual([
      ['Phòng A', 1, 2, 1, 0, 1],
      ['Phòng B', 1, 2, 0, 1, 0],
      ['Chi cục', 2, 4, 0, 2, 0],
    ])
    expect(page.rows.map((row) => [row.unitName, row.done, row.late, row.onTime, row.due])).toEqual(
      [
        ['Phòng A', 1, 0, 1, 1],
        ['Phòng B', 0, 1, 0, 1],
        ['Trạm Hai', 0, 1, 0, 1],
        ['Trạm Một', 0, 1, 0, 1],
      ].sort(
        (a, b) =>
          page.rows.findIndex((row) => row.unitName === a[0]) - page.rows.findIndex((row) => row.unitName === b[0]),
      ),
    )
    expect(page).toMatchObject({ total: 4, openTotal: 7, mine: 0 })
    expect(page.open[0]?.kind).toBe('confirm-receipt')

    const below = await must(acts.read('hoa', takeUp, { id, branchId: branch, page: 1 }))
    expect(below.path.map((unit) => unit.unitName)).toEqual(['Sở Nội vụ', 'Chi cục'])
    expect(below.branches).toEqual([])
    expect(below.rows.map((row) => row.unitName).sort()).toEqual(['Trạm Hai', 'Trạm Một'])
    const late = await must(
      acts.read('hoa', takeUp, { id, state: 'late', q: 'tram', kind: 'confirm-receipt', page: 1 }),
    )
    expect(late.rows.map((row) => row.cells.map((cell) => [cell.kind, cell.daysLeft]))).toEqual([
      [['confirm-receipt', -1]],
      [['confirm-receipt', -1]],
    ])
    expect((await must(acts.read('hoa', takeUp, { id, state: 'done', page: 1 }))).total).toBe(0)
    opened.clock.move(eightOn('2022-07-12'))
  })

  it('shows a unit its own, and nobody outside anything', async () => {
    const id = await acts.launched([opened.world.units.phongA])
    const own = await must(acts.read('lan', takeUp, { id, page: 1 }))
    expect(own.rows.map((row) => row.unitName)).toEqual(['Phòng A'])
    expect(own.branches).toEqual([])
    expect(own.open).toEqual([])
    expect(codeOf(await acts.read('binh', takeUp, { id, page: 1 }))).toBe('not-found')
  })
})
