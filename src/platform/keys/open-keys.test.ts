import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settled } from '../../../test/throw-away-cluster.ts'
import { codeOf } from '../../../test/world.ts'
import { type KeyRows, newKeyRow, replaceKeysFile } from './keys-file.ts'
import { KEYS_FILE, KEYS_READ_EVERY_MS, OLD_SECRET_FILE, openKeys } from './open-keys.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keys-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const path = () => join(dataDir, KEYS_FILE)
const rows = async () => JSON.parse(await readFile(path(), 'utf8')) as KeyRows

describe('the keys of an installation', () => {
  it('are made once, of every kind, in a file only we can read; two starts at once get the same', async () => {
    const [one, two] = await Promise.all([openKeys({ dataDir }, []), openKeys({ dataDir }, [])])
    expect(settled(one).session.current).toBe(settled(two).session.current)
    expect(settled(one).keyring.marks()).toEqual(settled(two).keyring.marks())
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    expect(settled(one).session.current.length).toBeGreaterThan(40)
  })

  it('take in the secret that an older installation kept in a file of its own', async () => {
    await writeFile(join(dataDir, OLD_SECRET_FILE), `${'g'.repeat(64)}\n`)
    expect(settled(await openKeys({ dataDir }, [])).session.current).toBe('g'.repeat(64))
    await expect(stat(join(dataDir, OLD_SECRET_FILE))).rejects.toThrow('ENOENT')
    expect(settled(await openKeys({ dataDir }, [])).session.current).toBe('g'.repeat(64))
  })

  it('take in that secret also where the file of keys was there without it', async () => {
    await writeFile(join(dataDir, OLD_SECRET_FILE), 'g'.repeat(64))
    const old = { encryption: [newKeyRow(new Date())], digest: [newKeyRow(new Date())] }
    await writeFile(path(), JSON.stringify(old))
    expect(settled(await openKeys({ dataDir }, [])).session.current).toBe('g'.repeat(64))
    expect((await rows()).encryption).toEqual(old.encryption)
  })

  it('are never made anew beside a database that was written with others', async () => {
    const marks = settled(await openKeys({ dataDir }, [])).keyring.marks()
    expect(codeOf(await openKeys({ dataDir }, marks))).toBe('ok')
    await rm(path())
    expect(codeOf(await openKeys({ dataDir }, marks))).toBe('keys-lost')
    await expect(stat(path())).rejects.toThrow('ENOENT')
    settled(await openKeys({ dataDir }, []))
    expect(codeOf(await openKeys({ dataDir }, marks))).toBe('keys-foreign')
  })

  it.each(['', '{', '{"encryption":[],"digest":[]}', '{"encryption":[{"id":"k1","key":"kurz"}],"digest":[]}'])(
    'are not taken from a file that holds %j',
    async (text) => {
      await writeFile(path(), text)
      expect(codeOf(await openKeys({ dataDir }, []))).toBe('keys-unreadable')
      expect(await readFile(path(), 'utf8')).toBe(text)
    },
  )

  it('reach a running server when the file is changed', async () => {
    const { keyring } = settled(await openKeys({ dataDir }, []))
    const before = await rows()
    await replaceKeysFile(path(), { ...before, encryption: [newKeyRow(new Date()), ...before.encryption] })
    const sealed = keyring.seal('a', 'x')
    await new Promise((resolve) => setTimeout(resolve, KEYS_READ_EVERY_MS + 50))
    expect(keyring.isCurrent(sealed)).toBe(false)
    expect(keyring.open('a', sealed)).toBe('x')
  })
})
