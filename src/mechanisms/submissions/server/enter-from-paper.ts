import { isDeepStrictEqual } from 'node:util'
import { formatDate, plainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { jsonText } from '../../../platform/database/json-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { findFiles, getFiles } from '../../../platform/files/file-rows.ts'
import { whyNotBoth } from '../../consents/domain/separation.ts'
import { type Giver, giveConsent, giversOn, recordIfOneDidBoth, separationAt } from '../../consents/server/index.ts'
import {
  findObligation,
  type ObligationShape,
  officeCapacity,
  peopleOfUnit,
  toObligationShape,
} from '../../obligations/server/index.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { SubmissionContent } from '../contract.ts'
import type { SubmissionKindName } from '../domain/kinds.ts'
import { whyMayNot } from '../domain/permissions.ts'
import { deliver } from './deliver.ts'
import { begin, noteWritten } from './draft.ts'
import { isAsSent } from './judge.ts'
import { askedFor, kindFor, type SubmissionDesk, writtenOf } from './kind.ts'
import { SIGNERS, submissionThing, toWhole, type Whole } from './load-submission.ts'
import { openForObligation, recorded, reloaded, whatOf } from './open-submission.ts'
import { findSubmission, type SubmissionRow } from './submission-row.ts'

type Paper = {
  id: string
  obligationId: string
  content: SubmissionContent
  fileIds: string[]
  receivedOn: string
  consent: { givenByPersonId: string; givenOn: string; scanFileId: string }
}

/**
 * «Đã nhận bản giấy», with what stands on it: the receiver types in the unit's paper, signed by its head, with the scan as proof. It is a
 * sending as any other, with a receipt; it arrived on the day the paper did. What the paper leaves open stays open: the receiver invents
 * nothing. What the unit was writing meanwhile is set aside for it, not lost.
 */
export function enterFromPaper(desk: SubmissionDesk) {
  return async (tx: Tx, input: Paper): Promise<Result<Whole>> => {
    const opened = await openForObligation(tx, desk, input.obligationId, 'enter-from-paper')
    if (!opened.ok) return (await enteredAlready(tx, desk, input)) ?? opened
    const { obligation } = opened.value
    const kind = kindFor(desk, obligation.kind)
    if (kind?.kind !== input.content.kind) return refuse('wrong-obligation-kind')
    const wrongDay = whyNotReceivedThen(tx, input, obligation.thing.launchedOn)
    if (wrongDay) return wrongDay
    // Here it is the typist who prepares: whoever receives a paper that he signed himself, as head of the unit, does both.
    const separation = await separationAt(tx, {
      step: 'submission-sign',
      unit: obligation.unitPath,
      preparedBy: tx.actor.kind === 'person' ? tx.actor.personId : null,
      roles: SIGNERS,
    })
    const both = whyNotBoth(input.consent.givenByPersonId, separation)
    if (both) return { ok: false, refusal: { ...both, field: 'consent.givenByPersonId' } }
    const files = await getFiles(tx, papersOf(input), 'fileIds')
    if (!files.ok) return files

    const row = await rowFor(tx, desk, opened.value, input)
    const asked = await askedFor(desk, tx, { obligation, row }, { hold: true })
    const kept =
      (await kind.keep?.(tx, row, { content: input.content, asked, receivedOn: plainDate(input.receivedOn) })) ??
      ok(undefined)
    if (!kept.ok) return kept
    const consent = await giveConsent(tx, {
      thing: { kind: 'submission', id: row.id, version: row.version },
      outcome: 'agreed',
      reason: null,
      given: { way: 'paper', ...input.consent },
      roles: SIGNERS,
      unit: obligation.unitPath,
      notBefore: obligation.thing.launchedOn,
    })
    if (!consent.ok) return consent
    const sent = await deliver(tx, desk, {
      row,
      obligation,
      asked,
      content: input.content,
      files: files.value,
      consent: consent.value,
      arrivedOn: plainDate(input.receivedOn),
      readBy: actorName(tx.actor),
    })
    await record(tx, 'sending.entered-from-paper', recorded(row.id, obligation), {
      capacity: officeCapacity(tx, obligation),
      unitId: obligation.unitId,
      onBehalfOf: consent.value.byName,
      detail: {
        unit: obligation.unitName,
        what: whatOf(obligation, row.kind),
        by: consent.value.byName,
        on: formatDate(consent.value.on),
        received: formatDate(plainDate(input.receivedOn)),
        no: sent.row.sent_count,
        receipt: sent.hash.slice(0, 12),
      },
    })
    await recordIfOneDidBoth(tx, 'submission-sign', recorded(row.id, obligation), {
      by: { personId: consent.value.byPersonId, name: consent.value.byName },
      separation,
      unitId: obligation.unitId,
      capacity: officeCapacity(tx, obligation),
    })
    return ok(await toWhole(desk, tx, sent.row, sent.obligation, sent.known))
  }
}

/** Every paper that comes with it: the scan, what hangs on the whole, and what hangs on its lines. */
function papersOf({ content, fileIds, consent }: Paper): string[] {
  const onLines = content.kind === 'report' ? Object.values(content.lines).flatMap((line) => line.fileIds) : []
  return [...new Set([...fileIds, ...onLines, consent.scanFileId])]
}

function whyNotReceivedThen(tx: Tx, { receivedOn, consent }: Paper, launched: string | null) {
  const on = plainDate(receivedOn)
  const field = 'receivedOn'
  if (on > tx.today) return refuse('day-in-future', { day: formatDate(on) }, { field })
  if (launched !== null && on < launched) {
    return refuse('day-before-launch', { day: formatDate(on), launch: formatDate(plainDate(launched)) }, { field })
  }
  if (consent.givenOn > receivedOn) {
    const problem = `ngày ký ${formatDate(plainDate(consent.givenOn))} sau ngày nhận ${formatDate(on)}`
    return refuse('wrong-consent-paper', { problem }, { field: 'consent.givenOn' })
  }
  return undefined
}

/** The row it is written to: a new one, or the unit's own, with what it was writing set aside. */
async function rowFor(
  tx: Tx,
  desk: SubmissionDesk,
  { row, obligation }: { row: SubmissionRow | undefined; obligation: Parameters<typeof begin>[1] },
  input: Paper,
): Promise<SubmissionRow> {
  if (!row) return begin(tx, obligation, { ...input, fileIds: papersOf(input), ...formVersion(input.content) })
  const writing = await writtenOf(desk, tx, row, await askedFor(desk, tx, { obligation, row }))
  const aside = {
    content: writing.content,
    files: await findFiles(tx, writing.fileIds),
    byName: row.prepared_by_name,
    at: row.prepared_at.toISOString(),
  }
  await noteWritten(tx, row, {
    content: input.content,
    fileIds: papersOf(input),
    // What was sent once stays under the version it was sent under.
    ...(row.sent_count === 0 ? formVersion(input.content) : {}),
  })
  // The unit has written nothing since an earlier paper came: what was set aside then is still all of its own.
  const nothingNew = row.set_aside !== null && (await isAsSent(tx, row, { ...writing, files: aside.files }))
  if (!nothingNew) {
    await tx.db
      .updateTable('submission')
      .set({ set_aside: jsonText(aside) })
      .where('id', '=', row.id)
      .execute()
  }
  const now = await findSubmission(tx, { id: row.id })
  if (!now) throw new Error(`submission ${row.id} is gone after it was written`)
  return now
}

function formVersion(content: SubmissionContent): { formVersion?: number } {
  return content.kind === 'report' ? { formVersion: content.formVersion } : {}
}

/** The same paper again, sent twice because the answer was lost: it is there. */
async function enteredAlready(tx: Tx, desk: SubmissionDesk, input: Paper): Promise<Result<Whole> | undefined> {
  const row = await findSubmission(tx, { obligationId: input.obligationId })
  if (row?.state !== 'submitted' || row.opened_by_name !== actorName(tx.actor)) return undefined
  const there = await reloaded(tx, desk, row.id)
  if (!there.ok) return undefined
  const last = there.value.submission.sent[0]
  const same = last?.consent.scanFileId === input.consent.scanFileId && isDeepStrictEqual(last.content, input.content)
  return same ? there : undefined
}

export type PaperEntry = {
  kind: SubmissionKindName
  obligation: ObligationShape
  unitHeadcount: number
  givers: Giver[]
  launchedOn: string
}

/** What the receiver needs to type a unit's paper in. Tells nothing of what the unit itself may be writing. */
export function paperEntry(desk: SubmissionDesk) {
  return async (tx: Tx, input: { obligationId: string }): Promise<Result<PaperEntry>> => {
    const obligation = await findObligation(tx, desk.things, input.obligationId)
    const kind = obligation && kindFor(desk, obligation.kind)
    if (!obligation || !kind) return refuse('not-found')
    const row = await findSubmission(tx, { obligationId: obligation.id })
    const refused = whyMayNot(tx.actor, 'enter-from-paper', await submissionThing(tx, row, obligation))
    if (refused) return { ok: false, refusal: refused }
    return ok({
      kind: kind.kind,
      obligation: toObligationShape(tx, obligation),
      unitHeadcount: (await peopleOfUnit(tx, obligation.unitId)).length,
      givers: await giversOn(tx, SIGNERS, obligation.unitPath, tx.today),
      launchedOn: obligation.thing.launchedOn ?? tx.today,
    })
  }
}
