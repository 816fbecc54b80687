/** A stretch of the paper's text, in UTF-16 units. */
export type Stretch = { start: number; end: number; text: string }

/**
 * What is selected in the paper, as offsets of its text: the lines of `article` are the lines of `text`, and the numbers written
 * after marks are not of it. Nothing when the selection is empty or lies elsewhere.
 */
export function selectedStretch(article: Element, text: string, selection: Selection | null): Stretch | undefined {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return undefined
  const starts = lineStarts(text)
  const from = offsetAt(article, starts, range.startContainer, range.startOffset)
  const to = offsetAt(article, starts, range.endContainer, range.endOffset)
  return from === undefined || to === undefined ? undefined : trimmed(text, from, to)
}

/** Where each line begins in the text. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The stretch without blanks at its ends; nothing when only blanks were chosen. */
export function trimmed(text: string, from: number, to: number): Stretch | undefined {
  let [start, end] = [Math.min(from, to), Math.min(Math.max(from, to), text.length)]
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return start === end ? undefined : { start, end, text: text.slice(start, end) }
}

function offsetAt(article: Element, starts: readonly number[], node: Node, offset: number): number | undefined {
  const line = [...article.children].findIndex((child) => child === node || child.contains(node))
  if (line === -1) {
    // the selection ends between two lines: the boundary is where the line after it begins
    return node === article ? starts[Math.min(offset, starts.length - 1)] : undefined
  }
  const start = starts[line]
  const paragraph = article.children[line]
  if (start === undefined || paragraph === undefined) return undefined
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return start + lengthOfText(before.cloneContents())
}

function lengthOfText(part: DocumentFragment): number {
  for (const number of part.querySelectorAll('button')) number.remove()
  return part.textContent?.length ?? 0
}
