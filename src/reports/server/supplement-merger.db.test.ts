import { afterEach, beforeEach, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { DEFINITION, LINE, reportsIn, share } from '../../../test/reports.ts'
import { eightOn, must, type OpenedWorld, openWorld, recordedOf } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { FormDefinition, LineValue } from '../domain/form.ts'
import { assembled } from './assembly/assembled.ts'
import { assembledReports } from './assembly/assembled-reports.ts'
import { reportPage } from './report-page.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let reports: ReturnType<typeof reportsIn>
beforeEach(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  reports = reportsIn(opened, acts)
})
afterEach(() => opened.close())

const money = (amount: number): LineValue => ({ kind: 'amount', amount, note: '' })
const count = (of: number): LineValue => ({ kind: 'count', count: of, note: '' })

/** The form with its amount required or not, and with a line that version 1 does not have. */
function asking({ amount, more }: { amount: boolean; more: boolean }): FormDefinition {
  const [first, second] = DEFINITION.sections
  if (!first || !second) throw new Error('two sections')
  const lines = first.lines.map((line) => (line.key === 'kinh-phi' ? { ...line, required: amount } : line))
  return { sections: [{ ...first, lines: more ? [...lines, { ...LINE, key: 'moi' }] : lines }, second] }
}

/** Phòng A has sent 3/4 and 10 đồng, Phòng B 5/6 and no amount. */
async function bothSent() {
  const { phongA, phongB } = opened.world.units
  const id = await reports.publishedForm()
  const [ofA, ofB] = [await reports.owedBy(id, phongA), await reports.owedBy(id, phongB)]
  await must(reports.put('lan', ofA, 'kinh-phi', money(10)))
  await reports.send('minh', await must(reports.put('lan', ofA, 'ky-cuong', share(3, 4))))
  await reports.send('binh', await must(reports.put('binh', ofB, 'ky-cuong', share(5, 6))))
  return id
}

async function revised(id: string, definition: FormDefinition) {
  await reports.save(id, definition)
  return reports.publish(id, { note: 'Hỏi thêm', supplementDue: '2022-12-31' })
}

/** Both units become Phòng C on the next day; Minh leads it. */
async function mergedIntoC(): Promise<string> {
  const { phongA, phongB, root } = opened.world.units
  opened.clock.move(eightOn('2022-07-13'))
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
  await must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, event)))
  await must(acts.write('quan', leadBy('minh', unit.id), undefined))
  return unit.id
}

/** Of two heads neither leads the new unit by himself. */
const leadBy = (name: 'minh', unitId: string) => async (tx: Tx) => {
  const { personId } = opened.world.accounts[name]
  const post = await tx.db
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return addGrant(tx, { id: newId(), postId: post.id, role: 'head', unitId, from: '2022-07-13', to: null })
}

/** The supplements that a unit owes, with the lines each asks of it. */
async function supplementsOf(id: string, unitId: string) {
  const rows = await must(
    opened.work.read({ kind: 'script', name: 'thử' }, async (tx) =>
      ok(
        await tx.db
          .selectFrom('obligation')
          .select(['id', 'title'])
          .where('unit_id', '=', unitId)
          .where('source_key', 'like', `form:${id}:_%`)
          .where('state', '=', 'open')
          .orderBy('title')
          .execute(),
      ),
    ),
  )
  const found: { id: string; title: string; asks: string[] }[] = []
  for (const row of rows) {
    const page = await must(acts.read('lan', reportPage(DESK), { obligationId: row.id }))
    const lines = page.form?.definition.sections.flatMap((section) => section.lines) ?? []
    found.push({ ...row, asks: lines.map((line) => line.key) })
  }
  return found
}

async function fillAll(supplements: Awaited<ReturnType<typeof supplementsOf>>): Promise<void> {
  for (const { id, asks } of supplements) {
    let last: { submissionId: string; submissionVersion: number } | undefined
    for (const key of asks) last = await must(reports.put('lan', id, key, key === 'moi' ? count(2) : money(100)))
    if (last) await reports.send('minh', last)
  }
}

async function totals(id: string) {
  const told = await must(acts.read('hoa', assembled(DESK.things), { id }))
  const by = Object.fromEntries(told.figures.map(({ line, total }) => [line.key, total?.amount]))
  const { rows } = await must(acts.read('hoa', assembledReports(DESK.things), { id, show: 'all', page: 1 }))
  const rowSum = (key: string) => rows.reduce((all, row) => all + (row.figures[key]?.amount ?? 0), 0)
  expect([rowSum('kinh-phi'), rowSum('moi')]).toEqual([by['kinh-phi'] ?? 0, by.moi ?? 0])
  return { ...by, missing: told.supplementsMissing }
}

it('a supplement that goes to a successor asks for what its own report had not, and for nothing twice', async () => {
  const id = await bothSent()
  await revised(id, asking({ amount: true, more: true }))
  const c = await mergedIntoC()
  const supplements = await supplementsOf(id, c)
  expect(supplements.map((one) => one.asks).toSorted((a, b) => a.length - b.length)).toEqual([
    ['moi'],
    ['kinh-phi', 'moi'],
  ])
  expect(supplements.map((one) => one.title)).toEqual([
    'Bổ sung: Báo cáo năm 2022',
    expect.stringMatching(/^Bổ sung: Báo cáo năm 2022 \(của Phòng [AB]\)$/),
  ])
  await fillAll(supplements)
  expect(await totals(id)).toMatchObject({ 'ky-cuong': 8, 'kinh-phi': 110, moi: 4, missing: 0 })
})

it('a version published after the merger asks the successor for what the reports of both had not', async () => {
  const id = await bothSent()
  const c = await mergedIntoC()
  expect((await revised(id, asking({ amount: true, more: true }))).supplements).toBe(2)
  const supplements = await supplementsOf(id, c)
  expect(supplements.map((one) => [one.title, one.asks])).toEqual([
    ['Bổ sung: Báo cáo năm 2022 (của Phòng A)', ['moi']],
    ['Bổ sung: Báo cáo năm 2022 (của Phòng B)', ['kinh-phi', 'moi']],
  ])
  await fillAll(supplements)
  expect(await totals(id)).toMatchObject({ 'ky-cuong': 8, 'kinh-phi': 110, moi: 4, missing: 0 })
})

it('of a unit that has ended without a successor nothing more is asked', async () => {
  const id = await bothSent()
  opened.clock.move(eightOn('2022-07-13'))
  const change = { kind: 'dissolved' as const, unitId: opened.world.units.phongB }
  const event = { id: newId(), on: '2022-07-13', change, document: null, note: null, choices: NO_CHOICES }
  await must(opened.work.write(opened.world.as('quan'), (tx) => enterUnitEvent(tx, event)))
  expect((await revised(id, asking({ amount: true, more: true }))).supplements).toBe(1)
  expect(await recordedOf(opened.work, id)).toContain(
    'ban hành lần 2 của biểu mẫu “Báo cáo năm 2022”, 1 đơn vị đã gửi phải bổ sung: Hỏi thêm',
  )
})

it('a line that one supplement asks for is not asked for by the next, though it was optional in between', async () => {
  const id = await bothSent()
  await revised(id, asking({ amount: true, more: false }))
  await revised(id, asking({ amount: false, more: false }))
  expect((await revised(id, asking({ amount: true, more: false }))).supplements).toBe(0)
  await must(
    reports.put('binh', await reports.owedBy(id, opened.world.units.phongB, ':2'), 'kinh-phi', money(100)),
  ).then((last) => reports.send('binh', last))
  expect(await totals(id)).toMatchObject({ 'kinh-phi': 110, missing: 0 })
})
