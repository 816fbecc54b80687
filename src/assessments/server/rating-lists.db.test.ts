import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addPost } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { RatingLevel } from '../domain/levels.ts'
import {
  changePeriod,
  createPeriod,
  decideList,
  dropCorrection,
  listPeriods,
  proposeList,
  readFactsOfPerson,
  readSheet,
  removePeriod,
  reopenList,
  takeListBack,
  writeEntries,
} from './index.ts'
import { listLists } from './list-lists.ts'

let opened: OpenedWorld
const period2022 = { id: newId(), kind: 'calendar-year' as const, from: '2022-01-01', to: '2022-12-31' }

beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  await must(write('quan', createPeriod, period2022))
})
afterAll(() => opened.close())

type Act<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.write(opened.world.as(name), (tx) => act(tx, input))
const read = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.read(opened.world.as(name), (tx) => act(tx, input))

const inA = () => ({ unitId: opened.world.units.phongA, periodId: period2022.id })
const inB = () => ({ unitId: opened.world.units.phongB, periodId: period2022.id })
const person = (name: Name) => opened.world.accounts[name].personId

/** Fills every row of a unit's sheet. */
async function fill(name: Name, place: { unitId: string; periodId: string }, level: RatingLevel = 'httnv') {
  const { rows } = await must(read(name, readSheet, place))
  const entries = rows.map(({ subjectId, version }) => ({ subjectId, version, level, notRated: null, note: '' }))
  return must(write(name, writeEntries, { ...place, listId: newId(), entries }))
}
const versionOf = async (place: { unitId: string; periodId: string }) =>
  (await must(read('hoa', readSheet, place))).list?.version ?? 0
const inProduct = { way: 'product' as const }
const agree = async (name: Name, place: { unitId: string; periodId: string }) =>
  write(name, decideList, {
    ...place,
    version: await versionOf(place),
    outcome: 'agreed',
    reason: null,
    consent: inProduct,
  })

/** A year of its own for a test that needs an empty sheet. */
async function anotherYear(from: number) {
  const period = { id: newId(), kind: 'calendar-year' as const, from: `${from}-01-01`, to: `${from}-12-31` }
  await must(write('quan', createPeriod, period))
  return { unitId: opened.world.units.phongA, periodId: period.id }
}

describe('award periods', () => {
  it('are the administrator’s; two of one kind do not overlap, a school year and a calendar year do', async () => {
    const school = { id: newId(), kind: 'school-year' as const, from: '2021-09-01', to: '2022-08-31' }
    expect(codeOf(await write('hoa', createPeriod, school))).toBe('not-yours-to-do')
    const { period } = await must(write('quan', createPeriod, school))
    expect(period.code).toBe('2021-2022')
    expect(await recordedOf(opened.work, school.id)).toEqual([
      'thêm kỳ xét Năm học 2021-2022, từ 01/09/2021 đến 31/08/2022',
    ])
    expect(codeOf(await write('quan', createPeriod, { ...school, id: newId(), from: '2021-08-15' }))).toBe(
      'period-overlaps',
    )
    expect(codeOf(await write('quan', createPeriod, { ...period2022, id: newId(), to: '2022-12-30' }))).toBe(
      'wrong-period-days',
    )
  })

  it('the second click finds the first, two at once make one', async () => {
    expect(codeOf(await write('quan', createPeriod, period2022))).toBe('ok')
    const year = (id: string) => ({ id, kind: 'calendar-year' as const, from: '2010-01-01', to: '2010-12-31' })
    const both = await Promise.all([newId(), newId()].map((id) => write('quan', createPeriod, year(id))))
    expect(both.map(codeOf).sort()).toEqual(['ok', 'period-overlaps'])
  })

  it('change and go while nothing is written under them', async () => {
    const id = newId()
    await must(write('quan', createPeriod, { id, kind: 'school-year', from: '2015-09-01', to: '2016-05-31' }))
    await must(write('quan', changePeriod, { id, kind: 'school-year', from: '2015-08-15', to: '2016-05-31' }))
    await must(write('quan', removePeriod, { id }))
    expect(codeOf(await write('quan', removePeriod, { id }))).toBe('not-found')
  })
})

