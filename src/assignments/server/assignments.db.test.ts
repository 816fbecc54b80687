import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { accept } from '../../mechanisms/obligations/server/accept.ts'
import { findObligation, loadObligations } from '../../mechanisms/obligations/server/index.ts'
import { receiveOnPaper } from '../../mechanisms/obligations/server/receive-on-paper.ts'
import { remind } from '../../mechanisms/obligations/server/remind.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findFiles } from '../../platform/files/file-rows.ts'
import type { Given } from '../contract.ts'
import { change, close } from './change.ts'
import { give } from './give.ts'
import { getAssignment, listAssignments, listGivers, preview } from './list-assignments.ts'
import { assignmentThings as things } from './obligation-things.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
})
afterAll(() => opened.close())

const work = (more: Partial<Given> = {}) => {
  const { root, phongA, phongB } = opened.world.units
  const given: Given = {
    title: 'Rà soát hồ sơ khen thưởng',
    words: 'Các phòng rà soát, báo kết quả về Văn phòng.',
    basis: null,
    unitIds: [phongA, phongB],
    due: { day: '2022-07-20', relation: 'before' },
    recurrence: 'once',
    until: null,
    dayRule: 'as-written',
    needsProof: false,
    ...more,
  }
  return { id: newId(), unitId: root, ...given }
}
const dutiesOf = (name: Name, id: string) =>
  must(
    acts.read(
      name,
      async (tx, thingId: string) =>
        ok(
          await loadObligations(tx, things, (query) =>
            query
              .where('obligation.thing_id', '=', thingId)
              .orderBy('obligation.last_day')
              .orderBy('obligation.unit_no'),
          ),
        ),
      id,
    ),
  )

describe('taking a duty out', () => {
  it('is the giver’s alone also where only the database is asked', async () => {
    const input = work()
    await must(acts.write('hoa', give, input))
    const [owed] = await dutiesOf('hoa', input.id)
    const takeOut = async (tx: Tx) => {
      const { rows } = await sql<{ gone: boolean }>`select app.withdraw_obligation(${owed?.id}) as gone`.execute(tx.db)
      return ok(rows[0]?.gone)
    }
    expect(await must(acts.write('lan', takeOut, undefined))).toBe(false)
    expect(await must(acts.write('hoa', takeOut, undefined))).toBe(true)
  })
})

describe('giving work', () => {
  it('writes one duty for each unit by the day printed; the second click finds it given', async () => {
    const input = work()
    const [first, second] = await Promise.all([acts.write('hoa', give, input), acts.write('hoa', give, input)])
    expect([codeOf(first), codeOf(second)].filter((code) => code === 'ok')).not.toHaveLength(0)
    expect(codeOf(await acts.write('hoa', give, input))).toBe('ok')
    const duties = await dutiesOf('hoa', input.id)
    expect(duties.map((one) => [one.unitName, one.kind, one.lastDay, one.words])).toEqual([
      ['Phòng A', 'task', '2022-07-19', input.words],
      ['Phòng B', 'task', '2022-07-19', input.words],
    ])
    expect(await recordedOf(opened.work, input.id)).toEqual([
      'giao việc “Rà soát hồ sơ khen thưởng” cho 2 đơn vị, 2 lượt',
    ])
  })

  it('recurs monthly until a day, each turn named, as the preview says', async () => {
    const input = work({ due: { day: '2022-07-31', relation: 'by' }, recurrence: 'monthly', until: '2022-10-31' })
    const seen = await must(acts.read('hoa', preview, input))
    expect(seen).toMatchObject({ units: 2, duties: 8, unconfirmedYears: [2022] })
    expect(seen.turns[1]).toEqual({ words: 'Tháng 08/2022: Chậm nhất ngày 31/08/2022', lastDay: '2022-08-31' })
    await must(acts.write('hoa', give, input))
    const ofA = await dutiesOf('minh', input.id)
    expect(ofA.map((one) => [one.occurrence, one.lastDay])).toEqual([
      ['Tháng 07/2022', '2022-07-31'],
      ['Tháng 08/2022', '2022-08-31'],
      ['Tháng 09/2022', '2022-09-30'],
      ['Tháng 10/2022', '2022-10-31'],
    ])
  })

  it('rests on a document that every unit it goes to reads, and no other', async () => {
    const fileId = await acts.scan('hoa')
    const basis = {
      kind: 'cong-van',
      number: '45/SNV-TĐ',
      issuedOn: '2022-07-10',
      issuer: 'Sở Nội vụ',
      fileId,
    } as const
    const input = work({ basis, unitIds: [opened.world.units.phongA] })
    await must(acts.write('hoa', give, input))
    const reads = async (name: Name) =>
      (await must(acts.read(name, async (tx, ids: string[]) => ok(await findFiles(tx, ids)), [fileId]))).length
    expect([await reads('mai'), await reads('binh')]).toEqual([1, 0])
    const { assignment } = await must(acts.read('mai', getAssignment, { id: input.id }))
    expect(assignment.basis).toMatchObject({ number: '45/SNV-TĐ', file: { name: 'ban-ky.pdf' } })
    expect(codeOf(await acts.read('binh', getAssignment, { id: input.id }))).toBe('not-found')
    expect(codeOf(await acts.read('quan', getAssignment, { id: input.id }))).toBe('not-found')
  })

  it('is refused outside one’s own branch, in the past, without an end, and to who leads nobody', async () => {
    const { phongA, root } = opened.world.units
    const giving = async (name: Name, more: Partial<Given & { unitId: string }>) =>
      acts.write(name, give, { ...work(), ...more })
    expect(codeOf(await giving('minh', {}))).toBe('not-yours-to-do')
    expect(codeOf(await giving('mai', { unitId: phongA }))).toBe('not-yours-to-do')
    expect(await giving('minh', { unitId: phongA })).toMatchObject({
      refusal: { code: 'unit-not-below', field: 'unitIds' },
    })
    expect(await giving('hoa', { unitIds: [root] })).toMatchObject({ refusal: { code: 'unit-not-below' } })
    expect(await giving('hoa', { due: { day: '2022-07-12', relation: 'before' } })).toMatchObject({
      refusal: { code: 'due-in-past', field: 'due.day' },
    })
    expect(await giving('hoa', { recurrence: 'monthly' })).toMatchObject({
      refusal: { code: 'until-missing', field: 'until' },
    })
    expect(codeOf(await giving('hoa', { recurrence: 'monthly', until: '2022-07-13' }))).toBe('no-turns')
  })
})

