import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { whyNumberTaken } from '../../mechanisms/documents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { getFiles } from '../../platform/files/file-rows.ts'
import type { CampaignHead } from '../contract.ts'
import { officeCapacity, recorded } from './change.ts'
import { headAfter, openCampaign } from './load-campaign.ts'

type NumberEntered = {
  id: string
  number: string
  issuedOn: string
  signerName: string
  signerTitle: string | null
  signedFileId: string | null
}

/**
 * What the clerk gave after the signature: number, date, signer, and the signed file. This is what was agreed becoming an issued paper,
 * not a change of it, so the consent stands. One number of a year and an issuing unit belongs to one document.
 */
export async function enterNumber(tx: Tx, input: NumberEntered): Promise<Result<{ campaign: CampaignHead }>> {
  const opened = await openCampaign(tx, input.id, 'enter-number')
  if (!opened.ok) return opened
  const loaded = opened.value
  const issuedOn = plainDate(input.issuedOn)
  if (issuedOn > tx.today) return refuse('day-in-future', { day: formatDate(issuedOn) }, { field: 'issuedOn' })
  const { unit_id: unitId, document_id: exceptId } = loaded.row
  const taken = await whyNumberTaken(tx, { unitId, number: input.number, on: issuedOn, exceptId })
  if (!taken.ok) return taken
  const files = await getFiles(tx, input.signedFileId === null ? [] : [input.signedFileId], 'signedFileId')
  if (!files.ok) return files
  await tx.db
    .updateTable('document')
    .set({
      number: input.number,
      issued_on: issuedOn,
      signer_name: input.signerName,
      signer_title: input.signerTitle,
    })
    .where('id', '=', loaded.row.document_id)
    .execute()
  if (input.signedFileId !== null) {
    await tx.db
      .deleteFrom('document_file')
      .where('document_id', '=', loaded.row.document_id)
      .where('role', '=', 'signed')
      .execute()
    await tx.db
      .insertInto('document_file')
      .values({ document_id: loaded.row.document_id, file_id: input.signedFileId, role: 'signed', added_at: tx.now })
      .onConflict((conflict) => conflict.columns(['document_id', 'file_id']).doUpdateSet({ role: 'signed' }))
      .execute()
  }
  await tx.db.updateTable('campaign').set({ changed_at: tx.now }).where('id', '=', input.id).execute()
  await record(tx, 'campaign.numbered', recorded(loaded), {
    capacity: officeCapacity(tx, loaded),
    detail: { number: input.number, on: formatDate(issuedOn), signer: input.signerName },
  })
  return headAfter(tx, input.id)
}
