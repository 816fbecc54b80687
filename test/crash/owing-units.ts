import { addGrant } from '../../src/accounts/server/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { PlainDate } from '../../src/kernel/plain-date.ts'
import { ok } from '../../src/kernel/result.ts'
import { addWorkingDays } from '../../src/kernel/working-days.ts'
import { createObligations } from '../../src/mechanisms/obligations/server/index.ts'
import { createPerson, createUnit } from '../../src/organisation/server/index.ts'
import { specialDaysFrom } from '../../src/platform/database/special-days.ts'
import { must, type OpenedWorld } from '../world.ts'

const GIVEN_NAMES = [
  'An',
  'Bình',
  'Châu',
  'Dung',
  'Giang',
  'Hà',
  'Khánh',
  'Lâm',
  'Minh',
  'Nga',
  'Oanh',
  'Phương',
  'Quý',
]

/** Units below the top, each with a head and an officer who have a mailbox and no account: they are told by mail alone. */
export async function unitsWithPeople({ work, world }: OpenedWorld, count: number, from: PlainDate): Promise<string[]> {
  const quan = world.as('quan')
  const ids: string[] = []
  for (let no = 1; no <= count; no += 1) {
    const id = newId()
    ids.push(id)
    const unit = { id, name: `Xã ${no}`, shortName: null, parentId: world.units.root, orderNo: 10 + no, from }
    await must(work.write(quan, (tx) => createUnit(tx, unit)))
    for (const role of ['head', 'officer'] as const) {
      const post = { id: newId(), unitId: id, title: role === 'head' ? 'Chủ tịch' : 'Công chức', from }
      const name = `${role === 'head' ? 'Hà Văn' : 'Lê Thị'} ${GIVEN_NAMES[no % GIVEN_NAMES.length]}`
      const person = { id: newId(), name, email: `${role}${no}@xa.example`, post }
      await must(work.write(quan, (tx) => createPerson(tx, person)))
      const grant = { id: newId(), postId: post.id, role, unitId: id, from, to: null }
      await must(work.write(quan, (tx) => addGrant(tx, grant)))
    }
  }
  return ids
}

/** Tasks of one campaign for each of these units, their last days spread over so many working days from the next one on. */
export async function spreadTasks(
  { work, world }: OpenedWorld,
  campaignId: string,
  { unitIds, tasks, over }: { unitIds: readonly string[]; tasks: number; over: number },
): Promise<void> {
  await must(
    work.write(world.as('hoa'), async (tx) => {
      const units = await tx.db
        .selectFrom('unit')
        .select(['id', 'unit_no as unitNo', 'parent_id as parentId'])
        .where('id', 'in', [...unitIds])
        .orderBy('unit_no')
        .execute()
      const special = await specialDaysFrom(tx, tx.today)
      const owed = units.flatMap((unit, at) =>
        Array.from({ length: tasks }, (_, no) => ({
          kind: 'task' as const,
          thing: { kind: 'campaign' as const, id: campaignId },
          unit,
          owedToUnitId: unit.parentId ?? unit.id,
          title: `Nhiệm vụ ${no + 1}`,
          words: null,
          deadline: {
            day: addWorkingDays(tx.today, 1 + ((at * 7 + no * 11) % over), special),
            relation: 'by' as const,
          },
          sourceKey: `${no}`,
        })),
      )
      return ok(await createObligations(tx, owed))
    }),
  )
}
