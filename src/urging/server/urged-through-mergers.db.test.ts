import { expect, test } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES, takeBackUnitEvent } from '../../organisation/server/index.ts'
import { ladderJob } from './ladder-job.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const

type Opened = Awaited<ReturnType<typeof openWorld>>

/** Phòng A and Phòng B become Phòng C on the 14th, three working days before their receipt is due. */
async function merge({ world, work }: Opened) {
  const { phongA, phongB, root } = world.units
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: '2022-07-14', change, document: null, note: null, choices: NO_CHOICES }
  await must(work.write(world.as('quan'), (tx) => enterUnitEvent(tx, event)))
  return event.id
}

async function digestUnits({ work }: Opened): Promise<Set<string>> {
  const rows = await must(
    work.read(JOB, async (tx) =>
      ok(
        await tx.db
          .selectFrom('urging_digest')
          .innerJoin('unit', 'unit.unit_no', 'urging_digest.unit_no')
          .select('unit.name')
          .execute(),
      ),
    ),
  )
  return new Set(rows.map((one) => one.name))
}

test('a merger of which people were reminded in their new unit is taken back; their digests go back with them', async () => {
  const opened = await openWorld('2022-07-12')
  await campaignsIn(opened).launched()
  opened.clock.move(eightOn('2022-07-14'))
  const id = await merge(opened)
  await must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-14'))))
  expect(await digestUnits(opened)).toEqual(new Set(['Phòng C']))
  const reason = 'Ghi nhầm ngày'
  await must(opened.work.write(opened.world.as('quan'), (tx) => takeBackUnitEvent(tx, { id, reason })))
  expect(await digestUnits(opened)).toEqual(new Set(['Phòng A']))
  await opened.close()
})

test('where the server was off in the night, the ladder of the morning reminds the unit that carries the work on from today', async () => {
  const opened = await openWorld('2022-07-12')
  await campaignsIn(opened).launched()
  await merge(opened)
  opened.clock.move(eightOn('2022-07-14'))
  await ladderJob.run({}, { work: opened.work, signal: new AbortController().signal })
  expect(await digestUnits(opened)).toEqual(new Set(['Phòng C']))
  await opened.close()
})
