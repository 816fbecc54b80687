import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../../test/make-pdf.ts'
import { SAMPLE, zip } from '../../test/sample-files.ts'
import type { RefusalCode } from '../kernel/refusals.ts'
import { MOST_BYTES, readFileText } from './read-file-text.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intake-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function textOf(bytes: Uint8Array, name = 'ke-hoach.txt') {
  const read = await readFileText({ bytes, name })
  if (!read.ok) throw new Error(`refused: ${read.refusal.code}`)
  return read.value
}

async function refusalOf(bytes: Uint8Array, name = 'tep'): Promise<RefusalCode | 'read'> {
  const read = await readFileText({ bytes, name })
  return read.ok ? 'read' : read.refusal.code
}

const word = (xml: string) =>
  zip([
    {
      name: 'word/document.xml',
      bytes: Buffer.from(`<?xml version="1.0"?><w:document><w:body>${xml}</w:body></w:document>`),
    },
  ])

describe('plain text', () => {
  it('is taken in UTF-8, with or without its mark', async () => {
    expect((await textOf(Buffer.from('\uFEFFKẾ HOẠCH'))).text).toBe('KẾ HOẠCH')
    expect((await textOf(Buffer.from('KẾ HOẠCH'))).text).toBe('KẾ HOẠCH')
  })

  it('is taken in UTF-16 of either order', async () => {
    const little = Buffer.from('\uFEFFThi đua', 'utf16le')
    expect((await textOf(little)).text).toBe('Thi đua')
    expect((await textOf(Buffer.from(little).swap16())).text).toBe('Thi đua')
  })

  it('comes out composed, with Đ for the Icelandic Ð and line feeds only', async () => {
    const text = 'ÐỢT THI ÐUA\r\nHoà bình'.normalize('NFD')
    expect((await textOf(Buffer.from(text))).text).toBe('ĐỢT THI ĐUA\nHoà bình'.normalize('NFC'))
  })

  it('keeps Markdown apart by its name', async () => {
    expect((await textOf(Buffer.from('# Kế hoạch'), 'a.md')).mediaType).toBe('text/markdown')
  })

  it('is refused in an old encoding instead of being read as gibberish', async () => {
    expect(await refusalOf(Buffer.from([0x4b, 0xd5, 0x20, 0x68, 0xb9, 0x63, 0x68]))).toBe('document-old-encoding')
  })

  it('is read from a path too', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'Kế hoạch')
    expect(await readFileText({ path, name: 'a.txt' })).toMatchObject({ ok: true, value: { text: 'Kế hoạch' } })
  })
})

