import { fold } from './view.ts'

/** Words that only say what kind of place follows; with their marks, for «Hà Tĩnh» is no «tỉnh». */
const KINDS_OF_PLACE = new Set(['tỉnh', 'thành', 'phố', 'huyện', 'quận', 'thị', 'xã', 'phường', 'trấn', 'các'])

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text)

/**
 * A name the head prints in capitals as the running text writes it: «SỞ Y TẾ HÀ TĨNH» → «Sở Y tế Hà Tĩnh» where the text
 * speaks of «Sở Y tế». The longest beginning that occurs there is taken, at least two words; what is left is a place.
 * `null` when the text never writes the name, or it is not in capitals.
 */
export function inOwnCase(name: string, work: string): string | null {
  if (!isCapitals(name)) return null
  const words = name.split(' ').filter(Boolean)
  const running = work.replace(/[\s\u200B]/gu, ' ')
  const folded = fold(running)
  for (let count = words.length; count >= 2; count -= 1) {
    const head = words.slice(0, count).join(' ')
    const written = writtenIn(fold(head), folded, running)
    if (written === null) continue
    const rest = words.slice(count)
    // «Công ty» alone is how a text abridges any company's name: more than a place must not be left.
    if (rest.length > count && !KINDS_OF_PLACE.has((rest[0] ?? '').toLowerCase())) return null
    return [written, ...rest.map(calmed)].join(' ')
  }
  return null
}

/** The most frequent way the text writes these words in running case; the first of equals. */
function writtenIn(wanted: string, folded: string, running: string): string | null {
  const ways = new Map<string, number>()
  let at = folded.indexOf(wanted)
  for (let met = 0; at >= 0 && met < 40; met += 1) {
    const end = at + wanted.length
    const text = running.slice(at, end)
    const whole = !/\p{L}/u.test(running.charAt(at - 1)) && !/\p{L}/u.test(running.charAt(end))
    if (whole && !isCapitals(text)) {
      const opened = text.charAt(0).toUpperCase() + text.slice(1)
      ways.set(opened, (ways.get(opened) ?? 0) + 1)
    }
    at = folded.indexOf(wanted, end)
  }
  return [...ways].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function calmed(word: string): string {
  if (KINDS_OF_PLACE.has(word.toLowerCase())) return word.toLowerCase()
  if (/^\p{Lu}{1,4}$/u.test(word) && !/[AEIOUY]/.test(fold(word).toUpperCase())) return word
  return word.charAt(0) + word.slice(1).toLowerCase()
}
