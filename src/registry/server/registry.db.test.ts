import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addPost } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import {
  changeAward,
  enterAward,
  listAwards,
  matchRecipient,
  readAward,
  readAwardsOfPerson,
  unmatchRecipient,
  voidAward,
} from './index.ts'
import type { AwardContent } from './save-award.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
    await sql`update app.person set birth_on = '1985-03-02', birth_precision = 'day' where id = ${person('mai')}`.execute(
      db,
    )
    return ok(undefined)
  })
})
afterAll(() => opened.close())

type Act<I, O> = (tx: Tx, input: I) => Promise<Result<O>>
const write = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.write(opened.world.as(name), (tx) => act(tx, input))
const read = <I, O>(name: Name, act: Act<I, O>, input: I) =>
  opened.work.read(opened.world.as(name), (tx) => act(tx, input))
const person = (name: Name) => opened.world.accounts[name].personId

const award = (recipient: Partial<AwardContent['recipient']>, more: Partial<AwardContent> = {}) => ({
  id: newId(),
  keeperUnitId: opened.world.units.phongA,
  awardCode: 'giay-khen',
  awardName: null,
  method: null,
  periodId: null,
  achievedFrom: null,
  achievedTo: null,
  achievement: '',
  decisionNumber: '12/QĐ-SNV',
  decisionOn: '2021-01-20',
  decisionYear: null,
  issuer: 'Sở Nội vụ',
  signer: null,
  fileId: null,
  recipient: { kind: 'person' as const, name: 'Vũ Thị Mai', unitName: '', birth: null, id: null, ...recipient },
  knownDouble: false,
  ...more,
})
const matchedTo = async (id: string) => (await must(read('hoa', readAward, { id }))).award.recipient.id

