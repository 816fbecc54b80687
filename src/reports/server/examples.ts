import { type Selectable, sql } from 'kysely'
import { capacityFor } from '../../kernel/actor.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { actorName, changesBetween, record } from '../../mechanisms/record/server/index.ts'
import type { ExampleNoteTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPath, unitPaths } from '../../platform/database/unit-tree.ts'
import { fileShape, findFiles, getFiles } from '../../platform/files/file-rows.ts'
import type { ExampleShape } from '../contract.ts'
import { whyMayNotNote } from '../domain/permissions.ts'

export type ExampleRow = Selectable<ExampleNoteTable> & { unit_name: string; campaign_title: string | null }
type Written = {
  kind: ExampleShape['kind']
  title: string
  who: string
  story: string
  fileIds: string[]
}

/** Notes an example worth telling: by anybody of the unit, at a report or by itself. The second click finds the first one's. */
export async function noteExample(
  tx: Tx,
  input: Written & { id: string; unitId: string; campaignId: string | null; obligationId: string | null },
): Promise<Result<{ example: ExampleShape }>> {
  const { actor } = tx
  if (actor.kind !== 'person') return refuse('not-signed-in')
  const path = await unitPath(tx, input.unitId)
  if (path.length === 0) return refuse('not-found', {}, { field: 'unitId' })
  if (!mayNoteFor(tx, path)) {
    return refuse('not-yours-to-do', { who: 'người của đơn vị hoặc bộ phận thường trực cấp trên' })
  }
  const known = await findExample(tx, input.id)
  if (known) return known.noted_by_person === actor.personId ? shaped(tx, known) : refuse('id-taken')
  const about = await aboutWhat(tx, input)
  if (!about.ok) return about
  const files = await getFiles(tx, input.fileIds, 'fileIds')
  if (!files.ok) return files
  const unit = await tx.db
    .selectFrom('unit')
    .select(['unit_no', 'name'])
    .where('id', '=', input.unitId)
    .executeTakeFirst()
  if (!unit) return refuse('not-found', {}, { field: 'unitId' })
  await tx.db
    .insertInto('example_note')
    .values({
      id: input.id,
      unit_id: input.unitId,
      unit_no: unit.unit_no,
      campaign_id: about.value.campaignId,
      obligation_id: input.obligationId,
      ...columnsOf(input),
      noted_by_person: actor.personId,
      noted_by_name: actorName(actor),
      noted_at: tx.now,
    })
    .execute()
  await record(
    tx,
    'example.noted',
    { kind: 'example', id: input.id, name: input.title },
    {
      capacity: capacityFor(actor, ['officer', 'head', 'staff', 'standing-office'], path),
      unitId: input.unitId,
      detail: { unit: unit.name },
    },
  )
  return shapedById(tx, input.id)
}

/** May the actor note something for this unit: his own, or one below a unit he keeps? */
export function mayNoteFor({ actor }: Tx, path: readonly string[]): boolean {
  if (actor.kind !== 'person') return false
  return (
    actor.posts.some((post) => post.unitId === path[0]) ||
    branchesToNoteFor({ actor }).some((unitId) => path.includes(unitId))
  )
}

/** The units for which, and for everything below which, the actor may note something. */
export function branchesToNoteFor({ actor }: Pick<Tx, 'actor'>): string[] {
  if (actor.kind !== 'person') return []
  const deep = actor.grants.filter(({ role }) => role === 'head' || role === 'officer' || role === 'standing-office')
  return [...new Set(deep.map((grant) => grant.unitId))]
}

/** The campaign and the report it came up at, when the actor sees them. */
async function aboutWhat(
  tx: Tx,
  { campaignId, obligationId }: { campaignId: string | null; obligationId: string | null },
): Promise<Result<{ campaignId: string | null }>> {
  if (obligationId !== null) {
    const owed = await tx.db
      .selectFrom('obligation')
      .select(['thing_kind', 'thing_id'])
      .where('id', '=', obligationId)
      .executeTakeFirst()
    if (!owed) return refuse('not-found', {}, { field: 'obligationId' })
    if (owed.thing_kind === 'campaign') return ok({ campaignId: owed.thing_id })
  }
  if (campaignId === null) return ok({ campaignId })
  const campaign = await tx.db.selectFrom('campaign').select('id').where('id', '=', campaignId).executeTakeFirst()
  return campaign ? ok({ campaignId }) : refuse('not-found', {}, { field: 'campaignId' })
}

function columnsOf(input: Written) {
  return {
    kind: input.kind,
    title: input.title,
    title_search: foldForSearch(`${input.title} ${input.who}`),
    who: input.who,
    story: input.story,
    file_ids: input.fileIds,
  }
}

