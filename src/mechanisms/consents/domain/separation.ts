import type { Actor } from '../../../kernel/actor.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'

/** The steps at which somebody signs or agrees to what another prepared; and one at which the officer may stand for the head. */
export const STEPS = ['submission-sign', 'completion-by-officer', 'campaign-agree', 'rating-confirm'] as const
export type Step = (typeof STEPS)[number]
export type StepRule = 'forbidden' | 'allowed'

/**
 * What holds where nothing is set. May one person do both? In a small commune one official drafts and the chair decides, and the chair may
 * draft too. That the officer sends in the head's place what was done of a task, the unit must have said.
 */
const DEFAULT_RULES: Readonly<Record<Step, StepRule>> = {
  'submission-sign': 'allowed',
  'completion-by-officer': 'forbidden',
  'campaign-agree': 'allowed',
  'rating-confirm': 'allowed',
}

/** The rule of a step for a unit: set at it, or at the nearest unit above. */
export function ruleAt(
  step: Step,
  path: readonly string[],
  set: readonly { unitId: string; rule: StepRule }[],
): StepRule {
  const nearest = path.map((unitId) => set.find((one) => one.unitId === unitId)).find((one) => one !== undefined)
  return nearest?.rule ?? DEFAULT_RULES[step]
}

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  'submission-sign': 'ký bản gửi của đơn vị',
  'completion-by-officer': 'công chức phụ trách tự gửi kết quả thực hiện nhiệm vụ',
  'campaign-agree': 'đồng ý phát động phong trào',
  'rating-confirm': 'xác nhận kết quả xếp loại',
}

/** What holds at a step of one thing. */
export type Separation = {
  rule: StepRule
  preparedBy: string | null
  /** Who else may sign there, by name; told to whoever may not. */
  others: readonly string[]
}

/** Why this person may not sign: he prepared it, and the unit asks for two people at this step. */
export function whyNotBoth(personId: string | null, separation: Separation | undefined): Refusal | undefined {
  if (separation?.rule !== 'forbidden' || personId === null || separation.preparedBy !== personId) return undefined
  const { others } = separation
  const who = others.length === 0 ? 'chưa có ai khác giữ quyền này, liên hệ quản trị viên' : others.join(', ')
  return refusal('two-people-needed', { who })
}

/** As `whyNotBoth`, for the one who acts now. */
export function whyMayNotSignOwn(actor: Actor, separation: Separation | undefined): Refusal | undefined {
  return whyNotBoth(actor.kind === 'person' ? actor.personId : null, separation)
}
