import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWaitingJobs } from '../../../test/jobs.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { SheetRow } from '../../kernel/sheet-columns.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { registerFile } from '../../platform/files/file-rows.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../../typeset/index.ts'
import type { Outcome } from '../domain/outcomes.ts'
import { cancelImport, orderApply, orderUndo } from './change-import.ts'
import { decideRow } from './decide-row.ts'
import type { ImportKind } from './import-kind.ts'
import { importJobs } from './index.ts'
import type { ImportKinds } from './load-import.ts'
import { peopleToEdit } from './people/export-to-edit.ts'
import { PEOPLE_COLUMNS } from './people/people-columns.ts'
import { peopleImport } from './people/people-kind.ts'
import { getImport, listRows } from './show-import.ts'
import { startImport } from './start-import.ts'
import { UNIT_COLUMNS } from './units/unit-columns.ts'
import { unitsImport } from './units/units-kind.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>
const KINDS: ImportKinds = [peopleImport, unitsImport]

/** A disk that is really full: a file system of four kilobytes, where the machine lets us make one. */
const mayMount = tryMount()
function tryMount(): boolean {
  if (process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let opened: OpenedWorld
let folder: string
let store: DiskStore
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  opened.clock.move(eightOn('2022-09-01'))
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-imports-'))
  store = new DiskStore(folder)
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = () => runWaitingJobs(opened, importJobs(store, KINDS))
const by = (name: Name = 'quan') => opened.world.as(name)

async function brought(rows: Row[], name: Name = 'quan', fileName = 'nguoi.xlsx'): Promise<string> {
  const { bytes } = writeSheet({ name: 'Người', columns: PEOPLE_COLUMNS, rows })
  const received = await must(store.receive(bytes, 20_000_000))
  await received.keep()
  const file = { id: newId(), sha256: received.sha256, size: received.size, mediaType: XLSX_MEDIA_TYPE, name: fileName }
  return (await must(opened.work.write(by(name), (tx) => registerFile(tx, file)))).id
}

/** A sheet brought in and read. */
async function read(
  rows: Row[],
  { unit = 'root', name = 'quan' as Name }: { unit?: 'root' | 'phongA'; name?: Name } = {},
) {
  const id = newId()
  const fileId = await brought(rows, name)
  const input = { id, kind: 'people', unitId: opened.world.units[unit], fileId, defaultDay: null }
  await must(opened.work.write(by(name), (tx) => startImport(KINDS)(tx, input)))
  await run()
  return id
}
const seen = async (id: string, name: Name = 'quan') =>
  (await must(opened.work.read(by(name), (tx) => getImport(KINDS)(tx, { id })))).import
const rowsOf = async (id: string, outcome: Outcome | 'differs' | 'left') =>
  (await must(opened.work.read(by(), (tx) => listRows(KINDS)(tx, { id, outcome, page: 1 })))).rows
const decide = (
  id: string,
  rowNo: number,
  decision: 'same' | 'new' | 'skip' | 'overwrite' | null,
  thingId: string | null = null,
) => opened.work.write(by(), (tx) => decideRow(KINDS)(tx, { id, rowNo, decision, thingId }))

async function order(id: string) {
  const { version, counts } = await seen(id)
  return opened.work.write(by(), (tx) =>
    orderApply(KINDS)(tx, { id, version, rows: (counts.new ?? 0) + (counts.changed ?? 0) }),
  )
}
async function applied(rows: Row[]): Promise<string> {
  const id = await read(rows)
  await must(order(id))
  await run()
  expect(await seen(id)).toMatchObject({ state: 'applied', problem: null })
  return id
}
async function undone(id: string) {
  await must(opened.work.write(by(), (tx) => orderUndo(KINDS)(tx, { id })))
  await run()
  return seen(id)
}
const personBy = (code: string) =>
  must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(
        await tx.db
          .selectFrom('person')
          .leftJoin('post', 'post.person_id', 'person.id')
          .innerJoin('unit', 'unit.unit_no', 'person.unit_no')
          .select([
            'person.id',
            'full_name as name',
            'gender',
            'person.version',
            'unit.name as unit',
            'post.title',
            'post.valid_to as to',
          ])
          .where('staff_code', '=', code)
          .orderBy('post.valid_from')
          .execute(),
      ),
    ),
  )

