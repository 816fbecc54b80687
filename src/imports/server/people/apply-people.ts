import { sql } from 'kysely'
import { ok, type Result } from '../../../kernel/result.ts'
import { recordSet } from '../../../mechanisms/record/server/index.ts'
import { refreshScopes, type Tx } from '../../../platform/database/unit-of-work.ts'
import type { ImportOrder } from '../import-kind.ts'

/** Columns of a person that a sheet says; an empty cell leaves each as it is. */
const PERSON = [
  ['full_name', `nullif(s.full_name, '')`],
  ['given_name', `nullif(s.given_name, '')`],
  ['name_search', `nullif(s.name_search, '')`],
  ['birth_on', 's.birth_on'],
  ['birth_precision', 's.birth_precision'],
  ['gender', 's.gender'],
  ['ethnicity', 's.ethnicity'],
  ['party_joined_on', 's.party_joined_on'],
  ['staff_code', 's.staff_code'],
  ['staff_code_key', 's.staff_code_key'],
  ['citizen_id_sealed', 's.citizen_sealed'],
  ['citizen_id_digest', 's.citizen_digests[1]'],
  ['email', 's.email'],
  ['recruited_on', 's.recruited_on'],
] as const
export const PERSON_COLUMNS = PERSON.map(([column]) => column)
const PERSON_KEYS = [
  'name',
  'birth',
  'gender',
  'ethnicity',
  'partyJoinedOn',
  'staffCode',
  'citizenId',
  'email',
  'recruitedOn',
]

/** Columns of the post somebody holds, changed in place; another unit is another post. */
const POST = [
  ['title', 's.title'],
  ['leader_level', 's.leader_level'],
  ['recipient_class', 's.recipient_class'],
  ['direct_worker', 's.direct_worker'],
  ['party_managed', 's.party_managed'],
] as const
const POST_KEYS = ['title', 'leaderLevel', 'recipientClass', 'directWorker', 'partyManaged']
export const POST_COLUMNS = [...POST.map(([column]) => column), 'valid_to']

const before = (table: string, columns: readonly string[]) =>
  sql.raw(`jsonb_build_object(${columns.map((column) => `'${column}', ${table}.${column}`).join(', ')})`)
const newer = (table: string, columns: readonly (readonly [string, string])[]) =>
  sql.raw(columns.map(([column, said]) => `${column} = coalesce(${said}, ${table}.${column})`).join(', '))
const keys = (names: readonly string[]) => sql.raw(`array[${names.map((name) => `'${name}'`).join(', ')}]`)

/** Makes the new people with their posts, changes the others, ends and begins posts of those who move; each with its effect and its record. */
export async function applyPeople(tx: Tx, order: ImportOrder): Promise<Result<void>> {
  await sql`
    insert into app.person (id, unit_no, created_at, ${sql.raw(PERSON_COLUMNS.join(', '))})
    select s.new_person, s.unit_no, ${tx.now}, ${sql.raw(PERSON.map(([, said]) => said).join(', '))}
    from import_staged s join import_result r using (row_no) where r.outcome = 'new' order by s.row_no`.execute(tx.db)
  await sql`
    create temp table import_held on commit drop as
    select s.row_no, r.thing_id as person_id, q.id as post_id, q.id is null or (s.unit_id is not null and s.unit_id <> q.unit_id) as moves, r.changes
    from import_staged s join import_result r using (row_no)
    left join lateral (
      select t.id, t.unit_id, t.valid_to from app.post t where t.person_id = r.thing_id and t.kind = 'regular'
      order by (${tx.today}::date between t.valid_from and coalesce(t.valid_to, 'infinity')) desc, t.valid_from desc limit 1
    ) q on q.valid_to is null or q.valid_to >= ${tx.today}::date
    where r.outcome = 'changed'`.execute(tx.db)
  await changePeople(tx, order)
  await changePosts(tx, order)
  await sql`
    insert into app.post (id, person_id, unit_id, unit_no, title, valid_from, created_at, leader_level, recipient_class, direct_worker, party_managed)
    select s.new_post, r.thing_id, s.unit_id, s.unit_no, s.title, s.valid_from, ${tx.now}, s.leader_level, s.recipient_class,
      coalesce(s.direct_worker, false), coalesce(s.party_managed, false)
    from import_staged s join import_result r using (row_no) left join import_held h using (row_no)
    where r.outcome = 'new' or (h.moves and s.unit_id is not null) order by s.row_no`.execute(tx.db)
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version)
    select ${order.id}::uuid, s.new_post, 'post', s.row_no, 'created', 1
    from import_staged s join import_held h using (row_no) where h.moves and s.unit_id is not null`.execute(tx.db)
  const { rows: moved } = await sql<{ id: string }>`
    select person_id as id from import_held where moves`.execute(tx.db)
  if (moved.length > 0)
    await refreshScopes(
      tx,
      moved.map(({ id }) => id),
    )
  await recordRows(tx, order)
  return ok(undefined)
}

async function changePeople(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version, before)
    select ${order.id}::uuid, p.id, 'person', h.row_no, 'changed', p.version + 1, ${before('p', PERSON_COLUMNS)}
    from import_held h join app.person p on p.id = h.person_id where h.changes ?| ${keys(PERSON_KEYS)}`.execute(tx.db)
  await sql`
    update app.person p set ${newer('p', PERSON)}, version = p.version + 1
    from import_held h join import_staged s using (row_no)
    where p.id = h.person_id and h.changes ?| ${keys(PERSON_KEYS)}`.execute(tx.db)
}

