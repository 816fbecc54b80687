import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import {
  changeDiscipline,
  clearReview,
  enterDiscipline,
  enterReview,
  readDisciplineReason,
  readFactsOfPerson,
  readFactsOfUnit,
  voidDiscipline,
  voidReview,
} from './index.ts'

const REASON = 'Tự ý nghỉ việc ba ngày'
const NOTE = 'Đơn của ông Nguyễn Văn Kín'
const EVERYBODY: readonly Name[] = ['quan', 'phuc', 'hoa', 'minh', 'lan', 'mai', 'binh', 'thu', 'son']

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

type Act<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.write(opened.world.as(name), (tx) => act(tx, input))
const read = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.read(opened.world.as(name), (tx) => act(tx, input))
const person = (name: Name) => opened.world.accounts[name].personId

const discipline = (of: Name = 'mai') => ({
  id: newId(),
  personId: person(of),
  kind: 'khien-trach' as const,
  side: 'state' as const,
  startsOn: '2022-07-12',
  endsOn: null as string | null,
  decisionNumber: '07/QĐ-SNV',
  decisionOn: '2022-07-11',
  issuer: 'Sở Nội vụ',
  reason: REASON,
})
const review = (of: Name = 'mai') => ({
  id: newId(),
  about: { kind: 'person' as const, personId: person(of) },
  kind: 'denunciation' as const,
  startsOn: '2022-07-01',
  documentNumber: '3/TB-TTr',
  documentOn: '2022-07-01',
  issuer: 'Thanh tra Sở',
  note: NOTE,
})

/** Administrators read the record: nothing that is kept there of her says discipline, a decision's number, a reason, who complained. */
async function tellsNothing(thingId: string): Promise<void> {
  const rows = await must(
    opened.work.read({ kind: 'script', name: 'thử' }, async ({ db }) => {
      const found = await sql<{ row: string }>`
        select to_jsonb(r) - 'action' as row from app.record r where thing_id = ${thingId}`.execute(db)
      return ok(found.rows)
    }),
  )
  const sentences = await recordedOf(opened.work, thingId)
  for (const secret of [REASON, '07/QĐ-SNV', 'kỷ luật', 'ky luat', 'Nguyễn Văn Kín', 'khien-trach', 'tố cáo']) {
    expect(`${JSON.stringify(rows)} ${sentences.join(' ')}`.toLowerCase(), secret).not.toContain(secret.toLowerCase())
  }
}

