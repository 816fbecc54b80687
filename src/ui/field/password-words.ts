import { PASSWORD_MIN, PASSWORD_PROBLEMS, passwordStrength } from '../../kernel/password-strength.ts'

/** What the bar beside a new password shows; the kernel judges it, as the server will. */
export type PasswordWords = { readonly level: 0 | 1 | 2 | 3; readonly words: string }

const LEVELS = [0, 1, 2, 3, 3] as const

/** How strong it is and what to do about it. `about` are its owner's names and addresses, which are easy to guess. */
export function passwordWords(password: string, about: readonly string[] = []): PasswordWords {
  if (password === '') return { level: 0, words: `Ít nhất ${PASSWORD_MIN} ký tự. Một câu ngắn dễ nhớ là tốt` }
  const lacking = PASSWORD_MIN - [...password.normalize('NFC')].length
  if (lacking > 0) return { level: 0, words: `Còn thiếu ${lacking} ký tự` }
  const { score, label, problem } = passwordStrength(password, about)
  if (problem !== undefined) return { level: 1, words: `Dễ đoán: ${PASSWORD_PROBLEMS[problem]}` }
  return { level: LEVELS[score], words: label }
}
