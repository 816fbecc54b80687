import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Unlock } from '../../platform/archive/lock.ts'
import { type ArchivePart, readArchive, Unreadable } from '../../platform/archive/read-archive.ts'
import {
  anyManifestShape,
  CONTENTS,
  type Contents,
  contentsShape,
  FORMAT,
  MANIFEST,
  type Manifest,
  manifestShape,
} from './manifest.ts'

/** What is done with a backup as it is read, beside checking it: nothing, or a restore. */
export type Visitor = {
  readonly begin?: (manifest: Manifest) => Promise<Result<void>>
  /** Takes the rows of one table; called for tables that have any, in the backup's order. */
  readonly table?: (name: string, bytes: AsyncIterable<Buffer>) => Promise<void>
  readonly file?: (sha256: string, bytes: AsyncIterable<Buffer>) => Promise<void>
}

export type Walked = { readonly manifest: Manifest; readonly contents: Contents }

const LARGEST_TEXT = 64 * 1024 * 1024
const NEWLINE = 0x0a

/**
 * Reads a whole backup and compares every table and file with the hash and count written for it. Refuses what is not a backup, is broken or cut short
 * anywhere, does not open, or comes from a later format.
 */
export function walkBackup(path: string, unlock: Unlock | undefined, visitor: Visitor = {}): Promise<Result<Walked>> {
  return readArchive(path, unlock, async (parts) => {
    const reading = new Reading(parts)
    const manifest = await readManifest(await reading.next())
    stopUnlessOk((await visitor.begin?.(manifest)) ?? ok(undefined))
    const tables: Contents['tables'] = []
    const files = { count: 0, bytes: 0 }
    for (let part = await reading.next(); part; part = await reading.next()) {
      const [kind, name = '', rest = ''] = part.name.split('/')
      if (kind === 'tables') {
        const counted = new Counted(reading.piecesOf(`tables/${name}/`, part))
        if (visitor.table) await visitor.table(name, counted)
        else await drain(counted)
        tables.push({ name, ...counted.result() })
      } else if (kind === 'files') {
        const counted = new Counted(part.bytes)
        if (visitor.file) await visitor.file(name + rest, counted)
        else await drain(counted)
        const { bytes, sha256 } = counted.result()
        if (sha256 !== name + rest) broken()
        files.count += 1
        files.bytes += bytes
      } else if (part.name === CONTENTS) {
        const contents = parsed(contentsShape, await textOf(part))
        if (await reading.next()) broken()
        compare(manifest, contents, tables, files)
        return { manifest, contents }
      } else broken()
    }
    return broken()
  })
}

/** The first part. Refuses any other, and a later format. */
export async function readManifest(first: ArchivePart | undefined): Promise<Manifest> {
  if (first?.name !== MANIFEST) throw new Unreadable({ code: 'backup-not-ours', values: {} })
  const text = await textOf(first)
  const said = parsed(anyManifestShape, text)
  if (said.format > FORMAT)
    stopUnlessOk(refuse('backup-newer', { version: said.version, name: `định dạng ${said.format}` }))
  return parsed(manifestShape, text)
}

function compare(
  manifest: Manifest,
  contents: Contents,
  tables: Contents['tables'],
  files: { count: number; bytes: number },
): void {
  const wanted = contents.tables.filter(({ bytes }) => bytes > 0)
  const same =
    JSON.stringify(wanted) ===
    JSON.stringify(tables.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })))
  const named = manifest.tables.length === contents.tables.length
  if (!same || !named || files.count !== contents.files.count || files.bytes !== contents.files.bytes) broken()
}

/** Parts one after the other, with one held back: a table's pieces end where another's begin. */
class Reading {
  readonly #parts: AsyncIterator<ArchivePart>
  #held: ArchivePart | undefined
  constructor(parts: AsyncIterable<ArchivePart>) {
    this.#parts = parts[Symbol.asyncIterator]()
  }

  async next(): Promise<ArchivePart | undefined> {
    const held = this.#held
    this.#held = undefined
    if (held) return held
    const next = await this.#parts.next()
    return next.done ? undefined : next.value
  }

  async *piecesOf(prefix: string, first: ArchivePart): AsyncGenerator<Buffer> {
    let part: ArchivePart | undefined = first
    while (part?.name.startsWith(prefix)) {
      yield* part.bytes
      part = await this.next()
    }
    this.#held = part
  }
}

/** Bytes that are hashed and counted on their way; in PostgreSQL's text form each row ends in the only plain newline it has. */
class Counted implements AsyncIterable<Buffer> {
  readonly #source: AsyncIterable<Buffer>
  readonly #hash = createHash('sha256')
  #bytes = 0
  #rows = 0
  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const chunk of this.#source) {
      this.#hash.update(chunk)
      this.#bytes += chunk.length
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.#rows += 1
      yield chunk
    }
  }

  result(): { rows: number; bytes: number; sha256: string } {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}

async function textOf(part: ArchivePart): Promise<string> {
  if (part.size > LARGEST_TEXT) broken()
  const chunks: Buffer[] = []
  for await (const chunk of part.bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function drain(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of bytes);
}

function parsed<T>(
  shape: { safeParse: (value: unknown) => { success: true; data: T } | { success: false } },
  text: string,
): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    broken()
  }
  const read = shape.safeParse(value)
  return read.success ? read.data : broken()
}

function stopUnlessOk(result: Result<void>): void {
  if (!result.ok) throw new Unreadable(result.refusal)
}

function broken(): never {
  throw new Unreadable({ code: 'backup-broken', values: {} })
}
