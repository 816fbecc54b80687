import type { PaperMark } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'

/** Where a fact stands in the paper: the mark it lies under and the number written on both sides. */
export type FactPlace = { markId: string; number: number }

export type Marks = {
  marks: PaperMark[]
  placeOf: ReadonlyMap<string, FactPlace>
  /** The facts under one mark, in their own order: two read from the same words share it. */
  factsAt: ReadonlyMap<string, readonly string[]>
}

/**
 * Numbers the places of the facts in the order of the paper, by their stored offsets: the same words twice in a text are two
 * places. Marks may overlap. A removed fact keeps its number, so that nothing jumps, but its words are marked no longer.
 */
export function marksOf(facts: readonly FactShape[], textLength: number): Marks {
  const placed = facts.flatMap((fact) => (isWithin(fact, textLength) ? [{ fact, source: fact.source }] : []))
  placed.sort((a, b) => a.source.start - b.source.start || b.source.end - a.source.end)
  const marks: PaperMark[] = []
  const placeOf = new Map<string, FactPlace>()
  const factsAt = new Map<string, string[]>()
  const numbers = new Map<string, number>()
  const markAt = new Map<string, PaperMark>()
  for (const { fact, source } of placed) {
    const id = `${source.start}-${source.end}`
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    placeOf.set(fact.id, { markId: id, number })
    if (fact.state === 'removed') continue
    const there = factsAt.get(id)
    if (there) there.push(fact.id)
    else factsAt.set(id, [fact.id])
    const mark = markAt.get(id)
    if (mark !== undefined) {
      mark.doubtful ||= isDoubtful(fact)
      continue
    }
    const made: PaperMark = { id, ...source, number, doubtful: isDoubtful(fact) }
    markAt.set(id, made)
    marks.push(made)
  }
  return { marks, placeOf, factsAt }
}

/** To be compared with the paper by a person, and not yet done. */
export function isDoubtful(fact: Pick<FactShape, 'confidence' | 'state'>): boolean {
  return fact.confidence === 'look' && fact.state === 'read'
}

function isWithin(fact: FactShape, length: number): fact is FactShape & { source: { start: number; end: number } } {
  return fact.source !== null && fact.source.start < fact.source.end && fact.source.end <= length
}
