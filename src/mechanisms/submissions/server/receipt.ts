import { createHash } from 'node:crypto'
import { jsonText } from '../../../platform/database/json-text.ts'
import { inOrder } from '../domain/parts.ts'

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
    inOrder(sent.content),
    sent.files.map((file) => [file.sha256, file.name]),
    sent.submittedAt.toISOString(),
    sent.signedBy,
  ])
}

/** SHA-256 over the receipt's text: the sender can show later what it was, and nobody can change it unnoticed. */
export function receiptHash(sent: Sent): string {
  return createHash('sha256').update(receiptText(sent)).digest('hex')
}