describe('a .docx', () => {
  it('gives paragraphs as lines, list signs written out, table rows with tabs', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const file = new Document({
      numbering: {
        config: [
          {
            reference: 'parts',
            levels: [
              { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
              { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)' },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph('KẾ HOẠCH'),
            new Paragraph({ text: 'Mục đích', numbering: { reference: 'parts', level: 0 } }),
            new Paragraph({ text: 'Yêu cầu', numbering: { reference: 'parts', level: 0 } }),
            new Paragraph({ text: 'Việc thứ nhất', numbering: { reference: 'parts', level: 1 } }),
            new Table({ rows: [new TableRow({ children: [cell('UBND TỈNH'), cell('CỘNG HÒA')] })] }),
          ],
        },
      ],
    })
    const read = await textOf(await Packer.toBuffer(file), 'a.docx')
    expect(read.text).toBe('KẾ HOẠCH\nI. Mục đích\nII. Yêu cầu\na) Việc thứ nhất\nUBND TỈNH\tCỘNG HÒA')
    expect(read.mediaType).toMatch(/wordprocessingml/)
  })

  it('leaves out what was struck out under tracked changes, and field codes', async () => {
    const xml =
      '<w:p><w:r><w:t>trước ngày </w:t></w:r><w:del><w:r><w:delText>15/7</w:delText></w:r></w:del><w:ins><w:r><w:t>20/7</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>'
    expect((await textOf(word(xml))).text).toBe('trước ngày 20/7')
  })

  it('puts the two columns of a head one after the other', async () => {
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    const xml = `<w:tbl><w:tr><w:tc>${p('UBND TỈNH')}${p('SỞ NỘI VỤ')}</w:tc><w:tc>${p('CỘNG HÒA')}${p('Độc lập')}</w:tc></w:tr></w:tbl>`
    expect((await textOf(word(xml))).text).toBe('UBND TỈNH\nSỞ NỘI VỤ\nCỘNG HÒA\nĐộc lập')
  })
})

describe('a .pdf with a text layer', () => {
  it('gives its lines page by page and says how far it is', async () => {
    const seen: number[] = []
    const bytes = makePdf([['KE HOACH', 'phat dong thi dua'], ['trang hai co chu']])
    const read = await readFileText({ bytes, name: 'a.pdf', onProgress: (done) => seen.push(done) })
    expect(read).toMatchObject({ ok: true, value: { pages: 2, notes: [] } })
    expect(read.ok && read.value.text).toBe('KE HOACH\nphat dong thi dua\n\ntrang hai co chu')
    expect(seen).toEqual([0.5, 1])
  })

  it('tells which pages have no words', async () => {
    const read = await textOf(makePdf([['trang nay co day du chu'], []]), 'a.pdf')
    expect(read.notes).toEqual(['Trang 2 không có lớp chữ'])
  })
})

describe('what cannot be read is refused in words', () => {
  it('nothing at all', async () => expect(await refusalOf(new Uint8Array())).toBe('file-empty'))
  it('blanks only', async () => expect(await refusalOf(Buffer.from('  \n\n  '))).toBe('document-without-words'))
  it('more than 20 MB', async () => expect(await refusalOf(new Uint8Array(MOST_BYTES + 1))).toBe('file-too-large'))
  it('a picture', async () => expect(await refusalOf(SAMPLE.png)).toBe('document-picture'))
  it('Word 97', async () => expect(await refusalOf(SAMPLE.doc, 'a.doc')).toBe('document-old-word'))
  it('a spreadsheet', async () => expect(await refusalOf(SAMPLE.xlsx, 'a.docx')).toBe('document-kind-unread'))
  it('a page of HTML', async () =>
    expect(await refusalOf(Buffer.from('<!DOCTYPE html><p>a'))).toBe('document-kind-unread'))
  it('a scan', async () => expect(await refusalOf(makePdf([[], []]), 'a.pdf')).toBe('document-scanned'))
  it('a broken PDF', async () => expect(await refusalOf(SAMPLE.pdf, 'a.pdf')).toBe('file-broken'))

  it('a PDF under a password', async () => {
    const locked = makePdf([['bi mat']], { encrypted: true })
    expect(await refusalOf(locked, 'a.pdf')).toBe('file-encrypted')
  })

  it('a Word file under a password', async () => {
    const container = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await refusalOf(container, 'a.docx')).toBe('file-encrypted')
  })

  it('a zip under a password', async () => {
    const locked = zip([{ name: 'word/document.xml', bytes: Buffer.from('<w:document>'), locked: true }])
    expect(await refusalOf(locked)).toBe('file-encrypted')
  })

  it('a cut-off Word file', async () => {
    const whole = word('<w:p><w:r><w:t>a</w:t></w:r></w:p>')
    expect(await refusalOf(whole.subarray(0, whole.length - 30))).toBe('file-broken')
  })

  it('a Word file whose main part is torn', async () => {
    expect(await refusalOf(zip([{ name: 'word/document.xml', bytes: Buffer.from('<w:document><w:p>') }]))).toBe(
      'file-broken',
    )
  })

  it('a Word file without a word', async () => expect(await refusalOf(word('<w:p/>'))).toBe('document-without-words'))

  it('a bomb that says what it becomes', async () => {
    const bytes = Buffer.alloc(40_000_000)
    expect(await refusalOf(zip([{ name: 'word/document.xml', bytes }]))).toBe('file-unpacks-too-large')
  })

  it('a bomb that lies about what it becomes', async () => {
    const bytes = Buffer.alloc(40_000_000)
    expect(await refusalOf(zip([{ name: 'word/document.xml', bytes, claims: 100 }]))).toBe('file-unpacks-too-large')
  })

  it('what takes longer than it may', async () => {
    const read = await readFileText({
      bytes: makePdf([['a']]),
      name: 'a.pdf',
      limits: { milliseconds: 0, megabytes: 512 },
    })
    expect(read).toMatchObject({ ok: false, refusal: { code: 'document-too-heavy' } })
  })
})

describe('whatever the bytes', () => {
  it('behind the mark of a kind, intake answers and never throws', async () => {
    const marks = ['%PDF-1.4\n', 'PK\u0003\u0004', '{\\rtf', ''].map((mark) => Buffer.from(mark, 'latin1'))
    const anyFile = fc
      .tuple(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }))
      .map(([mark, rest]) => Buffer.concat([mark, rest]))
    await fc.assert(
      fc.asyncProperty(anyFile, async (bytes) => {
        const read = await readFileText({ bytes, name: 'a' })
        expect(read.ok === true || read.refusal.code.length > 0).toBe(true)
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('a good file with bytes turned is read or refused', async () => {
    const good = makePdf([['KE HOACH phat dong thi dua nam 2022']])
    const turned = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(turned, async (changes) => {
        const bytes = Buffer.from(good)
        for (const [at, value] of changes) bytes[at] = value
        const read = await readFileText({ bytes, name: 'a.pdf' })
        expect(typeof read.ok).toBe('boolean')
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})
