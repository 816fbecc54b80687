import { createHash } from 'node:crypto'

/**
 * The receipt's hash: SHA-256 over exactly what was sent, in a fixed order, so that the sender can show later what it was and nobody
 * can change it unnoticed. Files enter by their own hash.
 */
export function receiptHash(sent: {
  submissionId: string
  sentNo: number
  unitId: string
  content: Readonly<Record<string, unknown>>
  files: readonly { sha256: string; name: string }[]
  submittedAt: Date
  signedBy: string
}): string {
  const content = Object.fromEntries(Object.entries(sent.content).sort(([a], [b]) => (a < b ? -1 : 1)))
  const written = JSON.stringify([
    sent.submissionId,
    sent.sentNo,
    sent.unitId,
    content,
    sent.files.map((file) => [file.sha256, file.name]),
    sent.submittedAt.toISOString(),
    sent.signedBy,
  ])
  return createHash('sha256').update(written).digest('hex')
}
