import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../src/platform/process/free-port.ts'

/**
 * From the start of the server's process to `/health/ready`: once on an empty folder (making the database, migrating),
 * which is what a newcomer waits for after the install, and once again on the same folder.
 */

const dataDir = mkdtempSync(join(tmpdir(), 'thi-dua-startup-'))

async function millisecondsUntilReady(): Promise<number> {
  const port = await findFreePort()
  const began = performance.now()
  const server = spawn(process.execPath, ['scripts/go.mjs', 'src/app/start.ts'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    while (!(await answers(`http://127.0.0.1:${port}/health/ready`))) {
      if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    return Math.round(performance.now() - began)
  } finally {
    const ended = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGINT')
    await ended
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).status === 200
  } catch {
    return false
  }
}

try {
  const readyMs = await millisecondsUntilReady()
  const againMs = await millisecondsUntilReady()
  console.log(`thư mục trống: ${readyMs} ms; khởi động lại: ${againMs} ms`)
  console.log(JSON.stringify({ readyMs, againMs }))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
