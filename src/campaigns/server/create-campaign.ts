import { actingGrants, capacityFor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { cleanText, foldForSearch } from '../../kernel/vietnamese-text.ts'
import type { ReadFact } from '../../mechanisms/documents/read-fact.ts'
import { factsOf, storeReading } from '../../mechanisms/documents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockId } from '../../platform/database/lock-id.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { type FileRow, getFiles, whyTooLargeToRead } from '../../platform/files/file-rows.ts'
import { readPlan } from '../../reader/index.ts'
import { outlineOf, titleFor } from '../domain/outline.ts'
import { whyMayNotCreate } from '../domain/permissions.ts'
import type { Door } from '../domain/states.ts'
import { toReadFact } from './reading.ts'

export type Created = { campaignId: string; factsFound: number }

/** Asked before a file is read: may the actor, and is the file his to use? */
export async function fileForCampaign(tx: Tx, input: { fileId: string }): Promise<Result<FileRow>> {
  const refused = whyMayNotCreate(tx.actor)
  if (refused) return { ok: false, refusal: refused }
  const files = await getFiles(tx, [input.fileId], 'fileId')
  if (!files.ok) return files
  const [file] = files.value
  if (!file) return refuse('file-not-found')
  return whyTooLargeToRead(file, 'fileId') ?? ok(file)
}

type NewCampaign = {
  id: string
  door: Door
  fileId: string | null
  /** Text as intake made it of the file, or as it was pasted; empty when everything is typed in. */
  text: string
  textFrom: 'file' | 'pasted' | 'none'
}

/**
 * Makes the campaign and its document, with every fact read from the text and where it stands. Sent twice with the same id it is the
 * same campaign.
 */
export async function createCampaign(tx: Tx, input: NewCampaign): Promise<Result<Created>> {
  const refused = whyMayNotCreate(tx.actor)
  if (refused) return { ok: false, refusal: refused }
  if (tx.actor.kind !== 'person') return refuse('not-signed-in')
  await lockId(tx, input.id)
  const again = await tx.db.selectFrom('campaign').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (again) {
    if (again.created_by !== tx.actor.accountId) return refuse('id-taken')
    return ok({ campaignId: again.id, factsFound: (await factsOf(tx, again.document_id)).length })
  }
  const files = await getFiles(tx, input.fileId === null ? [] : [input.fileId], 'fileId')
  if (!files.ok) return files
  const [file] = files.value

  const reading = readPlan(cleanText(input.text))
  const facts = reading.facts.map(toReadFact)
  const host = actingGrants(tx.actor).find((grant) => grant.role === 'standing-office')
  if (!host) return refuse('not-yours-to-do', { who: 'bộ phận thường trực' })
  const { unit_no } = await tx.db
    .selectFrom('unit')
    .select('unit_no')
    .where('id', '=', host.unitId)
    .executeTakeFirstOrThrow()
  const outline = outlineOf(facts.map((fact) => ({ ...fact, state: 'read' })))
  const title = titleFor(outline.subject, fallbackTitle(tx, file))
  const documentId = newId(tx.now.getTime())
  await tx.db
    .insertInto('document')
    .values({
      id: documentId,
      unit_id: host.unitId,
      unit_no,
      kind: outline.kind,
      issuer: outline.issuer,
      subject: outline.subject,
      text: reading.text,
      text_from: input.textFrom,
      created_by: tx.actor.accountId,
      created_at: tx.now,
    })
    .execute()
  if (file) {
    await tx.db
      .insertInto('document_file')
      .values({ document_id: documentId, file_id: file.id, role: 'source', added_at: tx.now })
      .execute()
  }
  await storeReading(tx, documentId, facts)
  await insertCampaign(tx, {
    id: input.id,
    documentId,
    unit: { id: host.unitId, no: unit_no },
    door: input.door,
    title,
    outline,
  })
  const thing = { kind: 'campaign' as const, id: input.id, name: title }
  const capacity = capacityFor(tx.actor, ['standing-office'], [host.unitId])
  if (input.textFrom === 'none') await record(tx, 'document.typed-in', thing, { capacity })
  else {
    const from = file?.name ?? 'văn bản dán vào'
    await record(tx, 'document.taken-in', thing, { capacity, detail: { file: from, facts: facts.length } })
  }
  return ok({ campaignId: input.id, factsFound: countFound(facts) })
}

async function insertCampaign(
  tx: Tx,
  campaign: {
    id: string
    documentId: string
    unit: { id: string; no: number }
    door: Door
    title: string
    outline: ReturnType<typeof outlineOf>
  },
): Promise<void> {
  if (tx.actor.kind !== 'person') throw new Error('a campaign is made by a person')
  await tx.db
    .insertInto('campaign')
    .values({
      id: campaign.id,
      document_id: campaign.documentId,
      unit_id: campaign.unit.id,
      unit_no: campaign.unit.no,
      door: campaign.door,
      state: 'draft',
      title: campaign.title,
      title_search: foldForSearch(campaign.title),
      theme: campaign.outline.theme,
      starts_on: campaign.outline.startsOn,
      ends_on: campaign.outline.endsOn,
      created_by: tx.actor.accountId,
      created_by_name: tx.actor.name,
      created_at: tx.now,
      changed_at: tx.now,
    })
    .execute()
}

function fallbackTitle(tx: Tx, file: FileRow | undefined): string {
  return file ? file.name.replace(/\.[^.]+$/, '') : `Phong trào mới, ${formatDate(tx.today)}`
}

function countFound(facts: readonly ReadFact[]): number {
  return facts.filter((fact) => Object.values(fact.value).some((member) => member !== null && member !== '')).length
}
