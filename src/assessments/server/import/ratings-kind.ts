import { sql } from 'kysely'
import type { Candidate, ImportKind } from '../../../imports/server/index.ts'
import { grantFor } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { refusal } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { LEVEL_WORDS, NOT_RATED_WORDS, type NotRated, type RatingLevel } from '../../domain/levels.ts'
import { lockRatingsOf } from '../in-force.ts'
import { periodsOf } from '../periods.ts'
import { applyRatings, undoRatings } from './apply-ratings.ts'
import { compareRatings } from './compare-ratings.ts'
import { RATING_COLUMNS } from './rating-columns.ts'
import { RATING_STAGING, ratingStager } from './stage-rating.ts'

/** Ratings of the years before, from the lists an office has kept: they come into force without a list of the unit. */
export const ratingsImport: ImportKind<typeof RATING_COLUMNS> = {
  name: 'ratings',
  words: {
    title: 'Kết quả xếp loại',
    row: 'kết quả',
    guidance: [
      'Mỗi dòng là kết quả của một người, một tập thể hoặc một tổ chức Đảng trong một kỳ',
      'Kỳ phải có sẵn ở mục Kỳ xét khen thưởng',
      'Người được nhận ra bằng mã cán bộ; không có thì bằng họ tên với ngày sinh, hoặc họ tên với đơn vị nơi làm việc trong kỳ',
      'Kết quả đã được người đứng đầu đơn vị xác nhận trên hệ thống thì đính chính tại danh sách của đơn vị, không nhập đè',
    ],
  },
  columns: RATING_COLUMNS,
  staging: RATING_STAGING,
  whyMayNot: (actor, unit) =>
    grantFor(actor, ['standing-office'], unit) ? undefined : refusal('not-yours-to-do', { who: 'bộ phận thường trực' }),
  lock: async (tx) => {
    for (const period of await periodsOf(tx)) await lockRatingsOf(tx, period.id)
  },
  reader: ratingStager,
  compare: compareRatings,
  apply: applyRatings,
  undo: undoRatings,
  show: showRating,
  hiddenValues: () => ({}),
  showChange: (key, was) => CHANGE_WORDS[key]?.(was) ?? was,
  leftWords: (reason) =>
    reason === 'rated-elsewhere'
      ? 'Đơn vị khác đã xếp loại người này trong kỳ đó từ khi nhập'
      : 'Đã được đính chính hoặc nhập lại từ khi nhập',
  candidates: candidatePeople,
}

const CHANGE_WORDS: Readonly<Record<string, (was: string) => string>> = {
  level: (was) => LEVEL_WORDS[was as RatingLevel]?.long ?? was,
  notRated: (was) => NOT_RATED_WORDS[was as NotRated] ?? was,
}

type Shown = Record<string, string | null>
const text = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value))
const partial = (on: unknown, precision: unknown) =>
  typeof on === 'string' ? formatDate(on.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)) : null

function showRating(row: Readonly<Record<string, unknown>>): Shown {
  const isUnit = row.subject_kind === 'unit'
  return {
    kind: isUnit ? 'Tập thể' : 'Cá nhân',
    staffCode: text(row.staff_code),
    name: isUnit ? null : text(row.full_name),
    birth: partial(row.birth_on, row.birth_precision),
    unit: text(row.unit_name),
    period: text(row.period_code),
    level: typeof row.level === 'string' ? LEVEL_WORDS[row.level as RatingLevel].long : null,
    notRated: typeof row.not_rated === 'string' ? NOT_RATED_WORDS[row.not_rated as NotRated] : null,
    note: text(row.note),
    source: text(row.source_words),
  }
}

/** The people a doubtful row may be, as far as the asker sees them: who they are, with their posts, never how they were rated. */
async function candidatePeople(tx: Tx, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Record<string, unknown> & { id: string; full_name: string }>`
    select p.id, p.full_name, p.staff_code, p.birth_on::text as birth_on, p.birth_precision,
      (select string_agg(t.title || ', ' || u.name, '; ' order by t.valid_from desc) from app.post t join app.unit u on u.id = t.unit_id
        where t.person_id = p.id) as unit_name
    from app.person p where p.id = any (${[...ids]}::uuid[])`.execute(tx.db)
  return rows.map((row) => {
    const { staffCode, birth, unit } = showRating(row)
    return {
      id: row.id,
      name: row.full_name,
      values: { staffCode: staffCode ?? null, name: row.full_name, birth: birth ?? null, unit: unit ?? null },
    }
  })
}
