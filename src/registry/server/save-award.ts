import { findPeriod } from '../../assessments/server/index.ts'
import { formatDate, type PlainDate, plainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { foldForSearch, tidyName } from '../../kernel/vietnamese-text.ts'
import { awaitMerge, findPerson } from '../../organisation/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { findFiles } from '../../platform/files/file-rows.ts'
import { awardNameOn, type Method } from '../domain/award-codes.ts'
import { isLikelyDouble, whyNotThatAward, whyNotThoseAwardDays, yearOf } from '../domain/checks.ts'
import { recipientKey } from '../domain/recipients.ts'
import { birthText, matchFor } from './candidates.ts'
import { lockRecipient } from './keeping.ts'

export type AwardContent = {
  awardCode: string
  awardName: string | null
  method: Method | null
  periodId: string | null
  achievedFrom: string | null
  achievedTo: string | null
  achievement: string
  decisionNumber: string | null
  decisionOn: string | null
  decisionYear: number | null
  issuer: string | null
  signer: string | null
  fileId: string | null
  recipient: { kind: 'person' | 'unit'; name: string; unitName: string; birth: string | null; id: string | null }
  knownDouble: boolean
}

/** The columns of an entry, checked, its recipient matched when that asks nobody. */
export type PreparedAward = Awaited<ReturnType<typeof columnsOf>> & { recipientKey: string; birth: string | null }

/** Checks what was typed and finds whom it is about. `besides` is the entry itself when it is changed. */
export async function prepareAward(
  tx: Tx,
  typed: AwardContent,
  besides: string | null,
): Promise<Result<PreparedAward>> {
  const days = {
    achievedFrom: dayOrNull(typed.achievedFrom),
    achievedTo: dayOrNull(typed.achievedTo),
    decisionOn: dayOrNull(typed.decisionOn),
    decisionYear: typed.decisionYear,
  }
  const wrong = whyNotThatAward(typed.awardCode, typed.awardName) ?? whyNotThoseAwardDays(days, tx.today)
  if (wrong) return refuse('wrong-award', { problem: wrong.problem }, { field: wrong.field })
  const period = typed.periodId === null ? null : await findPeriod(tx, typed.periodId)
  if (period === undefined) return refuse('wrong-award', { problem: 'không có kỳ này' }, { field: 'periodId' })
  if (typed.fileId !== null && (await findFiles(tx, [typed.fileId])).length === 0) {
    return refuse('file-not-found', {}, { field: 'fileId' })
  }
  const written = {
    ...typed.recipient,
    name: tidyName(typed.recipient.name),
    unitName: tidyName(typed.recipient.unitName),
  }
  const who = await whoItIs(tx, written, days.achievedTo ?? days.decisionOn ?? period?.to ?? null)
  if (!who.ok) return who
  // Written in two ways he is still one: whoever enters the same award of him meanwhile is waited for, so that it is found.
  if (who.value !== null) await lockRecipient(tx, who.value)
  const year = yearOf(days, period?.to ?? null)
  const columns = columnsOf(typed, days, written, who.value, year)
  const prepared = { ...columns, recipientKey: recipientKey(written.kind, written), birth: written.birth }
  if (!typed.knownDouble) {
    const double = await findDouble(tx, prepared, besides)
    if (double) {
      const on = double.decision_on === null ? '' : ` ngày ${formatDate(double.decision_on)}`
      const decision = double.decision_number === null ? '' : `, quyết định số ${double.decision_number}${on}`
      return refuse('award-doubled', { words: `${double.award_name}${decision}` }, { data: { awardId: double.id } })
    }
  }
  return ok(prepared)
}

type Written = AwardContent['recipient']

/** The one that was chosen, or the one that is without doubt; null while nobody knows. Nobody was honoured before he was born. */
async function whoItIs(tx: Tx, written: Written, when: PlainDate | null): Promise<Result<string | null>> {
  const id = written.id ?? (await matchFor(tx, written.kind, written)) ?? null
  if (written.kind === 'unit') {
    const unit = id && (await tx.db.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst())
    return id !== null && !unit ? refuse('not-found') : ok(id)
  }
  if (id !== null) await awaitMerge(tx, id)
  const person =
    id === null
      ? undefined
      : await tx.db
          .selectFrom('person')
          .select(['id', 'full_name', 'birth_on', 'birth_precision', 'merged_into'])
          .where('id', '=', id)
          .executeTakeFirst()
  if (id !== null && !person) return refuse('not-found')
  if (person?.merged_into) {
    return refuse('person-merged', { name: await nameNow(tx, person.merged_into) }, { field: 'recipient.id' })
  }
  const births = [written.birth, person ? birthText(person.birth_on, person.birth_precision) : null]
  const late = when === null ? undefined : births.find((birth) => birth !== null && birth > when)
  if (when !== null && late !== undefined) {
    const values = { day: formatDate(when), name: person?.full_name ?? written.name }
    return refuse('day-before-birth', values, { field: 'recipient.birth' })
  }
  return ok(id)
}

/** What somebody is called whom another row has become. */
export async function nameNow(tx: Tx, personId: string): Promise<string> {
  return (await findPerson(tx, personId))?.name ?? 'người khác'
}

function columnsOf(
  typed: AwardContent,
  days: { achievedFrom: PlainDate | null; achievedTo: PlainDate | null; decisionOn: PlainDate | null },
  written: Written,
  matchedId: string | null,
  year: number | null,
) {
  const name = typed.awardName ?? awardNameOn(typed.awardCode, days.decisionOn) ?? typed.awardCode
  return {
    recipient_kind: written.kind,
    person_id: written.kind === 'person' ? matchedId : null,
    recipient_unit_id: written.kind === 'unit' ? matchedId : null,
    recipient_name: written.name,
    recipient_unit_name: written.unitName,
    recipient_search: foldForSearch(
      [written.name, written.unitName, name, typed.decisionNumber, typed.issuer].filter(Boolean).join(' '),
    ),
    award_code: typed.awardCode,
    award_name: name,
    method: typed.method,
    period_id: typed.periodId,
    achieved_from: days.achievedFrom,
    achieved_to: days.achievedTo,
    achievement: typed.achievement,
    decision_number: typed.decisionNumber,
    decision_on: days.decisionOn,
    decision_year: year,
    issuer: typed.issuer,
    signer: typed.signer,
    file_id: typed.fileId,
  }
}

/** An entry of the same recipient, as matched or as written, that looks like this very award. */
async function findDouble(tx: Tx, wanted: PreparedAward, besides: string | null) {
  const rows = await tx.db
    .selectFrom('award')
    .leftJoin('award_recipient', 'award_recipient.award_id', 'award.id')
    .selectAll('award')
    .where('award.voided_at', 'is', null)
    .where('award.award_code', '=', wanted.award_code)
    .where((eb) =>
      eb.or([
        eb('award_recipient.recipient_key', '=', wanted.recipientKey),
        ...(wanted.person_id === null ? [] : [eb('award.person_id', '=', wanted.person_id)]),
        ...(wanted.recipient_unit_id === null ? [] : [eb('award.recipient_unit_id', '=', wanted.recipient_unit_id)]),
      ]),
    )
    .execute()
  return rows.find((row) => row.id !== besides && isLikelyDouble(sameOrNot(row), sameOrNot(wanted)))
}

export function sameOrNot(row: {
  award_code: string
  period_id: string | null
  decision_number: string | null
  decision_year: number | null
}) {
  return {
    awardCode: row.award_code,
    periodId: row.period_id,
    decisionNumber: row.decision_number,
    year: row.decision_year,
  }
}

export function birthColumns(birth: string | null) {
  if (birth === null) return { birth_on: null, birth_precision: null }
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[birth.length as 4 | 7 | 10]
  return { birth_on: plainDate(`${birth}-01-01`.slice(0, 10)), birth_precision: precision }
}

function dayOrNull(day: string | null): PlainDate | null {
  return day === null ? null : plainDate(day)
}
