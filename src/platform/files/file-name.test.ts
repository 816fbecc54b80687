import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, tidyFileName } from './file-name.ts'

describe('a file name kept as data', () => {
  it.each([
    ['Kế hoạch.docx', 'Kế hoạch.docx'],
    ['Kế hoạch.docx'.normalize('NFD'), 'Kế hoạch.docx'],
    ['C:\\Users\\Hoa\\Kế hoạch.DOCX', 'Kế hoạch.DOCX'],
    ['../../etc/passwd', 'passwd.docx'],
    ['..', 'tep.docx'],
    ['', 'tep.docx'],
    ['xcod.\u202Eexe', 'xcod.exe.docx'],
    ['hai\ndòng\u0000.docx', 'hai dòng.docx'],
    [`${'a'.repeat(300)}.docx`, `${'a'.repeat(250)}.docx`],
  ])('%j → %j', (given, kept) => {
    expect(tidyFileName(given, ['docx'])).toBe(kept)
  })

  it('is never a path, never empty, never too long, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
        const kept = tidyFileName(given, ['pdf'])
        expect(kept).toMatch(/^[^/\\\p{Cc}]+\.pdf$/iu)
        expect(Array.from(kept).length).toBeLessThanOrEqual(255)
      }),
    )
  })
})

describe('Content-Disposition', () => {
  it('carries the name in full and a plain one', () => {
    expect(contentDisposition('attachment', "Kế hoạch 'đợt 1'.docx")).toBe(
      `attachment; filename="Ke hoach 'dot 1'.docx"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%27%C4%91%E1%BB%A3t%201%27.docx`,
    )
  })

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(contentDisposition('inline', name)).toMatch(
          /^inline; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/,
        )
      }),
    )
  })
})
