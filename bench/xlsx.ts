import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * 50,000 rows of twelve columns to .xlsx, to disk; beside it 5,000 (memory must not grow with the rows), the library's
 * own writing of the same from memory, and reading them back. Each step in a process of its own.
 */
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-xlsx-'))
const file = join(folder, 'a.xlsx')

function step(name: string, count: number): { seconds: number; peakMb: number; rows: number } {
  const program = fileURLToPath(new URL('./lib/sheet-step.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [program, name, file, String(count)], { encoding: 'utf8' }))
}

try {
  const few = step('write', 5000)
  const idle = step('idle', 0)
  const peer = step('peer', 50_000)
  const many = step('write', 50_000)
  const back = step('read', 0)
  if (back.rows !== 50_000) throw new Error(`${back.rows} rows came back`)
  console.log(`tiến trình trống: ${idle.peakMb} MB; ghi 5.000 dòng: ${few.seconds} s, ${few.peakMb} MB`)
  console.log(`ghi 50.000 dòng: ${many.seconds} s, ${many.peakMb} MB; đọc lại: ${back.seconds} s, ${back.peakMb} MB`)
  console.log(`thư viện tự ghi từ bộ nhớ: ${peer.seconds} s, ${peer.peakMb} MB`)
  console.log(
    JSON.stringify({
      seconds: many.seconds,
      peakMb: many.peakMb,
      idleMb: idle.peakMb,
      peakMbOf5000: few.peakMb,
      peerSeconds: peer.seconds,
      peerPeakMb: peer.peakMb,
      readSeconds: back.seconds,
      readPeakMb: back.peakMb,
    }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
