import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { DEFINITION, LINE, reportsIn, share } from '../../../test/reports.ts'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { myWork } from '../../mechanisms/obligations/server/my-work.ts'
import { accept, returnSubmission, sign } from '../../mechanisms/submissions/server/index.ts'
import { open, withdraw } from '../../mechanisms/submissions/server/receive.ts'
import { closeForm, reopenForm } from './close-form.ts'
import { contribute, contributionsTo, withdrawContribution } from './contributions.ts'
import { declineContribution, takeContribution } from './decide-contribution.ts'
import { publishForm } from './publish-form.ts'
import { reportPage } from './report-page.ts'
import { getForm } from './show-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterAll(() => opened.close())

const page = (name: 'lan' | 'minh' | 'mai' | 'hoa' | 'binh', obligationId: string) =>
  acts.read(name, reportPage(DESK), { obligationId })

/** The figures as they are added up, by line. */
async function figures(formId: string): Promise<Record<string, [string, string | null][]>> {
  const found = await must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(
        (
          await sql<{ line_key: string; amount: string; base: string | null }>`
            select line_key, amount, base from app.report_figure where form_id = ${formId} order by line_key, amount`.execute(
            tx.db,
          )
        ).rows,
      ),
    ),
  )
  const by: Record<string, [string, string | null][]> = {}
  for (const row of found) by[row.line_key] = [...(by[row.line_key] ?? []), [row.amount, row.base]]
  return by
}

describe('a form is published', () => {
  it('and every chosen unit owes a report from then on', async () => {
    const { phongA, phongB } = opened.world.units
    const id = await reports.draftForm()
    expect(codeOf(await acts.read('lan', getForm, { id }))).toBe('not-found')
    const published = await reports.publish(id)
    expect(published).toMatchObject({ units: 2, supplements: 0, form: { state: 'published', versionNo: 1, units: 2 } })
    for (const unitId of [phongA, phongB]) expect(await reports.owedBy(id, unitId)).toBeTruthy()
    expect(codeOf(await acts.read('lan', getForm, { id }))).toBe('ok')
    expect(await recordedOf(opened.work, id)).toContain('ban hành biểu mẫu “Báo cáo năm 2022” cho 2 đơn vị')
  })

  it('only when nothing is missing: all that is missing is said at once, each with its field', async () => {
    const id = await reports.draftForm({ unitIds: [], definition: { sections: [] } })
    const refused = await acts.write('hoa', publishForm(DESK), {
      id,
      version: await reports.version(id),
      note: '',
      supplementDue: null,
    })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'report-form-incomplete', field: 'definition' } })
    expect(refused.ok === false && refused.refusal.values.missing).toContain('Chọn ít nhất một đơn vị')
  })

  it('once: two presses at the same moment make one version and one obligation for each unit', async () => {
    const id = await reports.draftForm()
    const input = { id, version: await reports.version(id), note: '', supplementDue: null }
    const both = await Promise.all([
      acts.write('hoa', publishForm(DESK), input),
      acts.write('hoa', publishForm(DESK), input),
    ])
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    expect((await must(acts.read('hoa', getForm, { id }))).form.units).toBe(2)
  })
})

describe('a report is filled line by line', () => {
  it('by two officers at once in two lines: nothing is lost; on the same line the second is shown both', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const both = await Promise.all([
      reports.put('lan', owed, 'ky-cuong', share(3, 3)),
      reports.put('minh', owed, 'kinh-phi', { kind: 'amount', amount: 5_000_000, note: '' }),
    ])
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    const seen = await must(page('lan', owed))
    expect(seen.lines.map((line) => [line.key, line.version])).toEqual([
      ['ky-cuong', 1],
      ['kinh-phi', 1],
    ])
    const clash = await reports.put('minh', owed, 'ky-cuong', share(2, 3))
    expect(clash).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile', data: { line: { changedByName: 'Đỗ Bích Lan', version: 1 } } },
    })
    expect(codeOf(await reports.put('lan', owed, 'ky-cuong', share(3, 3)))).toBe('ok')
  })

  it('a negative figure, a line of another kind and one the form does not have are refused in words', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    expect(codeOf(await reports.put('lan', owed, 'ky-cuong', share(-1, 3)))).toBe('report-value-wrong')
    expect(codeOf(await reports.put('lan', owed, 'ky-cuong', { kind: 'narrative', text: 'x' }))).toBe(
      'report-value-wrong',
    )
    expect(codeOf(await reports.put('lan', owed, 'khong-co', share(1, 3)))).toBe('report-line-gone')
  })

  it('and nobody outside the unit sees it before it is sent', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    await must(reports.put('lan', owed, 'ky-cuong', share(3, 3)))
    expect(codeOf(await page('binh', owed))).toBe('not-found')
    expect((await must(page('mai', owed))).lines).toHaveLength(1)
    const office = await page('hoa', owed)
    expect(office.ok ? office.value.lines : []).toEqual([])
  })
})