describe('an award entered', () => {
  it('is matched by name and birth day, kept unmatched by name alone, seen by everybody', async () => {
    const sure = award({ birth: '1985-03-02' })
    expect((await must(write('lan', enterAward, sure))).award.recipient).toMatchObject({
      id: person('mai'),
      matched: true,
    })
    expect(await recordedOf(opened.work, sure.id)).toEqual(['ghi “Giấy khen” của Vũ Thị Mai vào sổ khen thưởng'])
    const doubtful = award({ unitName: 'Phòng A' }, { awardCode: 'ldtt' })
    expect((await must(write('lan', enterAward, doubtful))).award.recipient.matched).toBe(false)
    for (const name of ['binh', 'mai', 'quan'] as const) {
      const { awards } = await must(read(name, listAwards, { page: 1 }))
      expect(awards.map((one) => one.awardName).sort()).toEqual(['Giấy khen', 'Lao động tiên tiến'])
      // who that is among the people, somebody who does not see her is not told
      expect(awards.some((one) => one.recipient.id === person('mai'))).toBe(name !== 'binh')
    }
    expect(codeOf(await read('binh', readAwardsOfPerson, { personId: person('mai') }))).toBe('not-found')
  })

  it('shows the birth that tells two apart to its keepers alone', async () => {
    const entered = award({ name: 'Người Ở Xa', birth: '1970-05-06' })
    await must(write('lan', enterAward, entered))
    expect((await must(read('lan', readAward, { id: entered.id }))).birth).toBe('1970-05-06')
    expect(JSON.stringify(await read('mai', readAward, { id: entered.id }))).not.toContain('1970-05-06')
    expect(JSON.stringify(await read('mai', listAwards, { page: 1 }))).not.toContain('1970-05-06')
  })

  it('does not tell when somebody was born to a keeper who sees him only as a colleague', async () => {
    const { phongB } = opened.world.units
    await opened.work.write({ kind: 'script', name: 'thử' }, async ({ db }) => {
      await sql`update app.person set birth_on = '1991-09-09', birth_precision = 'day' where id = ${person('thu')}`.execute(
        db,
      )
      return ok(undefined)
    })
    const post = { id: newId(), personId: person('lan'), unitId: phongB, title: 'Giúp việc', from: '2022-07-12' }
    await must(write('quan', addPost, { ...post, kind: 'concurrent' as const }))
    const grant = { id: newId(), postId: post.id, role: 'staff' as const, unitId: phongB, from: '2022-07-12', to: null }
    await must(write('quan', addGrant, grant))
    for (const birth of [null, '1991-09-09']) {
      const entered = award({ name: 'Hoàng Minh Thu', birth, unitName: 'Phòng B' })
      await must(write('lan', enterAward, { ...entered, knownDouble: true }))
      const { candidates } = await must(read('lan', readAward, { id: entered.id }))
      expect(candidates).toMatchObject([{ id: person('thu'), birth: null, evidence: { birth: 'unknown' } }])
      const kept = await must(read('hoa', readAward, { id: entered.id }))
      expect(kept.candidates).toMatchObject([{ id: person('thu'), birth: '1991-09-09' }])
    }
  })

  it('is warned of when the registry has one like it, and entered when it is known to be another', async () => {
    const first = award({ name: 'Trần Văn Đôi' }, { decisionOn: '2020-02-02' })
    await must(write('hoa', enterAward, first))
    const second = award({ name: 'Trần  Văn Đôi' }, { decisionOn: '2020-02-02' })
    const refused = await write('hoa', enterAward, second)
    expect(codeOf(refused)).toBe('award-doubled')
    expect(!refused.ok && refused.refusal.data).toEqual({ awardId: first.id })
    await must(write('hoa', enterAward, { ...second, knownDouble: true }))
    expect((await must(read('hoa', readAward, { id: second.id }))).doubles).toEqual([first.id])
    // the same id again is the same entry
    expect(codeOf(await write('hoa', enterAward, second))).toBe('ok')
  })

  it('two who enter one award at once: one is warned', async () => {
    const twice = [0, 1].map(() => award({ name: 'Lê Văn Hai' }))
    const both = await Promise.all(twice.map((one, index) => write(index === 0 ? 'hoa' : 'lan', enterAward, one)))
    expect(both.map(codeOf).sort()).toEqual(['award-doubled', 'ok'])
  })

  it('cannot be of no name, of a day to come, nor before its holder was born', async () => {
    const code = async (one: ReturnType<typeof award>) => codeOf(await write('hoa', enterAward, one))
    expect(await code(award({}, { awardCode: 'khac' }))).toBe('wrong-award')
    expect(await code(award({}, { awardCode: 'bang-khen-giam-doc-so' }))).toBe('wrong-award')
    expect(await code(award({}, { decisionOn: '2022-07-13' }))).toBe('wrong-award')
    expect(await code(award({ birth: '1985-03-02' }, { decisionOn: '1984-01-01' }))).toBe('day-before-birth')
    expect(await code(award({ birth: '1999' }, { decisionOn: '1998-12-31' }))).toBe('day-before-birth')
  })

  it('is called as it was called on the day of its decision', async () => {
    const named = async (decisionOn: string) => {
      const one = award({ kind: 'unit', name: `Xã ${decisionOn}` }, { awardCode: 'xa-tieu-bieu', decisionOn })
      return (await must(write('hoa', enterAward, one))).award.awardName
    }
    expect(await named('2021-03-01')).toBe('Xã, phường, thị trấn tiêu biểu')
  })

  it('to a unit is matched when only one is called so', async () => {
    const one = award({ kind: 'unit', name: 'PHÒNG A' }, { awardCode: 'tap-the-ldtt' })
    await must(write('hoa', enterAward, one))
    expect(await matchedTo(one.id)).toBe(opened.world.units.phongA)
  })
})

