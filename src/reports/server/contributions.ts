import type { Selectable } from 'kysely'
import { formatDate } from '../../kernel/plain-date.ts'
import { ok, type Refusal, type Result, refusal, refuse } from '../../kernel/result.ts'
import { whyMayNot, whyNotOpen } from '../../mechanisms/obligations/domain/permissions.ts'
import { findObligation, type LoadedObligation, owedThing } from '../../mechanisms/obligations/server/index.ts'
import { actorName, record } from '../../mechanisms/record/server/index.ts'
import type { SubmissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { jsonText } from '../../platform/database/json-text.ts'
import type { ReportContributionTable } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { fileShape, findFiles, getFiles } from '../../platform/files/file-rows.ts'
import type { ContributionShape } from '../contract.ts'
import type { LineValue } from '../domain/form.ts'
import { takesReports } from '../domain/permissions.ts'
import { whyWrong } from '../domain/values.ts'
import { askedLine, type ReportContext, reportContext } from './report-context.ts'

type Row = Selectable<ReportContributionTable>

/** Anybody with a post in the unit that owes the report may bring something to it, as long as it may be written and sent. */
export function whyMayNotOffer(
  tx: Tx,
  obligation: LoadedObligation,
  { form }: ReportContext,
  begun: boolean,
): Refusal | undefined {
  const { actor } = tx
  const there = actor.kind === 'person' && actor.posts.some((post) => post.unitId === obligation.unitId)
  if (!there) return refusal('not-yours-to-do', { who: `người của ${obligation.unitName}` })
  const notOpen = whyNotOpen(owedThing(obligation))
  if (notOpen) return notOpen
  if (takesReports(form, { today: tx.today, begun })) return undefined
  return refusal('report-form-closed', { day: formatDate(form.closed_on ?? tx.today) })
}

/** What was brought to a report, the newest first. */
export async function contributionsTo(tx: Tx, obligationId: string): Promise<ContributionShape[]> {
  const rows = await tx.db
    .selectFrom('report_contribution')
    .selectAll()
    .where('obligation_id', '=', obligationId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
  return toShapes(tx, rows)
}

export async function toShapes(tx: Tx, rows: readonly Row[]): Promise<ContributionShape[]> {
  const files = await findFiles(tx, [...new Set(rows.flatMap((row) => row.file_ids))])
  const byId = new Map(files.map((file) => [file.id, fileShape(file)]))
  return rows.map((row) => ({
    id: row.id,
    lineKey: row.line_key,
    personName: row.person_name,
    own: tx.actor.kind === 'person' && tx.actor.personId === row.person_id,
    value: row.value as ContributionShape['value'],
    note: row.note,
    files: row.file_ids.flatMap((id) => byId.get(id) ?? []),
    state: row.state,
    madeAt: row.made_at.toISOString(),
    answer: row.answer,
    decidedByName: row.decided_by_name,
    version: row.version,
  }))
}

type Offer = {
  id: string
  obligationId: string
  lineKey: string
  value: LineValue
  note: string
  fileIds: string[]
}

/** A person of the unit brings something to a line: the officer takes it over or not. The second click finds the first one's. */
export function contribute(desk: SubmissionDesk) {
  return async (tx: Tx, input: Offer): Promise<Result<{ contribution: ContributionShape }>> => {
    const seen = await findObligation(tx, desk.things, input.obligationId)
    const { actor } = tx
    if (seen?.kind !== 'report' || actor.kind !== 'person' || whyMayNot(actor, 'see', owedThing(seen))) {
      return refuse('not-found')
    }
    const known = await findContribution(tx, input.id)
    if (known) return known.person_id === actor.personId ? shaped(tx, known) : refuse('id-taken')
    // The thing first, then the form: neither is closed while this is written.
    await desk.things.lock(tx, seen.thingId)
    const context = await reportContext(tx, seen.id, { hold: true })
    const obligation = (await findObligation(tx, desk.things, seen.id)) ?? seen
    if (!context) return refuse('report-without-form', { office: obligation.owedToUnitName })
    const refused = whyMayNotOffer(tx, obligation, context, obligation.submissionState !== null)
    if (refused) return { ok: false, refusal: refused }
    const line = askedLine(context, input.lineKey)
    if (!line) return refuse('report-line-gone')
    const wrong = whyWrong(line, input.value)
    if (wrong !== undefined)
      return refuse('report-value-wrong', { line: line.label, problem: wrong }, { field: 'value' })
    const files = await getFiles(tx, input.fileIds, 'fileIds')
    if (!files.ok) return files
    await tx.db
      .insertInto('report_contribution')
      .values({
        id: input.id,
        obligation_id: obligation.id,
        unit_no: obligation.unitNo,
        line_key: input.lineKey,
        person_id: actor.personId,
        person_name: actor.name,
        value: jsonText(input.value),
        note: input.note,
        file_ids: input.fileIds,
        state: 'offered',
        made_at: tx.now,
      })
      .execute()
    await record(
      tx,
      'contribution.offered',
      { kind: 'obligation', id: obligation.id, name: obligation.title },
      {
        unitId: obligation.unitId,
        detail: { line: line.label },
      },
    )
    return shapedById(tx, input.id)
  }
}

/** Taken back by whoever brought it, while nobody has decided. */
export function withdrawContribution(desk: SubmissionDesk) {
  return async (tx: Tx, input: { id: string }): Promise<Result<{ contribution: ContributionShape }>> => {
    const found = await lockedContribution(tx, desk, input.id)
    if (!found.ok) return found
    const { row, obligation } = found.value
    if (tx.actor.kind !== 'person' || tx.actor.personId !== row.person_id) {
      return refuse('not-yours-to-do', { who: row.person_name })
    }
    if (row.state === 'withdrawn') return shaped(tx, row)
    if (row.state !== 'offered') return refuse('contribution-decided')
    await setState(tx, row, { state: 'withdrawn' })
    await record(
      tx,
      'contribution.withdrawn',
      { kind: 'obligation', id: obligation.id, name: obligation.title },
      {
        unitId: obligation.unitId,
        detail: { line: await labelOf(tx, row) },
      },
    )
    return shapedById(tx, row.id)
  }
}

export type HeldContribution = { row: Row; obligation: LoadedObligation }

/** The contribution, held, with the report it was brought to; not found for whoever does not see that. */
export async function lockedContribution(tx: Tx, desk: SubmissionDesk, id: string): Promise<Result<HeldContribution>> {
  const row = await tx.db
    .selectFrom('report_contribution')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const obligation = row ? await findObligation(tx, desk.things, row.obligation_id) : undefined
  // What staff bring is the unit's own until it is sent: nobody above sees it.
  return row && obligation && mayOfferOrRead(tx, obligation) ? ok({ row, obligation }) : refuse('not-found')
}

function mayOfferOrRead(tx: Tx, obligation: LoadedObligation): boolean {
  const { actor } = tx
  if (actor.kind !== 'person') return false
  return (
    actor.posts.some((post) => post.unitId === obligation.unitId) ||
    actor.grants.some(
      ({ role, unitId }) => (role === 'head' || role === 'officer') && obligation.unitPath.includes(unitId),
    )
  )
}

export async function setState(
  tx: Tx,
  row: Row,
  now: { state: 'taken' | 'declined' | 'withdrawn'; answer?: string },
): Promise<void> {
  await tx.db
    .updateTable('report_contribution')
    .set({
      state: now.state,
      answer: now.answer ?? null,
      ...(now.state === 'withdrawn' ? {} : { decided_by_name: actorName(tx.actor), decided_at: tx.now }),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
}

/** How the line is called that it was brought to. */
export async function labelOf(tx: Tx, row: Row): Promise<string> {
  const context = await reportContext(tx, row.obligation_id)
  return (context && askedLine(context, row.line_key)?.label) ?? row.line_key
}

async function findContribution(tx: Tx, id: string): Promise<Row | undefined> {
  return tx.db.selectFrom('report_contribution').selectAll().where('id', '=', id).executeTakeFirst()
}

async function shaped(tx: Tx, row: Row): Promise<Result<{ contribution: ContributionShape }>> {
  const [contribution] = await toShapes(tx, [row])
  if (!contribution) throw new Error(`contribution ${row.id} has no shape`)
  return ok({ contribution })
}

export async function shapedById(tx: Tx, id: string): Promise<Result<{ contribution: ContributionShape }>> {
  const row = await findContribution(tx, id)
  if (!row) throw new Error(`contribution ${id} is gone after its change`)
  return shaped(tx, row)
}