const AN: Row = {
  staffCode: 'CB-001',
  name: 'Nguyễn Văn An',
  birth: '1985-02-03',
  unit: 'Phòng A',
  title: 'Chuyên viên',
  from: '2022-07-12' as never,
}
const plain = (code: string, name: string, more: Partial<Row> = {}): Row => ({
  ...AN,
  staffCode: code,
  name,
  birth: null,
  ...more,
})

describe('a sheet of people', () => {
  it('is compared row by row: what is new, what cannot be and in which cell; nothing is written before it is applied', async () => {
    const id = await read([
      AN,
      plain('CB-002', 'Lê Bình', { unit: 'Phòng Z' }),
      plain('CB-003', 'Trần Cúc', { citizenId: '12345' }),
      plain('CB-004', 'Vũ Dần'),
      plain('CB-004', 'Vũ Dần hai'),
      { staffCode: 'CB-005', name: 'Không chức vụ', unit: 'SNV' },
    ])
    const found = await seen(id)
    expect(found).toMatchObject({ state: 'ready', counts: { new: 1, changed: 0, wrong: 5, doubtful: 0 } })
    const wrong = await rowsOf(id, 'wrong')
    const told = wrong.map(
      (row) => `${row.no}: ${row.problems.map(({ cell, sentence }) => `${cell} ${sentence}`).join('; ')}`,
    )
    expect(told[0]).toMatch(/^3: L3 Không có đơn vị “Phòng Z” trong phạm vi nhập/)
    expect(told[1]).toMatch(/^4: I4 /)
    expect(told[2]).toMatch(/^5: null Cùng một người với dòng 6/)
    expect(told[3]).toMatch(/^6: null Cùng một người với dòng 5/)
    expect(told[4]).toMatch(/^7: M7 Chưa có chức vụ; N7 Chưa có từ ngày/)
    expect(JSON.stringify(wrong)).not.toContain('12345')
    expect(await personBy('CB-001')).toEqual([])
  })

  it('is applied as a whole, and again it changes nothing', async () => {
    const rows = [
      { ...plain('CB-010', 'Phan Giang', { gender: 'female' }), citizenId: '042190001234' },
      plain('CB-011', 'Đinh Hải'),
    ]
    const id = await applied(rows)
    const [person] = await personBy('CB-010')
    expect(person).toMatchObject({ name: 'Phan Giang', gender: 'female', unit: 'Phòng A', title: 'Chuyên viên' })
    expect(await recordedOf(opened.work, person?.id ?? '')).toEqual([
      'thêm Phan Giang, Chuyên viên tại Phòng A, từ tệp “nguoi.xlsx”',
    ])
    expect(await recordedOf(opened.work, id)).toContain('nhập từ tệp “nguoi.xlsx”: 2 mới, 0 thay đổi')
    expect(codeOf(await order(id))).toBe('ok')
    expect(await run()).toBe(0)
    expect((await seen(await read(rows))).counts).toMatchObject({ same: 2, new: 0, changed: 0 })
    const { rows: leaks } = await must(
      opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
        ok({ rows: await tx.db.selectFrom('import_row').select('staged').where('import_id', '=', id).execute() }),
      ),
    )
    expect(JSON.stringify(leaks)).not.toContain('042190001234')
  })

  it('changes whom it recognises: by code, by citizen id, by id; a move ends one post and begins another', async () => {
    await applied([{ ...plain('CB-020', 'Lý Khanh'), citizenId: '042190009999' }])
    const id = await read([
      {
        citizenId: '042190009999',
        name: 'Lý Kim Khanh',
        unit: 'Phòng B',
        title: 'Phó trưởng phòng',
        from: '2022-08-01' as never,
        leaderLevel: 'deputy',
      },
    ])
    const [row] = await rowsOf(id, 'changed')
    expect(row?.before).toMatchObject({ name: 'Lý Khanh', unit: 'Phòng A', title: 'Chuyên viên', leaderLevel: null })
    await must(order(id))
    await run()
    const posts = await personBy('CB-020')
    expect(posts).toMatchObject([
      { name: 'Lý Kim Khanh', unit: 'Phòng B', title: 'Chuyên viên', to: '2022-07-31' },
      { title: 'Phó trưởng phòng', to: null },
    ])
    expect(await undone(id)).toMatchObject({ state: 'undone', leftRows: 0 })
    expect(await personBy('CB-020')).toMatchObject([
      { name: 'Lý Khanh', unit: 'Phòng A', title: 'Chuyên viên', to: null },
    ])
  })

  it('asks where it cannot know, and never asks the same again', async () => {
    await applied([plain('CB-030', 'Mai Thị Lệ', { birth: '1990-01-01' })])
    const [known] = await personBy('CB-030')
    const same: Row = { name: 'Mai Thị Lệ', unit: 'Phòng A', title: 'Chuyên viên', from: '2022-07-12' as never }
    const other: Row = { ...same, unit: 'Phòng B', birth: '1990-01-01' }
    const id = await read([same, other, { ...same, unit: 'Văn phòng Sở' }])
    expect((await seen(id)).counts).toMatchObject({ doubtful: 2, new: 1 })
    const asked = await rowsOf(id, 'doubtful')
    expect(asked.map((row) => row.candidates.map((one) => one.id))).toEqual([[known?.id], [known?.id]])
    expect(codeOf(await decide(id, 2, 'same', newId()))).toBe('import-row-not-doubtful')
    await must(decide(id, 2, 'same', known?.id))
    await must(decide(id, 3, 'new'))
    expect((await seen(id)).counts).toMatchObject({ doubtful: 0, same: 1, new: 2 })
    expect(codeOf(await decide(id, 3, 'same', newId()))).toBe('import-row-not-doubtful')
    await must(decide(id, 3, 'same', known?.id))
    await must(decide(id, 3, 'new'))
    expect(codeOf(await decide(id, 4, 'skip'))).toBe('import-row-not-doubtful')
    await must(opened.work.write(by(), (tx) => cancelImport(KINDS)(tx, { id })))
    expect((await seen(await read([same, other]))).counts).toMatchObject({ doubtful: 0, same: 1, new: 1 })
  })

  it('says of somebody held elsewhere that alone: a code in a sheet does not bring out his file', async () => {
    const held: Row = { ...plain('CB-035', 'Tô Thị Kín', { birth: '1981-02-03' }), unit: 'Phòng B', ethnicity: 'Tày' }
    await applied([held])
    const asked: Row = { name: 'Ai Đó', staffCode: 'CB-035', birth: '1999-09-09', ethnicity: 'Kinh', title: 'Gì đó' }
    const id = await read([{ ...asked, unit: 'Phòng A' }], { unit: 'phongA' })
    const rows = await rowsOf(id, 'wrong')
    expect(rows).toMatchObject([{ before: {}, candidates: [] }])
    expect(rows[0]?.problems.map((problem) => problem.head)).toEqual([null])
  })

  it('says when a row has been changed since it was taken away, and overwrites only when told to', async () => {
    await applied([plain('CB-040', 'Đào Nam')])
    const [person] = await personBy('CB-040')
    const taken: Row = {
      id: person?.id ?? '',
      version: '1.1',
      name: 'Đào Nam',
      staffCode: 'CB-040',
      email: 'nam@so.example',
    }
    await applied([{ ...plain('CB-040', 'Đào Văn Nam') }])
    const id = await read([taken])
    expect(await rowsOf(id, 'doubtful')).toMatchObject([
      { candidates: [{ id: person?.id, newer: true }], before: { name: 'Đào Văn Nam' } },
    ])
    await must(decide(id, 2, 'overwrite'))
    expect((await seen(id)).counts).toMatchObject({ changed: 1, doubtful: 0 })
    await must(decide(id, 2, null))
    expect((await seen(id)).counts).toMatchObject({ changed: 0, doubtful: 1 })
  })

  it('taken away to be edited comes back exact: what was not touched is the same, what was is shown', async () => {
    await applied([plain('CB-045', 'Tạ Ngân'), plain('CB-046', 'Tạ Oanh')])
    const taken = await must(
      opened.work.read(by(), async (tx) => {
        const list = await peopleToEdit.open(tx, { unitId: opened.world.units.phongA })
        if (!list.ok) return list
        const rows: Row[] = []
        for await (const row of list.value.rows) rows.push(row as Row)
        return ok(rows)
      }),
    )
    expect(JSON.stringify(taken)).not.toMatch(/female|1985|0421/)
    const edited = taken.map((row) => (row.staffCode === 'CB-046' ? { ...row, title: 'Chuyên viên chính' } : row))
    const id = await read(edited)
    expect((await seen(id)).counts).toMatchObject({ same: edited.length - 1, changed: 1, wrong: 0, doubtful: 0 })
    expect((await rowsOf(id, 'changed'))[0]).toMatchObject({ name: 'Tạ Oanh', before: { title: 'Chuyên viên' } })
    expect(
      codeOf(await opened.work.read(by('minh'), (tx) => peopleToEdit.open(tx, { unitId: opened.world.units.phongA }))),
    ).toBe('not-yours-to-do')
  })

  it('is shown again instead of applied when something came in between; of two imports the second sees the first', async () => {
    const rows = [plain('CB-050', 'Ngô Oanh'), plain('CB-051', 'Bùi Phong')]
    const [first, second] = [await read(rows), await read(rows)]
    const ordered = [await order(first), await order(second)].map(codeOf)
    expect(ordered).toEqual(['ok', 'ok'])
    await run()
    const states = [await seen(first), await seen(second)]
    expect(states.map((one) => one.state).sort()).toEqual(['applied', 'ready'])
    const again = states.find((one) => one.state === 'ready')
    expect(again).toMatchObject({ differs: 2, counts: { same: 2, new: 0 } })
    expect((await personBy('CB-050')).length).toBe(1)
    const { version } = states[0] ?? { version: 0 }
    expect(
      codeOf(
        await opened.work.write(by(), (tx) =>
          orderApply(KINDS)(tx, { id: again?.id ?? '', version: version + 99, rows: 2 }),
        ),
      ),
    ).toBe('import-changed')
  })

  it('is undone as a whole; what somebody has changed or used since is left and listed; a second undoing finds it done', async () => {
    const id = await applied([plain('CB-060', 'Hồ Quế'), plain('CB-061', 'Hồ Rạng'), plain('CB-062', 'Hồ Sâm')])
    const [changed] = await personBy('CB-060')
    const [used] = await personBy('CB-061')
    await must(
      opened.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
        await tx.db
          .updateTable('person')
          .set({ gender: 'male', version: 2 })
          .where('id', '=', changed?.id ?? '')
          .execute()
        const absence = {
          id: newId(),
          person_id: used?.id ?? '',
          kind: 'leave' as const,
          valid_from: tx.today,
          created_at: tx.now,
        }
        await tx.db.insertInto('absence').values(absence).execute()
        return ok(undefined)
      }),
    )
    expect(await undone(id)).toMatchObject({ state: 'undone', leftRows: 2 })
    const left = await rowsOf(id, 'left')
    expect(left.map((row) => [row.no, row.left])).toEqual([
      [2, 'Đã có người sửa từ khi nhập'],
      [3, 'Đã ghi thời gian vắng mặt từ khi nhập'],
    ])
    expect((await personBy('CB-060')).length + (await personBy('CB-061')).length).toBe(2)
    expect(await personBy('CB-062')).toEqual([])
    expect(await undone(id)).toMatchObject({ state: 'undone', leftRows: 2 })
  })

  it('of units makes them one under the other, and takes them back from below', async () => {
    const { bytes } = writeSheet({
      name: 'Đơn vị',
      columns: UNIT_COLUMNS,
      rows: [
        { name: 'Phòng A', parent: 'SNV', from: '2022-07-12' as never },
        { name: 'Phòng Mới', parent: 'Sở Nội vụ', kind: 'division', from: '2022-08-01' as never },
        { name: 'Tổ Một', parent: 'Phòng Mới', kind: 'team', from: '2022-08-01' as never },
        { name: 'Tổ Hai', parent: 'Phòng không có', from: '2022-08-01' as never },
        { name: 'Tổ Ba', parent: 'Tổ Hai', from: '2022-08-01' as never },
      ],
    })
    const received = await must(store.receive(bytes, 1_000_000))
    await received.keep()
    const file = {
      id: newId(),
      sha256: received.sha256,
      size: received.size,
      mediaType: XLSX_MEDIA_TYPE,
      name: 'don-vi.xlsx',
    }
    await must(opened.work.write(by(), (tx) => registerFile(tx, file)))
    const id = newId()
    const input = { id, kind: 'units', unitId: opened.world.units.root, fileId: file.id, defaultDay: null }
    await must(opened.work.write(by(), (tx) => startImport(KINDS)(tx, input)))
    await run()
    expect((await seen(id)).counts).toMatchObject({ new: 2, same: 1, wrong: 2 })
    await must(order(id))
    await run()
    const units = () =>
      must(
        opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
          ok(await tx.db.selectFrom('unit').select('name').where('name', 'in', ['Phòng Mới', 'Tổ Một']).execute()),
        ),
      )
    expect(await seen(id)).toMatchObject({ state: 'applied', problem: null })
    expect(await units()).toHaveLength(2)
    expect(await undone(id)).toMatchObject({ state: 'undone', leftRows: 0 })
    expect(await units()).toEqual([])
  })

  it('is for administrators of the unit, and stays inside it', async () => {
    const fileId = await brought([AN], 'minh')
    const input = { id: newId(), kind: 'people', unitId: opened.world.units.phongA, fileId, defaultDay: null }
    expect(codeOf(await opened.work.write(by('minh'), (tx) => startImport(KINDS)(tx, input)))).toBe('not-yours-to-do')
    const inA = await read([{ ...AN, unit: 'Phòng B' }], { unit: 'phongA' })
    expect((await rowsOf(inA, 'wrong'))[0]?.problems[0]?.sentence).toMatch(/Không có đơn vị “Phòng B”/)
    expect(codeOf(await opened.work.read(by('minh'), (tx) => getImport(KINDS)(tx, { id: inA })))).toBe('not-found')
  })

  it('that is no sheet of ours says so, and one cancelled while it waits is not read', async () => {
    const bad = newId()
    const { bytes } = writeSheet({
      name: 'Khác',
      columns: [{ key: 'x', head: 'Cột lạ', kind: 'text' }],
      rows: [{ x: 'a' }],
    })
    const received = await must(store.receive(bytes, 1_000_000))
    await received.keep()
    const file = {
      id: newId(),
      sha256: received.sha256,
      size: received.size,
      mediaType: XLSX_MEDIA_TYPE,
      name: 'khac.xlsx',
    }
    await must(opened.work.write(by(), (tx) => registerFile(tx, file)))
    const input = { kind: 'people', unitId: opened.world.units.root, defaultDay: null }
    await must(opened.work.write(by(), (tx) => startImport(KINDS)(tx, { ...input, id: bad, fileId: file.id })))
    const left = newId()
    const fileId = await brought([AN])
    await must(opened.work.write(by(), (tx) => startImport(KINDS)(tx, { ...input, id: left, fileId })))
    await must(opened.work.write(by(), (tx) => cancelImport(KINDS)(tx, { id: left })))
    await run()
    expect(await seen(bad)).toMatchObject({ state: 'failed' })
    expect((await seen(bad)).problem).toMatch(/Họ và tên|cột/i)
    expect(await seen(left)).toMatchObject({ state: 'cancelled', counts: { new: 0 } })
  })
})

