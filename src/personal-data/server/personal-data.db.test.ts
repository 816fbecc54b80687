import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { enterReview } from '../../assessments/server/index.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { myWork } from '../../mechanisms/obligations/server/my-work.ts'
import { changePerson } from '../../organisation/server/change-person.ts'
import { addPost } from '../../organisation/server/index.ts'
import { showSensitive } from '../../organisation/server/show-sensitive.ts'
import { findFiles } from '../../platform/files/file-rows.ts'
import { ALL_KEPT } from '../domain/all-kept.ts'
import type { CorrectionField } from '../domain/corrections.ts'
import { saysSomething } from '../domain/kept-data.ts'
import { askCorrection, decideCorrection, listCorrections, openCorrection, withdrawCorrection } from './corrections.ts'
import { correctionsWaiting } from './corrections-waiting.ts'
import { readMyFile, takeMyFile } from './my-file.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let owner: Client
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

const mai = () => opened.world.accounts.mai.personId
const ask = (by: Name, field: CorrectionField, wanted: string, fileIds: string[] = []) =>
  acts.write(by, askCorrection, { id: newId(), field, wanted, reason: 'Theo căn cước', fileIds })
const asked = async (by: Name, field: CorrectionField, wanted: string) =>
  (await must(ask(by, field, wanted))).correction.id
const decide = (by: Name, id: string, accept: boolean, answer: string | null = null) =>
  acts.write(by, decideCorrection, { id, accept, answer, doubtsSeen: false })
const waiting = async (by: Name) => {
  const source = myWork({ things: campaignThings, waiting: [correctionsWaiting], coming: [] })
  return (await must(acts.read(by, source, {}))).waiting
}

