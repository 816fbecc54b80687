import pg from 'pg'

/** A province in one database: three levels below the root, 5,000 units, 100,000 people with a post each, four accounts. */
const UNITS = 5000
const PEOPLE = 100_000

/** Who is measured: the whole tree, half of it, one department, one team. */
export const ROLES = ['whole', 'half', 'department', 'team'] as const
export type MeasuredRole = (typeof ROLES)[number]
export type Province = { readonly accounts: Readonly<Record<MeasuredRole, string>> }

/** Written straight into the tables, as the owner, by statements over series: nobody waits for a hundred thousand use cases. */
export async function makeProvince(ownerUrl: string, day: string): Promise<Province> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(PLAIN)
    await owner.query(
      `
      create function pg_temp.key(kind text, no integer) returns uuid language sql immutable as $$
        select md5(kind || ' ' || no)::uuid $$;
      -- 1: the root; 2–201: departments and communes; 202–1,200: divisions; the rest: teams.
      insert into app.unit (id, name, name_search, parent_id, order_no, valid_from, created_at)
      select pg_temp.key('unit', n), 'Đơn vị ' || n, 'don vi ' || n,
        case when n = 1 then null when n <= 201 then pg_temp.key('unit', 1)
          when n <= 1200 then pg_temp.key('unit', 2 + (n - 202) % 200) else pg_temp.key('unit', 202 + (n - 1201) % 999) end,
        n, '2020-01-01', now()
      from generate_series(1, ${UNITS}) n;
      insert into app.installation (root_unit_id, set_up_at) values (pg_temp.key('unit', 1), now());
      insert into app.person (id, full_name, given_name, name_search, unit_no, created_at)
      select pg_temp.key('person', n), ho || ' ' || dem || ' ' || ten, ten, lower(pg_temp.plain(ho || ' ' || dem || ' ' || ten)), u.unit_no, now()
      from generate_series(1, ${PEOPLE}) n
      join app.unit u on u.id = pg_temp.key('unit', 1 + n % ${UNITS})
      cross join lateral (select
        (array['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Võ','Đặng','Bùi','Đỗ'])[1 + n * 7 % 10] as ho,
        (array['Văn','Thị','Minh','Ngọc','Quang','Bích','Thanh','Xuân','Hữu','Đức','Thu'])[1 + n * 13 % 11] as dem,
        (array['An','Bình','Chi','Dũng','Giang','Hà','Hoa','Khánh','Lan','Mai','Nam','Phúc','Quân','Sơn','Tâm','Uyên','Vinh','Yến','Ánh','Đạt'])[1 + n * 31 % 20] || ' ' || n as ten) w;
      insert into app.post (id, person_id, unit_id, unit_no, title, valid_from, created_at)
      select pg_temp.key('post', n), pg_temp.key('person', n), u.id, u.unit_no, 'Chuyên viên', '2020-01-01', now()
      from generate_series(1, ${PEOPLE}) n join app.unit u on u.id = pg_temp.key('unit', 1 + n % ${UNITS});
      insert into app.account (id, person_id, sign_in_name, created_at)
      select pg_temp.key('account', n), pg_temp.key('person', n), 'bench.' || n, now() from generate_series(1, 4) n;
      -- Half of the tree: a hundred of the two hundred departments, each by a grant of its own.
      insert into app.post_grant (id, post_id, role, unit_id, valid_from, created_at)
      select gen_random_uuid(), pg_temp.key('post', who), role, pg_temp.key('unit', at), '2020-01-01', now() from (
        select 1 as who, 'standing-office' as role, 1 as at
        union all select 2, 'standing-office', n from generate_series(2, 101) n
        union all select 3, 'head', 2 union all select 4, 'head', 1201) held;
      analyze;`,
    )
    await owner.query(`select set_config('app.actor', 'job:bench', false)`)
    await owner.query('select app.refresh_person_units($1::date), app.refresh_scopes($1::date)', [day])
    await owner.query('vacuum analyze')
    const { rows } = await owner.query<{ id: string }>('select id from app.account order by sign_in_name')
    const [whole = '', half = '', department = '', team = ''] = rows.map((row) => row.id)
    return { accounts: { whole, half, department, team } }
  } finally {
    await owner.end()
  }
}

/** As the kernel folds for search, near enough for names made here. */
const PLAIN = `create function pg_temp.plain(t text) returns text language sql immutable as $$
  select translate(lower(t), 'ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
    'aadeoouaaaaaaaaaaaaaaaeeeeeeeeeeiiiiiooooooooooooooouuuuuuuuuuyyyyy') $$;`