describe('a doubtful recipient', () => {
  it('is nobody whom another row becomes in the same moment', async () => {
    const [gone, kept] = [person('son'), person('binh')]
    const [merging, watching] = [0, 1].map(() => new Client({ connectionString: opened.database.ownerUrl }))
    if (!merging || !watching) throw new Error('no connection')
    await Promise.all([merging.connect(), watching.connect()])
    try {
      await merging.query('begin')
      await merging.query('select 1 from app.person where id = any ($1) for update', [[gone, kept]])
      await merging.query('update app.person set merged_into = $1 where id = $2', [kept, gone])
      const entering = write('hoa', enterAward, award({ name: 'Bùi Ngọc Sơn', id: gone }))
      const waits = `select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`
      await expect.poll(async () => (await watching.query(waits)).rows.length, { timeout: 10_000 }).toBeGreaterThan(0)
      await merging.query('commit')
      expect(codeOf(await entering)).toBe('person-merged')
      await merging.query('update app.person set merged_into = null where id = $1', [gone])
    } finally {
      await Promise.all([merging.end(), watching.end()])
    }
  })

  it('is decided side by side; the decision holds for every entry written so, and for later ones', async () => {
    const written = { name: 'Đỗ Bích Lan', unitName: 'Phòng A' }
    const [first, second] = [award(written), award(written, { awardCode: 'ldtt' })]
    for (const one of [first, second]) await must(write('hoa', enterAward, one))
    const { candidates } = await must(read('hoa', readAward, { id: first.id }))
    expect(candidates).toMatchObject([
      { id: person('lan'), evidence: { unit: 'same', birth: 'unknown' }, verdict: null },
    ])
    const matching = { id: first.id, candidateId: person('lan'), verdict: 'same' as const }
    expect((await must(write('hoa', matchRecipient, matching))).entries).toBe(2)
    expect(await matchedTo(second.id)).toBe(person('lan'))
    const third = award(written, { awardCode: 'cstd-co-so' })
    await must(write('hoa', enterAward, third))
    expect(await matchedTo(third.id)).toBe(person('lan'))
    expect(await recordedOf(opened.work, person('lan'))).toContain(
      'xác định “Đỗ Bích Lan, Phòng A” trong sổ khen thưởng là Đỗ Bích Lan, 2 mục',
    )
    expect((await must(write('hoa', unmatchRecipient, { id: third.id }))).entries).toBe(3)
    expect(await matchedTo(first.id)).toBeNull()
  })

  it('told apart from somebody is not taken for him again, whatever the birth says', async () => {
    const written = { name: 'Vũ Thị Mai', birth: '1985-03-02', unitName: 'Đơn vị cũ' }
    const first = award(written, { decisionOn: '2019-01-01' })
    await must(write('hoa', enterAward, first))
    expect(await matchedTo(first.id)).toBe(person('mai'))
    await must(write('hoa', matchRecipient, { id: first.id, candidateId: person('mai'), verdict: 'different' }))
    expect(await matchedTo(first.id)).toBeNull()
    const later = award(written, { decisionOn: '2018-01-01' })
    await must(write('hoa', enterAward, later))
    expect(await matchedTo(later.id)).toBeNull()
    const { candidates } = await must(read('hoa', readAward, { id: later.id }))
    expect(candidates.map((one) => one.verdict)).toEqual(['different'])
  })
})

describe('an entry', () => {
  it('is corrected by its keeper, refused to the second who had not seen it, voided with a reason', async () => {
    const entered = award({ name: 'Ngô Văn Sửa' })
    await must(write('lan', enterAward, entered))
    const { keeperUnitId: _, ...content } = entered
    const change = { ...content, version: 1, achievement: 'Vượt kế hoạch' }
    expect(codeOf(await write('binh', changeAward, change))).toBe('not-yours-to-do')
    await must(write('lan', changeAward, change))
    expect(codeOf(await write('hoa', changeAward, { ...change, achievement: 'Khác' }))).toBe('changed-meanwhile')
    await must(write('lan', voidAward, { id: entered.id, version: 2, reason: 'Ghi nhầm sổ' }))
    expect(codeOf(await write('lan', changeAward, { ...change, version: 3 }))).toBe('entry-voided')
    const { awards } = await must(read('lan', listAwards, { q: 'ngo van sua', page: 1 }))
    expect(awards).toEqual([])
    expect((await must(read('mai', readAward, { id: entered.id }))).award.voided?.reason).toBe('Ghi nhầm sổ')
  })

  it('is found by folded words, award, year, unit and whether it is matched', async () => {
    const found = async (filter: object) => (await must(read('mai', listAwards, { page: 1, ...filter }))).total
    expect(await found({ q: 'do bich lan' })).toBe(3)
    expect(await found({ q: '!!!' })).toBe(0)
    expect(await found({ code: 'cstd-co-so' })).toBe(1)
    expect(await found({ year: 2018 })).toBe(1)
    expect(await found({ unitId: opened.world.units.phongB })).toBe(0)
    expect(await found({ kind: 'unit', matched: 'yes' })).toBe(1)
    expect(codeOf(await read('mai', listAwards, { page: 1, unitId: newId() }))).toBe('not-found')
  })
})
