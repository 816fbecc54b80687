import { describe, expect, it } from 'vitest'
import { passwordProblem, passwordStrength } from './password-strength.ts'

describe('a password is refused', () => {
  it.each([
    ['ngắn', 'too-short'],
    ['12345678901', 'too-short'],
    ['123456789012', 'common'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abcabcabcabcabc', 'common'],
    ['qwertyuiop123456', 'common'],
    ['Matkhau@123456', 'common'],
    ['Mật khẩu 123456', 'common'],
    ['P@ssw0rdP@ssw0rd', 'common'],
    ['ThiDuaKhenThuong2022', 'common'],
    ['anhyeuem20011999', 'common'],
    ['x'.repeat(201), 'too-long'],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem)
  })

  it('when it is made of the name of whoever has it', () => {
    const about = ['Đỗ Bích Lan', 'dobichlan', 'lan.dobich@so.vn']
    expect(passwordProblem('DoBichLan-8472', about)).toBe('about-owner')
    expect(passwordProblem('Đỗ Bích Lan 99', about)).toBe('about-owner')
    expect(passwordProblem('thuyền giấy qua cầu lan', about)).toBeUndefined()
  })
})

describe('a password is taken', () => {
  it.each(['thuyền giấy qua cầu', 'mưa rào tháng bảy xanh', 'kX9#vq2Lm!tR', 'con mèo ngồi trên mái ngói'])(
    '%s',
    (password) => {
      expect(passwordProblem(password)).toBeUndefined()
    },
  )
})

describe('the strength shown', () => {
  it('grows with what a guesser would have to try', () => {
    const scores = ['ngắn', 'hoa2022xyzab', 'thuyền giấy qua cầu', 'thuyền giấy qua cầu, mưa rào tháng bảy'].map(
      (password) => passwordStrength(password).score,
    )
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(scores[0]).toBe(0)
    expect(scores.at(-1)).toBe(4)
  })

  it('names itself in Vietnamese', () => {
    expect(passwordStrength('').label).toBe('Quá yếu')
    expect(passwordStrength('thuyền giấy qua cầu, mưa rào tháng bảy').label).toBe('Rất mạnh')
  })
})
