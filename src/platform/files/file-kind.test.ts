import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE, zip } from '../../../test/sample-files.ts'
import { fileKind } from './file-kind.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-kind-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function look(bytes: Buffer, name = 'tep'): Promise<string> {
  const path = join(folder, 'one')
  await writeFile(path, bytes)
  const kind = await fileKind(path, bytes.length, name)
  return kind.ok ? kind.value.extensions[0] : kind.refusal.code
}

const XML = Buffer.from('<x/>')

describe('what a file is, by its bytes', () => {
  it.each(Object.entries(SAMPLE))('%s', async (kind, bytes) => {
    expect(await look(bytes)).toBe(kind)
  })

  it('a name does not make it another kind', async () => {
    expect(await look(SAMPLE.docx, 'anh.png')).toBe('docx')
    expect(await look(Buffer.from('MZ\u0000\u0003 not a document'), 'ke-hoach.docx')).toBe('file-kind-not-taken')
  })

  it('a name tells Markdown from plain text, and other text formats are not taken', async () => {
    expect(await look(SAMPLE.txt, 'ke-hoach.MD')).toBe('md')
    expect(await look(SAMPLE.txt, 'trang.html')).toBe('file-kind-not-taken')
    expect(await look(Buffer.from('BM 01: biểu mẫu'), 'bieu.txt')).toBe('txt')
  })

  it('old Vietnamese encodings are text', async () => {
    expect(await look(Buffer.from([0x4b, 0xd5, 0x20, 0xae, 0xfe, 0xb8, 0x0a]), 'ke-hoach.txt')).toBe('txt')
  })

  it('a zip that is no document, a locked one, a bomb and a torn one are refused each with its reason', async () => {
    const document = { name: 'word/document.xml', bytes: XML }
    expect(await look(zip([{ name: 'a.txt', bytes: XML }]))).toBe('file-kind-not-taken')
    expect(await look(zip([{ ...document, locked: true }]))).toBe('file-encrypted')
    expect(await look(zip([document, { name: 'b.xml', bytes: XML, claims: 4_000_000_000 }]))).toBe(
      'file-unpacks-too-large',
    )
    expect(await look(SAMPLE.docx.subarray(0, -30))).toBe('file-broken')
    expect(await look(Buffer.from('PK\u0003\u0004'))).toBe('file-broken')
  })

  it('a file with a macro is refused whatever it calls itself, new or old', async () => {
    const sheet = { name: 'xl/workbook.xml', bytes: XML }
    expect(await look(zip([sheet, { name: 'xl/vbaProject.bin', bytes: XML }]), 'so-lieu.xlsx')).toBe('file-with-macro')
    const old = Buffer.concat([SAMPLE.doc, Buffer.from('_VBA_PROJECT', 'utf16le')])
    expect(await look(old, 'bao-cao.doc')).toBe('file-with-macro')
  })

  it('a Word file under a password says so', async () => {
    const locked = Buffer.concat([SAMPLE.doc, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await look(locked)).toBe('file-encrypted')
  })
})