describe('what was sent', () => {
  it('is added up exactly while it is sent or accepted; a missing figure is none', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const saved = await must(reports.put('lan', owed, 'ky-cuong', share(0, 0)))
    expect(await figures(id)).toEqual({})
    const sent = await reports.send('minh', saved)
    expect(await figures(id)).toEqual({ 'ky-cuong': [['0', '0']] })
    const back = await must(acts.write('minh', withdraw(DESK), { id: sent.submission.id }))
    expect(await figures(id)).toEqual({})
    const again = { submissionId: back.submission.id, submissionVersion: back.submission.version }
    const resent = await reports.send('minh', again)
    const opened2 = await must(acts.write('hoa', open(DESK), { id: resent.submission.id }))
    const decision = { id: resent.submission.id, version: opened2.submission.version }
    const returned = await must(
      acts.write('hoa', returnSubmission(DESK), { ...decision, reason: 'Xem lại', lines: [] }),
    )
    expect(await figures(id)).toEqual({})
    const mended = await must(reports.put('lan', owed, 'ky-cuong', share(2, 3), { version: 1 }))
    expect(mended.submissionVersion).toBeGreaterThan(returned.submission.version)
    const third = await reports.send('minh', mended)
    await must(
      acts.write('hoa', accept(DESK), { id: third.submission.id, version: third.submission.version, lines: [] }),
    )
    expect(await figures(id)).toEqual({ 'ky-cuong': [['2', '3']] })
  })

  it('is not sent while a required line is empty; «chưa có» with its reason will do, and counts as nothing', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const saved = await must(reports.put('lan', owed, 'kinh-phi', { kind: 'amount', amount: 1, note: '' }))
    const input = { id: saved.submissionId, version: saved.submissionVersion, consent: { way: 'product' } as const }
    const refused = await acts.write('minh', sign(DESK), input)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'submission-incomplete', field: 'lines.ky-cuong' } })
    const told = await must(reports.put('lan', owed, 'ky-cuong', share(null, null, 'Chưa công bố')))
    await reports.send('minh', told)
    expect(await figures(id)).toEqual({ 'kinh-phi': [['1', null]] })
  })
})

describe('a form that is changed after half the units have sent', () => {
  it('leaves what was sent as it was; who sent owes the new lines alone, who has not fills the new version', async () => {
    const { phongA, phongB } = opened.world.units
    const id = await reports.publishedForm()
    const ofA = await reports.owedBy(id, phongA)
    const ofB = await reports.owedBy(id, phongB)
    await reports.send('minh', await must(reports.put('lan', ofA, 'ky-cuong', share(3, 3))))
    const begun = await must(reports.put('binh', ofB, 'kinh-phi', { kind: 'amount', amount: 7, note: '' }))
    expect(begun.line.version).toBe(1)

    const [first, second] = DEFINITION.sections
    if (!first || !second) throw new Error('two sections')
    const added = { ...LINE, key: 'moi', label: 'Số sáng kiến', unit: 'sáng kiến' }
    // The amount is dropped, a line is added and required.
    const after = { sections: [{ ...first, lines: [...first.lines.slice(0, 1), added] }, second] }
    await reports.save(id, after)
    const changes = (await must(acts.read('hoa', getForm, { id }))).changes
    expect(changes).toMatchObject({
      added: ['Số sáng kiến'],
      removed: ['Kinh phí'],
      mustAdd: ['Số sáng kiến'],
      unitsSent: 1,
    })
    const published = await reports.publish(id, { note: 'Thêm số sáng kiến', supplementDue: '2022-12-31' })
    expect(published.supplements).toBe(1)

    const supplement = await reports.owedBy(id, phongA, ':2')
    const asked = await must(page('lan', supplement))
    expect(asked.form).toMatchObject({ supplement: true, versionNo: 2, note: 'Thêm số sáng kiến' })
    expect(asked.form?.definition.sections.flatMap((section) => section.lines.map((line) => line.key))).toEqual(['moi'])
    const stays = await must(page('lan', ofA))
    expect(stays.form).toMatchObject({ versionNo: 1, supplement: false, newestVersionNo: 2 })

    const ofOther = await must(page('binh', ofB))
    expect(ofOther.form).toMatchObject({ versionNo: 2 })
    expect(ofOther.leftOver).toMatchObject([{ key: 'kinh-phi', label: 'Kinh phí', value: { amount: 7 } }])

    await reports.send('minh', await must(reports.put('lan', supplement, 'moi', { kind: 'count', count: 4, note: '' })))
    expect(await figures(id)).toEqual({ 'ky-cuong': [['3', '3']], moi: [['4', null]] })
  })

  it('refuses to turn a line into another kind, and to be published without saying what was changed', async () => {
    const id = await reports.publishedForm()
    const [first, second] = DEFINITION.sections
    if (!first || !second) throw new Error('two sections')
    const turned = first.lines.map((line) => (line.key === 'ky-cuong' ? { ...line, kind: 'count' as const } : line))
    await reports.save(id, { sections: [{ ...first, lines: turned }, second] })
    const input = { id, version: await reports.version(id), note: '', supplementDue: null }
    const refused = await acts.write('hoa', publishForm(DESK), input)
    expect(refused.ok === false && refused.refusal.values.missing).toContain('đã đổi loại')
    expect(refused.ok === false && refused.refusal.values.missing).toContain('Ghi rõ sửa gì')
    await reports.save(id, DEFINITION)
    const unchanged = { id, version: await reports.version(id), note: 'x', supplementDue: null }
    expect(codeOf(await acts.write('hoa', publishForm(DESK), unchanged))).toBe('report-form-unchanged')
  })
})

