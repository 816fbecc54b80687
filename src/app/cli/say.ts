import { refusalSentence } from '../../kernel/refusals.ts'
import type { Refusal } from '../../kernel/result.ts'

/** Lines for people, on stdout. */
export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Why not, on stderr; gives the exit code. */
export function complain({ code, values }: Refusal): number {
  process.stderr.write(`${refusalSentence(code, values)}\n`)
  return 1
}

/** How a command is used, on stderr; gives the exit code. */
export function explain(usage: string): number {
  process.stderr.write(`Cách dùng: npm run -s thidua -- ${usage}\n`)
  return 2
}

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

export function countWords(count: number): string {
  return number.format(count)
}

/** «12,4 MB», «84 kB». */
export function sizeWords(bytes: number): string {
  return bytes < 1024 ** 2 ? `${number.format(bytes / 1024)} kB` : `${number.format(bytes / 1024 ** 2)} MB`
}
