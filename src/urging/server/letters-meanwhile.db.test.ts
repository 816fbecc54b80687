import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { codeOf, eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { pause } from '../../campaigns/server/changes/pause.ts'
import { campaignThings } from '../../campaigns/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { exempt } from '../../mechanisms/obligations/server/exempt.ts'
import { prolong } from '../../mechanisms/obligations/server/index.ts'
import { draftByHand, issueLetter } from './change-letter.ts'
import { todaysDigest } from './digests.ts'
import { lateBoard } from './late-board.ts'
import { readLetter } from './letters.ts'
import { reminderLog } from './reminder-log.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const
let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let campaign: string
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  campaign = await acts.launched()
  // Friday: receipt was due on the 19th.
  opened.clock.move(eightOn('2022-07-22'))
})
afterAll(() => opened.close())

const lateRows = async () =>
  (await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1 }, undefined), {}))).rows.filter(
    (row) => row.thingId === campaign,
  )
const signed = (number: string) => ({
  version: 1,
  number,
  issuedOn: '2022-07-22',
  signerName: 'Trần Văn Phúc',
  signerTitle: null,
  signedFileId: null,
})
const rungOf = (id: string) =>
  must(
    opened.work.read(JOB, async (tx) =>
      ok((await tx.db.selectFrom('reminder').select('stage').where('obligation_id', '=', id).execute()).length),
    ),
  )

describe('a letter drafted', () => {
  it('twice at once by one press is one letter, and both presses find it', async () => {
    const id = newId()
    const obligationIds = (await lateRows()).map((row) => row.id)
    const press = () => acts.write('hoa', draftByHand, { id, obligationIds })
    const both = await Promise.all([press(), press(), press()])
    expect(both.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await lateRows()).toMatchObject(obligationIds.map(() => ({ letter: { id } })))
  })
})

describe('a letter issued', () => {
  it('urges nothing that was given more time or stopped since the draft, and says so to whoever reads it', async () => {
    opened.clock.move(eightOn('2022-07-22'))
    const other = await acts.launched()
    opened.clock.move(eightOn('2022-08-17'))
    const rows = (await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1, thingId: other }, undefined), {}))).rows
    expect(rows).toHaveLength(4)
    const [first, second] = rows
    const id = newId()
    await must(acts.write('hoa', draftByHand, { id, obligationIds: rows.map((row) => row.id) }))
    await must(
      opened.work.write(opened.world.as('hoa'), async (tx) =>
        ok(await prolong(tx, [first?.id ?? ''], plainDate('2022-09-30'), 'Đơn vị xin thêm')),
      ),
    )
    await must(acts.write('hoa', exempt(campaignThings), { id: second?.id ?? '', reason: 'Sáp nhập' }))
    const { urgedNoMore } = await must(acts.read('hoa', readLetter, { id }))
    expect(urgedNoMore.toSorted()).toEqual([first?.id, second?.id].toSorted())
    await must(acts.write('hoa', issueLetter, { id, ...signed('71/SNV') }))
    expect(await rungOf(first?.id ?? '')).toBe(0)
    expect(await rungOf(second?.id ?? '')).toBe(0)
    expect(await rungOf(rows[2]?.id ?? '')).toBe(1)
  })

  it('goes to each reader by one mail, which stands in the log of each of his obligations', async () => {
    opened.clock.move(eightOn('2022-07-21'))
    const fifth = await acts.launched([opened.world.units.phongB])
    opened.clock.move(eightOn('2022-08-18'))
    const { rows } = await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1, thingId: fifth }, undefined), {}))
    const id = newId()
    await must(acts.write('hoa', draftByHand, { id, obligationIds: rows.map((row) => row.id) }))
    expect(await must(acts.write('hoa', issueLetter, { id, ...signed('74/SNV') }))).toEqual({ told: 1 })
    const logs = []
    for (const row of rows) logs.push(await must(acts.read('hoa', reminderLog, { id: row.id })))
    const mails = logs.map((log) => log.entries[0]?.mails.map((mail) => `${mail.toName} ${mail.id}`))
    expect(mails[0]).toEqual([expect.stringContaining('Ngô Thanh Bình')])
    expect(mails[1]).toEqual(mails[0])
  })

  it('leaves the work page of its units when its campaign is paused, and issued then tells nobody', async () => {
    const letters = async () => (await must(acts.read('binh', todaysDigest, {}))).letters.map((one) => one.number)
    opened.clock.move(eightOn('2022-07-20'))
    const third = await acts.launched()
    opened.clock.move(eightOn('2022-08-18'))
    const rows = (await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1, thingId: third }, undefined), {}))).rows
    const [one, two] = [rows.slice(0, 2), rows.slice(2)]
    const [issued, draft] = [newId(), newId()]
    await must(acts.write('hoa', draftByHand, { id: issued, obligationIds: one.map((row) => row.id) }))
    await must(acts.write('hoa', draftByHand, { id: draft, obligationIds: two.map((row) => row.id) }))
    await must(acts.write('hoa', issueLetter, { id: issued, ...signed('72/SNV') }))
    expect(await letters()).toContain('72/SNV')
    await must(acts.write('hoa', pause, await acts.change(third, 'Bão')))
    expect(await letters()).not.toContain('72/SNV')
    const told = await must(acts.write('hoa', issueLetter, { id: draft, ...signed('73/SNV') }))
    expect(told).toEqual({ told: 0 })
  })
})

it('a letter drafted by hand while the ladder drafts its own: each obligation stands in one of the two, and neither breaks', async () => {
  opened.clock.move(eightOn('2022-07-12'))
  const fourth = await acts.launched()
  const run = (day: string) => {
    opened.clock.move(eightOn(day))
    return opened.work.write(JOB, (tx) => runLadder(tx, plainDate(day)))
  }
  // Dissemination was due on the 26th of July; receipt is in a letter already when its day comes.
  for (const day of ['2022-08-17', '2022-08-18', '2022-08-19', '2022-08-22']) await must(run(day))
  const rows = (await must(acts.read('hoa', (tx) => lateBoard(tx, { page: 1, thingId: fourth }, undefined), {}))).rows
  const obligationIds = rows.filter((row) => row.kind === 'disseminate').map((row) => row.id)
  opened.clock.move(eightOn('2022-08-23'))
  let drafted = () => {}
  const hand = opened.work.write(opened.world.as('hoa'), async (tx) => {
    const done = await draftByHand(tx, { id: newId(), obligationIds })
    drafted()
    // The ladder comes while this is not yet committed.
    await sleep(300)
    return done
  })
  await new Promise<void>((resolve) => {
    drafted = resolve
  })
  expect(await must(run('2022-08-23'))).toMatchObject({ state: 'run' })
  expect(await must(hand)).toMatchObject({ leftOut: 0 })
  const listed = await opened.work.read(JOB, async ({ db }) =>
    ok(
      await db
        .selectFrom('urging_letter_obligation')
        .select('obligation_id as id')
        .where('obligation_id', 'in', obligationIds)
        .execute(),
    ),
  )
  expect((await must(Promise.resolve(listed))).map((row) => row.id).toSorted()).toEqual(obligationIds.toSorted())
})
