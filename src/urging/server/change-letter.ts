import { sql } from 'kysely'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { whyNumberTaken } from '../../mechanisms/documents/server/index.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { getFiles, showFiles } from '../../platform/files/file-rows.ts'
import { keepOnly } from '../domain/letter.ts'
import { draftLetter, lateRows, lockDrafting } from './draft-letters.ts'
import { type LetterRow, openLetter } from './letters.ts'
import { officesUrging } from './offices.ts'
import { notStopped, whatIsStopped } from './plan-steps.ts'
import { tellOfLetter } from './tell-of-letter.ts'

/**
 * Drafts a letter about late obligations chosen on the board: of one campaign or assignment, none that stands in another letter for the same
 * last day. The second press finds it drafted.
 */
export async function draftByHand(
  tx: Tx,
  input: { id: string; obligationIds: readonly string[] },
): Promise<Result<{ id: string; leftOut: number }>> {
  const offices = await officesUrging(tx)
  if (offices.length === 0) return refuse('not-yours-to-do', { who: 'bộ phận thường trực' })
  // Before it is known what stands in other letters: the same obligations drafted twice at once would be.
  await lockDrafting(tx)
  const same = await tx.db.selectFrom('urging_letter').select('unit_id').where('id', '=', input.id).executeTakeFirst()
  if (same) {
    const mine = offices === 'all' || offices.includes(same.unit_id)
    return mine ? ok({ id: input.id, leftOut: 0 }) : refuse('id-taken')
  }
  const ids = [...new Set(input.obligationIds)]
  const free = await stillUrged(tx, await withoutLetter(tx, ids))
  const rows = (await lateRows(tx, free)).filter((row) => offices === 'all' || offices.includes(row.owedTo))
  const [first] = rows
  if (!first) return refuse('nothing-late')
  const of = rows.filter((row) => row.thingId === first.thingId && row.owedTo === first.owedTo)
  await draftLetter(tx, tx.today, input.id, of)
  return ok({ id: input.id, leftOut: ids.length - of.length })
}

/** Of a campaign that is closed or paused, and of a form that takes nothing more, nobody is written to. */
async function stillUrged(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from app.obligation o
    where o.id = any (${[...ids]}::uuid[]) and ${notStopped(await whatIsStopped(tx, tx.today))}`.execute(tx.db)
  return rows.map((row) => row.id)
}

async function withoutLetter(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('obligation')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .where('last_day', '<', tx.today)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('urging_letter_obligation as l')
            .select('l.letter_id')
            .whereRef('l.obligation_id', '=', 'obligation.id')
            .whereRef('l.for_last_day', '=', 'obligation.last_day')
            .where('l.live', '=', true),
        ),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}

type Edited = {
  id: string
  version: number
  subject: string
  opening: string
  asked: string
  newDay: string | null
  recipients: string[]
  place: string
  signerTitle: string
  /** What of the drafted list stays. */
  keptIds: string[]
}

/** What the officer changed in a draft. What is taken out of the list may stand in another letter. */
export async function changeLetter(tx: Tx, input: Edited): Promise<Result<{ version: number }>> {
  const opened = await openDraft(tx, input)
  if (!opened.ok) return opened
  const letter = opened.value
  const { subject, opening, asked, newDay, recipients, place, signerTitle } = input
  const kept = new Set(input.keptIds)
  const units = keepOnly(letter.content.units, kept)
  if (units.length === 0) return refuse('nothing-late', {}, { field: 'keptIds' })
  const content = { opening, asked, newDay, recipients, place, signerTitle, units }
  await tx.db
    .updateTable('urging_letter')
    .set({ subject, content: jsonText(content), version: letter.version + 1, changed_at: tx.now })
    .where('id', '=', letter.id)
    .execute()
  await tx.db
    .updateTable('urging_letter_obligation')
    .set({ live: false })
    .where('letter_id', '=', letter.id)
    .where(
      'obligation_id',
      'not in',
      units.flatMap((unit) => unit.items.map((item) => item.obligationId)),
    )
    .execute()
  await record(tx, 'urging-letter.changed', thingOf(letter, subject), { unitId: letter.unit_id })
  return ok({ version: letter.version + 1 })
}

type Issued = {
  id: string
  version: number
  number: string
  issuedOn: string
  signerName: string
  signerTitle: string | null
  signedFileId: string | null
}

/** Number, day and signer from the office's book, after the signature: from now on the units read it and are told of it. */
export async function issueLetter(tx: Tx, input: Issued): Promise<Result<{ told: number }>> {
  const opened = await openDraft(tx, input)
  if (!opened.ok) return opened
  const letter = opened.value
  const issuedOn = plainDate(input.issuedOn)
  if (issuedOn > tx.today) return refuse('day-in-future', { day: formatDate(issuedOn) }, { field: 'issuedOn' })
  const given = { unitId: letter.unit_id, number: input.number, on: issuedOn, exceptId: letter.id }
  const taken = await whyNumberTaken(tx, given)
  if (!taken.ok) return taken
  const files = await getFiles(tx, input.signedFileId === null ? [] : [input.signedFileId], 'signedFileId')
  if (!files.ok) return files
  await tx.db
    .updateTable('urging_letter')
    .set({
      state: 'issued',
      number: input.number,
      issued_on: issuedOn,
      signer_name: input.signerName,
      signer_title: input.signerTitle,
      signed_file_id: input.signedFileId,
      version: letter.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', letter.id)
    .execute()
  const { told, unitNos } = await tellOfLetter(tx, {
    id: letter.id,
    subject: letter.subject,
    number: input.number,
    issuedOn,
  })
  if (input.signedFileId !== null) await showFiles(tx, [input.signedFileId], unitNos)
  const detail = { number: input.number, on: formatDate(issuedOn), signer: input.signerName }
  await record(tx, 'urging-letter.issued', thingOf(letter, letter.subject), { unitId: letter.unit_id, detail })
  return ok({ told })
}

/** Throws a draft away; what it urged may be put into another letter by hand, the ladder does not draft it again. */
export async function discardLetter(
  tx: Tx,
  input: { id: string; version: number; reason: string },
): Promise<Result<{ done: true }>> {
  const opened = await openDraft(tx, input)
  if (!opened.ok) return opened
  const letter = opened.value
  await tx.db
    .updateTable('urging_letter')
    .set({ state: 'discarded', discard_reason: input.reason, version: letter.version + 1, changed_at: tx.now })
    .where('id', '=', letter.id)
    .execute()
  await tx.db.updateTable('urging_letter_obligation').set({ live: false }).where('letter_id', '=', letter.id).execute()
  const detail = { reason: input.reason }
  await record(tx, 'urging-letter.discarded', thingOf(letter, letter.subject), { unitId: letter.unit_id, detail })
  return ok({ done: true })
}

async function openDraft(tx: Tx, { id, version }: { id: string; version: number }): Promise<Result<LetterRow>> {
  const opened = await openLetter(tx, id, 'urge')
  if (!opened.ok) return opened
  if (opened.value.state !== 'draft') return refuse('letter-closed')
  return opened.value.version === version ? opened : refuse('changed-meanwhile')
}

function thingOf({ id }: LetterRow, name: string) {
  return { kind: 'urging-letter', id, name } as const
}
