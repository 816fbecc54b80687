import { hash } from 'node:crypto'
import { periodsOf } from '../../../assessments/server/index.ts'
import type { ImportOrder, RowProblem, StagedRow } from '../../../imports/server/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { SheetRow } from '../../../kernel/sheet-columns.ts'
import { foldForSearch, tidyName } from '../../../kernel/vietnamese-text.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { AWARDS } from '../../domain/award-codes.ts'
import { whyNotThoseAwardDays, yearOf } from '../../domain/checks.ts'
import { recipientKey } from '../../domain/recipients.ts'
import { birthColumns } from '../save-award.ts'
import type { AWARD_COLUMNS } from './award-columns.ts'

type Row = SheetRow<typeof AWARD_COLUMNS>

export const AWARD_STAGING = {
  recipient_kind: 'text',
  new_id: 'uuid',
  recipient_name: 'text',
  recipient_unit_name: 'text',
  recipient_key: 'text',
  recipient_search: 'text',
  name_search: 'text',
  birth_on: 'date',
  birth_precision: 'text',
  award_code: 'text',
  award_name: 'text',
  method: 'text',
  period_id: 'uuid',
  period_code: 'text',
  achievement: 'text',
  decision_number: 'text',
  decision_on: 'date',
  decision_year: 'integer',
  issuer: 'text',
  signer: 'text',
} as const

/** Titles as offices shorten them, beside the full names. */
const SHORT: Readonly<Record<string, string>> = {
  cstdcs: 'cstd-co-so',
  'cstd co so': 'cstd-co-so',
  'cstd cap co so': 'cstd-co-so',
  'chien si thi dua cap co so': 'cstd-co-so',
  'cstd tinh': 'cstd-tinh',
  'cstd cap tinh': 'cstd-tinh',
  cstdtq: 'cstd-toan-quoc',
  'cstd toan quoc': 'cstd-toan-quoc',
  ldtt: 'ldtt',
  ttldxs: 'tap-the-ldxs',
  ttldtt: 'tap-the-ldtt',
  'bang khen thu tuong': 'bang-khen-thu-tuong',
  'bang khen ubnd tinh': 'bang-khen-tinh',
  'bang khen tinh': 'bang-khen-tinh',
  'bang khen cua ubnd tinh': 'bang-khen-tinh',
  'bang khen chu tich ubnd tinh': 'bang-khen-tinh',
}

/** Makes a staged row of a row of the sheet; whom it is about comes with the comparison. */
export async function awardStager(tx: Tx, _order: ImportOrder): Promise<(row: Row) => StagedRow> {
  const periods = new Map((await periodsOf(tx)).map((period) => [period.code, period]))
  const codes = new Map(
    AWARDS.flatMap(({ code, word, formerly }) => [
      [foldForSearch(word), code] as const,
      ...(formerly ? [[foldForSearch(formerly.word), code] as const] : []),
    ]),
  )
  const secret = tx.keys.digest('import.awards', '')
  return (row) => {
    const problems: RowProblem[] = []
    const wrong = (key: string, code: RowProblem['code'], values: Record<string, string> = {}) =>
      problems.push({ key, code, values })
    const kind = row.kind ?? 'person'
    const written = { name: tidyName(row.name ?? ''), unitName: tidyName(row.unitName ?? ''), birth: row.birth ?? null }
    const award = tidyName(row.award ?? '')
    const folded = foldForSearch(award)
    const period = row.period ? periods.get(row.period.replace(/\s*[–-]\s*/, '-').trim()) : undefined
    if (row.period && !period) wrong('period', 'import-no-period', { found: row.period })
    const decisionOn = row.decisionOn ? (parsePlainDate(row.decisionOn) ?? null) : null
    const said = row.decisionOn ? Number(row.decisionOn.slice(0, 4)) : null
    const days = { achievedFrom: null, achievedTo: null, decisionOn, decisionYear: said }
    const wrongDays = whyNotThoseAwardDays(days, tx.today)
    if (wrongDays) wrong('decisionOn', 'wrong-award', { problem: wrongDays.problem })
    if (written.birth !== null && row.decisionOn && written.birth > row.decisionOn) {
      wrong('birth', 'wrong-award', { problem: `${written.name} sinh sau ngày quyết định` })
    }
    const key = recipientKey(kind, written)
    return {
      name: written.name || '(không có tên)',
      fingerprint: hash('sha256', `${secret}\n${key}`),
      problems,
      values: {
        recipient_kind: kind,
        new_id: newId(tx.now.getTime()),
        recipient_name: written.name,
        recipient_unit_name: written.unitName,
        recipient_key: key,
        recipient_search: foldForSearch(
          [written.name, written.unitName, award, row.decisionNumber, row.issuer].filter(Boolean).join(' '),
        ),
        name_search: foldForSearch(written.name),
        ...birthColumns(written.birth),
        award_code: codes.get(folded) ?? SHORT[folded] ?? 'khac',
        award_name: award,
        method: row.method,
        period_id: period?.id,
        period_code: period?.code ?? row.period,
        achievement: row.achievement ?? '',
        decision_number: row.decisionNumber ? tidyName(row.decisionNumber) : null,
        decision_on: decisionOn,
        decision_year: yearOf(days, period?.to ?? null),
        issuer: row.issuer ? tidyName(row.issuer) : null,
        signer: row.signer ? tidyName(row.signer) : null,
      },
    }
  }
}
