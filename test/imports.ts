import { sql } from 'kysely'
import type { ImportState } from '../src/imports/domain/outcomes.ts'
import { newId } from '../src/kernel/ids.ts'
import { ok } from '../src/kernel/result.ts'
import { registerFile } from '../src/platform/files/file-rows.ts'
import { must, type OpenedWorld } from './world.ts'

/** An import of people for Phòng A in a state, as its jobs leave it: one new row and one doubtful one, and one effect. */
export async function importOfA({ work, world }: OpenedWorld, state: ImportState = 'ready'): Promise<string> {
  const [id, fileId] = [newId(), newId()]
  const { quan, mai } = world.accounts
  const staged = JSON.stringify({ new_person: newId(), new_post: newId(), full_name: 'Nguyễn Văn Tệp', problems: [] })
  const candidates = JSON.stringify([{ id: mai.personId, score: 50 }])
  await must(
    work.write({ kind: 'script', name: 'thử' }, async (tx) => {
      const unit = sql`(select unit_no from app.unit where id = ${world.units.phongA})`
      await sql`
        insert into app.file (id, sha256, size, media_type, name, unit_no, uploaded_by, uploaded_at, for_import)
        values (${fileId}, ${'b'.repeat(64)}, 1, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'nguoi.xlsx', 1,
          ${quan.accountId}, ${tx.now}, true)`.execute(tx.db)
      await sql`
        insert into app.import (id, kind, unit_id, unit_no, file_id, file_name, options, state, columns, unknown_heads, counts, created_by,
          created_by_name, created_at)
        values (${id}, 'people', ${world.units.phongA}, ${unit}, ${fileId}, 'nguoi.xlsx', '{}', ${state}, '[]', '[]', '{"new": 1, "doubtful": 1}',
          ${quan.accountId}, ${quan.name}, ${tx.now})`.execute(tx.db)
      const rows = [
        { no: 2, outcome: 'new', candidates: '[]' },
        { no: 3, outcome: 'doubtful', candidates },
      ]
      for (const row of rows) {
        await sql`
          insert into app.import_row (import_id, row_no, unit_no, name, outcome, staged, problems, changes, candidates, fingerprint)
          values (${id}, ${row.no}, ${unit}, 'Nguyễn Văn Tệp', ${row.outcome}, ${staged}::jsonb, '[]', '{}', ${row.candidates}::jsonb, ${id})`.execute(
          tx.db,
        )
      }
      await sql`
        insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version)
        values (${id}, ${newId()}, 'person', 2, 'changed', 2)`.execute(tx.db)
      return ok(undefined)
    }),
  )
  return id
}

/** The row of a sheet Quân has brought. */
export async function sheetOfQuan({ work, world }: OpenedWorld): Promise<string> {
  const id = newId()
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const file = { id, sha256: 'b'.repeat(64), size: 1, mediaType, name: 'nguoi.xlsx' }
  return (await must(work.write(world.as('quan'), (tx) => registerFile(tx, file)))).id
}
