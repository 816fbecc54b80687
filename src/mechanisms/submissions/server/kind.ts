import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { LoadedObligation, ObligationShape, ObligationThings } from '../../obligations/server/index.ts'
import type { SubmissionContent } from '../contract.ts'
import { KINDS, type Missing } from '../domain/kinds.ts'
import type { SubmissionRow } from './submission-row.ts'

/** What a submission says now, wherever its kind keeps it. */
export type Written<Content> = { content: Content; fileIds: string[] }

/**
 * One kind of what travels. The shared acts (hand over, sign, withdraw, return, accept) are the same for all; a kind says what answers
 * which obligation, what is missing before it may be sent, and what else happens when it is sent or comes back. `Asked` is what it must know
 * of the obligation for that.
 */
export type SubmissionKind<Content extends SubmissionContent = SubmissionContent, Asked = unknown> = {
  readonly kind: Content['kind']
  /** Read once in an act and given to the questions below. `hold`: it stays as it is until the end of the transaction. */
  askedFor?(tx: Tx, on: { obligation: LoadedObligation; row: SubmissionRow }, how: { hold: boolean }): Promise<Asked>
  /** Everything still missing at once, each with its field. Empty: it may be sent. */
  missing(
    content: Content,
    context: { files: number; today: PlainDate; obligation: LoadedObligation; asked: Asked },
  ): Missing[]
  /** What is written, for a kind that keeps it elsewhere than on the submission's own row; `keep` puts it there when it comes whole. */
  contentOf?(tx: Tx, row: SubmissionRow, asked: Asked): Promise<Written<Content>>
  keep?(
    tx: Tx,
    row: SubmissionRow,
    kept: { content: Content; asked: Asked; receivedOn: PlainDate },
  ): Promise<Result<void>>
  /** In the transaction of the sending, after the receipt is written. */
  onSent?(
    tx: Tx,
    sent: { row: SubmissionRow; obligation: LoadedObligation; content: Content; asked: Asked },
  ): Promise<void>
  /** Why what was sent must stay sent: taken back or returned it could not be sent again. */
  whyNotBack?(context: { today: PlainDate; asked: Asked }): Refusal | undefined
  /** In the transaction that makes it unsent again. */
  onUnsent?(tx: Tx, back: { row: SubmissionRow; obligation: LoadedObligation }): Promise<void>
}

/** What every act on submissions needs to know: the things obligations come from, and the kinds there are. */
export type SubmissionDesk = {
  readonly things: ObligationThings
  readonly kinds: readonly SubmissionKind[]
}

/** The kind that answers this kind of obligation; `undefined` for what is answered otherwise. */
export function kindFor(desk: SubmissionDesk, obligation: ObligationShape['kind']): SubmissionKind | undefined {
  return desk.kinds.find((one) => KINDS[one.kind].obligationKind === obligation)
}

/** The kind of a submission that exists. */
export function kindOf(desk: SubmissionDesk, row: Pick<SubmissionRow, 'kind'>): SubmissionKind {
  const kind = desk.kinds.find((one) => one.kind === row.kind)
  if (!kind) throw new Error(`no submission kind ${row.kind} here`)
  return kind
}

/** What its kind must know of the obligation: held when the same act is to send it. */
export async function askedFor(
  desk: SubmissionDesk,
  tx: Tx,
  on: { obligation: LoadedObligation; row: SubmissionRow },
  how: { hold: boolean } = { hold: false },
): Promise<unknown> {
  return kindOf(desk, on.row).askedFor?.(tx, on, how)
}

/** What stands written now, as `askedFor` says what is asked. Rows of before there were kinds do not say theirs. */
export async function writtenOf(
  desk: SubmissionDesk,
  tx: Tx,
  row: SubmissionRow,
  asked: unknown,
): Promise<Written<SubmissionContent>> {
  const kind = kindOf(desk, row)
  if (kind.contentOf) return kind.contentOf(tx, row, asked)
  return { content: readContent(row.kind, row.content), fileIds: row.file_ids }
}

/** Content as it was stored, with its kind. */
export function readContent(kind: SubmissionRow['kind'], stored: unknown): SubmissionContent {
  return { ...(stored as SubmissionContent), kind } as SubmissionContent
}
