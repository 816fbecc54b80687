import { expect, test } from 'vitest'
import { whyNotPassword, whyNotSignInName } from './check-account.ts'

test('a sign-in name is told wrong where the server would refuse it', () => {
  expect(whyNotSignInName('')).toBe('Nhập tên đăng nhập')
  expect(whyNotSignInName('lê hoa')).toMatch(/chữ thường không dấu/)
  expect(whyNotSignInName('-hoa')).toMatch(/bắt đầu bằng/)
  expect(whyNotSignInName(' Le.Hoa ')).toBeUndefined()
})

test('a password made of its owner’s name is told so', () => {
  expect(whyNotPassword('ngắn', [])).toBe('Mật khẩu chưa đủ 12 ký tự. Chọn mật khẩu khác')
  expect(whyNotPassword('huynhngocquan1990', ['Huỳnh Ngọc Quân'])).toMatch(/^Mật khẩu .*\. Chọn mật khẩu khác$/)
  expect(whyNotPassword('tre già măng mọc bên suối', ['Huỳnh Ngọc Quân'])).toBeUndefined()
})
