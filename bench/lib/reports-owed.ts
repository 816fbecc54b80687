import pg from 'pg'

/** Periods of reports in the province, every unit owing one of each; and the lines of each report. */
export const FORMS = 12
export const LINES = 40
/** Whose heads write at once, and how many reports each has ready to be sent. */
export const WRITERS = 50
export const READY = 10
/** Pieces of evidence that hang on a report's first lines: with a further one on every third report 200,000 in all. */
const FILES = 3

/** One definition for all: forty counts. */
const DEFINITION = {
  sections: [
    {
      key: 'phan-1',
      title: 'Kết quả',
      lines: Array.from({ length: LINES }, (_, index) => ({
        key: `dong-${index + 1}`,
        label: `Chỉ tiêu ${index + 1}`,
        help: '',
        required: true,
        evidence: 'none',
        kind: 'count',
        unit: 'người',
        planned: null,
        plannedWords: '',
      })),
    },
  ],
}

export type Ready = { readonly accountId: string; readonly drafts: readonly string[] }

/**
 * In a province made by `makeProvince`: a campaign and its reports, 60,000 of them with their evidence, their figures in place, but for those
 * that an officer of each of fifty units has written whole and its head has not yet sent.
 */
export async function makeReports(ownerUrl: string, day: string): Promise<Ready[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`create function pg_temp.key(kind text, no bigint) returns uuid language sql immutable as $$
      select md5(kind || ' ' || no)::uuid $$`)
    await owner.query(HEADS)
    await owner.query(CAMPAIGN)
    await owner.query(
      `insert into app.report_form_version (form_id, version_no, definition, published_by_name, published_at)
       select id, 1, $1, 'Lê Thị Hoa', now() from app.report_form`,
      [JSON.stringify(DEFINITION)],
    )
    await owner.query(REPORTS)
    await owner.query(EVIDENCE)
    await owner.query(LINES_AND_FIGURES)
    await owner.query(`select set_config('app.actor', 'job:bench', false)`)
    await owner.query('select app.refresh_person_units($1::date), app.refresh_scopes($1::date)', [day])
    await owner.query('vacuum analyze')
    const { rows } = await owner.query<{ account: string; draft: string }>(
      `select pg_temp.key('writer', u.unit_order) as account, s.id as draft from app.submission s
       join (select id, order_no as unit_order from app.unit) u on u.id = s.unit_id where s.state = 'draft' order by 1, 2`,
    )
    const byAccount = new Map<string, string[]>()
    for (const { account, draft } of rows) byAccount.set(account, [...(byAccount.get(account) ?? []), draft])
    return [...byAccount].map(([accountId, drafts]) => ({ accountId, drafts }))
  } finally {
    await owner.end()
  }
}

/** Units 2,001–2,050 are teams far down; each gets a head with an account of his own. */
const FIRST = 2001
const HEADS = `
  insert into app.account (id, person_id, sign_in_name, created_at)
  select pg_temp.key('writer', n), pg_temp.key('person', n - 1), 'writer.' || n, now()
  from generate_series(${FIRST}, ${FIRST + WRITERS - 1}) n;
  insert into app.post_grant (id, post_id, role, unit_id, valid_from, created_at)
  select gen_random_uuid(), pg_temp.key('post', n - 1), 'head', pg_temp.key('unit', n), '2020-01-01', now()
  from generate_series(${FIRST}, ${FIRST + WRITERS - 1}) n;`

const CAMPAIGN = `
  insert into app.document (id, unit_id, unit_no, text, text_from, created_at)
  select pg_temp.key('document', 1), id, unit_no, 'Kế hoạch', 'pasted', now() from app.unit where order_no = 1;
  insert into app.document_unit (document_id, unit_id, unit_no, sent_at)
  select pg_temp.key('document', 1), id, unit_no, now() from app.unit;
  insert into app.campaign (id, document_id, unit_id, unit_no, door, state, title, title_search, launched_at, launched_on, created_by_name, created_at, changed_at)
  select pg_temp.key('campaign', 1), pg_temp.key('document', 1), id, unit_no, 'issued', 'launched', 'Phong trào', 'phong trao', now(),
    current_date - 30, 'Lê Thị Hoa', now(), now() from app.unit where order_no = 1;
  insert into app.report_form (id, unit_id, unit_no, campaign_id, title, title_search, period_name, period_from, period_to, due_day, due_relation,
    state, definition, version_no, made_by_name, made_at, changed_at, published_at)
  select pg_temp.key('form', n), u.id, u.unit_no, pg_temp.key('campaign', 1), 'Báo cáo tháng ' || n, 'bao cao thang ' || n, 'Tháng ' || n,
    '2024-01-01', '2024-12-31', current_date + 10, 'by', 'published', '{"sections":[]}', 1, 'Lê Thị Hoa', now(), now(), now()
  from generate_series(1, ${FORMS}) n, app.unit u where u.order_no = 1;`

