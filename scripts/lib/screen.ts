import type { Page } from 'playwright'

/** Ids of the sample world that the addresses below need. */
export type SampleIds = {
  /** Hà Tĩnh's plan, half-way; Lạng Sơn's, waiting for consent; the made-up one, being reviewed. */
  readonly running: string
  readonly proposed: string
  readonly reviewed: string
  /** The duty of disseminating, of the unit with this name. */
  readonly duty: (unitName: string) => string
  /** What it owes of the plan's first period, or of the work given. */
  readonly owed: (unitName: string, kind: 'report' | 'task') => string
  /** The work given by an official letter; the form of the first period's reports. */
  readonly assignment: string
  readonly form: string
  readonly cluster: string
  readonly unit: (name: string) => string
  readonly person: (name: string) => string
}

export type Screen = {
  /** Of the picture's file. */
  readonly name: string
  /** Sign-in name of whom it is shown to; nobody: not signed in. */
  readonly who?: string
  readonly path: (ids: SampleIds) => string
  /** What is opened on the page before the picture is taken. */
  readonly open?: (page: Page) => Promise<void>
  /** As it is printed, in one width. */
  readonly onPaper?: boolean
  /**
   * The story it is part of: what is opened for it changes the sample world for everybody. Stories are told after all other pictures,
   * in the order of the list; a later part is not reached without those before it.
   */
  readonly story?: string
}
