import { sql } from 'kysely'
import type { Candidate, ImportKind } from '../../../imports/server/index.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { METHOD_WORDS, type Method } from '../../domain/award-codes.ts'
import { whyMayNotKeep } from '../../domain/permissions.ts'
import { birthText, keptBirth } from '../candidates.ts'
import { applyAwards, undoAwards } from './apply-awards.ts'
import { AWARD_COLUMNS } from './award-columns.ts'
import { compareAwards } from './compare-awards.ts'
import { AWARD_STAGING, awardStager } from './stage-award.ts'

/** Awards that were given before the system, from the lists an office has kept. */
export const awardsImport: ImportKind<typeof AWARD_COLUMNS> = {
  name: 'awards',
  words: {
    title: 'Khen thưởng đã có',
    row: 'khen thưởng',
    guidance: [
      'Mỗi dòng là một khen thưởng của một người hoặc một tập thể, như quyết định ghi',
      'Người trùng cả họ tên và ngày sinh được xác định ngay; trùng họ tên và đơn vị thì hỏi; còn lại giữ nguyên như ghi',
      'Khen thưởng đã có trong sổ thì không ghi lần nữa',
      'Tên khen thưởng không có trong danh mục được giữ nguyên',
    ],
  },
  columns: AWARD_COLUMNS,
  staging: AWARD_STAGING,
  whyMayNot: whyMayNotKeep,
  // What is typed in one by one waits for the sheet, so that neither enters what the other has just entered.
  lock: async (tx) => {
    await sql`lock table app.award in share row exclusive mode`.execute(tx.db)
  },
  reader: awardStager,
  compare: compareAwards,
  apply: applyAwards,
  undo: undoAwards,
  show: showAward,
  hiddenValues: () => ({}),
  showChange: (_key, was) => was,
  leftWords: () => 'Đã được sửa hoặc xác định người nhận từ khi nhập',
  candidates: candidatesOf,
}

const text = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value))

function showAward(row: Readonly<Record<string, unknown>>): Record<string, string | null> {
  const birth = birthText(text(row.birth_on), row.birth_precision as 'day' | 'month' | 'year' | null)
  const day = text(row.decision_on)
  return {
    kind: row.recipient_kind === 'unit' ? 'Tập thể' : 'Cá nhân',
    name: text(row.recipient_name),
    birth: birth === null ? null : formatDate(birth),
    unitName: text(row.recipient_unit_name),
    award: text(row.award_name),
    method: typeof row.method === 'string' ? METHOD_WORDS[row.method as Method] : null,
    period: text(row.period_code),
    achievement: text(row.achievement),
    decisionNumber: text(row.decision_number),
    decisionOn: day === null ? text(row.decision_year) : formatDate(day),
    issuer: text(row.issuer),
    signer: text(row.signer),
  }
}

/** The people and units a doubtful row may be, as far as the asker sees them. */
async function candidatesOf(tx: Tx, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<{
    id: string
    name: string
    birth_on: string | null
    birth_precision: 'day' | 'month' | 'year' | null
    sub: string | null
    kind: string
  }>`
    select p.id, p.full_name as name, (${keptBirth('p')})::text as birth_on, p.birth_precision, 'Cá nhân' as kind,
      (select string_agg(t.title || ', ' || u.name, '; ' order by t.valid_from desc) from app.post t join app.unit u on u.id = t.unit_id
        where t.person_id = p.id) as sub
    from app.person p where p.id = any (${[...ids]}::uuid[])
    union all
    select u.id, u.name, null, null, 'Tập thể', above.name from app.unit u left join app.unit above on above.id = u.parent_id
    where u.id = any (${[...ids]}::uuid[])`.execute(tx.db)
  return rows.map(({ id, name, kind, sub, ...row }) => {
    const birth = birthText(row.birth_on, row.birth_precision)
    return { id, name, values: { kind, name, birth: birth === null ? null : formatDate(birth), unitName: sub } }
  })
}