async function changePosts(tx: Tx, order: ImportOrder): Promise<void> {
  await sql`
    insert into app.import_effect (import_id, thing_id, thing_kind, row_no, act, version, before)
    select ${order.id}::uuid, t.id, 'post', h.row_no, 'changed', t.version + 1, ${before('t', POST_COLUMNS)}
    from import_held h join app.post t on t.id = h.post_id where h.moves or h.changes ?| ${keys(POST_KEYS)}`.execute(
    tx.db,
  )
  await sql`
    update app.post t set valid_to = s.valid_from - 1, version = t.version + 1
    from import_held h join import_staged s using (row_no) where t.id = h.post_id and h.moves`.execute(tx.db)
  await sql`
    update app.post t set ${newer('t', POST)}, version = t.version + 1
    from import_held h join import_staged s using (row_no)
    where t.id = h.post_id and not h.moves and h.changes ?| ${keys(POST_KEYS)}`.execute(tx.db)
}

/** Everybody's history says that it came from a sheet, and which. Of what is sensitive it names the field alone. */
async function recordRows(tx: Tx, order: ImportOrder): Promise<void> {
  const file = sql`(select file_name from app.import where id = ${order.id})`
  await recordSet(tx, 'person.imported', {
    kind: 'person',
    words: 'thêm từ tệp',
    things: sql`
      select r.thing_id, s.full_name as thing_name, s.name_search as thing_search, s.unit_id,
        jsonb_build_object('post', s.title, 'unit', s.unit_name, 'file', ${file}) as detail, null::jsonb as changes
      from import_staged s join import_result r using (row_no) where r.outcome = 'new' order by s.row_no`,
  })
  await recordSet(tx, 'person.changed-by-import', {
    kind: 'person',
    words: 'sửa từ tệp',
    things: sql`
      select h.person_id as thing_id, p.full_name as thing_name, p.name_search as thing_search, t.unit_id,
        jsonb_build_object('file', ${file}, 'fields', (
          select string_agg(w.words, ', ' order by w.place) from (values ${FIELD_VALUES}) w (key, words, place) where h.changes ? w.key)) as detail,
        h.changes - array['birth', 'gender', 'ethnicity', 'partyJoinedOn', 'citizenId'] as changes
      from import_held h join app.person p on p.id = h.person_id join import_staged s using (row_no)
      left join lateral (select u.id as unit_id from app.unit u where u.unit_no = p.unit_no) t on true order by h.row_no`,
  })
}

const FIELD_VALUES = sql.raw(
  Object.entries({
    name: 'họ và tên',
    birth: 'ngày sinh',
    gender: 'giới tính',
    ethnicity: 'dân tộc',
    partyJoinedOn: 'ngày vào Đảng',
    staffCode: 'mã cán bộ',
    citizenId: 'số định danh',
    email: 'thư điện tử',
    recruitedOn: 'ngày tuyển dụng',
    unit: 'đơn vị',
    title: 'chức vụ',
    leaderLevel: 'cấp lãnh đạo',
    recipientClass: 'đối tượng thống kê',
    directWorker: 'trực tiếp lao động',
    partyManaged: 'diện cấp ủy quản lý',
  })
    .map(([key, words], place) => `('${key}', '${words}', ${place})`)
    .join(', '),
)
