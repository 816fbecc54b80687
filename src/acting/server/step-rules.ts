import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText } from '../../kernel/vietnamese-text.ts'
import { STEP_WORDS, type Step, type StepRule } from '../../mechanisms/consents/domain/separation.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath, unitPaths } from '../../platform/database/unit-tree.ts'
import { administers } from '../domain/permissions.ts'

export type StepRuleShape = {
  unitId: string
  unitName: string
  step: Step
  rule: StepRule
  basis: string | null
  setByName: string
  setAt: string
  version: number
  actions: { set?: { whyNot: null } }
}

type Rules = { rules: StepRuleShape[]; actions: { set?: { whyNot: null } } }

/** Every rule that was set; where none is, one person may do both, as in a small office. */
export async function listStepRules(tx: Tx): Promise<Result<Rules>> {
  const rows = await tx.db
    .selectFrom('step_rule')
    .innerJoin('unit', 'unit.id', 'step_rule.unit_id')
    .selectAll('step_rule')
    .select(['unit.name', 'unit.order_no'])
    .orderBy('unit.order_no')
    .orderBy('unit.name')
    .orderBy('step_rule.step')
    .execute()
  const paths = await unitPaths(
    tx,
    rows.map((row) => row.unit_id),
  )
  const rules = rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.name,
    step: row.step as Step,
    rule: row.rule,
    basis: row.basis,
    setByName: row.set_by_name,
    setAt: formatMoment(row.set_at),
    version: row.version,
    actions: administers(tx.actor, [paths.get(row.unit_id) ?? []]) ? { set: { whyNot: null } } : {},
  }))
  const may = tx.actor.kind === 'person' && tx.actor.grants.some((grant) => grant.role === 'administrator')
  return ok({ rules, actions: may ? { set: { whyNot: null } } : {} })
}

type Setting = { unitId: string; step: Step; rule: StepRule | null; basis: string | null; version: number }

/** Sets the rule of a step for a unit and all below it; `rule: null` takes it away, so that the unit above decides again. */
export async function setStepRule(tx: Tx, input: Setting): Promise<Result<{ done: true }>> {
  const unit = await tx.db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', '=', input.unitId)
    .forUpdate()
    .executeTakeFirst()
  if (!unit) return refuse('not-found')
  if (!administers(tx.actor, [await unitPath(tx, unit.id)])) return refuse('not-yours-to-do', { who: 'quản trị viên' })
  const basis = input.basis === null ? null : cleanText(input.basis).trim() || null
  const there = await tx.db
    .selectFrom('step_rule')
    .selectAll()
    .where('unit_id', '=', unit.id)
    .where('step', '=', input.step)
    .executeTakeFirst()
  // The same again, or what another administrator has just set: it stands.
  if ((there?.rule ?? null) === input.rule && (there?.basis ?? null) === basis) return ok({ done: true })
  if ((there?.version ?? 0) !== input.version) return refuse('changed-meanwhile')
  if (input.rule === null) {
    await tx.db.deleteFrom('step_rule').where('unit_id', '=', unit.id).where('step', '=', input.step).execute()
  } else {
    const said = {
      rule: input.rule,
      basis,
      version: input.version + 1,
      set_by_name: tx.actor.kind === 'person' ? tx.actor.name : '',
      set_at: tx.now,
    }
    await tx.db
      .insertInto('step_rule')
      .values({ unit_id: unit.id, step: input.step, ...said })
      .onConflict((conflict) => conflict.columns(['unit_id', 'step']).doUpdateSet(said))
      .execute()
  }
  const detail = {
    step: STEP_WORDS[input.step],
    rule: input.rule === null ? 'theo đơn vị cấp trên' : RULE_WORDS[input.step][input.rule],
  }
  await record(tx, 'step-rule.set', { kind: 'unit', id: unit.id, name: unit.name }, { unitId: unit.id, detail })
  return ok({ done: true })
}

const ONE_OR_TWO = { forbidden: 'người chuẩn bị không tự ký', allowed: 'một người được chuẩn bị và ký' } as const

const RULE_WORDS: Readonly<Record<Step, Readonly<Record<StepRule, string>>>> = {
  'submission-sign': ONE_OR_TWO,
  'completion-by-officer': { forbidden: 'người đứng đầu ký', allowed: 'công chức phụ trách được tự gửi' },
  'campaign-agree': ONE_OR_TWO,
  'rating-confirm': ONE_OR_TWO,
}
