import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory } from './directory-lock.ts'
import { identityOf } from './process-identity.ts'

describe('the lock of a data directory', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thi-dua-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is had once, and again after it is given back', () => {
    const lock = lockDirectory(folder)
    expect(lockDirectory(folder)).toEqual({ heldBy: process.pid })
    if ('release' in lock) lock.release()
    expect(lockDirectory(folder)).toHaveProperty('release')
  })

  it('of a living process is respected', () => {
    writeFileSync(join(folder, 'lock'), identityOf(process.ppid) ?? '')
    expect(lockDirectory(folder)).toEqual({ heldBy: process.ppid })
  })

  it('of a process killed in the middle is taken over', async () => {
    const child = spawn('sleep', ['60'])
    const identity = identityOf(child.pid ?? 0) ?? ''
    writeFileSync(join(folder, 'lock'), identity)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    expect(lockDirectory(folder)).toHaveProperty('release')
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(identityOf(process.pid))
  })

  it('of a number that now belongs to another process is taken over', () => {
    writeFileSync(join(folder, 'lock'), `${process.pid} another-boot:1`)
    expect(lockDirectory(folder)).toHaveProperty('release')
  })
})
