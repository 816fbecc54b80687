import type { PartialDate } from './partial-date.ts'

/** The number as it is kept: digits alone. `undefined` unless there are 12 (căn cước) or 9 (the older identity card). */
export function readCitizenId(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/g, '')
  return /^(?:\d{12}|\d{9})$/.test(digits) ? digits : undefined
}

/**
 * What in a number of 12 digits does not go with the rest: its fourth digit tells century and sex, the next two the year of birth. A
 * doubt, never a refusal: the card is right and what was typed beside it may be wrong.
 */
export function citizenIdDoubts(
  citizenId: string,
  { birth, gender }: { birth: PartialDate | null; gender: 'male' | 'female' | null },
): string[] {
  if (citizenId.length !== 12) return []
  const mark = Number(citizenId[3])
  const year = 1900 + Math.floor(mark / 2) * 100 + Number(citizenId.slice(4, 6))
  const doubts: string[] = []
  if (birth && Number(birth.on.slice(0, 4)) !== year) {
    doubts.push('Năm sinh trong số định danh khác năm sinh đã nhập')
  }
  if (gender && (mark % 2 === 0 ? 'male' : 'female') !== gender) {
    doubts.push('Giới tính trong số định danh khác giới tính đã nhập')
  }
  return doubts
}