describe('what is kept about people', () => {
  it('has a line, in words, for every column of every table that names a person', async () => {
    const { rows } = await owner.query<{ table: string; column: string }>(`
      select distinct c.relname as table, a.attname as column
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where k.contype = 'f' and (k.confrelid = 'app.person'::regclass or c.relname = 'person')
      order by 1, 2`)
    const told = new Map(ALL_KEPT.map((table) => [table.table, table]))
    const untold = rows.filter(({ table, column }) => {
      const kept = told.get(table)
      return kept === undefined || saysSomething(kept, column)
    })
    expect(untold.map(({ table, column }) => `${table}.${column}`)).toEqual([])
  })

  it('tells of no column that is not there', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'app'`,
    )
    const there = new Set(rows.map((row) => row.name))
    const lines = ALL_KEPT.flatMap((table) =>
      [table.of, ...Object.keys(table.columns)].map((column) => `${table.table}.${column}`),
    )
    expect(lines.filter((line) => !there.has(line))).toEqual([])
  })
})

describe('one’s own file', () => {
  it('says that something is being looked into, and not what was written down of whoever complained', async () => {
    const review = { id: newId(), about: { kind: 'person' as const, personId: mai() }, kind: 'denunciation' as const }
    const paper = { documentNumber: '7/ĐT', documentOn: null, issuer: null, startsOn: '2022-07-01' }
    await must(acts.write('hoa', enterReview, { ...review, ...paper, note: 'Đơn của ông Nguyễn Văn Kín' }))
    for (const file of [await must(acts.read('mai', readMyFile, {})), await must(acts.write('mai', takeMyFile, {}))]) {
      expect(JSON.stringify(file)).toContain('7/ĐT')
      expect(JSON.stringify(file)).not.toContain('Nguyễn Văn Kín')
    }
  })

  it('shows everything but the number, who looked and when; taken away it has the number, and that is recorded', async () => {
    const changes = { birth: '1990', citizenId: '042190001234', ethnicity: 'Kinh' }
    await must(acts.write('lan', changePerson, { id: mai(), version: 1, changes, doubtsSeen: false }))
    await must(acts.write('minh', showSensitive, { id: mai(), part: 'personal' as const }))
    const file = await must(acts.read('mai', readMyFile, {}))
    expect(file.groups[0]).toEqual({
      title: 'Thông tin của người',
      rows: [
        expect.arrayContaining([
          { term: 'Họ và tên', value: 'Vũ Thị Mai' },
          { term: 'Ngày sinh', value: '1990' },
          { term: 'Số định danh (mã hóa)', value: 'có' },
        ]),
      ],
    })
    expect(file.seen).toMatchObject([
      { who: 'Phạm Quang Minh', fields: 'ngày sinh, giới tính, dân tộc, ngày vào Đảng' },
    ])
    expect(JSON.stringify(file)).not.toContain('042190001234')
    const taken = await must(acts.write('mai', takeMyFile, {}))
    expect(JSON.stringify(taken.file.kept)).toContain('042190001234')
    expect((await recordedOf(opened.work, mai())).at(-1)).toBe('tải về dữ liệu của mình')
    expect((await must(acts.write('mai', takeMyFile, {}))).file.done[0]?.what).toBe('tải về dữ liệu của mình')
    expect(JSON.stringify(await must(acts.read('lan', readMyFile, {})))).not.toMatch(/Vũ Thị Mai|Kinh/)
  })
})

describe('asking to have one’s file corrected', () => {
  it('lies with the officer and the administrator; accepted, the file is changed in the same act', async () => {
    const id = await asked('mai', 'birth', '1990-07-05')
    for (const by of ['lan', 'quan'] as const) {
      expect(await waiting(by), by).toMatchObject([
        { kind: 'correction', title: 'Đề nghị sửa ngày sinh: Vũ Thị Mai', link: `/nguoi/${mai()}` },
      ])
    }
    for (const by of ['mai', 'minh', 'hoa', 'phuc', 'binh'] as const) expect(await waiting(by), by).toEqual([])
    expect(codeOf(await decide('mai', id, true))).toBe('correction-own')
    for (const by of ['minh', 'hoa', 'son'] as const)
      expect(codeOf(await decide(by, id, true)), by).toBe('not-yours-to-do')
    for (const by of ['binh', 'thu', 'phuc'] as const) expect(codeOf(await decide(by, id, true)), by).toBe('not-found')
    const both = await Promise.all([decide('lan', id, true), decide('quan', id, true)])
    expect(both.map(codeOf).sort()).toEqual(['correction-decided', 'ok'])
    const shown = await must(acts.write('mai', showSensitive, { id: mai(), part: 'personal' as const }))
    expect(shown.shown.birth).toBe('1990-07-05')
    expect(await waiting('lan')).toEqual([])
    expect((await recordedOf(opened.work, mai())).slice(-3)).toEqual([
      'đề nghị sửa ngày sinh của mình',
      'sửa ngày sinh của Vũ Thị Mai',
      'chấp nhận đề nghị sửa ngày sinh của Vũ Thị Mai',
    ])
  })

  it('refused needs a reason, which both read afterwards; withdrawn it is nobody’s to decide', async () => {
    const id = await asked('mai', 'email', 'mai.moi@so.example')
    expect(codeOf(await decide('lan', id, false))).toBe('reason-required')
    await must(decide('lan', id, false, 'Dùng thư công vụ'))
    const own = (await must(acts.read('mai', readMyFile, {}))).corrections.find((one) => one.id === id)
    expect(own).toMatchObject({ state: 'refused', answer: 'Dùng thư công vụ', decidedByName: 'Đỗ Bích Lan' })
    const { corrections } = await must(acts.read('minh', listCorrections, { personId: mai() }))
    expect(corrections.find((one) => one.id === id)).toMatchObject({ wanted: 'mai.moi@so.example' })
    expect(codeOf(await acts.read('binh', listCorrections, { personId: mai() }))).toBe('not-found')
    expect(codeOf(await acts.read('phuc', listCorrections, { personId: mai() }))).toBe('not-yours-to-see')

    const other = await asked('mai', 'other', 'Thiếu bằng thạc sĩ')
    expect(codeOf(await acts.write('lan', withdrawCorrection, { id: other }))).toBe('not-yours-to-do')
    await must(acts.write('mai', withdrawCorrection, { id: other }))
    expect(codeOf(await decide('quan', other, true, 'Đã thêm'))).toBe('correction-decided')
  })

  it('keeps what is asked for veiled until somebody looks, which is recorded, and sealed in the database', async () => {
    const id = await asked('mai', 'citizen-id', '042 190 005 678')
    // Asking again in Mai's name does not open it past the record.
    const again = { id, field: 'other' as const, wanted: 'xem thử', reason: 'xem thử', fileIds: [] }
    expect(codeOf(await acts.write('lan', askCorrection, again))).toBe('id-taken')
    const listed = await must(acts.read('lan', listCorrections, { personId: mai() }))
    expect(listed.corrections[0]).toMatchObject({ id, wanted: null, before: null, actions: { open: { whyNot: null } } })
    const one = await must(acts.write('lan', openCorrection, { id }))
    expect(one.correction).toMatchObject({ wanted: '042 190 005 678', before: '042190001234' })
    expect((await recordedOf(opened.work, mai())).at(-1)).toBe('xem đề nghị sửa số định danh của Vũ Thị Mai')
    const { rows } = await owner.query<{ all: string }>(
      `select string_agg(c::text, ' ') || (select string_agg(r::text, ' ') from app.record r) as all from app.correction_request c`,
    )
    expect(rows[0]?.all).not.toMatch(/042 ?190|1990-07-05/)
    expect(codeOf(await decide('lan', id, true))).toBe('ok')
    const { shown } = await must(acts.write('quan', showSensitive, { id: mai(), part: 'citizen-id' as const }))
    expect(shown.citizenId).toBe('042190005678')
  })

  it('of what is no value, or is there already, is refused at once; of posts the answer says what was done', async () => {
    expect(codeOf(await ask('mai', 'citizen-id', '12'))).toBe('wrong-citizen-id')
    expect(codeOf(await ask('mai', 'birth', '1990-07-05'))).toBe('correction-same')
    expect(codeOf(await ask('mai', 'gender', 'khác'))).toBe('wrong-correction')
    expect(codeOf(await ask('mai', 'party-joined-on', '1980-01-01'))).toBe('before-birth')
    expect(codeOf(await ask('mai', 'party-joined-on', '2022-02-31'))).toBe('wrong-correction')
    const id = await asked('mai', 'post', 'Phó Trưởng phòng từ 01/06')
    expect(codeOf(await decide('lan', id, true))).toBe('wrong-correction')
    expect(codeOf(await decide('lan', id, true, 'Đã thêm vị trí Phó Trưởng phòng'))).toBe('ok')
  })

  it('brings papers that the officer sees and the colleagues do not; another’s papers it cannot take', async () => {
    const scan = await acts.scan('mai')
    const seen = async (by: Name) =>
      (await must(opened.work.read(opened.world.as(by), async (tx) => ok(await findFiles(tx, [scan]))))).length
    expect([await seen('lan'), await seen('minh')]).toEqual([1, 1])
    const other = { personId: opened.world.accounts.thu.personId, id: newId(), unitId: opened.world.units.phongA }
    await must(
      acts.write('quan', addPost, { ...other, title: 'Biệt phái', from: '2022-07-12', kind: 'secondment' as const }),
    )
    const correction = await must(ask('mai', 'ethnicity', 'Mường', [scan]))
    expect(correction.correction.files).toHaveLength(1)
    expect({
      mai: await seen('mai'),
      lan: await seen('lan'),
      quan: await seen('quan'),
      thu: await seen('thu'),
      phuc: await seen('phuc'),
    }).toEqual({
      mai: 1,
      lan: 1,
      quan: 1,
      thu: 0,
      phuc: 0,
    })
    expect(codeOf(await ask('mai', 'ethnicity', 'Tày', [await acts.scan('lan')]))).toBe('file-not-found')
  })
})
