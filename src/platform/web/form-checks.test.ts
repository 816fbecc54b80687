import { expect, test } from 'vitest'
import { sentences, whyEmpty, whyNotDay, whyNotEmail, whyNotOptionalDay } from './form-checks.ts'

test('a field left empty is told what to enter', () => {
  expect(whyEmpty('  ', 'tên đơn vị')).toBe('Nhập tên đơn vị')
  expect(whyEmpty('Văn phòng', 'tên đơn vị')).toBeUndefined()
})

test('a day that is no day is told apart from one not entered', () => {
  expect(whyNotDay('', 'ngày bắt đầu')).toBe('Nhập ngày bắt đầu')
  expect(whyNotDay(undefined, 'ngày bắt đầu')).toMatch(/không có trong lịch/)
  expect(whyNotDay('2022-07-05', 'ngày bắt đầu')).toBeUndefined()
})

test('a day that may be left out is wrong only when it is no day', () => {
  expect(whyNotOptionalDay('')).toBeUndefined()
  expect(whyNotOptionalDay(undefined)).toMatch(/không có trong lịch/)
})

test('only fields with something wrong remain', () => {
  expect(sentences({ name: undefined, from: 'Nhập ngày bắt đầu' })).toEqual({ from: 'Nhập ngày bắt đầu' })
})

test('an address may be left out, not be half', () => {
  expect(whyNotEmail(' ')).toBeUndefined()
  expect(whyNotEmail('lan@hatinh')).toMatch(/chưa đúng/)
  expect(whyNotEmail('lan@hatinh.gov.vn')).toBeUndefined()
})
