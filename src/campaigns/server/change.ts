import { capacityFor } from '../../kernel/actor.ts'
import { foldForSearch } from '../../kernel/vietnamese-text.ts'
import { voidConsents } from '../../mechanisms/consents/server/index.ts'
import { factsOf } from '../../mechanisms/documents/server/index.ts'
import { type RecordedThing, record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { outlineOf, titleFor } from '../domain/outline.ts'
import type { LoadedCampaign } from './load-campaign.ts'

export function recorded(loaded: LoadedCampaign): RecordedThing {
  return { kind: 'campaign', id: loaded.row.id, name: loaded.row.title }
}

export function officeCapacity(tx: Tx, loaded: LoadedCampaign): string {
  return tx.actor.kind === 'person' ? capacityFor(tx.actor, ['standing-office'], loaded.hostPath) : ''
}

/**
 * Something a consent is about has changed: the version goes up, and a standing consent falls. What was agreed is no longer what would
 * be launched, so the campaign goes back to the standing office, with the reason in the record.
 */
export async function contentChanged(tx: Tx, loaded: LoadedCampaign, why: string): Promise<{ consentVoided: boolean }> {
  const { row } = loaded
  const consentVoided = await voidConsents(tx, { kind: 'campaign', id: row.id }, why)
  await tx.db
    .updateTable('campaign')
    .set({
      version: row.version + 1,
      changed_at: tx.now,
      ...(row.state === 'agreed' ? { state: 'draft' as const } : {}),
    })
    .where('id', '=', row.id)
    .execute()
  if (consentVoided) {
    await record(tx, 'campaign.consent-voided', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      detail: { reason: why },
    })
  }
  return { consentVoided }
}

/**
 * Brings what lists and searches show (title, theme, first and last day; issuer and subject of the document) in line with the facts.
 * A title somebody chose stays; one that came from the subject follows it.
 */
export async function followFacts(tx: Tx, loaded: LoadedCampaign): Promise<void> {
  const { row } = loaded
  const outline = outlineOf(await factsOf(tx, row.document_id, false))
  const followed = row.title === titleFor(loaded.subject, row.title) || loaded.subject === null
  const title = followed && outline.subject !== null ? titleFor(outline.subject, row.title) : row.title
  await tx.db
    .updateTable('document')
    .set({ kind: outline.kind, issuer: outline.issuer, subject: outline.subject })
    .where('id', '=', row.document_id)
    .execute()
  await tx.db
    .updateTable('campaign')
    .set({
      title,
      title_search: foldForSearch(title),
      theme: outline.theme,
      starts_on: outline.startsOn,
      ends_on: outline.endsOn,
    })
    .where('id', '=', row.id)
    .execute()
}
