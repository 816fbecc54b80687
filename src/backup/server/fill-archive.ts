import { createHash } from 'node:crypto'
import type { ArchiveWriter } from '../../platform/archive/write-archive.ts'
import type { CopiedTable, Snapshot } from '../../platform/database/snapshot.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import { LEFT_OUT } from '../domain/left-out.ts'
import { CONTENTS, type Contents, filePart, MANIFEST, type Manifest, tablePart } from './manifest.ts'

/** A table goes in pieces of this size: a tar wants to know a part's length before its bytes. */
const PIECE = 4 * 1024 * 1024
const FILES_AT_ONCE = 500

/**
 * Puts the whole installation into an archive: what it is, the rows as they were when the snapshot was opened, then the files those rows
 * speak of (each was on the disk before its row, so it is there), and last what must have come. Gives that last part.
 */
export async function fillArchive(
  writer: ArchiveWriter,
  snapshot: Snapshot,
  store: ContentStore,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<Contents> {
  await addText(writer, MANIFEST, JSON.stringify(manifest, null, 1))
  const tables: Contents['tables'] = []
  for (const table of manifest.tables) {
    signal?.throwIfAborted()
    tables.push(await addTable(writer, snapshot, table))
  }
  const files = await addFiles(writer, snapshot, store, signal)
  const contents = { tables, files, sequences: await snapshot.sequences(), jobs: await waitingJobs(snapshot) }
  await addText(writer, CONTENTS, JSON.stringify(contents, null, 1))
  return contents
}

export function copiedTables(snapshot: Snapshot): CopiedTable[] {
  return snapshot.tables.filter(({ name }) => !LEFT_OUT.includes(name))
}

async function addTable(writer: ArchiveWriter, snapshot: Snapshot, table: CopiedTable) {
  const copy = snapshot.copyOut(table)
  const hash = createHash('sha256')
  let bytes = 0
  let parts = 0
  let held: Buffer[] = []
  let length = 0
  const put = async () => {
    if (length === 0) return
    parts += 1
    await writer.add(tablePart(table.name, parts), length, held)
    held = []
    length = 0
  }
  for await (const chunk of copy.bytes) {
    hash.update(chunk)
    bytes += chunk.length
    held.push(chunk)
    length += chunk.length
    if (length >= PIECE) await put()
  }
  await put()
  return { name: table.name, rows: copy.rows(), bytes, sha256: hash.digest('hex') }
}

async function addFiles(
  writer: ArchiveWriter,
  snapshot: Snapshot,
  store: ContentStore,
  signal: AbortSignal | undefined,
): Promise<Contents['files']> {
  const files: Contents['files'] = { count: 0, bytes: 0, missing: [] }
  await snapshot.query(
    'declare stored no scroll cursor for select sha256, max(size) as size from app.file group by sha256 order by 1',
  )
  for (;;) {
    const rows = await snapshot.query<{ sha256: string; size: string }>(`fetch ${FILES_AT_ONCE} from stored`)
    for (const { sha256, size } of rows) {
      signal?.throwIfAborted()
      // A file that is lost or damaged on our disk is said to be; for it the rest must not go without a backup.
      if (!(await isWhole(store, sha256, Number(size)))) files.missing.push(sha256)
      else {
        await writer.add(filePart(sha256), Number(size), await store.open(sha256))
        files.count += 1
        files.bytes += Number(size)
      }
    }
    if (rows.length < FILES_AT_ONCE) break
  }
  await snapshot.query('close stored')
  return files
}

/** What the disk says of a file that is lost, damaged or closed to us; anything else is not that file's fault. */
const UNREADABLE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EIO', 'EACCES', 'EPERM'])

async function isWhole(store: ContentStore, sha256: string, size: number): Promise<boolean> {
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const chunk of (await store.open(sha256)) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      length += chunk.length
    }
  } catch (fault) {
    if (UNREADABLE.has((fault as NodeJS.ErrnoException).code ?? '')) return false
    throw fault
  }
  return length === size && hash.digest('hex') === sha256
}

/** What was asked for and not yet done; what begins by its hour begins by itself wherever the server runs. */
async function waitingJobs(snapshot: Snapshot): Promise<Contents['jobs']> {
  const [queue] = await snapshot.query<{ there: string | null }>(`select to_regclass('jobs.job')::text as there`)
  if (!queue?.there) return []
  return snapshot.query(`
    select name, data as payload, singleton_key as key from jobs.job
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%' and data is not null
      and singleton_key is distinct from 'every' order by created_on, id`)
}

async function addText(writer: ArchiveWriter, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  await writer.add(name, bytes.length, [bytes])
}
