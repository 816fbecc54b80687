/** The first letter as a capital, the Vietnamese way; the rest as printed. */
export function capitalised(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim()
  return trimmed.slice(0, 1).toLocaleUpperCase('vi') + trimmed.slice(1)
}
