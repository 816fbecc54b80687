const PLAIN = /^[+-]?\d+$/
/** «1.234.567,8»: points between thousands, a comma before the fraction. */
const VIETNAMESE = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const COMMA_FRACTION = /^[+-]?\d+,\d+$/
/** Not a group of three behind one point, or two commas: only the English way makes a number of it. */
const POINT_FRACTION = /^[+-]?\d+\.\d+$/
const ENGLISH = /^[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^[+-]?\d{1,3},\d{3}\.\d+$/

/**
 * A number as officers write it: `1.234,5`, `1 234,5`, `1234,5`; also the English way where it cannot be mistaken
 * (`12.5`, `1,234,567.8`). `1.234` is one thousand two hundred and thirty-four, `1,234` is one and a bit, as in every
 * Vietnamese paper. `undefined` when it is no number.
 */
export function readNumberText(text: string): number | undefined {
  const written = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3}(?:\D|$))/g, '')
  if (PLAIN.test(written)) return finite(written)
  if (VIETNAMESE.test(written)) return finite(written.replaceAll('.', '').replace(',', '.'))
  if (COMMA_FRACTION.test(written)) return finite(written.replace(',', '.'))
  if (POINT_FRACTION.test(written)) return finite(written)
  if (ENGLISH.test(written)) return finite(written.replaceAll(',', ''))
  return undefined
}

function finite(written: string): number | undefined {
  const number = Number(written)
  return Number.isFinite(number) ? number : undefined
}

const YES = new Set(['co', 'x', '1', 'true', 'dung', 'yes', 'y', 'v', 'c', 'd'])
const NO = new Set(['khong', '0', 'false', 'sai', 'no', 'n', 'k', 's'])
const TICKS = /^[✓✔☑√●•]$/

/** Yes or no as officers write it: «có», «x», «1», «đúng», a tick; «không», «0», «sai». `undefined` when it is neither. */
export function readYesNoText(text: string): boolean | undefined {
  const written = text.trim()
  if (TICKS.test(written)) return true
  const folded = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
  if (YES.has(folded)) return true
  return NO.has(folded) ? false : undefined
}
