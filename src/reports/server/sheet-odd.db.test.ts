import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { reportsIn } from '../../../test/reports.ts'
import { codeOf, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { SheetRow } from '../../kernel/sheet-columns.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../../typeset/index.ts'
import { REPORT_COLUMNS, type ReportRow } from '../domain/sheet.ts'
import { compareStored, reportSheetExport } from './report-sheet.ts'

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

type Name = 'lan' | 'binh'

async function compare(name: Name, obligationId: string, rows: readonly ReportRow[]) {
  const sheet = { name: 'Báo cáo', columns: REPORT_COLUMNS, rows: rows as SheetRow<typeof REPORT_COLUMNS>[] }
  const received = await must(store.receive(Readable.from(writeSheet(sheet).bytes), 20_000_000))
  await received.keep()
  const stored = { sha256: received.sha256, size: received.size, mediaType: XLSX_MEDIA_TYPE, name: 'bao-cao.xlsx' }
  const file = await must(acts.write(name, registerFile, { id: newId(), ...stored }))
  const ground = { work: opened.work, store, desk: DESK }
  return compareStored(ground, opened.world.as(name), { obligationId, fileId: file.id })
}

async function takenAway(name: Name, obligationId: string): Promise<ReportRow[]> {
  const rows = opened.work.read(opened.world.as(name), async (tx) => {
    const list = await reportSheetExport(DESK).open(tx, { obligationId })
    if (!list.ok) return list
    const all: ReportRow[] = []
    for await (const row of list.value.rows) all.push(row as ReportRow)
    return ok(all)
  })
  return must(rows)
}

async function owed() {
  const { phongA, phongB } = opened.world.units
  const id = await reports.publishedForm()
  return { ofA: await reports.owedBy(id, phongA), ofB: await reports.owedBy(id, phongB) }
}

it('the sheet of another unit is refused, though the form is the same', async () => {
  const { ofA, ofB } = await owed()
  expect(await compare('lan', ofA, await takenAway('binh', ofB))).toMatchObject({
    ok: false,
    refusal: {
      code: 'report-sheet-other',
      values: { problem: 'tệp xuất từ báo cáo của đơn vị khác hoặc từ phần bổ sung' },
    },
  })
})

it('more items than a list holds, or a longer one, are told with their line before anything is written', async () => {
  const { ofA } = await owed()
  const rows = await takenAway('lan', ofA)
  const [item] = rows.filter((row) => row.key === 'guong')
  const many = Array.from({ length: 201 }, (_, no) => ({
    ...item,
    listKind: 'example',
    who: `Người ${no}`,
    text: 'Việc',
  }))
  const found = await must(
    compare('lan', ofA, [...rows.filter((row) => row.key !== 'guong'), ...(many as ReportRow[])]),
  )
  expect(found.differences).toEqual([])
  expect(found.problems.map((one) => one.text)).toEqual(['Điển hình: Nhiều nhất 200 mục. Gộp bớt hoặc gửi kèm tệp'])
  const long = rows.map((row) => (row === item ? { ...row, who: 'Một người', text: 'a'.repeat(4001) } : row))
  expect((await must(compare('lan', ofA, long))).problems).toHaveLength(1)
})

it('a figure that stands in two rows is not chosen between', async () => {
  const { ofA } = await owed()
  const rows = await takenAway('lan', ofA)
  const twice = rows.flatMap((row) =>
    row.key === 'kinh-phi'
      ? [
          { ...row, number: 1 },
          { ...row, number: 2 },
        ]
      : [row],
  )
  const found = await must(compare('lan', ofA, twice))
  expect(found.differences).toEqual([])
  expect(found.problems.map((one) => one.text)).toEqual([
    expect.stringMatching(/^Kinh phí: có ở các hàng \d+, \d+\. Giữ/),
  ])
})

it('a sheet of ten thousand rows is refused in words', async () => {
  const { ofA } = await owed()
  const rows = await takenAway('lan', ofA)
  const many = Array.from({ length: 10_000 }, () => rows[0] ?? {})
  expect(codeOf(await compare('lan', ofA, many))).toBe('sheet-too-many-rows')
})
