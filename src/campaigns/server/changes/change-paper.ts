import { sql } from 'kysely'
import { formatDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { actorName } from '../../../mechanisms/record/server/index.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { fileShape, findFiles, getFiles, showFiles } from '../../../platform/files/file-rows.ts'
import type { CampaignChange, ChangePaper } from '../../contract.ts'
import { changeWords } from '../../domain/change-words.ts'
import type { CampaignAction } from '../../domain/permissions.ts'
import { headAfter, type LoadedCampaign, openCampaign } from '../load-campaign.ts'

export type ChangeInput = { id: string; changeId: string; reason: string; paper: ChangePaper }
type Kind = CampaignChange['kind']

/**
 * The beginning of every change after the launch: lock, load, may he; the paper is there and not of a day to come. `again` when this very
 * change has been made already: the second click finds it.
 */
export async function openChange(
  tx: Tx,
  input: ChangeInput,
  action: CampaignAction,
): Promise<Result<{ loaded: LoadedCampaign; again: false } | { again: true }>> {
  const seen = await openCampaign(tx, input.id, 'see')
  if (!seen.ok) return seen
  const same = await tx.db
    .selectFrom('campaign_change')
    .select('campaign_id')
    .where('id', '=', input.changeId)
    .executeTakeFirst()
  if (same) return same.campaign_id === input.id ? ok({ again: true }) : refuse('id-taken')
  const opened = await openCampaign(tx, input.id, action)
  if (!opened.ok) return opened
  const issuedOn = plainDate(input.paper.issuedOn)
  if (issuedOn > tx.today) return refuse('day-in-future', { day: formatDate(issuedOn) }, { field: 'paper.issuedOn' })
  const file = await getFiles(tx, [input.paper.fileId], 'paper.fileId')
  return file.ok ? ok({ loaded: opened.value, again: false }) : file
}

/** Keeps the change with its paper, which every unit of the campaign may read. */
export async function keepChange(
  tx: Tx,
  { id, changeId, reason, paper }: ChangeInput,
  kind: Kind,
  detail: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await tx.db
    .insertInto('campaign_change')
    .values({
      id: changeId,
      campaign_id: id,
      kind,
      on_day: tx.today,
      reason,
      document_number: paper.number,
      document_issued_on: plainDate(paper.issuedOn),
      document_issuer: paper.issuer?.trim() || null,
      document_file_id: paper.fileId,
      detail: sql`${jsonText(detail)}::jsonb`,
      by_name: actorName(tx.actor),
      at: tx.now,
    })
    .execute()
  const units = await tx.db.selectFrom('campaign_unit').select('unit_no').where('campaign_id', '=', id).execute()
  await showFiles(
    tx,
    [paper.fileId],
    units.map((unit) => unit.unit_no),
  )
}

/** What has been changed since the launch, newest first. */
export async function changesOf(tx: Tx, campaignId: string): Promise<CampaignChange[]> {
  const rows = await tx.db
    .selectFrom('campaign_change')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('at', 'desc')
    .execute()
  const files = await findFiles(
    tx,
    rows.flatMap((row) => row.document_file_id ?? []),
  )
  const byId = new Map(files.map((file) => [file.id, fileShape(file)]))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    onDay: row.on_day,
    reason: row.reason,
    words: changeWords(row.kind, row.detail as Record<string, string | number | null>),
    document:
      row.document_number === null || row.document_issued_on === null
        ? null
        : {
            number: row.document_number,
            issuedOn: row.document_issued_on,
            issuer: row.document_issuer,
            file: byId.get(row.document_file_id ?? '') ?? null,
          },
    byName: row.by_name,
    at: row.at.toISOString(),
  }))
}

/** The answer of a change made before, or now. */
export async function answered<More extends object>(tx: Tx, id: string, more: More) {
  const head = await headAfter(tx, id)
  return head.ok ? ok({ ...head.value, ...more }) : head
}
