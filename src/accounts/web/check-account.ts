import { PASSWORD_PROBLEMS, passwordProblem } from '../../kernel/password-strength.ts'

const SIGN_IN_NAME = /^[a-z0-9][a-z0-9._-]{2,49}$/

/** What is wrong with a sign-in name, before the server is asked; nothing when it may do. */
export function whyNotSignInName(typed: string): string | undefined {
  const name = typed.trim().toLowerCase()
  if (name === '') return 'Nhập tên đăng nhập'
  if (SIGN_IN_NAME.test(name)) return undefined
  return 'Tên đăng nhập gồm 3 đến 50 chữ thường không dấu, số, dấu chấm, gạch, bắt đầu bằng chữ hoặc số'
}

/** What is wrong with a new password; `about` are its owner's names and addresses. */
export function whyNotPassword(password: string, about: readonly string[]): string | undefined {
  if (password === '') return 'Nhập mật khẩu'
  const problem = passwordProblem(password, about)
  return problem === undefined ? undefined : `Mật khẩu ${PASSWORD_PROBLEMS[problem]}. Chọn mật khẩu khác`
}

/** What is wrong with an e-mail address that may be left out. */
export function whyNotEmail(typed: string): string | undefined {
  const email = typed.trim()
  if (email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return undefined
  return 'Địa chỉ thư chưa đúng. Ví dụ: lan@hatinh.gov.vn'
}

/** The sentences that are there, by field: what a form's check gives. */
export function sentences<Name extends string>(all: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Partial<
    Record<Name, string>
  >
}
