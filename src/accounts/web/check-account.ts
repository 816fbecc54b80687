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