describe('a period that is closed while a report is typed', () => {
  it('takes that report until the last day of grace, begins no other, and opens again with a reason', async () => {
    const { phongA, phongB } = opened.world.units
    const id = await reports.publishedForm()
    const ofA = await reports.owedBy(id, phongA)
    const ofB = await reports.owedBy(id, phongB)
    const typed = await must(reports.put('lan', ofA, 'ky-cuong', share(3, 3)))
    const grace = { graceUntil: '2022-07-13', graceReason: 'Bản đang nhập dở' }
    const without = await acts.write('hoa', closeForm, { id, reason: 'Hết kỳ', ...grace, graceReason: '' })
    expect(without).toMatchObject({ ok: false, refusal: { code: 'reason-needed', field: 'graceReason' } })
    await must(acts.write('hoa', closeForm, { id, reason: 'Hết kỳ', ...grace }))
    expect(codeOf(await reports.put('binh', ofB, 'ky-cuong', share(1, 2)))).toBe('report-form-closed')
    const more = await must(reports.put('lan', ofA, 'ky-cuong', share(2, 3), { version: 1 }))
    await reports.send('minh', more)
    expect(typed.line.version).toBe(1)
    await must(acts.write('hoa', reopenForm, { id, reason: 'Cấp trên gia hạn' }))
    expect(codeOf(await reports.put('binh', ofB, 'ky-cuong', share(1, 2)))).toBe('ok')
    expect(await recordedOf(opened.work, id)).toContain(
      'khép kỳ báo cáo “Báo cáo năm 2022”: Hết kỳ; bản đang nhập dở được gửi đến hết ngày 13/07/2022: Bản đang nhập dở',
    )
  })
})

describe('what staff bring', () => {
  it('begins at a report of the own unit, found among the work of the day, which is not owed by them', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const work = myWork({ things: DESK.things, waiting: [], coming: [] })
    const mai = await must(acts.read('mai', work, {}))
    expect(mai.owed).toEqual([])
    const found = mai.helpful.find((one) => one.id === owed)
    expect(found?.actions).toMatchObject({ contribute: { whyNot: null } })
    expect(found?.actions['open-submission']).toBeUndefined()
    expect((await must(acts.read('mai', reportPage(DESK), { obligationId: owed }))).actions.offer).toBeDefined()
    const lan = await must(acts.read('lan', work, {}))
    expect(lan.helpful).toEqual([])
    expect(lan.owed.map((one) => one.id)).toContain(owed)
  })

  it('is taken onto the line with its files, declined with a word, or taken back', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const offer = async (numerator: number) => {
      const input = {
        id: newId(),
        obligationId: owed,
        lineKey: 'ky-cuong',
        value: share(numerator, 3),
        note: 'Sổ trực',
      }
      const fileIds = [await acts.scan('mai')]
      return must(acts.write('mai', contribute(DESK), { ...input, fileIds }))
    }
    const first = await offer(2)
    const taken = await must(
      acts.write('lan', takeContribution(DESK), { id: first.contribution.id, submissionId: newId(), lineVersion: 0 }),
    )
    expect(taken.line).toMatchObject({ value: share(2, 3), version: 1 })
    expect(taken.line.files).toHaveLength(1)
    const second = await offer(1)
    const decline = { id: second.contribution.id, answer: 'Đã có số chính thức' }
    expect(codeOf(await acts.write('mai', declineContribution(DESK), decline))).toBe('not-yours-to-do')
    await must(acts.write('lan', declineContribution(DESK), decline))
    const third = await offer(3)
    await must(acts.write('mai', withdrawContribution(DESK), { id: third.contribution.id }))
    const late = { id: third.contribution.id, submissionId: newId(), lineVersion: 1 }
    expect(codeOf(await acts.write('lan', takeContribution(DESK), late))).toBe('contribution-decided')
    const all = await must(acts.read('mai', async (tx) => ok(await contributionsTo(tx, owed)), {}))
    expect(all.map((one) => one.state).toSorted()).toEqual(['declined', 'taken', 'withdrawn'])
    expect(all.find((one) => one.state === 'declined')?.answer).toBe('Đã có số chính thức')
  })
})
