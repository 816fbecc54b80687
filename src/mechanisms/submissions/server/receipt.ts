import { createHash } from 'node:crypto'
import { jsonText } from '../../../platform/database/json-text.ts'

export type Sent = {
  submissionId: string
  sentNo: number
  unitId: string
  content: unknown
  files: readonly { sha256: string; name: string }[]
  submittedAt: Date
  signedBy: string
}

/**
 * What a receipt is the hash of, as text: exactly what was sent, in a fixed order, names of fields sorted at every depth. Files enter by
 * their own hash. Whoever has this text recomputes the receipt by its SHA-256 with any tool.
 */
export function receiptText(sent: Sent): string {
  return jsonText([
    sent.submissionId,
    sent.sentNo,
    sent.unitId,
    sorted(sent.content),
    sent.files.map((file) => [file.sha256, file.name]),
    sent.submittedAt.toISOString(),
    sent.signedBy,
  ])
}

/** SHA-256 over the receipt's text: the sender can show later what it was, and nobody can change it unnoticed. */
export function receiptHash(sent: Sent): string {
  return createHash('sha256').update(receiptText(sent)).digest('hex')
}

/** The same value with the names of every object in order: stored JSON does not keep the order it was written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
