import type { Selectable } from 'kysely'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { refusalSentence } from '../../../kernel/refusals.ts'
import type { SubmissionTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { fileShape, findFiles } from '../../../platform/files/file-rows.ts'
import type { ConsentShape } from '../../consents/contract.ts'
import { consentsOf, separationAt } from '../../consents/server/index.ts'
import { type LoadedObligation, type ObligationShape, toObligationShape } from '../../obligations/server/index.ts'
import { type DisseminationDraft, SUBMISSION_ACTIONS, type SubmissionShape } from '../contract.ts'
import { readsUnsent, type SubmissionThing, whyMayNot } from '../domain/permissions.ts'

export type SubmissionRow = Selectable<SubmissionTable>
export type Whole = { submission: SubmissionShape; obligation: ObligationShape }

export async function findSubmission(
  tx: Tx,
  by: { id: string } | { obligationId: string },
): Promise<SubmissionRow | undefined> {
  const query = tx.db.selectFrom('submission').selectAll()
  return 'id' in by
    ? query.where('id', '=', by.id).executeTakeFirst()
    : query.where('obligation_id', '=', by.obligationId).executeTakeFirst()
}

/** What the permissions look at. */
export async function submissionThing(
  tx: Tx,
  row: SubmissionRow | undefined,
  obligation: LoadedObligation,
): Promise<SubmissionThing> {
  const preparedBy = row?.prepared_by ?? null
  return {
    separation: await separationAt(tx, {
      step: 'submission-sign',
      unit: obligation.unitPath,
      preparedBy,
      roles: ['head'],
    }),
    state: row?.state,
    opened:
      row?.opened_at && row.opened_by_name
        ? { byName: row.opened_by_name, at: formatMoment(row.opened_at) }
        : undefined,
    unit: obligation.unitPath,
    owedTo: obligation.owedToPath,
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

export async function toWhole(tx: Tx, row: SubmissionRow, obligation: LoadedObligation): Promise<Whole> {
  const sent = await tx.db
    .selectFrom('submission_version')
    .selectAll()
    .where('submission_id', '=', row.id)
    .orderBy('sent_no', 'desc')
    .execute()
  const consents = new Map((await consentsOf(tx, { kind: 'submission', id: row.id })).map((one) => [one.id, one]))
  const newest = sent[0]
  const thing = await submissionThing(tx, row, obligation)
  const mending = row.state === 'returned' && newest !== undefined && !readsUnsent(tx.actor, thing)
  return {
    obligation: toObligationShape(tx, obligation),
    submission: {
      id: row.id,
      state: row.state,
      content: (mending ? newest.content : row.content) as DisseminationDraft,
      files: mending ? (newest.files as SubmissionShape['files']) : (await findFiles(tx, row.file_ids)).map(fileShape),
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
      sent: sent.flatMap((version) => {
        const consent: ConsentShape | undefined = consents.get(version.consent_id)
        if (!consent) throw new Error(`consent ${version.consent_id} of submission ${row.id} is missing`)
        return {
          sentNo: version.sent_no,
          content: version.content as DisseminationDraft,
          files: version.files as SubmissionShape['files'],
          submittedAt: version.submitted_at.toISOString(),
          hash: version.receipt_hash,
          outcome: version.outcome,
          outcomeReason: version.outcome_reason,
          outcomeAt: version.outcome_at?.toISOString() ?? null,
          outcomeByName: version.outcome_by_name,
          consent,
        }
      }),
      actions: offered(tx, thing),
    },
  }
}
