import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../test/campaigns.ts'
import { reportsIn, share } from '../../../../test/reports.ts'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { DESK } from '../../../app/what-is-owed.ts'
import { newId } from '../../../kernel/ids.ts'
import { withdraw } from '../../../mechanisms/submissions/server/receive.ts'
import { createUnit } from '../../../organisation/server/index.ts'
import { assembledLine } from './assembled-line.ts'
import { proposedText, saveAssembledText } from './assembled-text.ts'
import { ownReports, putIntoOwnReport } from './own-reports.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
/** A team under Phòng A: what it sends, Phòng A reads as its superior. */
const team = newId()
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
  const unit = { id: team, name: 'Tổ 1', shortName: null, parentId: opened.world.units.phongA, orderNo: 1 }
  await must(acts.write('quan', createUnit, { ...unit, from: '2022-07-12' }))
})
afterAll(() => opened.close())

const narrative = (text: string) => ({ kind: 'narrative', text }) as const

/** The team has sent its figures and its text under a form that its superior owes too, or not. */
async function sentByTeam(unitIds: string[]) {
  const campaignId = await acts.launched(unitIds)
  const id = await reports.publishedForm({ unitIds, campaignId })
  const owed = await reports.owedBy(id, team)
  await must(reports.put('minh', owed, 'nhan-xet', narrative('Làm tốt')))
  await must(reports.put('minh', owed, 'kinh-phi', { kind: 'amount', amount: 7, note: '' }))
  const saved = await must(reports.put('minh', owed, 'ky-cuong', share(3, 4)))
  const { submission } = await reports.send('minh', saved)
  return { id, campaignId, owed, submission }
}

const line = (id: string) => ({ id, unitId: opened.world.units.phongA, lineKey: 'nhan-xet' })
const read = (id: string) => acts.read('lan', assembledLine(DESK.things), { ...line(id), page: 1 })
const save = (id: string, version: number, text: string, name: 'lan' | 'minh' = 'lan') =>
  acts.write(name, saveAssembledText(DESK.things), { ...line(id), version, text })

describe('the texts of many are made into one', () => {
  it('beginning from what each wrote under its name; of two who edit at once the second is shown the first', async () => {
    const { id } = await sentByTeam([team])
    expect(await must(acts.read('lan', proposedText(DESK.things), line(id)))).toEqual({
      text: 'Tổ 1:\nLàm tốt',
      units: 1,
    })
    expect((await must(save(id, 0, 'Các tổ làm tốt'))).text).toMatchObject({ version: 1, changedByName: 'Đỗ Bích Lan' })
    expect(codeOf(await save(id, 0, 'Các tổ làm tốt'))).toBe('ok')
    const clash = await save(id, 0, 'Khác', 'minh')
    expect(clash).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile', data: { text: { text: 'Các tổ làm tốt', version: 1 } } },
    })
    expect(codeOf(await save(id, 1, 'Khác', 'minh'))).toBe('ok')
    expect(await recordedOf(opened.work, id)).toContain(
      'tổng hợp phần lời “Nhận xét” của các báo cáo “Báo cáo năm 2022” tại Phòng A',
    )
  })

  it('and marks what came after it was saved; a report that is gone is told', async () => {
    const { id, owed } = await sentByTeam([team])
    await must(save(id, 0, 'Các tổ làm tốt'))
    expect((await must(read(id))).rows.map((row) => row.since)).toEqual([null])
    const submissionId = (await must(read(id))).rows[0]?.submissionId ?? ''
    const back = await must(acts.write('minh', withdraw(DESK), { id: submissionId }))
    expect(await must(read(id))).toMatchObject({ rows: [], gone: 1 })
    const mended = await must(reports.put('minh', owed, 'nhan-xet', narrative('Còn chậm'), { version: 1 }))
    expect(mended.submissionVersion).toBeGreaterThan(back.submission.version)
    await reports.send('minh', mended)
    expect((await must(read(id))).rows.map((row) => row.since)).toEqual(['changed'])
  })
})

describe('into the unit’s own report', () => {
  it('of the same form only texts go: figures would count twice', async () => {
    const { id } = await sentByTeam([team, opened.world.units.phongA])
    await must(save(id, 0, 'Các tổ làm tốt'))
    const branch = { id, unitId: opened.world.units.phongA }
    const { reports: own } = await must(acts.read('lan', ownReports(DESK), branch))
    expect(own.map((one) => [one.same, one.lines.map((it) => it.key)])).toEqual([[true, ['nhan-xet']]])
  })

  it('of another form totals and texts go, as a draft that its officer signs for like any other', async () => {
    const { phongA } = opened.world.units
    const { id } = await sentByTeam([team])
    await must(save(id, 0, 'Các tổ làm tốt'))
    const upward = await reports.publishedForm({ unitIds: [phongA], campaignId: await acts.launched([phongA]) })
    const obligationId = await reports.owedBy(upward, phongA)
    const branch = { id, unitId: phongA }
    const own = (await must(acts.read('lan', ownReports(DESK), branch))).reports.find(
      (one) => one.obligationId === obligationId,
    )
    expect(own?.lines.map((it) => [it.key, it.before, it.after])).toEqual([
      ['ky-cuong', 'chưa có', '3/4 người, 75%'],
      ['kinh-phi', 'chưa có', '7 đồng'],
      ['nhan-xet', 'chưa có', 'Các tổ làm tốt'],
    ])
    const chosen = { ...branch, obligationId, submissionId: newId() }
    const lines = [
      { key: 'ky-cuong', version: 0 },
      { key: 'nhan-xet', version: 0 },
    ]
    expect(
      codeOf(await acts.write('lan', putIntoOwnReport(DESK), { ...chosen, lines: [{ key: 'guong', version: 0 }] })),
    ).toBe('report-line-gone')
    const put = await must(acts.write('lan', putIntoOwnReport(DESK), { ...chosen, lines }))
    expect(put.lines.map((it) => it.key)).toEqual(['ky-cuong', 'nhan-xet'])
    expect(put.lines[0]?.value).toMatchObject({
      numerator: 3,
      denominator: 4,
      note: 'Tổng hợp từ báo cáo của 1 đơn vị',
    })
    const stale = await acts.write('lan', putIntoOwnReport(DESK), {
      ...chosen,
      lines: [{ key: 'kinh-phi', version: 5 }],
    })
    expect(codeOf(stale)).toBe('changed-meanwhile')
    expect(await recordedOf(opened.work, obligationId)).toContain(
      'đưa 2 dòng tổng hợp từ “Báo cáo năm 2022” vào báo cáo “Báo cáo năm 2022” của Phòng A',
    )
  })
})
