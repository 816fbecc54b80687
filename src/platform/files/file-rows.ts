import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Tx } from '../database/unit-of-work.ts'

export type FileShape = { id: string; name: string; size: number; mediaType: string }

/** A stored file as people see it; the bytes stay in the store under their hash. */
export type FileRow = FileShape & { sha256: string }

/** The files with these ids that the actor may see, in the order asked for. */
export async function findFiles(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('file')
    .select(['id', 'name', 'size', 'media_type as mediaType', 'sha256'])
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** All of them, or the refusal that one is not there (never uploaded, or not the actor's to use). */
export async function getFiles(tx: Tx, ids: readonly string[], field: string): Promise<Result<FileRow[]>> {
  const files = await findFiles(tx, ids)
  return files.length === new Set(ids).size ? ok(files) : refuse('file-not-found', {}, { field })
}

export function fileShape({ id, name, size, mediaType }: FileRow): FileShape {
  return { id, name, size, mediaType }
}

/**
 * Writes the row of a file that has just been stored. It lies in the unit of the person who brought it: the same bytes brought by two
 * units are two rows, and neither learns of the other.
 */
export async function registerFile(
  tx: Tx,
  stored: { id: string; sha256: string; size: number; mediaType: string; name: string },
): Promise<Result<FileShape>> {
  const { actor } = tx
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const post = actor.posts[0]
  if (!post) return refuse('no-current-post')
  await tx.db
    .insertInto('file')
    .values({
      id: stored.id,
      sha256: stored.sha256,
      size: stored.size,
      media_type: stored.mediaType,
      name: stored.name,
      unit_no: post.unitNo,
      uploaded_by: actor.accountId,
      uploaded_at: tx.now,
    })
    .execute()
  return ok({ id: stored.id, name: stored.name, size: stored.size, mediaType: stored.mediaType })
}

/** Shows files to further units: what a superior hangs on something is read by those it concerns. Once shown, a second time changes nothing. */
export async function showFiles(tx: Tx, fileIds: readonly string[], unitNos: readonly number[]): Promise<void> {
  const rows = fileIds.flatMap((fileId) =>
    [...new Set(unitNos)].map((unitNo) => ({ file_id: fileId, unit_no: unitNo })),
  )
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.db
      .insertInto('file_shown')
      .values(rows.slice(start, start + 1000))
      .onConflict((on) => on.doNothing())
      .execute()
  }
}

/** The largest file that is taken apart: a plan to be read, a sheet to be brought in. */
const READ_LIMIT = 20_000_000

/** The refusal of a file that is too large to be read, though it may be kept. */
export function whyTooLargeToRead(file: FileRow, field: string) {
  if (file.size <= READ_LIMIT) return undefined
  return refuse('file-too-large', { limit: READ_LIMIT / 1_000_000 }, { field })
}
