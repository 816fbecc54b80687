import { foldForSearch } from '../../kernel/vietnamese-text.ts'

type Findable = {
  readonly name: string
  readonly shortName: string | null
  readonly symbol: string | null
  readonly kind: string
}

/** Tells the units that carry these words in a name or symbol, without accents, and are of this kind (`''`: of any). */
export function unitMatcher(wanted: { q: string; kind: string }): (unit: Findable) => boolean {
  const words = foldForSearch(wanted.q).split(' ').filter(Boolean)
  return ({ name, shortName, symbol, kind }) => {
    const text = foldForSearch(`${name} ${shortName ?? ''} ${symbol ?? ''}`)
    return words.every((word) => text.includes(word)) && (wanted.kind === '' || kind === wanted.kind)
  }
}
