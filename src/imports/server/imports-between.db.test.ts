import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { importSheets } from '../../../test/import-sheets.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import type { SheetRow } from '../../kernel/sheet-columns.ts'
import { createPerson, enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import { mergePeople } from '../../organisation/server/merge-people.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import { awardsImport, enterAward, matchRecipient, readAwardsOfPerson } from '../../registry/server/index.ts'
import { decideRow } from './decide-row.ts'
import type { PEOPLE_COLUMNS } from './people/people-columns.ts'
import { peopleImport } from './people/people-kind.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>
const KINDS = [peopleImport, awardsImport]
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let sheets: ReturnType<typeof importSheets>
let awards: ReturnType<typeof importSheets>
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  opened.clock.move(eightOn('2022-09-01'))
  sheets = importSheets(opened, KINDS, 'quan')
  awards = importSheets(opened, KINDS, 'hoa')
})
afterAll(async () => {
  sheets.close()
  awards.close()
  await opened.close()
})

const one = ({ from = '2022-08-01', ...more }: Partial<Omit<Row, 'from'>> & { from?: string }): Row =>
  ({ title: 'Chuyên viên', from: plainDate(from), ...more }) as Row
const applied = async (rows: Row[]) => {
  const { id } = await sheets.brought(peopleImport, rows)
  await sheets.ordered(id)
  await sheets.run()
  expect(await sheets.seen(id)).toMatchObject({ state: 'applied', problem: null })
  return id
}
const postsOf = (code: string) =>
  must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(
        await tx.db
          .selectFrom('post')
          .innerJoin('person', 'person.id', 'post.person_id')
          .innerJoin('unit', 'unit.id', 'post.unit_id')
          .select(['unit.name as unit', 'post.valid_to as to'])
          .where('staff_code', '=', code)
          .orderBy('post.valid_from')
          .execute(),
      ),
    ),
  )
const ending = (on: string, change: Parameters<typeof enterUnitEvent>[1]['change']) =>
  must(acts.write('quan', enterUnitEvent, { id: newId(), on, change, document: null, note: null, choices: NO_CHOICES }))

const entered = () => ({
  id: newId(),
  keeperUnitId: opened.world.units.root,
  awardCode: 'ldtt',
  awardName: null,
  method: null,
  periodId: null,
  achievedFrom: null,
  achievedTo: null,
  achievement: '',
  decisionNumber: null,
  decisionOn: '2021-01-20',
  decisionYear: null,
  issuer: null,
  signer: null,
  fileId: null,
  recipient: { kind: 'person' as const, name: '', unitName: '', birth: null, id: null as string | null },
  knownDouble: false,
})