/** What is ready to be sent is open; every other report was sent and accepted. */
const isReady = `(u.order_no between ${FIRST} and ${FIRST + WRITERS - 1} and n <= ${READY})`
const REPORTS = `
  insert into app.obligation (id, kind, thing_kind, thing_id, unit_id, unit_no, owed_to_unit_id, title, title_search, due_day, due_relation, last_day,
    first_last_day, source_key, state, done_on, done_way, done_by_name, created_at)
  select pg_temp.key('report', n * 10000 + u.order_no), 'report', 'campaign', pg_temp.key('campaign', 1), u.id, u.unit_no, pg_temp.key('unit', 1),
    'Báo cáo tháng ' || n, 'bao cao thang ' || n, current_date + 10, 'by', current_date + 10, current_date + 10, 'form:' || pg_temp.key('form', n),
    case when ${isReady} then 'open' else 'done' end, case when not ${isReady} then current_date end,
    case when not ${isReady} then 'product' end, case when not ${isReady} then 'Phạm Quang Minh' end, now()
  from generate_series(1, ${FORMS}) n, app.unit u;
  insert into app.submission (id, kind, obligation_id, unit_id, unit_no, state, content, form_version, prepared_by, prepared_by_name, prepared_at, created_at)
  select pg_temp.key('submission', n * 10000 + u.order_no), 'report', pg_temp.key('report', n * 10000 + u.order_no), u.id, u.unit_no,
    case when ${isReady} then 'draft' else 'accepted' end, '{"kind":"report","formVersion":1,"lines":{}}', 1,
    pg_temp.key('person', 5000 + u.order_no - 1), 'Đỗ Bích Lan', now(), now()
  from generate_series(1, ${FORMS}) n, app.unit u;`

/** Brought by the unit; of what was sent it hangs on the whole, of what is being written on its first lines. */
const EVIDENCE = `
  create function pg_temp.files(form bigint, unit bigint) returns uuid[] language sql immutable as $$
    select array_agg(pg_temp.key('file', (form * 10000 + unit) * 10 + f)) from generate_series(1, ${FILES} + ((form + unit) % 3 = 0)::int) f $$;
  insert into app.file (id, sha256, size, media_type, name, unit_no, uploaded_at)
  select f.id, encode(sha256(f.id::text::bytea), 'hex'), 100000, 'application/pdf', 'Minh chứng.pdf', u.unit_no, now()
  from generate_series(1, ${FORMS}) n, app.unit u, unnest(pg_temp.files(n, u.order_no)) f (id);
  update app.submission s set file_ids = pg_temp.files(n, u.order_no) from generate_series(1, ${FORMS}) n, app.unit u
  where s.id = pg_temp.key('submission', n * 10000 + u.order_no) and s.state <> 'draft';`

const LINES_AND_FIGURES = `
  insert into app.report_line (submission_id, line_key, value, changed_by_name, changed_at)
  select s.id, 'dong-' || l, jsonb_build_object('kind', 'count', 'count', l, 'note', ''), 'Đỗ Bích Lan', now()
  from app.submission s, generate_series(1, ${LINES}) l where s.state = 'draft';
  update app.report_line l set file_ids = (pg_temp.files(n, u.order_no))[no:no] from generate_series(1, ${FORMS}) n, app.unit u, generate_series(1, ${FILES} + 1) no
  where l.submission_id = pg_temp.key('submission', n * 10000 + u.order_no) and l.line_key = 'dong-' || no;
  insert into app.report_figure (form_id, submission_id, line_key, unit_no, amount)
  select pg_temp.key('form', n), pg_temp.key('submission', n * 10000 + u.order_no), 'dong-' || l, u.unit_no, l
  from generate_series(1, ${FORMS}) n, app.unit u, generate_series(1, ${LINES}) l where not ${isReady};`
