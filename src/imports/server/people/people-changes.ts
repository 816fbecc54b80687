import { sql } from 'kysely'

/** Field of the sheet → what is there, what the sheet says (null where its cell is empty), both as text. */
const FIELDS: readonly (readonly [key: string, there: string, said: string])[] = [
  ['name', 'p.full_name', `nullif(s.full_name, '')`],
  ['birth', partial('p'), partial('s')],
  ['gender', 'p.gender', 's.gender'],
  ['ethnicity', 'p.ethnicity', 's.ethnicity'],
  ['partyJoinedOn', 'p.party_joined_on::text', 's.party_joined_on::text'],
  ['staffCode', 'p.staff_code', 's.staff_code'],
  ['email', 'p.email', 's.email'],
  ['recruitedOn', 'p.recruited_on::text', 's.recruited_on::text'],
  ['unit', '(select u.name from app.unit u where u.id = q.unit_id)', 's.unit_name'],
  ['title', 'q.title', 's.title'],
  ['leaderLevel', 'q.leader_level', 's.leader_level'],
  ['recipientClass', 'q.recipient_class', 's.recipient_class'],
  ['directWorker', 'q.direct_worker::text', 's.direct_worker::text'],
  ['partyManaged', 'q.party_managed::text', 's.party_managed::text'],
]

function partial(table: string): string {
  return `left(${table}.birth_on::text, case ${table}.birth_precision when 'year' then 4 when 'month' then 7 else 10 end)`
}

/** Of most fields the text decides; a unit is itself by its id, a title by its letters whatever their case, a yes by what nobody has said being no. */
function differs(key: string, there: string, said: string): string {
  if (key === 'unit') return 's.unit_id is distinct from q.unit_id'
  if (key === 'title') return `lower(${said}) is distinct from lower(${there})`
  return `${said} is distinct from ${there}`
}

/**
 * As an expression over the staged row `s`, the person `p` and his post `q`: `{"title": ["Chuyên viên", "Phó trưởng phòng"]}`. Of the citizen
 * id only that it is another.
 */
export const CHANGES = sql.raw(`(jsonb_strip_nulls(jsonb_build_object(${FIELDS.map(
  ([key, there, said]) =>
    `'${key}', case when ${said} is not null and ${differs(key, there, said)} then jsonb_build_array(${there}, ${said}) end`,
).join(
  ', ',
)}, 'citizenId', case when s.citizen_digests is not null and not coalesce(p.citizen_id_digest = any (s.citizen_digests), false)
  then jsonb_build_array(case when p.citizen_id_digest is not null then '•' end, '•') end)))`)
