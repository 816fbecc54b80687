import { expect, test } from 'vitest'
import { sentences, whyNotEmail, whyNotPassword, whyNotSignInName } from './check-account.ts'

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

test('an address may be left out, not be half', () => {
  expect(whyNotEmail(' ')).toBeUndefined()
  expect(whyNotEmail('lan@hatinh')).toMatch(/chưa đúng/)
  expect(whyNotEmail('lan@hatinh.gov.vn')).toBeUndefined()
})

test('only fields with something wrong remain', () => {
  expect(sentences({ name: undefined, email: 'Địa chỉ thư chưa đúng' })).toEqual({ email: 'Địa chỉ thư chưa đúng' })
})