export async function changeExample(
  tx: Tx,
  input: Written & { id: string; version: number },
): Promise<Result<{ example: ExampleShape }>> {
  const opened = await openExample(tx, input.id, 'change')
  if (!opened.ok) return opened
  const row = opened.value
  if (row.version !== input.version) {
    const [there] = await toShapes(tx, [row])
    return refuse('changed-meanwhile', {}, { data: { example: there } })
  }
  const files = await getFiles(tx, input.fileIds, 'fileIds')
  if (!files.ok) return files
  await tx.db
    .updateTable('example_note')
    .set({ ...columnsOf(input), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  const [before, after] = [told(row), told({ ...row, ...input })]
  await record(
    tx,
    'example.changed',
    { kind: 'example', id: row.id, name: input.title },
    {
      unitId: row.unit_id,
      detail: { unit: row.unit_name },
      changes: changesBetween(before, after),
    },
  )
  return shapedById(tx, row.id)
}

function told({ kind, title, who, story }: Pick<ExampleRow, 'kind' | 'title' | 'who' | 'story'>) {
  return { kind, title, who, story }
}

/** Takes an example out of the list; it stays in the record with its reason. */
export async function withdrawExample(
  tx: Tx,
  input: { id: string; reason: string },
): Promise<Result<{ example: ExampleShape }>> {
  const opened = await openExample(tx, input.id, 'withdraw')
  if (!opened.ok) return opened
  const row = opened.value
  await tx.db
    .updateTable('example_note')
    .set({ withdrawn_at: tx.now, withdraw_reason: input.reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await record(
    tx,
    'example.withdrawn',
    { kind: 'example', id: row.id, name: row.title },
    {
      unitId: row.unit_id,
      detail: { unit: row.unit_name, reason: input.reason },
    },
  )
  return shapedById(tx, row.id)
}

async function openExample(tx: Tx, id: string, action: 'change' | 'withdraw'): Promise<Result<ExampleRow>> {
  await sql`select 1 from app.example_note where id = ${id} for update`.execute(tx.db)
  const row = await findExample(tx, id)
  if (!row) return refuse('not-found')
  const refused = whyMayNotNote(tx.actor, action, noteThing(row, await unitPath(tx, row.unit_id)))
  return refused ? { ok: false, refusal: refused } : ok(row)
}

function noteThing(row: ExampleRow, unit: readonly string[]) {
  return { unit, notedBy: row.noted_by_person, withdrawn: row.withdrawn_at !== null }
}

async function findExample(tx: Tx, id: string): Promise<ExampleRow | undefined> {
  const { rows } = await sql<ExampleRow>`
    select e.*, u.name as unit_name, c.title as campaign_title from app.example_note e
    join app.unit u on u.id = e.unit_id left join app.campaign c on c.id = e.campaign_id where e.id = ${id}`.execute(
    tx.db,
  )
  return rows[0]
}

/** Examples as they go over the wire, with what this actor may do with each. */
export async function toShapes(tx: Tx, rows: readonly ExampleRow[]): Promise<ExampleShape[]> {
  const files = await findFiles(tx, [...new Set(rows.flatMap((row) => row.file_ids))])
  const byId = new Map(files.map((file) => [file.id, fileShape(file)]))
  const paths = await unitPaths(tx, [...new Set(rows.map((row) => row.unit_id))])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    who: row.who,
    story: row.story,
    files: row.file_ids.flatMap((id) => byId.get(id) ?? []),
    unitId: row.unit_id,
    unitName: row.unit_name,
    campaignId: row.campaign_id,
    campaignTitle: row.campaign_title,
    obligationId: row.obligation_id,
    notedByName: row.noted_by_name,
    notedAt: row.noted_at.toISOString(),
    version: row.version,
    withdrawn: row.withdrawn_at !== null,
    actions: offered(tx, noteThing(row, paths.get(row.unit_id) ?? [])),
  }))
}

function offered(tx: Tx, thing: ReturnType<typeof noteThing>): ExampleShape['actions'] {
  const actions: ExampleShape['actions'] = {}
  for (const action of ['change', 'withdraw'] as const) {
    if (whyMayNotNote(tx.actor, action, thing) === undefined) actions[action] = { whyNot: null }
  }
  return actions
}

async function shaped(tx: Tx, row: ExampleRow): Promise<Result<{ example: ExampleShape }>> {
  const [example] = await toShapes(tx, [row])
  if (!example) throw new Error(`example ${row.id} has no shape`)
  return ok({ example })
}

async function shapedById(tx: Tx, id: string): Promise<Result<{ example: ExampleShape }>> {
  const row = await findExample(tx, id)
  if (!row) throw new Error(`example ${id} is gone after its change`)
  return shaped(tx, row)
}
