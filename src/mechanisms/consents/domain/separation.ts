import type { Actor } from '../../../kernel/actor.ts'
import { type Refusal, refusal } from '../../../kernel/result.ts'

/** The steps at which somebody signs or agrees to what another prepared. */
export const STEPS = ['submission-sign', 'campaign-agree', 'rating-confirm'] as const
export type Step = (typeof STEPS)[number]
export type StepRule = 'forbidden' | 'allowed'

/** May one person do both? In a small commune one official drafts and the chair decides, and the chair may draft too. */
export const DEFAULT_RULE: StepRule = 'allowed'

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  'submission-sign': 'ký bản gửi của đơn vị',
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
