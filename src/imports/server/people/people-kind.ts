import { sql } from 'kysely'
import { grantFor } from '../../../kernel/actor.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { refusal } from '../../../kernel/result.ts'
import { GENDER_WORDS, LEADER_LEVEL_WORDS, RECIPIENT_CLASS_WORDS } from '../../../organisation/index.ts'
import { lockOrganisation } from '../../../organisation/server/index.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { Candidate, ImportKind } from '../import-kind.ts'
import { applyPeople } from './apply-people.ts'
import { comparePeople } from './compare-people.ts'
import { PEOPLE_COLUMNS } from './people-columns.ts'
import { PEOPLE_STAGING, personStager } from './stage-person.ts'
import { undoPeople } from './undo-people.ts'

type Shown = Record<string, string | null>

/** People with the posts they hold: new ones, changes, moves to another unit. */
export const peopleImport: ImportKind<typeof PEOPLE_COLUMNS> = {
  name: 'people',
  words: {
    title: 'Người và vị trí công tác',
    row: 'người',
    defaultDay: 'Từ ngày, cho dòng để trống',
    guidance: [
      'Mỗi dòng là một người với vị trí công tác đang giữ',
      'Người đã có được nhận ra bằng mã hệ thống, mã cán bộ hoặc số định danh; không có thì bằng họ tên, ngày sinh và đơn vị',
      'Ô để trống giữ nguyên dữ liệu đang có',
      'Đơn vị khác với hiện tại nghĩa là chuyển đơn vị từ ngày ghi ở cột “Từ ngày”',
      'Danh sách người xuất ra có thể sửa rồi nhập lại',
    ],
  },
  columns: PEOPLE_COLUMNS,
  staging: PEOPLE_STAGING,
  whyMayNot: (actor, unit) =>
    grantFor(actor, ['administrator'], unit) ? undefined : refusal('not-yours-to-do', { who: 'quản trị viên' }),
  lock: lockOrganisation,
  reader: personStager,
  compare: comparePeople,
  apply: applyPeople,
  undo: undoPeople,
  show: showPerson,
  // The digits of a citizen id are kept nowhere, so they are typed anew into the sheet of wrong rows.
  hiddenValues: (staged) => ({ id: text(staged.person_ref), version: text(staged.seen_version), citizenId: null }),
  showChange: (key, was) => CHANGE_WORDS[key]?.(was) ?? was,
  leftWords: (reason) => LEFT[reason] ?? 'Đã được dùng ở nơi khác từ khi nhập',
  candidates: candidatePeople,
}

const LEFT: Readonly<Record<string, string>> = {
  changed: 'Đã có người sửa từ khi nhập',
  gone: 'Không còn trong hệ thống',
  'code-taken': 'Mã cán bộ hoặc số định danh trước đây nay là của người khác',
  account: 'Đã được mở tài khoản từ khi nhập',
  post: 'Đã có vị trí công tác khác từ khi nhập',
  post_grant: 'Đã được giao quyền từ khi nhập',
  absence: 'Đã ghi thời gian vắng mặt từ khi nhập',
}

const CHANGE_WORDS: Readonly<Record<string, (was: string) => string>> = {
  birth: formatDate,
  partyJoinedOn: formatDate,
  recruitedOn: formatDate,
  gender: (was) => GENDER_WORDS[was as 'male'] ?? was,
  leaderLevel: (was) => LEADER_LEVEL_WORDS[was as 'head'] ?? was,
  recipientClass: (was) => RECIPIENT_CLASS_WORDS[was as 'other'] ?? was,
  directWorker: (was) => (was === 'true' ? 'có' : 'không'),
  partyManaged: (was) => (was === 'true' ? 'có' : 'không'),
  citizenId: () => '••••',
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))
const day = (value: unknown) => (typeof value === 'string' ? formatDate(value) : null)
const yesNo = (value: unknown) =>
  value === null || value === undefined ? null : String(value) === 'true' ? 'có' : 'không'
const partial = (on: unknown, precision: unknown) =>
  typeof on === 'string' ? formatDate(on.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)) : null
const word = (words: Readonly<Record<string, string>>, code: unknown) =>
  typeof code === 'string' ? (words[code] ?? code) : null

/** What a staged row, or a row of people as they are, says; the citizen id never more than that there is one. */
function showPerson(row: Readonly<Record<string, unknown>>): Shown {
  return {
    staffCode: text(row.staff_code),
    name: text(row.full_name),
    birth: partial(row.birth_on, row.birth_precision),
    gender: word(GENDER_WORDS, row.gender),
    ethnicity: text(row.ethnicity),
    partyJoinedOn: day(row.party_joined_on),
    citizenId: row.citizen_digests || row.citizen_id_digest ? '••••' : null,
    email: text(row.email),
    recruitedOn: day(row.recruited_on),
    unit: text(row.unit_name),
    title: text(row.title),
    from: day(row.valid_from),
    leaderLevel: word(LEADER_LEVEL_WORDS, row.leader_level),
    recipientClass: word(RECIPIENT_CLASS_WORDS, row.recipient_class),
    directWorker: yesNo(row.direct_worker),
    partyManaged: yesNo(row.party_managed),
  }
}

/** The people a doubtful row may be, as they are kept: whoever may import for a unit keeps the files of its people. */
async function candidatePeople(tx: Tx, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Record<string, unknown> & { id: string; full_name: string }>`
    select p.id, p.full_name, p.birth_on::text as birth_on, p.birth_precision, p.gender, p.ethnicity, p.party_joined_on::text as party_joined_on,
      p.staff_code, p.citizen_id_digest, p.email, p.recruited_on::text as recruited_on, u.name as unit_name, q.title,
      q.valid_from::text as valid_from, q.leader_level, q.recipient_class, q.direct_worker, q.party_managed
    from app.person p
    left join lateral (
      select * from app.post t where t.person_id = p.id and t.kind = 'regular'
      order by (${tx.today}::date between t.valid_from and coalesce(t.valid_to, 'infinity')) desc, t.valid_from desc limit 1
    ) q on true
    left join app.unit u on u.id = q.unit_id
    where p.id = any (${[...ids]}::uuid[])`.execute(tx.db)
  return rows.map((row) => ({ id: row.id, name: row.full_name, values: showPerson(row) }))
}
