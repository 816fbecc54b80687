import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { DEFINITION, LINE, reportsIn, share } from '../../../../test/reports.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../../test/world.ts'
import { DESK } from '../../../app/what-is-owed.ts'
import { exempt } from '../../../mechanisms/obligations/server/exempt.ts'
import { withdraw } from '../../../mechanisms/submissions/server/receive.ts'
import { assembled } from './assembled.ts'
import { assembledLine } from './assembled-line.ts'
import { assembledReports } from './assembled-reports.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterAll(() => opened.close())

const whole = (id: string, name: Parameters<typeof acts.read>[0] = 'hoa', unitId?: string) =>
  acts.read(name, assembled(DESK.things), { id, ...(unitId === undefined ? {} : { unitId }) })

async function totalsIn(id: string) {
  const { figures } = await must(whole(id))
  return Object.fromEntries(figures.map((figure) => [figure.line.key, figure.total]))
}

/** Phòng A sends 3 of 4, Phòng B 1 of 2. */
async function bothSent() {
  const { phongA, phongB } = opened.world.units
  const id = await reports.publishedForm()
  const ofA = reports.put('lan', await reports.owedBy(id, phongA), 'ky-cuong', share(3, 4, 'Một người nghỉ'))
  const sentA = await reports.send('minh', await must(ofA))
  const ofB = reports.put('binh', await reports.owedBy(id, phongB), 'ky-cuong', share(1, 2))
  await reports.send('binh', await must(ofB))
  return { id, sentA }
}

describe('the reports of a branch as one', () => {
  it('count who has sent, and name who has not: never as a zero', async () => {
    const { phongA } = opened.world.units
    const id = await reports.publishedForm()
    const before = await must(whole(id))
    expect(before).toMatchObject({ owed: 2, sent: 0, missing: 2, missingNames: ['Phòng A', 'Phòng B'] })
    expect(before.figures.map((figure) => figure.total)).toEqual([null, null])
    const saved = await must(reports.put('lan', await reports.owedBy(id, phongA), 'ky-cuong', share(3, 4)))
    expect((await must(whole(id))).counts).toEqual({ draft: 1, none: 1 })
    await reports.send('minh', saved)
    expect(await must(whole(id))).toMatchObject({ owed: 2, sent: 1, missing: 1, missingNames: ['Phòng B'] })
    expect(await totalsIn(id)).toEqual({ 'ky-cuong': { reports: 1, amount: 3, base: 4 }, 'kinh-phi': null })
  })

  it('add up numerators and denominators, and lose what is withdrawn', async () => {
    const { id, sentA } = await bothSent()
    expect((await totalsIn(id))['ky-cuong']).toEqual({ reports: 2, amount: 4, base: 6 })
    await must(acts.write('minh', withdraw(DESK), { id: sentA.submission.id }))
    expect((await totalsIn(id))['ky-cuong']).toEqual({ reports: 1, amount: 1, base: 2 })
    expect((await must(whole(id))).missingNames).toEqual(['Phòng A'])
  })

  it('do not wait for a unit that is waived, and say so', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongB)
    await must(acts.write('hoa', exempt(DESK.things), { id: owed, reason: 'Đơn vị mới thành lập' }))
    const told = await must(whole(id))
    expect(told).toMatchObject({ owed: 1, missing: 1, missingNames: ['Phòng A'], counts: { none: 1, exempt: 1 } })
  })

  it('open down to each report, to its line with the note and the papers it hangs on', async () => {
    const { id } = await bothSent()
    const list = await must(acts.read('hoa', assembledReports(DESK.things), { id, show: 'all', page: 1 }))
    expect(list.rows.map((row) => [row.unitName, row.place, row.figures['ky-cuong']])).toEqual([
      ['Phòng A', 'submitted', { amount: 3, base: 4 }],
      ['Phòng B', 'submitted', { amount: 1, base: 2 }],
    ])
    const found = await must(
      acts.read('hoa', assembledReports(DESK.things), { id, show: 'sent', q: 'phong b', page: 1 }),
    )
    expect(found.rows.map((row) => row.unitName)).toEqual(['Phòng B'])
    const line = { id, lineKey: 'ky-cuong', page: 1 }
    const behind = await must(acts.read('hoa', assembledLine(DESK.things), line))
    expect(behind.rows.map((row) => [row.unitName, row.value])).toEqual([
      ['Phòng A', share(3, 4, 'Một người nghỉ')],
      ['Phòng B', share(1, 2)],
    ])
    const strange = await acts.read('hoa', assembledLine(DESK.things), { ...line, lineKey: 'khong-co' })
    expect(codeOf(strange)).toBe('report-line-gone')
  })

  it('keep the figures of a line that a later version dropped, and the missing additions of whoever had sent', async () => {
    const { phongA } = opened.world.units
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, phongA)
    await must(reports.put('lan', owed, 'kinh-phi', { kind: 'amount', amount: 9, note: '' }))
    await reports.send('minh', await must(reports.put('lan', owed, 'ky-cuong', share(3, 3))))
    const [first, second] = DEFINITION.sections
    if (!first || !second) throw new Error('two sections')
    const added = { ...LINE, key: 'moi', label: 'Số sáng kiến', unit: 'sáng kiến' }
    await reports.save(id, { sections: [{ ...first, lines: [...first.lines.slice(0, 1), added] }, second] })
    await reports.publish(id, { note: 'Thêm số sáng kiến', supplementDue: '2022-12-31' })
    const told = await must(whole(id))
    expect(told.supplementsMissing).toBe(1)
    expect(told.figures.map((figure) => [figure.line.key, figure.dropped, figure.total?.amount])).toEqual([
      ['ky-cuong', false, 3],
      ['moi', false, undefined],
      ['kinh-phi', true, 9],
    ])
    const supplement = await reports.owedBy(id, phongA, ':2')
    await reports.send('minh', await must(reports.put('lan', supplement, 'moi', { kind: 'count', count: 4, note: '' })))
    const list = await must(acts.read('hoa', assembledReports(DESK.things), { id, show: 'sent', page: 1 }))
    expect(list.rows.map((row) => Object.keys(row.figures).toSorted())).toEqual([['kinh-phi', 'ky-cuong', 'moi']])
  })
})

describe('whoever asks', () => {
  it('reads his own branch and no other', async () => {
    const { id } = await bothSent()
    const { root, phongA, phongB } = opened.world.units
    const own = await must(whole(id, 'minh'))
    expect(own).toMatchObject({ unit: { id: phongA, name: 'Phòng A' }, owed: 1, sent: 1 })
    expect(own.figures[0]?.total).toEqual({ reports: 1, amount: 3, base: 4 })
    expect(codeOf(await whole(id, 'minh', phongB))).toBe('not-found')
    expect(codeOf(await whole(id, 'minh', root))).toBe('not-found')
    expect(codeOf(await whole(id, 'mai'))).toBe('not-found')
    expect((await must(whole(id, 'son'))).actions).toEqual({})
    expect((await must(whole(id, 'phuc', root))).owed).toBe(2)
  })

  it('finds nothing of a form that is not published', async () => {
    expect(codeOf(await whole(await reports.draftForm()))).toBe('report-form-not-published')
  })
})
