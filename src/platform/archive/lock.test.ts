import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf } from '../../../test/world.ts'
import { makeKeyPair, readKeyFile, readPassphraseFile } from './lock.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(text: string): Promise<string> {
  const path = join(folder, 'file')
  await writeFile(path, text)
  return path
}

describe('a passphrase', () => {
  it('is the first line as it stands, also where it begins with «#»', async () => {
    const read = await readPassphraseFile(await file('# mười sáu chữ cái trở lên\r\nmột dòng khác đủ dài'))
    expect(read).toMatchObject({ ok: true, value: { lock: { passphrase: '# mười sáu chữ cái trở lên' } } })
  })

  it.each([
    ['quá ngắn\n', 'backup-passphrase-short'],
    ['\nmột dòng thứ hai đủ dài để dùng', 'config-unreadable-file'],
    ['', 'config-unreadable-file'],
  ])('is not taken from %j', async (text, code) => {
    expect(codeOf(await readPassphraseFile(await file(text)))).toBe(code)
  })
})

describe('a key file', () => {
  it('locks for every recipient in it, unlocks with its identities, and passes over remarks', async () => {
    const [one, two] = [await makeKeyPair(), await makeKeyPair()]
    const read = await readKeyFile(await file(`# khóa\n${one.identity}\n\n${two.recipient}\n`))
    expect(read).toMatchObject({
      ok: true,
      value: {
        lock: { recipients: [two.recipient, one.recipient] },
        unlock: { identities: [one.identity] },
      },
    })
  })

  it('with a letter mistyped, or something else in it, is refused', async () => {
    const { recipient } = await makeKeyPair()
    const mistyped = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q')
    for (const text of [mistyped, `${recipient}\nmật khẩu`, '# chỉ có lời nhắc'])
      expect(codeOf(await readKeyFile(await file(text)))).toBe('backup-key-unreadable')
  })
})
