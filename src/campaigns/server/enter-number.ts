import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { lockId } from '../../platform/database/lock-id.ts'
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
  const year = issuedOn.slice(0, 4)
  // Two who enter one number at the same moment wait for each other here; the second then finds it taken.
  await lockId(tx, `number ${loaded.row.unit_id} ${year} ${input.number}`)
  const taken = await tx.db
    .selectFrom('document')
    .select('subject')
    .where('number', '=', input.number)
    .where('unit_id', '=', loaded.row.unit_id)
    .where('issued_on', '>=', plainDate(`${year}-01-01`))
    .where('issued_on', '<=', plainDate(`${year}-12-31`))
    .where('id', '<>', loaded.row.document_id)
    .executeTakeFirst()
  if (taken) {
    return refuse(
      'number-taken',
      { number: input.number, year, title: taken.subject ?? 'văn bản khác' },
      { field: 'number' },
    )
  }
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
