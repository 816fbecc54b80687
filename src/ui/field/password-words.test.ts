import { describe, expect, test } from 'vitest'
import { passwordProblem } from '../../kernel/password-strength.ts'
import { passwordWords } from './password-words.ts'

describe('the bar beside a new password', () => {
  test('says what is wanted before anything is typed', () => {
    expect(passwordWords('').words).toMatch(/^Ít nhất 12 ký tự/)
  })

  test('counts what is lacking, a Vietnamese letter as one', () => {
    expect(passwordWords('Ab1!Ab1!')).toEqual({ level: 0, words: 'Còn thiếu 4 ký tự' })
    expect(passwordWords('ệệệệệệệệệệệ').words).toBe('Còn thiếu 1 ký tự')
  })

  test.each(['matkhau123456', 'aaaaaaaaaaaaaaaa', 'lan.nguyen.1990'])(
    'never looks good where it is refused (%s)',
    (typed) => {
      expect(passwordProblem(typed, ['Nguyễn Lan'])).toBeDefined()
      expect(passwordWords(typed, ['Nguyễn Lan']).level).toBe(1)
      expect(passwordWords(typed, ['Nguyễn Lan']).words).toMatch(/^Dễ đoán/)
    },
  )

  test('fills up for a short sentence', () => {
    expect(passwordWords('Bốn mùa thông reo trên đồi').level).toBe(3)
  })
})
