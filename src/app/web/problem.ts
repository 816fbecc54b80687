import { ORPCError } from '@orpc/client'
import type { RefusalCode } from '../../kernel/refusals.ts'

/** What an operation said no with, or why it was not reached, ready for the screen. */
export type ApiProblem = {
  readonly code: RefusalCode | 'offline' | 'unknown'
  /** What happened, then what to do. */
  readonly sentence: string
  readonly values: Readonly<Record<string, string>>
  /** The place in the input, as a path: `number`, `units.3.name`. */
  readonly field?: string
  /** What the screen needs for the next act: the value that is there now, the issues of an input. */
  readonly data?: unknown
  /** Under this number the server has logged an unforeseen fault. */
  readonly reference?: string
}

export const OFFLINE: ApiProblem = {
  code: 'offline',
  sentence: 'Mất kết nối máy chủ. Nội dung trên màn hình còn nguyên. Kiểm tra mạng rồi thử lại',
  values: {},
}

/** Reads whatever a call threw. */
export function problemOf(thrown: unknown): ApiProblem {
  if (thrown instanceof ORPCError) return problemOfBody(thrown)
  if (thrown instanceof TypeError) return OFFLINE
  if (isProblem(thrown)) return thrown
  return { code: 'unknown', sentence: 'Trang gặp lỗi. Tải lại trang rồi làm lại', values: {} }
}

/** Reads the body of a refusal: `{ code, message, data: { values, field, data } }`. */
export function problemOfBody(body: { code?: unknown; message?: unknown; data?: unknown }): ApiProblem {
  if (typeof body.code !== 'string' || typeof body.message !== 'string') {
    return { code: 'unknown', sentence: 'Máy chủ trả lời không đúng dạng. Tải lại trang rồi thử lại', values: {} }
  }
  const more = isRecord(body.data) ? body.data : {}
  const values = isRecord(more.values) ? (more.values as Record<string, string>) : {}
  return {
    code: body.code as RefusalCode,
    sentence: body.message,
    values,
    field: typeof more.field === 'string' ? more.field : undefined,
    data: more.data,
    reference: values.reference,
  }
}

/** The sentences of an input that was refused, by path: for the fields of a form and its `ErrorSummary`. */
export function fieldProblems(problem: ApiProblem | undefined): Readonly<Record<string, string>> {
  if (problem === undefined) return {}
  const issues = isRecord(problem.data) && Array.isArray(problem.data.issues) ? problem.data.issues : []
  const found: Record<string, string> = {}
  for (const issue of issues) {
    if (isRecord(issue) && typeof issue.path === 'string' && typeof issue.message === 'string') {
      found[issue.path] ??= issue.message
    }
  }
  if (problem.field !== undefined) found[problem.field] ??= problem.sentence
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isProblem(value: unknown): value is ApiProblem {
  return isRecord(value) && typeof value.sentence === 'string' && typeof value.code === 'string'
}