describe('work given', () => {
  it('is changed before anybody has done it: words, days, units; what a unit has begun is waived, not lost', async () => {
    const { phongA, phongB, vanPhong } = opened.world.units
    const input = work()
    await must(acts.write('hoa', give, input))
    const [, ofB] = await dutiesOf('hoa', input.id)
    if (!ofB) throw new Error('nothing given')
    await must(acts.write('hoa', remind(things), { id: ofB.id, reminderId: newId(), message: '' }))
    const changed = { ...input, version: 1, title: 'Rà soát lại', unitIds: [phongA, vanPhong] }
    const later = { ...changed, due: { day: '2022-08-01', relation: 'by' as const } }
    await must(acts.write('hoa', change, later))
    expect(codeOf(await acts.write('hoa', change, later))).toBe('changed-meanwhile')
    const duties = await dutiesOf('hoa', input.id)
    expect(duties.map((one) => [one.unitId, one.title, one.lastDay, one.state]).sort()).toEqual(
      [
        [phongA, 'Rà soát lại', '2022-08-01', 'open'],
        [vanPhong, 'Rà soát lại', '2022-08-01', 'open'],
        [phongB, 'Rà soát hồ sơ khen thưởng', '2022-07-19', 'exempt'],
      ].sort(),
    )
  })

  it('is no longer changed once somebody has done it, and is closed with a reason: nobody owes it then', async () => {
    const input = work()
    await must(acts.write('hoa', give, input))
    const [ofA, ofB] = await dutiesOf('hoa', input.id)
    if (!ofA || !ofB) throw new Error('nothing given')
    const paper = { id: ofA.id, receivedOn: '2022-07-12', fromName: 'Phạm Quang Minh', scanFileId: null }
    await must(acts.write('hoa', receiveOnPaper(things), paper))
    expect(codeOf(await acts.write('hoa', change, { ...input, version: 1 }))).toBe('assignment-begun')
    await must(acts.write('hoa', close, { id: input.id, reason: 'Đã có chỉ đạo khác' }))
    expect(codeOf(await acts.write('hoa', close, { id: input.id, reason: 'Đã có chỉ đạo khác' }))).toBe(
      'assignment-closed',
    )
    expect(codeOf(await acts.write('binh', accept(things), { id: ofB.id }))).toBe('assignment-closed')
    opened.clock.move(eightOn('2022-09-01'))
    const { assignment } = await must(acts.read('binh', getAssignment, { id: input.id }))
    opened.clock.move(eightOn('2022-07-12'))
    expect(assignment).toMatchObject({ closeReason: 'Đã có chỉ đạo khác', counts: { duties: 1, late: 0 } })
  })

  it('is listed to who gave it and to who owes it, found without accents', async () => {
    const input = work({ title: 'Đăng ký điển hình tiên tiến' })
    await must(acts.write('hoa', give, input))
    const listed = async (name: Name) =>
      (await must(acts.read(name, listAssignments, { q: 'dien hinh', page: 1 }))).assignments.map((one) => one.id)
    expect(await listed('hoa')).toEqual([input.id])
    expect(await listed('binh')).toEqual([input.id])
    expect(await listed('quan')).toEqual([])
    const { units } = await must(acts.read('hoa', listGivers, {}))
    expect(units.map((unit) => unit.name)).toEqual(['Sở Nội vụ'])
  })

  it('given by a head in his own unit’s name is his to ask after, receive and waive, not the office’s alone', async () => {
    const { createUnit } = await import('../../organisation/server/index.ts')
    const { phongA } = opened.world.units
    const team = { id: newId(), name: 'Tổ Một', shortName: null, parentId: phongA, orderNo: 1, from: '2022-07-12' }
    await must(acts.write('quan', createUnit, team))
    const input = { ...work({ unitIds: [team.id] }), unitId: phongA }
    await must(acts.write('lan', give, input))
    const [duty] = await dutiesOf('lan', input.id)
    if (!duty) throw new Error('nothing given')
    expect(codeOf(await acts.write('lan', remind(things), { id: duty.id, reminderId: newId(), message: '' }))).toBe(
      'ok',
    )
    const paper = { id: duty.id, receivedOn: '2022-07-12', fromName: 'Tổ trưởng', scanFileId: null }
    expect(codeOf(await acts.write('mai', receiveOnPaper(things), paper))).toBe('not-found')
    expect(codeOf(await acts.write('minh', receiveOnPaper(things), paper))).toBe('ok')
    const found = await acts.read('hoa', async (tx, id: string) => ok(await findObligation(tx, things, id)), duty.id)
    expect(found).toMatchObject({ ok: true, value: { state: 'done', owedToUnitName: 'Phòng A' } })
  })
})
