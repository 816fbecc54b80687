import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { DEFINITION, LINE, reportsIn, share } from '../../../test/reports.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { SheetRow } from '../../kernel/sheet-columns.ts'
import { getObligation } from '../../mechanisms/obligations/server/get-obligation.ts'
import { createObligations } from '../../mechanisms/obligations/server/index.ts'
import { receiveOnPaper } from '../../mechanisms/obligations/server/receive-on-paper.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../../typeset/index.ts'
import type { LineValue } from '../domain/form.ts'
import { REPORT_COLUMNS, type ReportRow } from '../domain/sheet.ts'
import { changeExample, noteExample, withdrawExample } from './examples.ts'
import { listExamples } from './list-examples.ts'
import { paperForm } from './paper-form.ts'
import { publishForm } from './publish-form.ts'
import { reportPage } from './report-page.ts'
import { compareStored, reportSheetExport } from './report-sheet.ts'
import { setFormUnits } from './set-form-units.ts'
import { getForm } from './show-form.ts'
import { takeSheet } from './take-sheet.ts'
import { createForm } from './write-form.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
let folder: string
let store: DiskStore
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
  folder = await mkdtemp(join(tmpdir(), 'thi-dua-reports-'))
  store = new DiskStore(folder)
})
afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true })
})

/** A sheet with these rows, brought by Lan and compared with her report. */
async function compare(obligationId: string, rows: readonly ReportRow[]) {
  const { bytes } = writeSheet({
    name: 'Báo cáo',
    columns: REPORT_COLUMNS,
    rows: rows as SheetRow<typeof REPORT_COLUMNS>[],
  })
  const received = await must(store.receive(Readable.from(bytes), 20_000_000))
  await received.keep()
  const stored = { sha256: received.sha256, size: received.size, mediaType: XLSX_MEDIA_TYPE, name: 'bao-cao.xlsx' }
  const file = await must(acts.write('lan', registerFile, { id: newId(), ...stored }))
  const ground = { work: opened.work, store, desk: DESK }
  return compareStored(ground, opened.world.as('lan'), { obligationId, fileId: file.id })
}

/** The rows as they are taken away. */
async function takenAway(obligationId: string): Promise<ReportRow[]> {
  const rows = await opened.work.read(opened.world.as('lan'), async (tx) => {
    const list = await reportSheetExport(DESK).open(tx, { obligationId })
    if (!list.ok) return list
    const all: ReportRow[] = []
    for await (const row of list.value.rows) all.push(row as ReportRow)
    return ok(all)
  })
  return must(Promise.resolve(rows))
}

describe('a report as a sheet', () => {
  it('comes back with a list of what it would change, and writes what is chosen', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    await must(reports.put('lan', owed, 'kinh-phi', { kind: 'amount', amount: 5, note: '' }))
    const rows = await takenAway(owed)
    const filled = rows.map((row) =>
      row.key === 'ky-cuong'
        ? { ...row, number: 2, base: 3, note: 'Sổ trực' }
        : row.key === 'kinh-phi'
          ? { ...row, number: 9 }
          : row,
    )
    // Somebody goes on writing on the screen meanwhile.
    await must(reports.put('minh', owed, 'kinh-phi', { kind: 'amount', amount: 7, note: '' }, { version: 1 }))
    const found = await must(compare(owed, filled))
    expect(found).toMatchObject({ warnings: [], problems: [], unknown: [], same: 2 })
    expect(found.differences.map((one) => [one.lineKey, one.before, one.after, one.newerHere])).toEqual([
      ['ky-cuong', 'chưa có', '2/3 người, 66,7% (Sổ trực)', false],
      ['kinh-phi', '7 đồng', '9 đồng', true],
    ])
    const [first] = found.differences
    if (!first) throw new Error('nothing differs')
    const input = { obligationId: owed, submissionId: newId(), lines: [{ ...first, version: 0 }] }
    const taken = await must(acts.write('lan', takeSheet(DESK), input))
    expect(taken.lines).toMatchObject([{ key: 'ky-cuong', value: share(2, 3, 'Sổ trực'), version: 1 }])
    expect(await recordedOf(opened.work, owed)).toContain(
      'đưa 1 dòng từ tệp bảng tính vào báo cáo “Báo cáo năm 2022” của Phòng A',
    )
  })

  it('of an older version is mapped by its keys and said to be one; of another form or period it is refused', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const old = (await takenAway(owed)).map((row) => (row.key === 'ky-cuong' ? { ...row, number: 1, base: 3 } : row))
    const [first, second] = DEFINITION.sections
    if (!first || !second) throw new Error('two sections')
    await reports.save(id, { sections: [{ ...first, lines: [...first.lines, { ...LINE, key: 'moi' }] }, second] })
    await reports.publish(id, { note: 'Thêm một dòng' })
    const found = await must(compare(owed, old))
    expect(found.warnings).toHaveLength(1)
    expect(found.differences.map((one) => one.lineKey)).toEqual(['ky-cuong'])

    const other = await reports.owedBy(await reports.publishedForm(), opened.world.units.phongA)
    expect(codeOf(await compare(other, old))).toBe('report-sheet-other')
    expect(
      codeOf(
        await compare(
          owed,
          old.map(({ form: _form, ...row }) => row),
        ),
      ),
    ).toBe('report-sheet-other')
  })

  it('says which rows belong to no line and which cells are no figures; those lines are left alone', async () => {
    const id = await reports.publishedForm()
    const owed = await reports.owedBy(id, opened.world.units.phongA)
    const rows = (await takenAway(owed)).map((row) => (row.key === 'ky-cuong' ? { ...row, number: -2, base: 3 } : row))
    const found = await must(compare(owed, [...rows, { key: 'la', form: rows[0]?.form, label: 'Dòng lạ', number: 1 }]))
    expect(found.problems.map((one) => one.text)).toEqual([expect.stringContaining('không thể âm')])
    expect(found.unknown.map((one) => one.label)).toEqual(['Dòng lạ'])
    expect(found.differences).toEqual([])
  })
})

