/**
 * A report form: what units are asked, line by line. A line's key is given once and never used again, so that what was sent under an
 * older version still means the same.
 */
export type FormDefinition = { readonly sections: readonly FormSection[] }

export type FormSection = { readonly key: string; readonly title: string; readonly lines: readonly FormLine[] }

export type FormLine = {
  readonly key: string
  readonly label: string
  /** What the plan says, or how to count: stands under the label. */
  readonly help: string
  readonly required: boolean
  /** Papers that prove it must hang on the line. */
  readonly evidence: 'none' | 'optional' | 'required'
  readonly kind: LineKind
  /** Of a figure: «người», «nhiệm vụ», «lượt». */
  readonly unit: string
  /** What the plan sets, for showing beside what was reached; in the line's own measure (a share in per cent). */
  readonly planned: number | null
  readonly plannedWords: string
}

/** Figures are added up; the rest is read. */
export type LineKind = FigureKind | 'narrative' | 'list'
export type FigureKind = 'count' | 'share' | 'amount' | 'yes-no'

/** What a list holds. */
export type ListKind = 'example' | 'initiative' | 'praised'

/** What a unit writes on a line; `null` members are not yet filled in. «Chưa có» is said, never counted as zero. */
export type LineValue =
  | { readonly kind: 'count'; readonly count: number | null; readonly note: string }
  | {
      readonly kind: 'share'
      readonly numerator: number | null
      readonly denominator: number | null
      readonly note: string
    }
  /** Whole đồng. */
  | { readonly kind: 'amount'; readonly amount: number | null; readonly note: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean | null; readonly note: string }
  | { readonly kind: 'narrative'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }

export type ListItem = { readonly kind: ListKind; readonly who: string; readonly what: string }

export const FIGURE_KINDS: readonly FigureKind[] = ['count', 'share', 'amount', 'yes-no']

/** What travels: every line as it was sent, with the papers that hang on it. `fileIds` of each line are among the submission's files. */
export type ReportContent = {
  readonly formVersion: number
  readonly lines: Readonly<Record<string, { readonly value: LineValue; readonly fileIds: readonly string[] }>>
}
