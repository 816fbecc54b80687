import { expect, it } from 'vitest'
import { makeHandedCode, makeLinkSecret, makeRecoveryCodes, readSecondCode, tidyAccessSecret } from './codes.ts'

it('ten recovery codes, none twice, without signs that look alike', () => {
  const codes = makeRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/)
})

it.each([
  ['123456', 'totp', '123456'],
  [' 123 456 ', 'totp', '123456'],
  ['7kq4m-2tnxc', 'recovery', '7KQ4M-2TNXC'],
  ['7KQ4M2TNXC', 'recovery', '7KQ4M-2TNXC'],
  ['7kq4 m2tn xc8d', 'handed', '7KQ4-M2TN-XC8D'],
  ['12345', 'none', ''],
  ['', 'none', ''],
  ['x'.repeat(100_000), 'none', ''],
])('knows what was typed: %j', (typed, kind, code) => {
  expect(readSecondCode(typed)).toEqual({ kind, code })
})

it('a code that was made is read as itself', () => {
  const [recovery = ''] = makeRecoveryCodes()
  expect(readSecondCode(recovery)).toEqual({ kind: 'recovery', code: recovery })
  const handed = makeHandedCode()
  expect(readSecondCode(handed.toLowerCase())).toEqual({ kind: 'handed', code: handed })
  expect(tidyAccessSecret(` ${handed.replaceAll('-', ' ').toLowerCase()} `)).toBe(handed)
  const link = makeLinkSecret()
  expect(tidyAccessSecret(` ${link} `)).toBe(link)
})
