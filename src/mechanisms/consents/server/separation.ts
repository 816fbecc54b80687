import type { Role, UnitPath } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type RecordedThing, record } from '../../record/server/index.ts'
import { ruleAt, type Separation, STEP_WORDS, type Step, type StepRule } from '../domain/separation.ts'
import { giversOn } from './givers.ts'

type Asked = { step: Step; unit: UnitPath; preparedBy: string | null; roles: readonly Role[] }

/** The rule of a step for a unit: set at it or at the nearest unit above, or what holds where nothing is set. */
export async function stepRule(tx: Tx, step: Step, unit: UnitPath): Promise<StepRule> {
  if (unit.length === 0) return ruleAt(step, [], [])
  const set = await tx.db
    .selectFrom('step_rule')
    .select(['unit_id as unitId', 'rule'])
    .where('step', '=', step)
    .where('unit_id', 'in', [...unit])
    .execute()
  return ruleAt(step, unit, set)
}

/** What holds at this step for a unit: the rule set at it or at the nearest unit above, and who else may sign. */
export async function separationAt(tx: Tx, { step, unit, preparedBy, roles }: Asked): Promise<Separation> {
  if (preparedBy === null) return { rule: ruleAt(step, [], []), preparedBy, others: [] }
  const rule = await stepRule(tx, step, unit)
  if (rule === 'allowed') return { rule, preparedBy, others: [] }
  const givers = await giversOn(tx, roles, unit, tx.today)
  const others = givers.filter((one) => one.personId !== preparedBy).map((one) => `${one.name} (${one.post})`)
  return { rule, preparedBy, others }
}

/** Where one person did both, and may: it stands in the record beside the signature itself. */
export async function recordIfOneDidBoth(
  tx: Tx,
  step: Step,
  thing: RecordedThing,
  done: {
    by: { personId: string; name: string }
    separation: Separation | undefined
    unitId: string
    capacity: string
  },
): Promise<void> {
  if (done.separation === undefined || done.separation.preparedBy !== done.by.personId) return
  const { unitId, capacity } = done
  await record(tx, 'step.one-did-both', thing, {
    unitId,
    capacity,
    detail: { step: STEP_WORDS[step], by: done.by.name },
  })
}
