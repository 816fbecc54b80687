import { ORPCError } from '@orpc/client'
import type { RefusalCode } from '../../kernel/refusals.ts'

/** Why something did not work, as a screen shows it. */
export type ApiProblem = {
  /** A code of the catalogue; `offline` when the server was not reached; `unknown` when the fault is the page's own. */
  code: RefusalCode | 'offline' | 'unknown'
  /** What happened, then what to do. */
  sentence: string
  /** The values in the sentence: who, which day. */
  values: Readonly<Record<string, string>>
  /** Where in the input, as a path: `consent.givenOn`. */
  field: string | undefined
  /** Every field the input was refused for, with what is wrong there. */
  issues: readonly { path: string; message: string }[]
  /** What stands there now, for a clash. */
  data: unknown
  /** Asking again gives the same answer: it is not there, or not for this person. */
  final: boolean
  /** The number under which a fault is logged. */
  reference: string | undefined
}

/** Thrown by the client when no answer came. */
export class Unreachable extends Error {}

const OFFLINE = 'Không tới được máy chủ. Kiểm tra đường truyền rồi thử lại; nội dung đã nhập còn nguyên'
const UNKNOWN = 'Trang gặp lỗi. Tải lại trang rồi làm lại'

const FINAL: readonly string[] = ['not-found', 'not-yours-to-see', 'no-current-post'] satisfies RefusalCode[]

/** Reads whatever an operation or an upload failed with. Takes anything thrown; never throws itself. */
export function readProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ORPCError) return fromWire({ code: thrown.code, message: thrown.message, data: thrown.data })
  if (thrown instanceof Unreachable) return offlineProblem()
  return { ...offlineProblem(), code: 'unknown', sentence: UNKNOWN }
}

/** Nobody answered: the network is away, or the server. */
export function offlineProblem(): ApiProblem {
  return {
    code: 'offline',
    sentence: OFFLINE,
    values: {},
    field: undefined,
    issues: [],
    data: undefined,
    final: false,
    reference: undefined,
  }
}

/** Reads the JSON body of a refusal, as plain routes send it. */
export function problemOfBody(body: unknown): ApiProblem {
  return isObject(body) ? fromWire(body) : offlineProblem()
}

function fromWire(wire: Record<string, unknown>): ApiProblem {
  const carried = isObject(wire.data) ? wire.data : {}
  const values = isObject(carried.values) ? carried.values : {}
  const inner = isObject(carried.data) ? carried.data : {}
  return {
    code: typeof wire.code === 'string' ? (wire.code as RefusalCode) : 'internal',
    sentence: typeof wire.message === 'string' && wire.message !== '' ? wire.message : OFFLINE,
    values: values as Record<string, string>,
    field: typeof carried.field === 'string' ? carried.field : undefined,
    issues: Array.isArray(inner.issues) ? inner.issues.filter(isIssue) : [],
    data: carried.data,
    final: FINAL.includes(String(wire.code)),
    reference: typeof values.reference === 'string' ? values.reference : undefined,
  }
}

/** What is wrong with one field of the input, if anything: an issue of its path, or the refusal's own place. */
export function problemAt(problem: ApiProblem | undefined, path: string): string | undefined {
  if (problem === undefined) return undefined
  const issue = problem.issues.find((one) => one.path === path)
  return issue?.message ?? (problem.field === path ? problem.sentence : undefined)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isIssue(value: unknown): value is { path: string; message: string } {
  return isObject(value) && typeof value.path === 'string' && typeof value.message === 'string'
}
