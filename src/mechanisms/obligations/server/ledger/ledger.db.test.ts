import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../../../test/world.ts'
import { assignmentThings, give } from '../../../../assignments/server/index.ts'
import { campaignThings } from '../../../../campaigns/server/index.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ok } from '../../../../kernel/result.ts'
import type { LedgerFilter } from '../../contract.ts'
import { whyMayNot } from '../../domain/permissions.ts'
import { accept } from '../accept.ts'
import { assign } from '../assign.ts'
import { bulk, bulkPreview } from '../bulk/bulk-act.ts'
import { listBulkActs, undoBulk } from '../bulk/undo-bulk.ts'
import { exempt } from '../exempt.ts'
import { loadObligations, owedThing } from '../load-obligations.ts'
import { noteArrival } from '../note-arrival.ts'
import { receiveOnPaper } from '../receive-on-paper.ts'
import { giveShare } from '../shares/give-share.ts'
import { combineThings } from '../things.ts'
import { prolongOne } from '../time/answer-request.ts'
import { askMoreTime } from '../time/ask-more-time.ts'
import { timeliness, timelinessRows } from '../timeliness.ts'
import { ledgerIds, ledgerMonth, listLedger } from './list-ledger.ts'

const things = combineThings(campaignThings, assignmentThings)
const CAST: readonly Name[] = ['quan', 'phuc', 'hoa', 'minh', 'lan', 'mai', 'binh', 'thu', 'son']

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
/** Owed by A and by B: a receipt by 19/07 and a dissemination by 26/07 of a campaign; a task by 31/07, 31/08 of work given. */
let campaignId: string
let assignmentId: string
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  const { root, phongA, phongB } = opened.world.units
  campaignId = await acts.launched()
  assignmentId = newId()
  const due = { day: '2022-07-31', relation: 'by' as const }
  const often = { recurrence: 'monthly' as const, until: '2022-08-31', dayRule: 'as-written' as const }
  const work = { title: 'Rà soát hồ sơ khen thưởng', words: '', basis: null, needsProof: false }
  const given = { id: assignmentId, unitId: root, unitIds: [phongA, phongB], due, ...often, ...work }
  await must(acts.write('hoa', give, given))
})
afterAll(() => opened.close())

const ledger = (name: Name, filter: LedgerFilter = {}, page = 1) =>
  must(acts.read(name, listLedger(things), { ...filter, page }))
const keys = async (name: Name, filter: LedgerFilter = {}) =>
  (await ledger(name, filter)).rows
    .map((row) => `${row.unitName} ${row.kind} ${row.due.lastDay}`)
    // Of one day the order is that of the ids.
    .sort()
const one = async (filter: LedgerFilter & { unit: string; kind: string }) => {
  const { unit, kind, ...rest } = filter
  const { rows } = await ledger('hoa', { state: 'all', ...rest })
  const found = rows.find((row) => row.unitName === unit && row.kind === kind)
  if (!found) throw new Error(`no ${kind} of ${unit}`)
  return found
}

