import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { recordSentence } from '../../mechanisms/record/domain/actions.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import { confirmHolidays, unconfirmedYears } from './confirm-holidays.ts'
import { listSpecialDays, removeSpecialDay, type SpecialDay, setSpecialDay } from './special-days.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const list = (year: number, by: Name = 'mai') =>
  must(opened.work.read(opened.world.as(by), (tx) => listSpecialDays(tx, { year })))
const set = (day: SpecialDay, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => setSpecialDay(tx, day))
const remove = (day: string, by: Name = 'quan') =>
  opened.work.write(opened.world.as(by), (tx) => removeSpecialDay(tx, { day }))
const recorded = async () => {
  const rows = await must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(await tx.db.selectFrom('record').selectAll().where('thing_kind', '=', 'special-day').orderBy('id').execute()),
    ),
  )
  return rows.map((row) => recordSentence(row.action, row.thing_name, row.detail as Record<string, unknown>))
}

describe('the days off and the compensating days', () => {
  it('of 2022 are there from the start, each with its basis; other years are for people to enter', async () => {
    const { days, actions } = await list(2022)
    expect(days.map((one) => one.day)).toContain('2022-09-02')
    expect(days.every((one) => one.kind === 'off' && one.basis?.startsWith('Bộ luật Lao động 2019, Điều 11'))).toBe(
      true,
    )
    expect(actions).toEqual({})
    expect((await list(2023)).days).toEqual([])
  })

  it('move the deadlines that are counted in working days', async () => {
    const after = await must(
      opened.work.read(opened.world.as('mai'), async (tx) => {
        const special = await specialDaysFrom(tx, plainDate('2022-04-01'))
        return ok(addWorkingDays(plainDate('2022-04-29'), 1, special))
      }),
    )
    expect(after).toBe('2022-05-04')
  })

  it('are set, set anew and removed by an administrator, each time with one line in the record', async () => {
    const day = { day: '2022-08-06', kind: 'working', name: 'Làm bù ngày 08/08', basis: null } as const
    expect(codeOf(await set(day))).toBe('ok')
    expect(codeOf(await set(day))).toBe('ok')
    expect((await list(2022, 'quan')).days).toContainEqual({ ...day, unscheduled: false })
    const may = { set: { whyNot: null }, remove: { whyNot: null }, confirm: { whyNot: null } }
    expect((await list(2022, 'quan')).actions).toEqual(may)
    expect(codeOf(await set({ ...day, kind: 'off', name: 'Nghỉ' }))).toBe('ok')
    expect(codeOf(await remove(day.day))).toBe('ok')
    expect(codeOf(await remove(day.day))).toBe('not-found')
    expect(await recorded()).toEqual([
      'ghi 06/08/2022 là ngày làm việc bù: Làm bù ngày 08/08',
      'ghi 06/08/2022 là ngày nghỉ: Nghỉ',
      'bỏ 06/08/2022 khỏi danh sách ngày nghỉ, ngày làm bù',
    ])
  })

  it('are nobody else’s to change', async () => {
    expect(codeOf(await set({ day: '2022-08-06', kind: 'off', name: 'Nghỉ', basis: null }, 'hoa'))).toBe(
      'not-yours-to-do',
    )
    expect(codeOf(await remove('2022-09-02', 'hoa'))).toBe('not-yours-to-do')
  })

  it('set by two at the same moment end as one of the two', async () => {
    const of = (name: string) => set({ day: '2022-12-24', kind: 'off', name, basis: null })
    expect((await Promise.all([of('A'), of('B')])).map(codeOf)).toEqual(['ok', 'ok'])
    expect((await list(2022)).days.filter((one) => one.day === '2022-12-24')).toHaveLength(1)
  })
})

describe('the days off of a year', () => {
  const confirm = (by: Name = 'quan') =>
    opened.work.write(opened.world.as(by), (tx) =>
      confirmHolidays(tx, {
        year: 2023,
        days: [{ day: '2023-09-04', name: 'Nghỉ bù Quốc khánh', basis: 'Bộ luật Lao động 2019' }],
        announcement: '5034/TB-LĐTBXH',
        announcedOn: '2022-12-12',
      }),
    )

  it('are only proposed until an administrator confirms them by the announcement', async () => {
    const before = await list(2023, 'quan')
    expect(before.confirmed).toBeNull()
    expect(before.proposal?.days.map((one) => one.day)).toContain('2023-01-22')
    expect(before.days).toEqual([])
    expect(codeOf(await confirm('hoa'))).toBe('not-yours-to-do')
    expect(codeOf(await confirm())).toBe('ok')
    expect(codeOf(await confirm())).toBe('ok')
    const after = await list(2023, 'quan')
    expect(after.confirmed).toMatchObject({ announcement: '5034/TB-LĐTBXH', byName: 'Nguyễn Anh Quân' })
    expect(after.proposal).toBeNull()
    expect(after.days.map((one) => `${one.day} ${one.basis}`)).toEqual([
      '2023-09-04 Bộ luật Lao động 2019; Thông báo số 5034/TB-LĐTBXH ngày 12/12/2022',
    ])
    expect((await recorded()).at(-1)).toBe(
      'xác nhận ngày nghỉ năm 2023 theo Thông báo số 5034/TB-LĐTBXH ngày 12/12/2022: 1 ngày',
    )
  })

  it('that nobody has confirmed are told of by their year', async () => {
    const years = (from: string, to: string) =>
      must(
        opened.work.read(opened.world.as('mai'), async (tx) =>
          ok(await unconfirmedYears(tx, plainDate(from), plainDate(to))),
        ),
      )
    expect(await years('2022-12-01', '2024-01-02')).toEqual([2022, 2024])
    expect(await years('2023-02-01', '2023-03-01')).toEqual([])
  })
})
