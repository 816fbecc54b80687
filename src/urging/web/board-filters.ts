import type { LadderKind } from '../domain/ladder.ts'
import { KIND_NAMES } from '../domain/ladder-words.ts'

export const STAGE_OPTIONS = [
  { value: 'never', label: 'Chưa nhắc' },
  { value: 'reminded', label: 'Đã nhắc đơn vị' },
  { value: 'told-above', label: 'Đã báo lên trên' },
] as const

type Stage = (typeof STAGE_OPTIONS)[number]['value']

export function isStage(text: string): text is Stage {
  return STAGE_OPTIONS.some((one) => one.value === text)
}

export function isKind(text: string): text is LadderKind {
  return Object.hasOwn(KIND_NAMES, text)
}
