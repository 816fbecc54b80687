/** A run of characters as a PDF places it: `transform[4]`, `[5]` are the place of its left end on the base line. */
export type TextItem = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

type Piece = { text: string; x: number; end: number; y: number; height: number }

/**
 * Makes lines of the runs of a page, in the order the file draws them (cells of a table one after the other, as people
 * read them). Runs on one base line belong together; a wide gap becomes a tab, a wide step down an empty line.
 */
export function linesOf(items: readonly TextItem[]): string {
  const lines: Piece[] = []
  for (const item of items) {
    if (item.str === '') continue
    const [, , , scale = 0, x = 0, y = 0] = item.transform
    const height = item.height || Math.abs(scale) || 10
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < Math.max(line.height, height) * 0.45 && x >= line.x - 1) {
      const gap = x - line.end
      const blank = gap > height * 2.5 ? '\t' : gap > height * 0.16 ? ' ' : ''
      const needed = blank === '\t' ? '\t' : /\s$/.test(line.text) || /^\s/.test(item.str) ? '' : blank
      line.text = blank === '\t' ? `${line.text.trimEnd()}\t${item.str.trimStart()}` : line.text + needed + item.str
      line.end = Math.max(line.end, x + item.width)
      line.height = Math.max(line.height, height)
    } else if (item.str.trim() !== '') lines.push({ text: item.str, x, end: x + item.width, y, height })
  }
  const steps = lines.flatMap((line, i) => {
    const before = lines[i - 1]
    return before && before.y > line.y ? [before.y - line.y] : []
  })
  const usual = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
  let out = ''
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before) out += usual > 0 && before.y - line.y > usual * 1.3 ? '\n\n' : '\n'
    out += line.text.trimEnd()
  })
  return out
}
