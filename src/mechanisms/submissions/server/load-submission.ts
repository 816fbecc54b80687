import { formatMoment } from '../../../kernel/plain-date.ts'
import { refusalSentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type FileRow, fileShape, findFiles } from '../../../platform/files/file-rows.ts'
import { separationAt, stepRule } from '../../consents/server/index.ts'
import { type LoadedObligation, type ObligationShape, toObligationShape } from '../../obligations/server/index.ts'
import { SUBMISSION_ACTIONS, type SubmissionShape } from '../contract.ts'
import { readsUnsent, type SubmissionThing, whyMayNot } from '../domain/permissions.ts'
import { askedFor, readContent, type SubmissionDesk, writtenOf } from './kind.ts'
import { filesOf, type Sending, sendingShape, sendingsOf } from './sendings.ts'
import type { SubmissionRow } from './submission-row.ts'

/** Whose signature sends it. */
export const SIGNERS = ['head'] as const

export type Whole = { submission: SubmissionShape; obligation: ObligationShape }

/** What the unit has laid down for its signatures. */
type Rules = Pick<SubmissionThing, 'separation' | 'officerSigns'>

async function rulesOf(tx: Tx, row: SubmissionRow | undefined, obligation: LoadedObligation): Promise<Rules> {
  const unit = obligation.unitPath
  const preparedBy = row?.prepared_by ?? null
  return {
    separation: await separationAt(tx, { step: 'submission-sign', unit, preparedBy, roles: SIGNERS }),
    // What a head answers for is never the officer's: only that a task was done.
    officerSigns: obligation.kind === 'task' && (await stepRule(tx, 'completion-by-officer', unit)) === 'allowed',
  }
}

/** What the permissions look at; `rules` where the same act has asked for them and nobody else has written on it since. */
export async function submissionThing(
  tx: Tx,
  row: SubmissionRow | undefined,
  obligation: LoadedObligation,
  rules?: Rules,
): Promise<SubmissionThing> {
  const { separation, officerSigns } = rules ?? (await rulesOf(tx, row, obligation))
  return {
    separation,
    officerSigns,
    state: row?.state,
    opened:
      row?.opened_at && row.opened_by_name
        ? { byName: row.opened_by_name, at: formatMoment(row.opened_at) }
        : undefined,
    unit: obligation.unitPath,
    owedTo: obligation.owedToPath,
    thingKind: obligation.thingKind,
    assignedPersonId: obligation.assignedPersonId,
    obligation: obligation.state,
    obligationDoneOn: obligation.doneOn,
    closedOn: obligation.thing.closedOn,
  }
}

/** Acts that are the actor's and possible now; signing what he prepared himself is shown with the reason why not. */
export function offered(tx: Tx, thing: SubmissionThing): SubmissionShape['actions'] {
  const actions: SubmissionShape['actions'] = {}
  for (const action of SUBMISSION_ACTIONS) {
    const refused = whyMayNot(tx.actor, action, thing)
    if (refused === undefined) actions[action] = { whyNot: null }
    else if (refused.code === 'two-people-needed') {
      actions[action] = { whyNot: refusalSentence(refused.code, refused.values) }
    }
  }
  return actions
}

/** A submission with its sendings, for whoever looks: who only receives sees of what is being mended what was sent. `known`: what the same act has asked or written itself. */
export async function toWhole(
  desk: SubmissionDesk,
  tx: Tx,
  row: SubmissionRow,
  obligation: LoadedObligation,
  known: { rules?: Rules; sendings?: readonly Sending[] } = {},
): Promise<Whole> {
  const sent = known.sendings ?? (await sendingsOf(tx, row))
  const newest = sent[0]
  const thing = await submissionThing(tx, row, obligation, known.rules)
  const receiver = !readsUnsent(tx.actor, thing)
  // What lies with the receiver is what was sent, word for word; what is being mended only the unit reads.
  const asSent = newest !== undefined && (row.state === 'submitted' || row.state === 'accepted' || receiver)
  const written = asSent ? undefined : await writtenOf(desk, tx, row, await askedFor(desk, tx, { obligation, row }))
  return {
    obligation: toObligationShape(tx, obligation),
    submission: {
      id: row.id,
      kind: row.kind,
      state: row.state,
      content: written?.content ?? readContent(row.kind, newest?.content),
      files: written ? (await findFiles(tx, written.fileIds)).map(fileShape) : newest ? filesOf(newest) : [],
      version: row.version,
      preparedByName: row.prepared_by_name,
      preparedAt: row.prepared_at.toISOString(),
      submittedAt: row.submitted_at?.toISOString() ?? null,
      openedAt: row.opened_at?.toISOString() ?? null,
      openedByName: row.opened_by_name,
      returnReason: row.return_reason,
      receipt: newest
        ? { at: newest.submitted_at.toISOString(), hash: newest.receipt_hash, sentNo: newest.sent_no }
        : null,
      // The unit is told of single lines with the decision, not while the receiver is still at it.
      sent: sent.map((sending) => sendingShape(row.kind, sending, receiver || sending.outcome !== null)),
      setAside: receiver ? null : setAsideOf(row),
      actions: offered(tx, thing),
    },
  }
}

function setAsideOf(row: SubmissionRow): SubmissionShape['setAside'] {
  if (row.set_aside === null) return null
  const aside = row.set_aside as { content: unknown; files: FileRow[]; byName: string; at: string }
  return { ...aside, content: readContent(row.kind, aside.content), files: aside.files.map(fileShape) }
}
