import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SECRET_FILE, signInSecret } from './secret.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('is made once, kept where only we can read it, and stays the same', async () => {
  const first = await signInSecret(folder, undefined)
  expect(first.length).toBeGreaterThan(40)
  expect(await signInSecret(folder, undefined)).toBe(first)
  expect((await stat(join(folder, SECRET_FILE))).mode & 0o777).toBe(0o600)
})

it('is the one given, when one is given', async () => {
  expect(await signInSecret(folder, 'g'.repeat(40))).toBe('g'.repeat(40))
})

it('stops the start when it is too short to protect anything', async () => {
  await expect(signInSecret(folder, 'ngắn')).rejects.toThrow('AUTH_SECRET: cần ít nhất 32 ký tự')
  await writeFile(join(folder, SECRET_FILE), '')
  await expect(signInSecret(folder, undefined)).rejects.toThrow(/cần ít nhất 32 ký tự/)
})