describe('the ledger', () => {
  it('shows everybody exactly what the rule of one obligation shows him', async () => {
    const share = await one({ unit: 'Phòng B', kind: 'task' })
    const { thu, lan } = opened.world.accounts
    const part = { id: newId(), obligationId: share.id, personId: thu.personId, part: 'Tổng hợp', dueOn: null }
    await must(acts.write('binh', giveShare(things), part))
    const mine = await one({ unit: 'Phòng A', kind: 'disseminate' })
    await must(acts.write('minh', assign(things), { id: mine.id, version: mine.version, personId: lan.personId }))
    const everything = await must(
      opened.work.read({ kind: 'job', name: 'thử' }, async (tx) => ok(await loadObligations(tx, things, (q) => q))),
    )
    expect(everything).toHaveLength(8)
    for (const name of CAST) {
      const byRule = await must(
        acts.read(
          name,
          async (tx, all: typeof everything) =>
            ok(all.filter((row) => whyMayNot(tx.actor, 'see', owedThing(row)) === undefined).map((row) => row.id)),
          everything,
        ),
      )
      const { rows, total } = await ledger(name, { state: 'all' })
      expect(rows.map((row) => row.id).sort(), name).toEqual(byRule.sort())
      expect(total, name).toBe(byRule.length)
    }
  })

  it('is narrowed by thing, branch, person, kind, state and days, and searched without accents', async () => {
    const { phongA, root } = opened.world.units
    const { lan } = opened.world.accounts
    expect(await keys('hoa', { thingId: assignmentId, unitId: phongA })).toEqual([
      'Phòng A task 2022-07-31',
      'Phòng A task 2022-08-31',
    ])
    expect((await ledger('hoa', { unitId: root })).total).toBe(8)
    expect(await keys('hoa', { personId: lan.personId })).toEqual(['Phòng A disseminate 2022-07-26'])
    expect(await keys('hoa', { kind: 'confirm-receipt', to: '2022-07-19', q: 'phong b' })).toEqual([
      'Phòng B confirm-receipt 2022-07-19',
    ])
    expect(await keys('hoa', { q: 'ra soat thang 08' })).toHaveLength(2)
    expect(await keys('hoa', { q: 'bich lan' })).toEqual(['Phòng A disseminate 2022-07-26'])
    expect(await keys('hoa', { q: '???' })).toEqual([])
    expect((await ledger('hoa', { state: 'soon' })).total).toBe(2)
    expect((await must(acts.read('hoa', ledgerIds(things), { thingId: campaignId }))).ids).toHaveLength(4)
    const month = await must(acts.read('hoa', ledgerMonth(things), { month: '2022-07' }))
    expect(month.days.map((day) => [day.day, day.open, day.rows.length])).toEqual([
      ['2022-07-19', 2, 2],
      ['2022-07-26', 2, 2],
      ['2022-07-31', 2, 2],
    ])
  })

  it('tells what was asked for, late, done late and waived apart', async () => {
    const [ofA, ofB] = [await one({ unit: 'Phòng A', kind: 'task' }), await one({ unit: 'Phòng B', kind: 'task' })]
    const ask = { id: newId(), obligationId: ofA.id, wantedDay: '2022-09-10', reason: 'Đông việc', fileIds: [] }
    await must(acts.write('lan', askMoreTime(things), ask))
    await must(acts.write('hoa', exempt(things), { id: ofB.id, reason: 'Không có hồ sơ' }))
    expect(await keys('hoa', { state: 'asked' })).toEqual(['Phòng A task 2022-07-31'])
    expect(await keys('hoa', { state: 'exempt' })).toEqual(['Phòng B task 2022-07-31'])
    opened.clock.move(eightOn('2022-07-22'))
    expect(await keys('hoa', { state: 'late' })).toEqual([
      'Phòng A confirm-receipt 2022-07-19',
      'Phòng B confirm-receipt 2022-07-19',
    ])
    const receipt = await one({ unit: 'Phòng B', kind: 'confirm-receipt' })
    const paper = { id: receipt.id, receivedOn: '2022-07-21', fromName: 'Ngô Thanh Bình', scanFileId: null }
    await must(acts.write('hoa', receiveOnPaper(things), paper))
    expect(await keys('hoa', { state: 'done-late' })).toEqual(['Phòng B confirm-receipt 2022-07-19'])
  })
})

describe('timeliness', () => {
  const count = (name: Name = 'hoa') =>
    must(acts.read(name, timeliness(things), { by: 'unit' as const, from: '2022-07-01', to: '2022-07-31' }))

  it('counts what fell due by its day of arrival, opens down to the very rows, and leaves out what was waived', async () => {
    const { rows } = await count()
    expect(rows.map(({ unitName, ...counts }) => [unitName, counts])).toMatchObject([
      ['Phòng A', { onTime: 0, doneLate: 0, notDone: 1, running: 2, share: 0 }],
      ['Phòng B', { onTime: 0, doneLate: 1, notDone: 0, running: 1, share: 0 }],
    ])
    const rowsOf = async (outcome: 'doneLate' | 'notDone' | 'running' | 'onTime') => {
      const word = { doneLate: 'done-late', notDone: 'not-done', running: 'running', onTime: 'on-time' } as const
      const asked = { from: '2022-07-01', to: '2022-07-31', outcome: word[outcome], page: 1 }
      return (await must(acts.read('hoa', timelinessRows(things), asked))).total
    }
    for (const outcome of ['doneLate', 'notDone', 'running', 'onTime'] as const) {
      expect(await rowsOf(outcome), outcome).toBe(rows.reduce((sum, row) => sum + row[outcome], 0))
    }
    expect((await count('minh')).rows).toHaveLength(1)
  })

  it('moves with an earlier arrival that the office notes, which the unit cannot', async () => {
    const receipt = await one({ unit: 'Phòng B', kind: 'confirm-receipt' })
    const noted = { id: receipt.id, arrivedOn: '2022-07-19', scanFileId: await acts.scan('hoa') }
    expect(codeOf(await acts.write('binh', noteArrival(things), noted))).toBe('not-yours-to-do')
    expect(await acts.write('hoa', noteArrival(things), { ...noted, arrivedOn: '2022-07-22' })).toMatchObject({
      refusal: { code: 'arrival-not-earlier', field: 'arrivedOn' },
    })
    await must(acts.write('hoa', noteArrival(things), noted))
    const ofB = (await count()).rows.find((row) => row.unitName === 'Phòng B')
    expect(ofB).toMatchObject({ onTime: 1, doneLate: 0, share: 1 })
  })
})

