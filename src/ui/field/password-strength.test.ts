import { describe, expect, test } from 'vitest'
import { passwordStrength } from './password-strength.ts'

describe('the strength of a password', () => {
  test('under 12 characters it is too short, and the lack is counted', () => {
    expect(passwordStrength('Ab1!Ab1!')).toEqual({
      level: 0,
      word: 'Quá ngắn',
      advice: 'Cần ít nhất 12 ký tự, còn thiếu 4',
    })
  })

  test('Vietnamese letters count as one each', () => {
    expect(passwordStrength('ệệệệệệệệệệệ').advice).toContain('còn thiếu 1')
  })

  test('one letter many times is weak', () => {
    expect(passwordStrength('aaaaaaaaaaaaaaaa').level).toBe(1)
  })

  test('a word everybody tries is weak, and so is the person’s own name', () => {
    expect(passwordStrength('matkhau123456').level).toBe(1)
    expect(passwordStrength('lanlanlan9lan', ['lan']).level).toBe(1)
  })

  test('a short sentence is strong', () => {
    expect(passwordStrength('Bốn mùa thông reo trên đồi')).toEqual({ level: 3, word: 'Mạnh' })
  })
})