describe('a unit’s list', () => {
  it('holds everybody who has a post there in the period, and the unit itself', async () => {
    const sheet = await must(read('lan', readSheet, inA()))
    expect(sheet.rows.map((row) => row.name)).toEqual(['Phòng A', 'Đỗ Bích Lan', 'Vũ Thị Mai', 'Phạm Quang Minh'])
    expect(sheet.list).toBeNull()
    expect(Object.keys(sheet.actions)).toEqual(['write', 'propose', 'confirm-from-paper'])
  })

  it('is written by its officer, sent, returned with a reason, mended, confirmed by its head: recorded each time', async () => {
    const place = inA()
    const [row] = (await must(read('lan', readSheet, place))).rows
    if (!row) throw new Error('no rows')
    const one = { subjectId: row.subjectId, level: 'httnv' as const, notRated: null, note: '', version: 0 }
    const listId = newId()
    await must(write('lan', writeEntries, { ...place, listId, entries: [one] }))
    expect(codeOf(await write('lan', proposeList, { ...place, version: 1 }))).toBe('rating-list-incomplete')
    await fill('lan', place)
    const version = await versionOf(place)
    const sent = await must(write('lan', proposeList, { ...place, version }))
    expect(sent.list?.state).toBe('proposed')
    expect(codeOf(await write('lan', writeEntries, { ...place, listId, entries: [{ ...one, level: 'htnv' }] }))).toBe(
      'rating-list-sent',
    )
    expect(codeOf(await agree('lan', place))).toBe('not-yours-to-do')

    const returning = { ...place, version, outcome: 'returned' as const, consent: inProduct }
    expect(codeOf(await write('minh', decideList, { ...returning, reason: null }))).toBe('reason-required')
    await must(write('minh', decideList, { ...returning, reason: 'Xem lại mức của Mai' }))
    const mai = (await must(read('lan', readSheet, place))).rows.find((each) => each.subjectId === person('mai'))
    const mended = {
      subjectId: person('mai'),
      level: 'htxsnv' as const,
      notRated: null,
      note: '',
      version: mai?.version ?? 0,
    }
    await must(write('lan', writeEntries, { ...place, listId, entries: [mended] }))
    await must(write('lan', proposeList, { ...place, version: await versionOf(place) }))
    expect(codeOf(await agree('minh', place))).toBe('ok')
    expect((await recordedOf(opened.work, listId)).map((said) => said.split(' danh sách')[0])).toEqual([
      'bắt đầu',
      'ghi 1 dòng vào',
      'ghi 3 dòng vào',
      'chuyển xác nhận',
      'trả lại',
      'ghi 1 dòng vào',
      'chuyển xác nhận',
      'xác nhận',
    ])
    const { facts } = await must(read('mai', readFactsOfPerson, { personId: person('mai') }))
    expect(facts?.ratings.map((one) => [one.period.code, one.level, one.postTitle])).toEqual([
      ['2022', 'htxsnv', 'Chuyên viên'],
    ])
  })

  it('holds as confirmed while a correction is written; the correction is confirmed anew and keeps what was', async () => {
    const place = inA()
    expect(codeOf(await fillOne('lan', place, 'htnv'))).toBe('rating-list-confirmed')
    const reopening = { ...place, version: await versionOf(place), reason: 'Nhập nhầm mức' }
    await must(write('lan', reopenList, reopening))
    await must(fillOne('lan', place, 'htnv'))
    const levels = async () =>
      (await must(read('hoa', readFactsOfPerson, { personId: person('mai') }))).facts?.ratings.map((one) => [
        one.level,
        one.replaced?.reason ?? null,
      ])
    expect(await levels()).toEqual([['htxsnv', null]])
    await must(write('lan', dropCorrection, place))
    const dropped = await must(read('lan', readSheet, place))
    expect(dropped.list?.state).toBe('confirmed')
    expect(dropped.rows.find((row) => row.subjectId === person('mai'))?.level).toBe('htxsnv')

    await must(write('lan', reopenList, { ...reopening, version: await versionOf(place) }))
    await must(fillOne('lan', place, 'htnv'))
    await must(write('lan', proposeList, { ...place, version: await versionOf(place) }))
    expect(await levels()).toEqual([['htxsnv', null]])
    await must(agree('minh', place))
    expect(await levels()).toEqual([
      ['htnv', null],
      ['htxsnv', 'Nhập nhầm mức'],
    ])
    const { list } = await must(read('lan', readSheet, place))
    expect(list?.consents.filter((one) => one.outcome === 'agreed').map((one) => one.voided?.reason ?? null)).toEqual([
      'Nhập nhầm mức',
      null,
    ])
  })

  const fillOne = async (name: Name, place: { unitId: string; periodId: string }, level: RatingLevel) => {
    const { rows } = await must(read(name, readSheet, place))
    const row = rows.find((each) => each.subjectId === person('mai'))
    const entry = { subjectId: person('mai'), level, notRated: null, note: '', version: row?.version ?? 0 }
    return write(name, writeEntries, { ...place, listId: newId(), entries: [entry] })
  }

  it('two who write one row: the second is shown what the first wrote; the same again is no clash', async () => {
    const place = inB()
    const row = { subjectId: person('thu'), level: 'httnv' as const, notRated: null, note: '', version: 0 }
    const both = await Promise.all(
      [row, { ...row, level: 'htnv' as const }].map((entry) =>
        write('binh', writeEntries, { ...place, listId: newId(), entries: [entry] }),
      ),
    )
    expect(both.map(codeOf).sort()).toEqual(['changed-meanwhile', 'ok'])
    const refused = both.find((one) => !one.ok)
    expect(refused && !refused.ok && refused.refusal.data).toMatchObject({ subjectId: person('thu'), version: 1 })
    const now = (await must(read('binh', readSheet, place))).rows.find((one) => one.subjectId === person('thu'))
    const again = { ...row, level: now?.level ?? null, version: 0 }
    expect(codeOf(await write('binh', writeEntries, { ...place, listId: newId(), entries: [again] }))).toBe('ok')
  })

  it('the head confirms what he saw: a list changed or taken back meanwhile is not confirmed', async () => {
    const place = inB()
    await fill('binh', place)
    const version = await versionOf(place)
    await must(write('binh', proposeList, { ...place, version }))
    const agreeing = { ...place, version, outcome: 'agreed' as const, reason: null, consent: inProduct }
    expect(codeOf(await write('binh', decideList, { ...agreeing, version: version - 1 }))).toBe('changed-meanwhile')
    const twice = await Promise.all([write('binh', decideList, agreeing), write('binh', takeListBack, place)])
    expect(twice.map(codeOf).sort()).toEqual(['ok', 'rating-list-not-sent'])
  })

  it('somebody without a reason or not of the unit is refused; nobody is rated before he was born', async () => {
    const place = await anotherYear(2023)
    const entry = { subjectId: person('mai'), level: null, notRated: 'other' as const, note: '', version: 0 }
    const writing = { ...place, listId: newId() }
    expect(codeOf(await write('lan', writeEntries, { ...writing, entries: [entry] }))).toBe('wrong-rating')
    const foreign = { ...entry, subjectId: person('thu'), note: 'x' }
    expect(codeOf(await write('lan', writeEntries, { ...writing, entries: [foreign] }))).toBe('not-on-rating-list')
    await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
      await sql`update app.person set birth_on = '2024-02-01', birth_precision = 'month' where id = ${person('mai')}`.execute(
        db,
      )
      return ok(undefined)
    })
    const rated = { ...entry, level: 'httnv' as const, notRated: null }
    expect(codeOf(await write('lan', writeEntries, { ...writing, entries: [rated] }))).toBe('rating-before-birth')
    await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
      await sql`update app.person set birth_on = null, birth_precision = null where id = ${person('mai')}`.execute(db)
      return ok(undefined)
    })
    await fill('lan', place)
    expect(codeOf(await write('lan', proposeList, { ...place, version: await versionOf(place) }))).toBe('ok')
    expect(codeOf(await agree('minh', place))).toBe('period-not-begun')
  })

  it('one person, two units: the second that rates him is told to leave it to the first', async () => {
    const period = { id: newId(), kind: 'school-year' as const, from: '2022-09-01', to: '2023-08-31' }
    await must(write('quan', createPeriod, period))
    opened.clock.move(new Date('2022-09-05T08:00:00+07:00'))
    const post = {
      personId: person('mai'),
      id: newId(),
      unitId: opened.world.units.phongB,
      title: 'Kiêm nhiệm',
      from: '2022-09-05',
      kind: 'concurrent',
    }
    await must(write('quan', addPost as Act<typeof post, unknown>, post))
    const a = { unitId: opened.world.units.phongA, periodId: period.id }
    const b = { unitId: opened.world.units.phongB, periodId: period.id }
    await fill('lan', a)
    await fill('binh', b)
    await must(write('lan', proposeList, { ...a, version: await versionOf(a) }))
    await must(write('binh', proposeList, { ...b, version: await versionOf(b) }))
    const both = await Promise.all([agree('minh', a), agree('binh', b)])
    expect(both.map(codeOf).sort()).toEqual(['ok', 'rated-elsewhere'])
  })

  it('is found among the lists by who may read it', async () => {
    const unitsOf = async (name: Name) =>
      (await must(read(name, listLists, { periodId: period2022.id, page: 1 }))).units.map((one) => one.unitName)
    expect(await unitsOf('hoa')).toEqual(['Sở Nội vụ', 'Văn phòng Sở', 'Phòng A', 'Phòng B'])
    expect(await unitsOf('minh')).toEqual(['Phòng A'])
    expect(await unitsOf('mai')).toEqual([])
    expect(await unitsOf('quan')).toEqual([])
    const { units } = await must(read('lan', listLists, { periodId: period2022.id, page: 1 }))
    expect(units[0]).toMatchObject({ state: 'confirmed', people: 3, counts: { httnv: 2, htnv: 1 } })
    const { periods } = await must(read('mai', listPeriods, {}))
    expect(periods.find((one) => one.id === period2022.id)?.inUse).toBe(true)
  })
})