describe('an import', () => {
  it('comes to its end when whoever tells of its progress comes late', async () => {
    const { id } = await sheets.brought(peopleImport, [one({ name: 'Lý Văn Chậm', staffCode: 'C1', unit: 'Phòng A' })])
    await sheets.ordered(id)
    // The bar is written beside the import itself; under load it comes when that is nearly done.
    const late: UnitOfWork = {
      read: opened.work.read,
      write: async (who, work, options) => {
        if (who.kind === 'job' && who.name === 'đọc tệp nhập') await setTimeout(700)
        return opened.work.write(who, work, options)
      },
    }
    await sheets.run(late)
    expect(await sheets.seen(id)).toMatchObject({ state: 'applied' })
    expect(await sheets.undone(id, late)).toMatchObject({ state: 'undone' })
  })

  it('writes nothing into a unit that has ended since it was read', async () => {
    const { phongB, root } = opened.world.units
    const rows = [one({ name: 'Lý Văn Muộn', staffCode: 'M1', unit: 'Phòng B' })]
    const whole = await sheets.brought(peopleImport, rows)
    const own = await sheets.brought(peopleImport, rows, { unitId: phongB })
    for (const { id } of [whole, own]) await sheets.ordered(id)
    await ending('2022-09-01', { kind: 'merged', unitIds: [phongB], into: { unitId: opened.world.units.phongA } })
    await sheets.run()
    expect(await sheets.seen(own.id)).toMatchObject({ state: 'ready', problem: expect.stringContaining('Phòng B') })
    expect(await sheets.seen(whole.id)).toMatchObject({ state: 'ready', counts: { wrong: 1 } })
    const [row] = await sheets.rowsOf(whole.id, 'wrong')
    expect(row?.problems.map((problem) => problem.sentence)).toEqual([
      'Phòng B đã kết thúc ngày 31/08/2022. Bỏ đơn vị này rồi làm tiếp',
    ])
    expect(await postsOf('M1')).toEqual([])
    expect(root).not.toBe(phongB)
  })

  it('leaves what an event of the unit has moved on since, when it is undone', async () => {
    const { vanPhong, phongA } = opened.world.units
    await applied([one({ name: 'Lý Văn Chuyển', staffCode: 'D1', unit: 'Phòng A', from: '2022-08-01' })])
    const move = await applied([
      one({ name: 'Lý Văn Chuyển', staffCode: 'D1', unit: 'Văn phòng Sở', from: '2022-08-20' }),
    ])
    await ending('2022-09-01', { kind: 'merged', unitIds: [vanPhong], into: { unitId: phongA } })
    expect(await sheets.undone(move)).toMatchObject({ state: 'undone', leftRows: 1 })
    expect(await postsOf('D1')).toEqual([
      { unit: 'Phòng A', to: '2022-08-19' },
      { unit: 'Văn phòng Sở', to: '2022-08-31' },
      { unit: 'Phòng A', to: null },
    ])
  })

  it('gives an award to whom somebody has become by a merge, and lets two rows be merged of whom the same was decided', async () => {
    const { phongA } = opened.world.units
    const twice = [newId(), newId()] as const
    for (const [index, id] of twice.entries()) {
      const post = {
        id: newId(),
        unitId: phongA,
        title: 'Chuyên viên',
        from: `2022-08-0${index + 1}`,
        to: `2022-08-0${index + 1}`,
      }
      await must(acts.write('quan', createPerson, { id, name: 'Vi Thị Hai', email: null, notSame: 'chưa rõ', post }))
    }
    const [goneId, keptId] = twice
    const row = { name: 'Vi Thị Hai', unitName: 'Phòng A', award: 'Giấy khen', decisionOn: '2020' }
    const first = await awards.brought(awardsImport, [row])
    const decide = (id: string, decision: 'same' | 'new', thingId: string | null) =>
      must(acts.write('hoa', decideRow(KINDS), { id, rowNo: 2, decision, thingId }))
    expect(await awards.rowsOf(first.id, 'doubtful')).toHaveLength(1)
    await decide(first.id, 'same', goneId)
    // Of both rows it was said of another name that it is not theirs.
    const other = { ...entered(), recipient: { ...entered().recipient, name: 'Vi Thị Hai', unitName: 'Nơi khác' } }
    await must(acts.write('hoa', enterAward, other))
    for (const candidateId of twice) {
      await must(acts.write('hoa', matchRecipient, { id: other.id, candidateId, verdict: 'different' as const }))
    }
    await must(acts.write('quan', mergePeople, { goneId, keptId, reason: 'nhập trùng' }))
    const late = { ...entered(), recipient: { ...entered().recipient, name: 'Vi Thị Hai', id: goneId } }
    expect(codeOf(await acts.write('hoa', enterAward, late))).toBe('person-merged')
    const matching = { id: other.id, candidateId: goneId, verdict: 'same' as const }
    expect(codeOf(await acts.write('hoa', matchRecipient, matching))).toBe('person-merged')
    await awards.ordered(first.id)
    await awards.run()
    // Whose it is has come out otherwise than it was shown: looked at again, it is applied.
    if ((await awards.seen(first.id)).state === 'ready') {
      await awards.ordered(first.id)
      await awards.run()
    }
    const { awards: given } = await must(acts.read('hoa', readAwardsOfPerson, { personId: keptId }))
    expect(given.map((award) => award.awardName)).toEqual(['Giấy khen'])
    expect((await must(acts.read('hoa', readAwardsOfPerson, { personId: goneId }))).awards).toEqual([])
  })
})
