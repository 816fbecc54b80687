/** «Báo cáo tiến độ, Tháng 10/2022»; a title that names its turn already is left as it is. */
export function titleWithTurn({ title, occurrence }: { title: string; occurrence: string | null }): string {
  if (occurrence === null || wordsIn(title).includes(wordsIn(occurrence))) return title
  return `${title}, ${occurrence}`
}

/** What the work belongs to, beside its title; work given by hand bears the name of its thing, which is not said twice. */
export function thingBeside({ title, thingTitle }: { title: string; thingTitle: string }): string {
  return thingTitle === title ? 'Việc được giao' : thingTitle
}

/** With blanks around, so that «Tháng 1» is not found in «Tháng 11». */
function wordsIn(text: string): string {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}/]+/u)
  return ` ${words.filter((word) => word !== '').join(' ')} `
}
