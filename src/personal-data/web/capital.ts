/** «ngày sinh» at the head of a line: «Ngày sinh». */
export function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}