describe('a form for a report the plan asks for', () => {
  it('answers the obligations of the launch, which keep their words and their day', async () => {
    const { phongA, phongB } = opened.world.units
    const campaignId = await acts.launched([phongA, phongB])
    const owe = await opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
      const units = await tx.db
        .selectFrom('unit')
        .select(['id', 'unit_no'])
        .where('id', 'in', [phongA, phongB])
        .execute()
      const root = opened.world.units.root
      await createObligations(
        tx,
        units.map((unit) => ({
          kind: 'report' as const,
          thing: { kind: 'campaign' as const, id: campaignId },
          unit: { id: unit.id, unitNo: unit.unit_no },
          owedToUnitId: root,
          title: 'Báo cáo kết quả',
          words: 'gửi báo cáo về Văn phòng trước ngày 20/11',
          deadline: { day: '2022-11-20' as never, relation: 'before' as const },
          sourceKey: 'task:x:1',
        })),
      )
      return ok(undefined)
    })
    expect(codeOf(owe)).toBe('ok')
    const id = await reports.draftForm({ campaignId })
    const { waiting, form } = await must(acts.read('hoa', getForm, { id }))
    expect(waiting).toMatchObject([{ title: 'Báo cáo kết quả', lastDay: '2022-11-19' }])
    expect(new Set(waiting[0]?.unitIds)).toEqual(new Set([phongA, phongB]))
    const takes = { factId: waiting[0]?.factId ?? null, occurrence: waiting[0]?.occurrence ?? null }
    await must(acts.write('hoa', setFormUnits, { id, version: form.version, unitIds: [phongA, phongB], takes }))
    await reports.publish(id)
    const owed = await reports.owedBy(id, phongA)
    const kept = await must(
      opened.work.read(opened.world.as('lan'), async (tx) =>
        ok(
          await tx.db
            .selectFrom('obligation')
            .select(['words', 'last_day', 'title'])
            .where('id', '=', owed)
            .executeTakeFirst(),
        ),
      ),
    )
    expect(kept).toEqual({
      words: 'gửi báo cáo về Văn phòng trước ngày 20/11',
      last_day: '2022-11-19',
      title: 'Báo cáo năm 2022',
    })
    expect((await must(acts.read('hoa', getForm, { id }))).waiting).toEqual([])
  })
})

describe('the next period', () => {
  it('copies the form with its keys and shows what the unit sent last time', async () => {
    const { phongA } = opened.world.units
    const before = await reports.publishedForm()
    const first = await reports.owedBy(before, phongA)
    await reports.send('minh', await must(reports.put('lan', first, 'ky-cuong', share(3, 3))))
    const id = newId()
    const head = { title: 'Báo cáo quý I', periodName: 'Quý I/2023', periodFrom: '2023-01-01', periodTo: '2023-03-31' }
    const campaignId = await acts.launched([phongA])
    const from = { way: 'copy' as const, formId: before }
    await must(acts.write('hoa', createForm, { id, ...head, campaignId, unitId: null, from }))
    const { form } = await must(acts.read('hoa', getForm, { id }))
    expect(form.previousFormId).toBe(before)
    const due = { day: '2023-03-31', relation: 'by' as const }
    const { saveForm } = await import('./write-form.ts')
    const saved = await must(
      acts.write('hoa', saveForm, {
        id,
        version: form.version,
        ...head,
        previousFormId: before,
        lastYearFormId: null,
        due,
        definition: form.definition,
      }),
    )
    const units = { id, version: saved.form.version, unitIds: [phongA], takes: null }
    const chosen = await must(acts.write('hoa', setFormUnits, units))
    const press = { id, version: chosen.form.version, note: '', supplementDue: null }
    await must(acts.write('hoa', publishForm(DESK), press))
    const page = await must(acts.read('lan', reportPage(DESK), { obligationId: await reports.owedBy(id, phongA) }))
    expect(page.previous).toMatchObject({ periodName: 'Năm 2022', lines: { 'ky-cuong': share(3, 3) } })
  })
})

