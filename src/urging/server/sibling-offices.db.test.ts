import { afterAll, beforeAll, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { THINGS } from '../../app/what-is-owed.ts'
import { give } from '../../assignments/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { createUnit } from '../../organisation/server/index.ts'
import { boardChoices, lateTrend } from './board-extras.ts'
import { discardLetter, draftByHand } from './change-letter.ts'
import { lateExport } from './export-late.ts'
import { lettersExport, reminderLogExport } from './export-urging.ts'
import { lateBoard } from './late-board.ts'
import { letterFile } from './letter-file.ts'
import { listLetters, readLetter } from './letters.ts'
import { remindMany } from './remind-many.ts'
import { reminderLog } from './reminder-log.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
/** Lan is the standing office of Phòng A, Thu of Phòng B; each has given work to a team below it, and owes the Sở something too. */
const OFFICES = { lan: 'phongA', thu: 'phongB' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
const owed: Record<string, string> = {}

beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  await acts.launched()
  for (const [name, key] of Object.entries(OFFICES) as [keyof typeof OFFICES, 'phongA' | 'phongB'][]) {
    const unitId = opened.world.units[key]
    const grant = { id: newId(), postId: opened.world.accounts[name].postId, role: 'standing-office' as const, unitId }
    await must(acts.write('quan', addGrant, { ...grant, from: '2022-07-12', to: null }))
    const team = {
      id: newId(),
      name: `Tổ của ${key}`,
      shortName: null,
      parentId: unitId,
      orderNo: 1,
      from: '2022-07-12',
    }
    await must(acts.write('quan', createUnit, team))
    const id = newId()
    const due = { day: '2022-07-15', relation: 'by' as const }
    const rest = { recurrence: 'once' as const, until: null, dayRule: 'as-written' as const, needsProof: false }
    const given = {
      id,
      unitId,
      title: `Việc của ${key}`,
      words: 'Rà soát',
      basis: null,
      unitIds: [team.id],
      due,
      ...rest,
    }
    await must(acts.write(name, give, given))
    owed[key] = id
  }
  opened.clock.move(eightOn('2022-07-22'))
  await must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-22'))))
})
afterAll(() => opened.close())

const followed = async () => undefined
const board = async (by: Name) => (await must(acts.read(by, (tx) => lateBoard(tx, { page: 1 }, undefined), {}))).rows

it('an office sees on its board what is owed to itself alone, takes away no more, and is offered nothing of its sibling', async () => {
  expect((await board('lan')).map((row) => row.unitName)).toEqual(['Tổ của phongA'])
  expect((await board('thu')).map((row) => row.unitName)).toEqual(['Tổ của phongB'])
  expect((await must(acts.read('lan', boardChoices, {}))).things.map((one) => one.title)).toEqual(['Việc của phongA'])
  const taken = await must(acts.read('lan', (tx) => lateExport(followed).open(tx, {}), {}))
  expect(taken.total).toBe(1)
  const [row] = await board('thu')
  const id = row?.id ?? ''
  expect(codeOf(await acts.read('lan', reminderLog, { id }))).toBe('not-found')
  expect(codeOf(await acts.read('lan', (tx) => reminderLogExport.open(tx, { id }), {}))).toBe('not-found')
  expect(codeOf(await acts.write('lan', remindMany(THINGS), { ids: [id], message: '' }))).toBe('not-found')
})

it('the months it is shown count what its board counts: what is owed to it, not what its own unit owes above', async () => {
  const due = async (by: Name) =>
    (await must(acts.read(by, lateTrend(THINGS), {}))).months.reduce((sum, month) => sum + month.due, 0)
  expect(await due('lan')).toBe(1)
  expect(await due('thu')).toBe(1)
  expect(await due('hoa')).toBe(4)
})

it('it drafts no letter about what is owed to its sibling, and reads none of its letters', async () => {
  const [[mine], [theirs]] = [await board('lan'), await board('thu')]
  const draft = (by: Name, id: string, ids: (string | undefined)[]) =>
    acts.write(by, draftByHand, { id, obligationIds: ids.map((one) => one ?? '') })
  const letter = newId()
  expect(codeOf(await draft('lan', newId(), [theirs?.id]))).toBe('nothing-late')
  expect(await must(draft('thu', letter, [theirs?.id, mine?.id]))).toEqual({ id: letter, leftOut: 1 })
  expect(codeOf(await draft('lan', letter, [mine?.id]))).toBe('id-taken')
  expect(codeOf(await acts.read('lan', readLetter, { id: letter }))).toBe('not-found')
  expect(codeOf(await acts.read('lan', letterFile, { id: letter }))).toBe('not-found')
  expect(codeOf(await acts.write('lan', discardLetter, { id: letter, version: 1, reason: 'Thử' }))).toBe('not-found')
  expect((await must(acts.read('lan', listLetters, {}))).letters).toEqual([])
  expect((await must(acts.read('lan', (tx) => lettersExport.open(tx, {}), {}))).total).toBe(0)
})
