import type { Citation, PaperDate, Signer, Target } from './plan.ts'

/** A stretch of the text the reader was given: UTF-16 positions, `end` is the first position after it. */
export type Source = { readonly start: number; readonly end: number }

/** `sure`: the form leaves one reading. `look`: a person should compare it with the text. */
export type Confidence = 'sure' | 'look'

/** «Trước ngày D» ends the day before; «đến / chậm nhất ngày D» ends with D. */
export type Relation = 'before' | 'by'

/**
 * A day set by the paper. `printed` keeps its own words; `date` is `null` when those words are no day of the
 * calendar («31/02/2022») or name no day at all («ngày 20 tháng liền sau»).
 */
export type DueDay = { date: PaperDate | null; relation: Relation; printed: string }

/** What each kind of fact holds. */
export type FactValues = {
  docType: string
  number: string
  issuer: string
  /** The body above the issuer in the head («UBND TỈNH …» over «SỞ NỘI VỤ»). */
  superior: string
  place: string
  /** `null` with confidence `look` when the printed day does not exist. */
  date: PaperDate | null
  subject: string
  theme: string
  legalBasis: Citation
  movement: string
  period: { name: string; start: PaperDate | null; end: PaperDate | null; review: DueDay | null }
  commemoration: {
    name: string
    years: number | null
    date: PaperDate | null
    origin: PaperDate | null
    /** Key of the period it belongs to, `null` when it stands outside any. */
    period: string | null
  }
  target: Target
  task: { assignee: string | null; text: string; due: DueDay | null }
  deadline: { what: string; due: DueDay; recipient: string | null }
  recipient: string
  signer: Signer
}

export type FactKind = keyof FactValues

/** Keyed by kind, so that a new kind does not compile until it has its place in the order of the paper. */
const ORDER: Record<FactKind, number> = {
  docType: 0,
  number: 1,
  issuer: 2,
  superior: 3,
  place: 4,
  date: 5,
  subject: 6,
  legalBasis: 7,
  theme: 8,
  movement: 9,
  period: 10,
  commemoration: 11,
  target: 12,
  task: 13,
  deadline: 14,
  recipient: 15,
  signer: 16,
}

/** All kinds, in the order in which a paper brings them. */
export const FACT_KINDS = (Object.keys(ORDER) as FactKind[]).sort((a, b) => ORDER[a] - ORDER[b])

type FactOf<K extends FactKind> = {
  kind: K
  value: FactValues[K]
  /** The sentence it was read from; `null` for a fact a person has added. */
  source: Source | null
  confidence: Confidence
  /** Where single parts of the value stand, for those with a place of their own. */
  parts?: Readonly<Record<string, Source>>
}

/** A fact as a rule finds it, before the reading has given it a key. */
export type Finding = { [K in FactKind]: FactOf<K> }[FactKind]

/** A fact of a reading. `key` («target-3») is the same every time the same text is read, and unique in it. */
export type Fact = Finding & { key: string }

/** What `toPlanJson` needs of a fact: also facts that people have corrected or added. */
export type FactContent = { [K in FactKind]: { key: string; kind: K; value: FactValues[K] } }[FactKind]

/** Makes a finding; the compiler keeps kind and value together. */
export function finding<K extends FactKind>(
  kind: K,
  value: FactValues[K],
  source: Source,
  confidence: Confidence = 'sure',
  parts?: Readonly<Record<string, Source>>,
): Finding {
  return { kind, value, source, confidence, ...(parts ? { parts } : {}) } as Finding
}