describe('one act on many', () => {
  it('says how many and which not, does the rest, and is undone whole but for what has changed since', async () => {
    const { ids } = await must(acts.read('hoa', ledgerIds(things), { thingId: campaignId, state: 'all' }))
    const act = { kind: 'prolong', lastDay: '2022-08-05', reason: 'Nghỉ bão' } as const
    const preview = await must(acts.read('hoa', bulkPreview(things), { obligationIds: ids, act }))
    expect(preview.will).toBe(3)
    expect(preview.left).toMatchObject([{ unitName: 'Phòng B', why: expect.stringContaining('đã xong') }])
    const input = { id: newId(), obligationIds: ids, act }
    const done = await must(acts.write('hoa', bulk(things), input))
    expect(done).toMatchObject({ done: 3, canUndo: true, left: preview.left })
    expect(await must(acts.write('hoa', bulk(things), input))).toMatchObject({ done: 3 })
    const touched = await one({ unit: 'Phòng A', kind: 'disseminate' })
    expect(touched.due.lastDay).toBe('2022-08-05')
    await must(acts.write('lan', accept(things), { id: touched.id }))
    const [listed] = (await must(acts.read('hoa', listBulkActs, {}))).acts
    expect(listed).toMatchObject({ words: 'Gia hạn 3 việc đến hết ngày 05/08/2022: Nghỉ bão', count: 3, undone: null })
    expect((await must(acts.read('minh', listBulkActs, {}))).acts).toEqual([])
    const undone = await must(acts.write('hoa', undoBulk(things), { id: input.id }))
    expect(undone).toMatchObject({ back: 2, left: [{ id: touched.id }] })
    expect(codeOf(await acts.write('hoa', undoBulk(things), { id: input.id }))).toBe('bulk-undone')
    expect((await one({ unit: 'Phòng B', kind: 'disseminate' })).due.lastDay).toBe('2022-07-26')
    expect((await one({ unit: 'Phòng A', kind: 'disseminate' })).due.lastDay).toBe('2022-08-05')
  })

  it('waives and gives out in one act; nothing that may be done is refused, and nothing is kept of it', async () => {
    const { ids } = await must(acts.read('minh', ledgerIds(things), { thingId: assignmentId }))
    const { mai } = opened.world.accounts
    const naming = { id: newId(), obligationIds: ids, act: { kind: 'assign' as const, personId: mai.personId } }
    expect(await must(acts.write('minh', bulk(things), naming))).toMatchObject({ done: 2, left: [] })
    expect((await ledger('minh', { personId: mai.personId })).total).toBe(2)
    await must(acts.write('minh', undoBulk(things), { id: naming.id }))
    expect((await ledger('minh', { personId: mai.personId })).total).toBe(0)
    const waiving = { id: newId(), obligationIds: ids, act: { kind: 'exempt' as const, reason: 'Thử' } }
    expect(await acts.write('minh', bulk(things), waiving)).toMatchObject({ refusal: { code: 'nothing-to-do' } })
    expect(await must(acts.write('hoa', bulk(things), waiving))).toMatchObject({ done: 2 })
    expect(await must(acts.write('hoa', undoBulk(things), { id: waiving.id }))).toMatchObject({ back: 2, left: [] })
    const remind = { id: newId(), obligationIds: ids, act: { kind: 'remind' as const, message: '' } }
    expect(await must(acts.write('hoa', bulk(things), remind))).toMatchObject({ done: 2, canUndo: false })
    const again = await acts.write('hoa', bulk(things), { ...remind, id: newId() })
    expect(again).toMatchObject({ refusal: { code: 'nothing-to-do' } })
  })

  it('takes each row as it is now, also one prolonged by hand in between', async () => {
    const row = await one({ unit: 'Phòng A', kind: 'confirm-receipt' })
    const given = { id: row.id, version: row.version, lastDay: '2022-08-20', reason: 'Vắng lãnh đạo' }
    await must(acts.write('hoa', prolongOne(things), given))
    const act = { kind: 'prolong', lastDay: '2022-08-10', reason: 'Nghỉ bão' } as const
    const preview = await must(acts.read('hoa', bulkPreview(things), { obligationIds: [row.id], act }))
    expect(preview).toMatchObject({ will: 0, left: [{ why: expect.stringContaining('20/08/2022') }] })
  })
})
