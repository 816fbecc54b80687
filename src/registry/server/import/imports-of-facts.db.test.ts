import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importSheets } from '../../../../test/import-sheets.ts'
import { eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import {
  createPeriod,
  decideList,
  proposeList,
  ratingsImport,
  readFactsOfPerson,
  readSheet,
  writeEntries,
} from '../../../assessments/server/index.ts'
import type { Outcome } from '../../../imports/domain/outcomes.ts'
import { decideRow } from '../../../imports/server/decide-row.ts'
import type { ImportKind } from '../../../imports/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { SheetColumns, SheetRow } from '../../../kernel/sheet-columns.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { awardsImport, listAwards, matchRecipient, readAwardsOfPerson } from '../index.ts'

const KINDS = [ratingsImport, awardsImport]
const period = { id: newId(), kind: 'calendar-year' as const, from: '2022-01-01', to: '2022-12-31' }

let opened: OpenedWorld
let sheets: ReturnType<typeof importSheets>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  opened.clock.move(eightOn('2022-12-20'))
  sheets = importSheets(opened, KINDS, 'hoa')
  await must(write('quan', createPeriod, period))
  await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
    await sql`update app.person set birth_on = '1985-03-02', birth_precision = 'day' where id = ${person('mai')}`.execute(
      db,
    )
    return ok(undefined)
  })
})
afterAll(async () => {
  await opened.close()
  sheets.close()
})

type Act<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.write(opened.world.as(name), (tx) => act(tx, input))
const read = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.read(opened.world.as(name), (tx) => act(tx, input))
const person = (name: Name) => opened.world.accounts[name].personId
/** Sheets brought in by Hoa for the whole Sở. */
const seen = (id: string) => sheets.seen(id)
const undone = (id: string) => sheets.undone(id)
const rowsOf = (id: string, outcome: Outcome | 'left') => sheets.rowsOf(id, outcome)
const brought = <Columns extends SheetColumns>(
  kind: ImportKind<Columns>,
  rows: SheetRow<Columns>[],
  name: Name = 'hoa',
) => sheets.brought(kind, rows, { name })
async function applied(id: string) {
  await sheets.ordered(id)
  await sheets.run()
  expect(await seen(id)).toMatchObject({ state: 'applied', problem: null })
}
const ratingsOf = async (name: Name) =>
  (await must(read('hoa', readFactsOfPerson, { personId: person(name) }))).facts?.ratings.map((one) => [
    one.level ?? one.notRated,
    one.source,
    one.replaced?.reason ?? null,
  ])

