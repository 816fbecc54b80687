import { expect, it } from 'vitest'
import { needsTls, readMailSettings } from './mail-settings.ts'

const FROM = 'Sở Nội vụ <thidua@snv.gov.vn>'

it('are nothing when nothing is set', () => {
  expect(readMailSettings(undefined, undefined)).toEqual({ ok: true, value: undefined })
})

it.each([
  [FROM, { name: 'Sở Nội vụ', address: 'thidua@snv.gov.vn' }],
  ['"Sở, Nội vụ" <thidua@snv.gov.vn>', { name: 'Sở, Nội vụ', address: 'thidua@snv.gov.vn' }],
  ['thidua@snv.gov.vn', { name: 'Thi Đua', address: 'thidua@snv.gov.vn' }],
])('take the sender as people write one: %s', (text, from) => {
  expect(readMailSettings('smtp://mail.snv.gov.vn', text)).toMatchObject({ value: { from, host: 'mail.snv.gov.vn' } })
})

it.each([
  ['a server without a sender', 'smtp://mail.vn', undefined, 'config-missing-companion'],
  ['a sender without a server', undefined, FROM, 'config-missing-companion'],
  ['another kind of address', 'https://mail.vn', FROM, 'config-wrong-address'],
  ['no address at all', 'mail.vn:587', FROM, 'config-wrong-address'],
  ['a password without a name', 'smtp://:bi-mat@mail.vn', FROM, 'config-wrong-address'],
  ['a sender that is no address', 'smtp://mail.vn', 'Sở Nội vụ', 'config-wrong-address'],
])('refuse %s', (_, url, from, code) => {
  expect(readMailSettings(url, from)).toMatchObject({ ok: false, refusal: { code } })
})

it('never repeat a password', () => {
  const read = readMailSettings('smtp://a:bi-mat@mail.vn/duong-dan', FROM)
  expect(read.ok).toBe(false)
  expect(JSON.stringify(read)).not.toContain('bi-mat')
})

it('send no password in the clear over a network', () => {
  const needs = (url: string) => {
    const read = readMailSettings(url, FROM)
    return read.ok && read.value ? needsTls(read.value) : undefined
  }
  expect(needs('smtp://a:b@mail.vn:587')).toBe(true)
  expect(needs('smtps://a:b@mail.vn')).toBe(false)
  expect(needs('smtp://mail.vn:25')).toBe(false)
  expect(needs('smtp://a:b@127.0.0.1:2525')).toBe(false)
})
