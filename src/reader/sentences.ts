import type { View } from './view.ts'

/** `[from, to)` of the sentences of a block. A full stop ends one when a capital follows and no abbreviation precedes. */
export function sentences(view: View): [number, number][] {
  const cuts: [number, number][] = []
  let from = 0
  for (const match of view.text.matchAll(/[.!?](?:\/\.)? (?=[\p{Lu}“-])/gu)) {
    if (
      /(?:^|[ .(])(?:\p{Lu}|TP|Tp|ThS|TS|PGS|GS|BS|KT|TM|TL)$/u.test(
        view.text.slice(Math.max(0, match.index - 5), match.index),
      )
    )
      continue
    cuts.push([from, match.index + 1])
    from = match.index + match[0].length
  }
  if (from < view.text.length) cuts.push([from, view.text.length])
  return cuts
}
