import type { FactKind } from '../fact-values.ts'

/** The kinds of facts in the order in which a paper is read. */
export const FACT_ORDER: readonly FactKind[] = [
  'docType',
  'number',
  'date',
  'place',
  'superior',
  'issuer',
  'subject',
  'theme',
  'legalBasis',
  'movement',
  'period',
  'commemoration',
  'target',
  'task',
  'deadline',
  'recipient',
  'signer',
]