describe('an import that is broken off', () => {
  it('in the middle of writing has written nothing, says so, and is applied when asked again', async () => {
    let breaks = true
    const breaking: ImportKind<typeof PEOPLE_COLUMNS> = {
      ...peopleImport,
      apply: async (tx, given) => {
        const done = await peopleImport.apply(tx, given)
        // The very connection goes, with everything written and nothing committed: as when the database is killed.
        if (breaks) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx.db)
        return done
      },
    }
    const id = await read([plain('CB-070', 'Lưu Thắng'), plain('CB-071', 'Lưu Uyên')])
    await must(order(id))
    await expect(runWaitingJobs(opened, importJobs(store, [breaking, unitsImport]))).rejects.toThrow(/terminat/)
    expect(await seen(id)).toMatchObject({ state: 'ready', problem: expect.stringContaining('chưa ghi dòng nào') })
    expect(await personBy('CB-070')).toEqual([])
    breaks = false
    await must(order(id))
    await run()
    expect(await seen(id)).toMatchObject({ state: 'applied', problem: null })
    expect(await personBy('CB-071')).toHaveLength(1)
  })

  it.skipIf(!mayMount)('by a full disk says so and keeps nothing of it', async () => {
    const full = mkdtempSync(join(tmpdir(), 'thi-dua-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', full])
    const before = process.env.TMPDIR
    try {
      const id = newId()
      const fileId = await brought([AN])
      const input = { id, kind: 'people', unitId: opened.world.units.root, fileId, defaultDay: null }
      await must(opened.work.write(by(), (tx) => startImport(KINDS)(tx, input)))
      process.env.TMPDIR = full
      await expect(run()).rejects.toThrow(/ENOSPC/)
      expect(await seen(id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('hết chỗ trên ổ đĩa') })
      expect(await rowsOf(id, 'new')).toEqual([])
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      execFileSync('umount', [full])
      rmSync(full, { recursive: true })
    }
  })
})
