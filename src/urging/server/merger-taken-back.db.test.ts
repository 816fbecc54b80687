import { expect, test } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { eightOn, must, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { UNDESCRIBED } from '../../organisation/domain/unit-description.ts'
import { enterUnitEvent, NO_CHOICES, takeBackUnitEvent } from '../../organisation/server/index.ts'
import { runLadder } from './run-ladder.ts'

const JOB = { kind: 'job', name: 'nhắc việc' } as const

test('a merger of which people were reminded in their new unit is taken back; their digests go back with them', async () => {
  const opened = await openWorld('2022-07-12')
  await campaignsIn(opened).launched()
  const { phongA, phongB, root } = opened.world.units
  opened.clock.move(eightOn('2022-07-14'))
  const unit = { id: newId(), ...UNDESCRIBED, name: 'Phòng C', shortName: null, parentId: root, orderNo: 9 }
  const change = { kind: 'merged' as const, unitIds: [phongA, phongB], into: { unit } }
  const event = { id: newId(), on: '2022-07-14', change, document: null, note: null, choices: NO_CHOICES }
  const quan = opened.world.as('quan')
  await must(opened.work.write(quan, (tx) => enterUnitEvent(tx, event)))
  await must(opened.work.write(JOB, (tx) => runLadder(tx, plainDate('2022-07-14'))))
  const digests = () =>
    must(
      opened.work.read(JOB, async (tx) =>
        ok(
          await tx.db
            .selectFrom('urging_digest')
            .innerJoin('unit', 'unit.unit_no', 'urging_digest.unit_no')
            .innerJoin('person', 'person.id', 'urging_digest.person_id')
            .select(['person.full_name as person', 'unit.name as unit'])
            .orderBy('person.full_name')
            .execute(),
        ),
      ),
    )
  expect(new Set((await digests()).map((one) => one.unit))).toEqual(new Set(['Phòng C']))

  await must(opened.work.write(quan, (tx) => takeBackUnitEvent(tx, { id: event.id, reason: 'Ghi nhầm ngày' })))
  expect(new Set((await digests()).map((one) => one.unit))).toEqual(new Set(['Phòng A']))
  await opened.close()
})