describe('discipline', () => {
  it('is not entered about a row that another has become', async () => {
    const becomes = (other: string | null) =>
      opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
        await sql`update app.person set merged_into = ${other} where id = ${person('thu')}`.execute(db)
        return ok(undefined)
      })
    await becomes(person('son'))
    expect(codeOf(await write('hoa', enterDiscipline, discipline('thu')))).toBe('person-merged')
    expect(codeOf(await write('hoa', enterReview, review('thu')))).toBe('person-merged')
    await becomes(null)
  })

  it('is entered by the officer or the standing office, once; the record says that her file was written to, not what', async () => {
    const entered = discipline()
    const both = await Promise.all([write('lan', enterDiscipline, entered), write('lan', enterDiscipline, entered)])
    expect(both.map(codeOf)).toContain('ok')
    expect(codeOf(await write('lan', enterDiscipline, entered))).toBe('ok')
    expect(codeOf(await write('lan', enterDiscipline, { ...entered, kind: 'canh-cao' }))).toBe('id-taken')
    const said = await recordedOf(opened.work, person('mai'))
    expect(said.filter((one) => one.startsWith('ghi'))).toEqual(['ghi một mục hạn chế xem vào hồ sơ của Vũ Thị Mai'])
    await tellsNothing(person('mai'))
  })

  it('is seen by who reads the facts of her unit and by herself; the others see the person and not that', async () => {
    const seen: Record<string, number | string> = {}
    for (const name of EVERYBODY) {
      const result = await read(name, readFactsOfPerson, { personId: person('mai') })
      seen[name] = result.ok ? (result.value.facts?.disciplines.length ?? 'not told') : result.refusal.code
      expect(JSON.stringify(result), name).not.toContain(REASON)
    }
    expect(seen).toEqual({
      quan: 'not told',
      phuc: 1,
      hoa: 1,
      minh: 1,
      lan: 1,
      mai: 1,
      binh: 'not-found',
      thu: 'not-found',
      son: 1,
    })
  })

  it('a bare select shows the same', async () => {
    const rows = async (name: Name) =>
      must(
        opened.work.read(opened.world.as(name), async ({ db }) => {
          const { rows: found } = await sql`select 1 from app.discipline`.execute(db)
          return ok(found.length)
        }),
      )
    const counted = Object.fromEntries(await Promise.all(EVERYBODY.map(async (name) => [name, await rows(name)])))
    expect(counted).toEqual({ quan: 0, phuc: 1, hoa: 1, minh: 1, lan: 1, mai: 1, binh: 0, thu: 0, son: 1 })
  })

  it('tells its reason one by one; who looked stands in the record, save her own look', async () => {
    const { facts } = await must(read('hoa', readFactsOfPerson, { personId: person('mai') }))
    const id = facts?.disciplines[0]?.id ?? ''
    expect((await must(write('minh', readDisciplineReason, { id }))).reason).toBe(REASON)
    expect((await must(write('mai', readDisciplineReason, { id }))).reason).toBe(REASON)
    expect(codeOf(await write('quan', readDisciplineReason, { id }))).toBe('not-found')
    const looked = (await recordedOf(opened.work, person('mai'))).filter((one) => one.startsWith('mở'))
    expect(looked).toEqual(['mở nội dung một mục hạn chế xem trong hồ sơ của Vũ Thị Mai'])
  })

  it('may be lifted early and voided; a second change on the old version is refused', async () => {
    const entered = discipline()
    await must(write('hoa', enterDiscipline, entered))
    const { personId: _, reason: __, ...content } = entered
    const lifted = { ...content, version: 1, endsOn: '2022-12-31' }
    expect((await must(write('hoa', changeDiscipline, lifted))).discipline).toMatchObject({
      endsOn: '2022-12-31',
      version: 2,
    })
    const other = { ...content, version: 1, endsOn: '2023-01-31' }
    expect(codeOf(await write('lan', changeDiscipline, other))).toBe('changed-meanwhile')
    expect(await recordedOf(opened.work, person('mai'))).toContain('sửa một mục hạn chế xem trong hồ sơ của Vũ Thị Mai')
    await tellsNothing(person('mai'))
    expect((await must(write('minh', readDisciplineReason, { id: entered.id }))).reason).toBe(REASON)
    await must(write('hoa', voidDiscipline, { id: entered.id, version: 2, reason: 'Ghi nhầm người' }))
    expect(codeOf(await write('hoa', changeDiscipline, { ...lifted, version: 3 }))).toBe('entry-voided')
    expect(codeOf(await write('hoa', voidDiscipline, { id: entered.id, version: 3, reason: 'Lần nữa' }))).toBe('ok')
  })

  it('refuses days that cannot be, and anybody who would keep his own', async () => {
    const wrong = (part: object) => write('hoa', enterDiscipline, { ...discipline(), ...part })
    expect(codeOf(await wrong({ decisionOn: '2022-08-01' }))).toBe('wrong-discipline')
    expect(codeOf(await wrong({ endsOn: '2022-07-01' }))).toBe('wrong-discipline')
    expect(codeOf(await write('lan', enterDiscipline, discipline('lan')))).toBe('not-about-oneself')
    expect(codeOf(await write('hoa', enterDiscipline, discipline('hoa')))).toBe('not-about-oneself')
    expect(codeOf(await write('lan', enterDiscipline, discipline('thu')))).toBe('not-found')
    await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
      await sql`update app.person set birth_on = '1990-01-01', birth_precision = 'year' where id = ${person('mai')}`.execute(
        db,
      )
      return ok(undefined)
    })
    expect(codeOf(await wrong({ startsOn: '1989-12-31', decisionOn: '1989-12-30' }))).toBe('day-before-birth')
  })
})

describe('a review under way', () => {
  it('is entered, seen by the person without who complained, and cleared once', async () => {
    const entered = review()
    await must(write('lan', enterReview, entered))
    const noteTo = async (name: Name) =>
      (await must(read(name, readFactsOfPerson, { personId: person('mai') }))).facts?.reviews[0]?.note
    expect(await noteTo('mai')).toBeNull()
    expect(await noteTo('minh')).toBe(NOTE)
    await tellsNothing(person('mai'))

    const paper = { documentNumber: '9/KL-TTr', documentOn: '2022-07-12', issuer: 'Thanh tra Sở' }
    const clearing = { id: entered.id, version: 1, clearedOn: '2022-07-12', outcome: 'Không có vi phạm', ...paper }
    expect(codeOf(await write('hoa', clearReview, { ...clearing, clearedOn: '2022-06-01' }))).toBe('wrong-review')
    const both = await Promise.all([
      write('hoa', clearReview, clearing),
      write('lan', clearReview, { ...clearing, outcome: 'Có vi phạm' }),
    ])
    expect(both.map(codeOf).sort()).toEqual(['already-done', 'ok'])
    const { review: shown } = await must(write('hoa', voidReview, { id: entered.id, version: 2, reason: 'Ghi nhầm' }))
    expect(shown.voided?.reason).toBe('Ghi nhầm')
  })

  it('may be about a unit: its people with the right read it, the others do not', async () => {
    const about = { kind: 'unit' as const, unitId: opened.world.units.phongA }
    await must(write('hoa', enterReview, { ...review(), about, kind: 'inspection' }))
    const seen = async (name: Name) =>
      (await must(read(name, readFactsOfUnit, { unitId: opened.world.units.phongA }))).facts?.reviews.length
    expect(await seen('minh')).toBe(1)
    expect(await seen('mai')).toBeUndefined()
    expect(await seen('binh')).toBeUndefined()
  })
})
