import { type Selectable, sql } from 'kysely'
import type { SubmissionVersionTable } from '../../../platform/database/tables.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { type FileRow, fileShape } from '../../../platform/files/file-rows.ts'
import type { ConsentShape } from '../../consents/contract.ts'
import { consentsOf } from '../../consents/server/index.ts'
import type { SubmissionShape } from '../contract.ts'
import { readContent } from './kind.ts'
import type { SubmissionRow } from './submission-row.ts'

type SendingShape = SubmissionShape['sent'][number]

type Version = Omit<Selectable<SubmissionVersionTable>, 'submission_id' | 'unit_id' | 'form_version'>

/** What was sent once, whose consent it bears, and the marks on its lines. */
export type Sending = Version & { consent: ConsentShape; lines: SendingShape['lines'] }

/** Every sending of a submission, the newest first; of one that was never sent nothing is asked. */
export async function sendingsOf(tx: Tx, row: SubmissionRow): Promise<Sending[]> {
  if (row.sent_count === 0) return []
  const versions = await tx.db
    .selectFrom('submission_version as version')
    .select([
      'sent_no',
      'content',
      'files',
      'submitted_at',
      'receipt_hash',
      'consent_id',
      'outcome',
      'outcome_reason',
      'outcome_at',
      'outcome_by_name',
    ])
    .select(
      sql<SendingShape['lines']>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'lineKey', l.line_key, 'outcome', l.outcome, 'reason', l.reason, 'byName', l.by_name, 'at', l.at) order by l.line_key), '[]')
        from app.submission_line l where l.submission_id = version.submission_id and l.sent_no = version.sent_no)`.as(
        'lines',
      ),
    )
    .where('submission_id', '=', row.id)
    .orderBy('sent_no', 'desc')
    .execute()
  const consents = new Map((await consentsOf(tx, { kind: 'submission', id: row.id })).map((one) => [one.id, one]))
  return versions.map((version) => {
    const consent = consents.get(version.consent_id)
    if (!consent) throw new Error(`consent ${version.consent_id} of submission ${row.id} is missing`)
    return { ...version, consent }
  })
}

/** A sending as it goes over the wire. `told`: whether the marks on single lines are for this reader now. */
export function sendingShape(kind: SubmissionRow['kind'], sending: Sending, told: boolean): SendingShape {
  return {
    sentNo: sending.sent_no,
    content: readContent(kind, sending.content),
    files: filesOf(sending),
    submittedAt: sending.submitted_at.toISOString(),
    hash: sending.receipt_hash,
    outcome: sending.outcome,
    outcomeReason: sending.outcome_reason,
    outcomeAt: sending.outcome_at?.toISOString() ?? null,
    outcomeByName: sending.outcome_by_name,
    lines: told ? sending.lines.map((line) => ({ ...line, at: new Date(line.at).toISOString() })) : [],
    consent: sending.consent,
  }
}

/** The files as they were called when they were sent. */
export function filesOf(sending: Pick<Sending, 'files'>): SubmissionShape['files'] {
  return (sending.files as FileRow[]).map(fileShape)
}