describe('a report that came on paper', () => {
  it('is typed into its form, where the button leads: noting it alone would leave its figures out of every sum', async () => {
    const owed = await reports.owedBy(await reports.publishedForm(), opened.world.units.phongA)
    const paper = { id: owed, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
    expect(codeOf(await acts.write('hoa', receiveOnPaper(DESK.things), paper))).toBe('paper-to-be-typed')
    const { obligation } = await must(acts.read('hoa', getObligation(DESK.things), { id: owed }))
    expect(obligation.actions).toMatchObject({ 'enter-paper': { whyNot: null } })
    expect(obligation.actions).not.toHaveProperty('receive-on-paper')
    expect(codeOf(await acts.read('hoa', paperForm(DESK), { obligationId: owed }))).toBe('ok')
  })
})

describe('examples noted on the way', () => {
  const written = {
    kind: 'model' as const,
    title: 'Một cửa lưu động',
    who: 'Tổ một cửa',
    story: 'Đến tận thôn',
    fileIds: [],
  }
  const seenBy = async (name: Name) =>
    (await must(acts.read(name, listExamples, { page: 1 }))).examples.map((example) => example.title)

  it('are seen by the unit and the office above, mended by whoever noted them, withdrawn with a reason', async () => {
    const id = newId()
    const note = { id, unitId: opened.world.units.phongA, campaignId: null, obligationId: null, ...written }
    const noted = await must(acts.write('mai', noteExample, note))
    await must(acts.write('mai', noteExample, note))
    expect(await seenBy('lan')).toEqual(['Một cửa lưu động'])
    expect(await seenBy('hoa')).toEqual(['Một cửa lưu động'])
    expect([await seenBy('thu'), await seenBy('quan')]).toEqual([[], []])
    const changed = { ...written, id, version: noted.example.version, title: 'Một cửa lưu động ở xã' }
    await must(acts.write('lan', changeExample, changed))
    expect(await acts.write('mai', changeExample, changed)).toMatchObject({
      ok: false,
      refusal: { code: 'changed-meanwhile', data: { example: { title: 'Một cửa lưu động ở xã' } } },
    })
    const found = await must(acts.read('hoa', listExamples, { page: 1, q: 'mot cua luu dong', kind: 'model' }))
    expect(found.total).toBe(1)
    expect((await must(acts.read('hoa', listExamples, { page: 1 }))).below).toEqual([opened.world.units.root])
    expect((await must(acts.read('mai', listExamples, { page: 1 }))).below).toEqual([])
    const byOffice = { ...note, id: newId(), title: 'Sổ tay công vụ' }
    await must(acts.write('hoa', noteExample, byOffice))
    expect(await seenBy('mai')).toContain('Sổ tay công vụ')
    await must(acts.write('hoa', withdrawExample, { id: byOffice.id, reason: 'Thử' }))
    await must(acts.write('minh', withdrawExample, { id, reason: 'Ghi nhầm' }))
    expect(await seenBy('hoa')).toEqual([])
    expect(await recordedOf(opened.work, id)).toContain('rút điển hình “Một cửa lưu động ở xã” của Phòng A: Ghi nhầm')
  })
})

describe('a unit that is merged in the middle of the period', () => {
  it('hands its begun report on with its lines; what it has sent is counted still', async () => {
    const { phongA, phongB, root } = opened.world.units
    const id = await reports.publishedForm()
    const ofA = await reports.owedBy(id, phongA)
    const ofB = await reports.owedBy(id, phongB)
    await reports.send('minh', await must(reports.put('lan', ofA, 'ky-cuong', share(3, 3))))
    const value: LineValue = { kind: 'amount', amount: 8, note: '' }
    await must(reports.put('binh', ofB, 'kinh-phi', value))
    opened.clock.move(eightOn('2022-07-13'))
    const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
    const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
    const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
    await must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, event)))
    const page = await must(acts.read('lan', reportPage(DESK), { obligationId: ofB }))
    expect(page.lines).toMatchObject([{ key: 'kinh-phi', value }])
    expect(page.form).toMatchObject({ title: 'Báo cáo năm 2022', supplement: false })
    const again = await must(reports.put('lan', ofB, 'ky-cuong', share(2, 2)))
    expect(again.line.version).toBe(1)
    const { form } = await must(acts.read('hoa', getForm, { id }))
    expect(form).toMatchObject({ units: 2, sent: 1 })
  })
})
