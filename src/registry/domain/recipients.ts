import { foldForSearch, tidyName } from '../../kernel/vietnamese-text.ts'

/** A birth as it is known: `1985`, `1985-07` or `1985-07-15`. */
export type BirthText = string

export type WrittenRecipient = { name: string; unitName: string; birth: BirthText | null }

/** Whom a decision about one entry holds for: every entry that writes the same name, marks included, the same birth and unit. */
export function recipientKey(kind: 'person' | 'unit', { name, unitName, birth }: WrittenRecipient): string {
  return [kind, spelt(name), birth ?? '', spelt(unitName)].join('|')
}

export type Candidate = { name: string; birth: BirthText | null; unitNames: readonly string[] }

/** What speaks for and against two names being one person. */
export type Evidence = {
  birth: 'same' | 'agrees' | 'differs' | 'unknown'
  unit: 'same' | 'other' | 'unknown'
  /** Everything speaks for it: no person need be asked. */
  sure: boolean
}

/**
 * Weighs somebody of ours against a recipient as a decision writes him; `undefined` when the names differ, for a name is where it begins.
 * A name alone never decides, nor a name and a unit: two of one name work in one house. A whole birth day with the name does.
 */
export function weigh(recipient: WrittenRecipient, candidate: Candidate): Evidence | undefined {
  if (foldForSearch(recipient.name) !== foldForSearch(candidate.name)) return undefined
  const birth = compareBirths(recipient.birth, candidate.birth)
  const written = foldForSearch(recipient.unitName)
  const unit =
    written === '' || candidate.unitNames.length === 0
      ? 'unknown'
      : candidate.unitNames.some((name) => isNamedIn(foldForSearch(name), written))
        ? 'same'
        : 'other'
  // One written with marks and one without, «Lê Hoa» and «Lê Hòa», are two names until somebody says otherwise.
  const sameName = spelt(recipient.name) === spelt(candidate.name)
  return { birth, unit, sure: birth === 'same' && sameName }
}

/** «Phòng Nội vụ, Sở Nội vụ» names «Phòng Nội vụ»; compared by whole words. */
function isNamedIn(name: string, written: string): boolean {
  return ` ${written} `.includes(` ${name} `) || ` ${name} `.includes(` ${written} `)
}

function compareBirths(a: BirthText | null, b: BirthText | null): Evidence['birth'] {
  if (a === null || b === null) return 'unknown'
  if (a === b && a.length === 10) return 'same'
  return a.startsWith(b) || b.startsWith(a) ? 'agrees' : 'differs'
}

/** The likelier first; one whose birth differs comes last. */
export function likelihood({ birth, unit, sure }: Evidence): number {
  const ofBirth = { same: 4, agrees: 3, unknown: 1, differs: 0 }[birth]
  const ofUnit = { same: 2, unknown: 1, other: 0 }[unit]
  return sure ? 100 : ofBirth * 3 + ofUnit
}

/** Without case and odd blanks, the marks as they are: «Hoa» is not «Hòa». */
function spelt(name: string): string {
  return tidyName(name).toLocaleLowerCase('vi')
}