describe('a sheet of ratings', () => {
  const row = { unit: 'Phòng A', period: '2022', level: 'httnv' as const }

  it('is the standing office’s; names whom it does not know, a year there is not, a row twice, a birth after the year', async () => {
    expect((await brought(ratingsImport, [{ ...row, name: 'Vũ Thị Mai' }], 'lan')).code).toBe('not-yours-to-do')
    const { id } = await brought(ratingsImport, [
      { ...row, name: 'Người Xa Lạ' },
      { ...row, name: 'Vũ Thị Mai', period: '1999' },
      { ...row, name: 'Đỗ Bích Lan' },
      { ...row, name: 'ĐỖ BÍCH LAN', level: 'htnv' },
      { ...row, name: 'Phạm Quang Minh', birth: '2023-05' },
      { ...row, name: 'Hoàng Minh Thu', level: null },
    ])
    const wrong = await rowsOf(id, 'wrong')
    expect(wrong.map((one) => one.problems.map((problem) => problem.sentence.split(/[.:,“]/)[0]?.trim()))).toEqual([
      ['Không nhận ra người này trong đơn vị'],
      ['Không có kỳ xét'],
      ['Lặp lại dòng 5'],
      ['Lặp lại dòng 4'],
      ['Phạm Quang Minh sinh sau kỳ 2022'],
      ['Chưa có xếp loại'],
    ])
  })

  it('comes into force when it is applied, gives way to a later one, and is undone as a whole', async () => {
    const first = await brought(ratingsImport, [
      { ...row, name: 'Vũ Thị Mai', source: 'Thông báo số 12' },
      { kind: 'unit', unit: 'Phòng A', period: '2022', level: 'htxsnv' },
      { ...row, name: 'Phạm Quang Minh', level: null, notRated: 'training' },
    ])
    expect((await seen(first.id)).counts).toMatchObject({ new: 3 })
    expect(await ratingsOf('mai')).toEqual([])
    await applied(first.id)
    expect(await ratingsOf('mai')).toEqual([['httnv', 'import', null]])
    expect(await ratingsOf('minh')).toEqual([['training', 'import', null]])
    expect(await recordedOf(opened.work, person('mai'))).toContain('nhập từ tệp kết quả xếp loại 2022 của Vũ Thị Mai')

    const second = await brought(ratingsImport, [
      { ...row, name: 'Vũ Thị Mai', level: 'htnv' },
      { ...row, name: 'Phạm Quang Minh', level: null, notRated: 'training' },
    ])
    expect((await seen(second.id)).counts).toMatchObject({ changed: 1, same: 1 })
    await applied(second.id)
    expect(await ratingsOf('mai')).toEqual([
      ['htnv', 'import', null],
      ['httnv', 'import', 'nhập lại từ tệp'],
    ])
    expect(await undone(first.id)).toMatchObject({ state: 'undone', leftRows: 1 })
    expect(await undone(second.id)).toMatchObject({ state: 'undone', leftRows: 0 })
    expect((await ratingsOf('mai'))?.filter(([, , replaced]) => replaced === null)).toEqual([['httnv', 'import', null]])
    expect((await ratingsOf('minh'))?.filter(([, , replaced]) => replaced === null)).toEqual([])
  })

  it('does not show what another unit has given somebody, nor gives him a level beside it', async () => {
    await must(
      write('quan', createPeriod, {
        id: newId(),
        kind: 'calendar-year' as const,
        from: '2021-01-01',
        to: '2021-12-31',
      }),
    )
    const mai = { ...row, period: '2021', name: 'Vũ Thị Mai', birth: '1985-03-02' }
    const elsewhere = await brought(ratingsImport, [
      { ...mai, unit: 'Phòng B', level: 'khtnv', note: 'riêng của phòng' },
    ])
    await applied(elsewhere.id)
    const refused = async (unit: string) => {
      const { id } = await brought(ratingsImport, [{ ...mai, unit, level: 'htxsnv' }])
      const [wrong, ...more] = await rowsOf(id, 'wrong')
      expect(more).toEqual([])
      expect(wrong?.problems.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Vũ Thị Mai')])
      expect(wrong?.before).toEqual({})
      expect(JSON.stringify(wrong)).not.toMatch(/khtnv|[Kk]hông hoàn thành|riêng của phòng/)
    }
    await refused('Phòng A')
    // Also where his own unit has said that it does not rate him.
    const own = await brought(ratingsImport, [{ ...mai, level: null, notRated: 'rated-elsewhere' }])
    await applied(own.id)
    await refused('Phòng A')
    expect(await undone(own.id)).toMatchObject({ state: 'undone', leftRows: 0 })
    // A sheet that took the level back is not undone into a second one.
    const takenBack = await brought(ratingsImport, [
      { ...mai, unit: 'Phòng B', level: null, notRated: 'rated-elsewhere' },
    ])
    await applied(takenBack.id)
    const anew = await brought(ratingsImport, [{ ...mai, level: 'httnv' }])
    await applied(anew.id)
    expect(await undone(takenBack.id)).toMatchObject({ state: 'undone', leftRows: 1 })
    expect(await undone(anew.id)).toMatchObject({ state: 'undone', leftRows: 0 })
    expect(await undone(elsewhere.id)).toMatchObject({ state: 'undone', leftRows: 1 })
  })

  it('does not write over what a head has confirmed', async () => {
    const place = { unitId: opened.world.units.phongB, periodId: period.id }
    const { rows } = await must(read('binh', readSheet, place))
    const entries = rows.map(({ subjectId }) => ({
      subjectId,
      level: 'httnv' as const,
      notRated: null,
      note: '',
      version: 0,
    }))
    await must(write('binh', writeEntries, { ...place, listId: newId(), entries }))
    await must(write('binh', proposeList, { ...place, version: 2 }))
    const consent = { way: 'product' as const }
    await must(write('binh', decideList, { ...place, version: 2, outcome: 'agreed', reason: null, consent }))
    const { id } = await brought(ratingsImport, [
      { ...row, unit: 'Phòng B', name: 'Hoàng Minh Thu', level: 'htxsnv' },
      { ...row, unit: 'Phòng B', name: 'Bùi Ngọc Sơn' },
      { ...row, name: 'Ngô Thanh Bình', staffCode: null },
    ])
    expect((await seen(id)).counts).toMatchObject({ wrong: 2, same: 1 })
    const [thu] = await rowsOf(id, 'wrong')
    expect(thu?.problems.map((problem) => problem.sentence)).toEqual([
      'Đơn vị đã xác nhận một kết quả khác cho kỳ này. Đính chính tại danh sách xếp loại của đơn vị',
    ])
  })
})

describe('a sheet of awards', () => {
  const row = { award: 'CSTĐCS', decisionNumber: '5/QĐ-SNV', decisionOn: '2022-01-14', period: '2022' }

  it('matches who is sure, asks who may be, keeps the others as written; a decision is remembered for the next sheet', async () => {
    const sheet = [
      { ...row, name: 'Vũ Thị Mai', birth: '1985-03-02' },
      { ...row, name: 'Đỗ Bích Lan', unitName: 'Chuyên viên, Phòng A' },
      { ...row, name: 'Trần Ngày Xưa', award: 'Huân chương kháng chiến', decisionOn: '1985', period: null },
      { ...row, kind: 'unit' as const, name: 'Phòng A', award: 'Tập thể lao động tiên tiến' },
      { ...row, name: 'Ai Đó', decisionOn: '2030' },
    ]
    const { id } = await brought(awardsImport, sheet)
    expect((await seen(id)).counts).toMatchObject({ new: 3, doubtful: 1, wrong: 1 })
    const [lan] = await rowsOf(id, 'doubtful')
    const deciding = { id, rowNo: lan?.no ?? 0, decision: 'same' as const, thingId: person('lan') }
    await must(write('hoa', decideRow(KINDS), deciding))
    await applied(id)
    const { awards } = await must(read('mai', listAwards, { page: 1 }))
    expect(awards.map((one) => [one.recipient.name, one.awardCode, one.recipient.matched, one.source])).toEqual([
      ['Đỗ Bích Lan', 'cstd-co-so', true, 'import'],
      ['Phòng A', 'tap-the-ldtt', true, 'import'],
      ['Vũ Thị Mai', 'cstd-co-so', true, 'import'],
      ['Trần Ngày Xưa', 'khac', false, 'import'],
    ])
    const again = await brought(awardsImport, [
      ...sheet.slice(0, 4),
      {
        ...row,
        name: 'Đỗ Bích Lan',
        unitName: 'Chuyên viên, Phòng A',
        award: 'Giấy khen',
        decisionOn: '2021',
        period: null,
      },
    ])
    expect((await seen(again.id)).counts).toMatchObject({ same: 4, new: 1 })
    await applied(again.id)
    const lans = await must(read('hoa', readAwardsOfPerson, { personId: person('lan') }))
    expect(lans.awards).toHaveLength(2)
  })

  it('is undone but for what somebody has worked on since', async () => {
    const { id } = await brought(awardsImport, [
      { ...row, name: 'Đỗ Bích Lan', award: 'Kỷ niệm chương', period: null, decisionOn: '2019' },
      { ...row, name: 'Người Khác Hẳn', award: 'Giấy khen', period: null, decisionOn: '2018' },
    ])
    await applied(id)
    const { awards } = await must(read('hoa', listAwards, { code: 'ky-niem-chuong', page: 1 }))
    const matching = { id: awards[0]?.id ?? '', candidateId: person('lan'), verdict: 'same' as const }
    await must(write('hoa', matchRecipient, matching))
    expect(await undone(id)).toMatchObject({ state: 'undone', leftRows: 1 })
    expect((await must(read('hoa', listAwards, { year: 2018, page: 1 }))).total).toBe(0)
    expect((await must(read('hoa', listAwards, { year: 2019, page: 1 }))).total).toBe(1)
  })
})
