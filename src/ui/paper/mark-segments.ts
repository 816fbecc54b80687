/** A stretch of the text that something was read from. Offsets count UTF-16 units, as strings do; `end` is not in it. */
export type PaperMark = {
  id: string
  start: number
  end: number
  /** The number on both sides. */
  number: number
  doubtful?: boolean
}

export type Segment = {
  text: string
  start: number
  /** The marks over this stretch, the longest first; empty for plain text. */
  marks: readonly PaperMark[]
  /** The marks whose last character is in this stretch: here their number is written. */
  ending: readonly PaperMark[]
  /** The marks whose first character is in this stretch: here their id stands. */
  beginning: readonly PaperMark[]
}

/** Cuts a text into lines, and each line where a mark begins or ends; marks may overlap and cross lines. */
export function segmentLines(text: string, marks: readonly PaperMark[]): Segment[][] {
  const whole = marks.filter((mark) => mark.start < mark.end && mark.start >= 0 && mark.end <= text.length)
  const lines: Segment[][] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push(segmentLine(line, start, whole))
    start += line.length + 1
  }
  return lines
}

function segmentLine(line: string, lineStart: number, marks: readonly PaperMark[]): Segment[] {
  const lineEnd = lineStart + line.length
  const here = marks.filter((mark) => mark.start < lineEnd && mark.end > lineStart)
  const cuts = new Set([lineStart, lineEnd])
  for (const mark of here) {
    cuts.add(Math.max(mark.start, lineStart))
    cuts.add(Math.min(mark.end, lineEnd))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? lineEnd
    const over = here.filter((mark) => mark.start <= from && mark.end >= to)
    return {
      text: line.slice(from - lineStart, to - lineStart),
      start: from,
      marks: over.sort((a, b) => b.end - b.start - (a.end - a.start)),
      // a mark that takes the line break in with it still ends on this line
      ending: over.filter((mark) => mark.end === to || (to === lineEnd && mark.end === lineEnd + 1)),
      beginning: over.filter((mark) => mark.start === from),
    }
  })
}
