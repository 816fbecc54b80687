import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { EXAMPLE_KINDS, type ExampleShape, reportsContract } from '../contract.ts'
import { EXAMPLE_KIND_WORDS } from '../domain/value-words.ts'
import { branchesToNoteFor, type ExampleRow, mayNoteFor, toShapes } from './examples.ts'

const PAGE_SIZE = 50

type Filter = {
  q?: string | undefined
  kind?: ExampleShape['kind'] | undefined
  campaignId?: string | undefined
  unitId?: string | undefined
}
type Listed = {
  examples: ExampleShape[]
  total: number
  page: number
  pageSize: number
  campaigns: { id: string; title: string }[]
  units: { id: string; name: string }[]
  below: string[]
  actions: { note?: { whyNot: string | null } }
}

/** Examples noted, the newest first: a unit's people see its own, the office above its branch. `unitId`: that unit and below it. */
export async function listExamples(tx: Tx, filter: Filter & { page: number }): Promise<Result<Listed>> {
  const chosen = chosenExamples(tx, filter)
  const counted = await sql<{ total: string }>`select count(*) as total ${chosen}`.execute(tx.db)
  const { rows } = await sql<ExampleRow>`
    ${ROWS} ${chosen} ${IN_ORDER} limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}`.execute(tx.db)
  const units = await ownUnits(tx)
  return ok({
    examples: await toShapes(tx, rows),
    total: Number(counted.rows[0]?.total ?? 0),
    page: filter.page,
    pageSize: PAGE_SIZE,
    campaigns: await tx.db
      .selectFrom('campaign')
      .select(['id', 'title'])
      .orderBy('changed_at', 'desc')
      .limit(200)
      .execute(),
    units,
    below: branchesToNoteFor(tx),
    actions: units.length > 0 ? { note: { whyNot: null } } : {},
  })
}

const ROWS = sql`select e.*, u.name as unit_name, c.title as campaign_title`
const IN_ORDER = sql`order by e.noted_at desc, e.id`

/**
 * From and where. Beside the wall: only units over which a role lets the actor read what is noted, and what he noted himself.
 */
function chosenExamples({ actor }: Tx, filter: Filter) {
  const patterns = foldForSearch(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`)
  const grants = actor.kind === 'person' ? actor.grants : []
  const deep = grants.filter(({ role }) => DEEP_READERS.includes(role)).map((grant) => grant.unitId)
  const flat = grants.filter(({ role }) => role === 'staff').map((grant) => grant.unitId)
  const posts = actor.kind === 'person' ? actor.posts.map((post) => post.unitId) : []
  const personId = actor.kind === 'person' ? actor.personId : null
  const conditions = [
    sql`e.withdrawn_at is null`,
    sql`(e.unit_id = any(${flat}::uuid[]) or e.unit_id in (${belowAll(deep)})
      or (e.noted_by_person = ${personId}::uuid and e.unit_id = any(${posts}::uuid[])))`,
    ...(patterns.length > 0 ? [sql`e.title_search like all (${patterns}::text[])`] : []),
    ...(filter.q && patterns.length === 0 ? [sql`false`] : []),
    ...(filter.kind ? [sql`e.kind = ${filter.kind}`] : []),
    ...(filter.campaignId ? [sql`e.campaign_id = ${filter.campaignId}`] : []),
    ...(filter.unitId ? [sql`e.unit_id in (${belowAll([filter.unitId])})`] : []),
  ]
  return sql`from app.example_note e join app.unit u on u.id = e.unit_id left join app.campaign c on c.id = e.campaign_id
    where ${sql.join(conditions, sql` and `)}`
}

const DEEP_READERS: readonly Role[] = ['head', 'officer', 'standing-office', 'authority', 'auditor']

/** The units and every unit below them. */
function belowAll(unitIds: readonly string[]) {
  return sql`with recursive below as (
    select b.id from app.unit b where b.id = any(${[...unitIds]}::uuid[])
    union select b.id from below join app.unit b on b.parent_id = below.id) select id from below`
}

async function ownUnits(tx: Tx): Promise<{ id: string; name: string }[]> {
  if (tx.actor.kind !== 'person') return []
  const ids = [
    ...new Set([...tx.actor.posts.map((post) => post.unitId), ...tx.actor.grants.map((grant) => grant.unitId)]),
  ]
  const paths = await unitPaths(tx, ids)
  const may = ids.filter((id) => mayNoteFor(tx, paths.get(id) ?? []))
  if (may.length === 0) return []
  return tx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', may).orderBy('name').execute()
}

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  {
    key: 'kind',
    head: 'Loại',
    kind: 'choice',
    width: 16,
    choices: EXAMPLE_KINDS.map((code) => ({ code, word: EXAMPLE_KIND_WORDS[code] })),
  },
  { key: 'title', head: 'Điển hình, mô hình, cách làm', kind: 'text', width: 46, wrap: true },
  { key: 'who', head: 'Ai', kind: 'text', width: 30, wrap: true },
  { key: 'story', head: 'Việc đã làm, kết quả', kind: 'text', width: 70, wrap: true, most: 20_000 },
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 30 },
  { key: 'campaignTitle', head: 'Phong trào', kind: 'text', width: 40, wrap: true },
  { key: 'files', head: 'Số minh chứng', kind: 'whole' },
  { key: 'notedByName', head: 'Người ghi', kind: 'text', width: 24 },
  { key: 'notedAt', head: 'Ghi lúc', kind: 'moment' },
])

export const examplesExport = listExport({
  name: 'examples',
  fileName: 'dien-hinh',
  title: 'Điển hình, mô hình mới, cách làm hay',
  columns,
  filter: reportsContract.listExamples,
  open: async (tx, filter) => {
    const chosen = chosenExamples(tx, filter)
    const counted = await sql<{ total: string }>`select count(*) as total ${chosen}`.execute(tx.db)
    const query = { compile: () => sql<ExampleRow>`${ROWS} ${chosen} ${IN_ORDER}`.compile(tx.db) }
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      for await (const batch of readInBatches(tx, query)) {
        yield* (await toShapes(tx, batch)).map(({ files, ...example }) => ({ ...example, files: files.length }))
      }
    }
    const unit = filter.unitId
      ? await tx.db.selectFrom('unit').select('name').where('id', '=', filter.unitId).executeTakeFirst()
      : undefined
    const words = [
      filter.q ? `tìm “${filter.q}”` : '',
      filter.kind ? EXAMPLE_KIND_WORDS[filter.kind] : '',
      unit?.name ?? '',
    ]
    return ok({
      total: Number(counted.rows[0]?.total ?? 0),
      rows: rows(),
      narrowedTo: words.filter(Boolean).join(', ') || undefined,
    })
  },
})
