import type { LadderFault, LadderKind, LadderStep, Stage } from './ladder.ts'

/** The kinds as they stand inside a sentence. */
export const KIND_NAMES: Readonly<Record<LadderKind, string>> = {
  'confirm-receipt': 'tiếp nhận',
  disseminate: 'quán triệt',
  task: 'nhiệm vụ',
  report: 'báo cáo',
}

/** Whom a step goes to. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  unit: 'Nhắc đơn vị trước hạn',
  'unit-after': 'Nhắc đơn vị sau hạn',
  head: 'Báo người đứng đầu đơn vị',
  superior: 'Báo người đứng đầu cấp trên',
  letter: 'Dự thảo công văn đôn đốc',
}

export const FAULT_WORDS: Readonly<Record<LadderFault, string>> = {
  empty: 'chưa có bước nào. Thêm ít nhất một bước',
  twice: 'có hai bước giống nhau. Bỏ một bước hoặc đổi số ngày',
  'wrong-side': 'bước nhắc trước hạn phải từ 0 ngày trở về trước, các bước khác phải sau hạn ít nhất 1 ngày',
  order: 'báo người đứng đầu phải trước báo cấp trên, công văn phải sau cùng',
}

/** «trước hạn 7 ngày làm việc», «đúng ngày cuối», «quá hạn 10 ngày làm việc». */
export function daysInWords(days: number): string {
  if (days === 0) return 'đúng ngày cuối'
  return days < 0 ? `trước hạn ${-days} ngày làm việc` : `quá hạn ${days} ngày làm việc`
}

/** The steps of one stage together: «trước 7, 3, 1 ngày làm việc; đúng ngày cuối», «quá 1, 3, 7 ngày làm việc». */
export function daysTogether(days: readonly number[]): string {
  const before = days.filter((one) => one < 0).map((one) => -one)
  const after = days.filter((one) => one > 0)
  return [
    before.length > 0 && `trước ${before.join(', ')} ngày làm việc`,
    days.includes(0) && 'đúng ngày cuối',
    after.length > 0 && `quá ${after.join(', ')} ngày làm việc`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** A ladder in one line, for the record. */
export function stepsInWords(steps: readonly LadderStep[]): string {
  return steps.map((step) => `${STAGE_NAMES[step.stage].toLocaleLowerCase('vi')} ${daysInWords(step.days)}`).join('; ')
}

/** A step as the log tells it: «Nhắc đơn vị sau hạn, quá hạn 3 ngày làm việc». */
export function stepInWords(stage: Stage, step: string | null): string {
  const days = step === null ? undefined : /[+-]?\d+$/.exec(step)?.[0]
  return days === undefined ? STAGE_NAMES[stage] : `${STAGE_NAMES[stage]}, ${daysInWords(Number(days))}`
}
