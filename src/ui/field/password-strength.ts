/** How hard a password is to guess, in words a person can act on. Length counts most; repeats and runs count little. */
export type PasswordStrength = { readonly level: 0 | 1 | 2 | 3; readonly word: string; readonly advice?: string }

export const SHORTEST_PASSWORD = 12

const COMMON = ['password', 'matkhau', 'mat khau', 'qwerty', 'thidua', 'khenthuong', 'admin', 'abc123', '123456']

/** `about` are words that are easy to guess for this person: user name, name of the organisation. */
export function passwordStrength(password: string, about: readonly string[] = []): PasswordStrength {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) {
    return {
      level: 0,
      word: 'Quá ngắn',
      advice: `Cần ít nhất ${SHORTEST_PASSWORD} ký tự, còn thiếu ${SHORTEST_PASSWORD - length}`,
    }
  }
  const lower = password.toLowerCase()
  const guessed = [...COMMON, ...about.map((word) => word.toLowerCase())].find(
    (word) => word.length >= 3 && lower.includes(word),
  )
  const distinct = new Set(lower).size
  if (distinct < 6) return { level: 1, word: 'Yếu', advice: 'Ít ký tự khác nhau. Dùng một câu ngắn dễ nhớ' }
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length
  const points = length + kinds * 2 - (guessed === undefined ? 0 : guessed.length)
  if (guessed !== undefined && points < 18) return { level: 1, word: 'Yếu', advice: 'Có từ dễ đoán. Thêm vài từ khác' }
  if (points < 20) return { level: 2, word: 'Khá', advice: 'Dài thêm vài ký tự sẽ mạnh hơn' }
  return { level: 3, word: 'Mạnh' }
}
