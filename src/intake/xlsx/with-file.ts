import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

type AtHand = { path: string } | { bytes: Uint8Array }

/**
 * Does the work on a file at hand. What is still on its way is put on disk first and taken away afterwards: the list of
 * a zip's parts stands at its end.
 */
export async function withFile<T>(
  source: AtHand | { stream: AsyncIterable<Uint8Array> },
  work: (source: AtHand) => Promise<T>,
): Promise<T> {
  if (!('stream' in source)) return work(source)
  const folder = await mkdtemp(join(tmpdir(), 'thi-dua-sheet-'))
  try {
    const path = join(folder, 'sheet.xlsx')
    await pipeline(source.stream, createWriteStream(path, { mode: 0o600 }))
    return await work({ path })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
