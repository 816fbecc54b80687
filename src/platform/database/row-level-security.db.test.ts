import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { importOfA } from '../../../test/imports.ts'
import { callsOfFacts } from '../../../test/permissions/calls-of-facts.ts'
import { reportsIn, share } from '../../../test/reports.ts'
import { eightOn, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { notify } from '../../accounts/server/notices.ts'
import { delegate, handOver, listDelegable, setLookingAfter } from '../../acting/server/index.ts'
import { DESK } from '../../app/what-is-owed.ts'
import { createPeriod, decideList, proposeList, readSheet, writeEntries } from '../../assessments/server/index.ts'
import { assignmentThings, give } from '../../assignments/server/index.ts'
import { prolong } from '../../campaigns/server/changes/prolong.ts'
import { getCampaign, reviewCampaign } from '../../campaigns/server/get-campaign.ts'
import { campaignThings, publish, publishedCampaign } from '../../campaigns/server/index.ts'
import { planTask } from '../../campaigns/server/plan-task.ts'
import type { Who } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { assign } from '../../mechanisms/obligations/server/assign.ts'
import { bulk } from '../../mechanisms/obligations/server/bulk/bulk-act.ts'
import { assignedWork } from '../../mechanisms/obligations/server/index.ts'
import { ledgerIds } from '../../mechanisms/obligations/server/ledger/list-ledger.ts'
import { remind } from '../../mechanisms/obligations/server/remind.ts'
import { giveShare } from '../../mechanisms/obligations/server/shares/give-share.ts'
import { askMoreTime } from '../../mechanisms/obligations/server/time/ask-more-time.ts'
import { EMPTY_DISSEMINATION } from '../../mechanisms/submissions/domain/dissemination.ts'
import { judge, saveDraft, sign, submissionDesk } from '../../mechanisms/submissions/server/index.ts'
import { addAbsence } from '../../organisation/server/absences.ts'
import { askCorrection } from '../../personal-data/server/index.ts'
import { saveAssembledText } from '../../reports/server/assembly/assembled-text.ts'
import { contribute, noteExample } from '../../reports/server/index.ts'
import { findFiles } from '../files/file-rows.ts'
import { writeMail } from '../mail/write-mail.ts'

/** Everything behind the second wall. A protected table that is missing here fails the test below. */
const PROTECTED = [
  'absence',
  'account',
  'account_notice',
  'assignment',
  'award',
  'award_recipient',
  'bulk_act',
  'campaign',
  'campaign_change',
  'campaign_task',
  'consent',
  'correction_request',
  'delegation',
  'delegation_grant',
  'discipline',
  'document',
  'document_fact',
  'document_file',
  'example_note',
  'extension_request',
  'file',
  'file_shown',
  'handover',
  'handover_item',
  'import',
  'import_effect',
  'import_row',
  'looking_after',
  'obligation',
  'obligation_share',
  'outage_effect',
  'outbox_mail',
  'pending_review',
  'person',
  'post',
  'post_grant',
  'rating',
  'rating_entry',
  'rating_list',
  'recipient_match',
  'record',
  'reminder',
  'report_assembly',
  'report_contribution',
  'report_figure',
  'report_form',
  'report_form_version',
  'report_line',
  'submission',
  'submission_line',
  'submission_version',
  'urging_digest',
  'urging_letter',
  'urging_letter_obligation',
] as const
type Table = (typeof PROTECTED)[number]
type Seen = Record<Table, number>

type CampaignPage = Extract<Awaited<ReturnType<typeof getCampaign>>, { ok: true }>['value']

let opened: OpenedWorld
let facts: { draft: number; launched: number }
let owner: Client
let recorded: number

/**
 * One draft, and one campaign launched to Phòng A alone with its signed file, to which Phòng A has sent a dissemination with minutes.
 * A draft in Phòng B's hands has one file of its own.
 */
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  const acts = campaignsIn(opened)
  const draft = await acts.draft()
  const launched = await acts.launched([opened.world.units.phongA])
  const page = await must(acts.read('minh', getCampaign, { id: launched }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'disseminate')
  if (!owed) throw new Error('nothing owed')
  const content = { ...EMPTY_DISSEMINATION, heldOn: '2022-07-12', form: 'meeting' as const, attended: 3, total: 3 }
  const input = { id: newId(), obligationId: owed.id, version: 0, content, fileIds: [await acts.scan('lan')] }
  const saved = await must(acts.write('lan', saveDraft(submissionDesk(campaignThings)), input))
  const signing = { id: input.id, version: saved.submission.version, consent: { way: 'product' } as const }
  await must(acts.write('minh', sign(submissionDesk(campaignThings)), signing))
  const marks = [{ lineKey: 'attended', outcome: 'accepted' as const, reason: null }]
  await must(acts.write('hoa', judge(submissionDesk(campaignThings)), { id: input.id, sentNo: 1, marks, cleared: [] }))
  await acts.scan('binh')
  const receipt = page.takeUp[0]?.obligations.find((one) => one.kind === 'confirm-receipt')
  if (!receipt) throw new Error('nothing owed')
  const reminder = { id: receipt.id, reminderId: newId(), message: '' }
  await must(acts.write('hoa', remind(campaignThings), reminder))
  await actingInA(acts, page)
  await reportOfA(acts, launched)
  await ledgerOfA(acts, receipt.id)
  await urgedOfA(receipt.id)
  await planned(acts, draft)
  const longer = { ...(await acts.change(launched, 'Kéo dài')), endsOn: '2023-03-31', groups: [], unitIds: null }
  await must(acts.write('hoa', prolong, longer))
  await factsOfA(acts)
  await fileOfMai(acts)
  await toldToLan()
  const count = async (id: string) => (await must(acts.read('hoa', getCampaign, { id }))).facts.length
  facts = { draft: await count(draft), launched: await count(launched) }
  await importOfA(opened)
  owner = new Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
  recorded = await recordRows()
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

/** Lan has a digest, an issued letter urges the receipt, and an outage has moved its day. */
async function urgedOfA(receiptId: string): Promise<void> {
  const { accounts, units } = opened.world
  const wrote = opened.work.write({ kind: 'job', name: 'thử' }, async ({ db, now, today }) => {
    const { unit_no } = await db
      .selectFrom('unit')
      .select('unit_no')
      .where('id', '=', units.phongA)
      .executeTakeFirstOrThrow()
    const root = await db.selectFrom('unit').select('unit_no').where('id', '=', units.root).executeTakeFirstOrThrow()
    const [letterId, outageId] = [newId(), newId()]
    const digest = {
      id: newId(),
      person_id: accounts.lan.personId,
      unit_no,
      on_day: today,
      reminder_ids: [],
      made_at: now,
    }
    await db.insertInto('urging_digest').values(digest).execute()
    const issued = { state: 'issued' as const, number: '9/SNV', issued_on: today, signer_name: 'Phúc' }
    const made = { made_by_name: 'Hoa', made_at: now, changed_at: now, subject: 'Đôn đốc', content: '{}' }
    await db
      .insertInto('urging_letter')
      .values({ id: letterId, unit_id: units.root, ...root, ...issued, ...made })
      .execute()
    const listed = { letter_id: letterId, obligation_id: receiptId, for_last_day: today, unit_no }
    await db.insertInto('urging_letter_obligation').values(listed).execute()
    const outage = { id: outageId, from_day: today, reason: 'Thử', declared_by_name: 'Quân', declared_at: now }
    const ended = { to_day: today, ended_by_name: 'Quân', ended_at: now }
    await db
      .insertInto('outage')
      .values({ ...outage, ...ended })
      .execute()
    const effect = { outage_id: outageId, obligation_id: receiptId, unit_no, was: today, became: today, version: 1 }
    await db.insertInto('outage_effect').values(effect).execute()
    return ok(undefined)
  })
  await must(wrote)
}

/** Of the draft one task is not to be given to anybody here. */
async function planned(acts: ReturnType<typeof campaignsIn>, draft: string): Promise<void> {
  const { facts: read } = await must(acts.read('hoa', reviewCampaign, { id: draft }))
  const factId = read.find((fact) => fact.kind === 'task')?.id ?? ''
  const plan = { becomes: 'none', dueDay: null, dueRelation: 'by', recurrence: 'once', dayRule: 'as-written' } as const
  await must(acts.write('hoa', planTask, { id: draft, factId, plan: { ...plan, needsProof: false } }))
}

/** Of the receipt Mai has a part and Lan asked for more time; work is given with its document, and its day put off in one act on many. */
async function ledgerOfA(acts: ReturnType<typeof campaignsIn>, receiptId: string): Promise<void> {
  const { accounts, units } = opened.world
  const part = { id: newId(), personId: accounts.mai.personId, part: 'Chụp ảnh', dueOn: null }
  await must(acts.write('minh', giveShare(campaignThings), { ...part, obligationId: receiptId }))
  const ask = { id: newId(), obligationId: receiptId, wantedDay: '2022-08-30', reason: 'Đông việc', fileIds: [] }
  await must(acts.write('lan', askMoreTime(campaignThings), ask))
  const paper = { kind: 'cong-van', number: '45/SNV', issuedOn: '2022-07-10', issuer: 'Sở Nội vụ' } as const
  const often = { recurrence: 'once', until: null, dayRule: 'as-written' } as const
  const work = {
    id: newId(),
    unitId: units.root,
    title: 'Rà soát hồ sơ',
    words: '',
    basis: { ...paper, fileId: await acts.scan('hoa') },
    unitIds: [units.phongA],
    due: { day: '2022-08-30', relation: 'by' as const },
    ...often,
    needsProof: false,
  }
  await must(acts.write('hoa', give, work))
  const { ids } = await must(acts.read('hoa', ledgerIds(assignmentThings), { thingId: work.id }))
  const act = { kind: 'prolong', lastDay: '2022-09-30', reason: 'Nghỉ bão' } as const
  await must(acts.write('hoa', bulk(assignmentThings), { id: newId(), obligationIds: ids, act }))
}

/** In Phòng A one delegates for a day, one hands over what she was named for, and somebody looks after the unit. */
async function actingInA(acts: ReturnType<typeof campaignsIn>, page: CampaignPage): Promise<void> {
  const { accounts, units } = opened.world
  const { posts } = await must(acts.read('minh', listDelegable, {}))
  const grantIds = posts.flatMap((post) => post.grants.map((grant) => grant.id))
  const days = { from: '2022-08-01', to: '2022-08-01' }
  const paper = { documentNumber: null, documentDay: null, fileId: null, reason: 'Nghỉ phép', way: 'product' } as const
  const posted = { fromPostId: accounts.minh.postId, toPostId: accounts.lan.postId, grantIds, signsAs: 'KT.' } as const
  await must(acts.write('minh', delegate, { id: newId(), ...posted, ...days, ...paper }))
  const owed = page.takeUp[0]?.obligations.find((one) => one.kind === 'confirm-receipt')
  if (!owed) throw new Error('nothing owed')
  const given = { id: owed.id, personId: accounts.mai.personId, version: owed.version }
  await must(acts.write('minh', assign(campaignThings), given))
  const items = [{ kind: 'assigned', id: owed.id, toPersonId: accounts.lan.personId }]
  const over = { id: newId(), fromPersonId: accounts.mai.personId, reason: 'Nghỉ phép', items }
  await must(acts.write('minh', handOver([assignedWork(campaignThings)]), over))
  const looked = { unitIds: [units.phongA], personId: accounts.hoa.personId, from: '2022-07-12' }
  await must(acts.write('hoa', setLookingAfter, looked))
}

/** Phòng A has sent a report with one figure under a form made for it; Mai brought something to it and noted an example. */
async function reportOfA(acts: ReturnType<typeof campaignsIn>, campaignId: string): Promise<void> {
  const { phongA } = opened.world.units
  const reports = reportsIn(opened, acts)
  const formId = await reports.publishedForm({ campaignId, unitIds: [phongA] })
  const owed = await reports.owedBy(formId, phongA)
  const brought = { id: newId(), obligationId: owed, lineKey: 'ky-cuong', value: share(3, 3), note: '', fileIds: [] }
  await must(acts.write('mai', contribute(DESK), brought))
  await reports.send('minh', await must(reports.put('lan', owed, 'ky-cuong', share(3, 3))))
  const example = { kind: 'model' as const, title: 'Một cửa lưu động', who: '', story: '', fileIds: [] }
  const noted = { id: newId(), unitId: phongA, campaignId: null, obligationId: null, ...example }
  await must(acts.write('mai', noteExample, noted))
  const made = { id: formId, unitId: phongA, lineKey: 'nhan-xet', version: 0, text: 'Các tổ làm tốt' }
  await must(acts.write('lan', saveAssembledText(DESK.things), made))
}

/** Phòng A is rated for a year, Mai is disciplined and under review, and an award of hers is in the registry, matched to her by hand. */
async function factsOfA(acts: ReturnType<typeof campaignsIn>): Promise<void> {
  const calls = callsOfFacts(opened, acts)
  const period = { id: newId(), kind: 'calendar-year' as const, from: '2023-01-01', to: '2023-12-31' }
  await must(acts.write('quan', createPeriod, period))
  const place = { unitId: opened.world.units.phongA, periodId: period.id }
  const { rows } = await must(acts.read('lan', readSheet, place))
  const entries = rows.map(({ subjectId }) => ({
    subjectId,
    level: 'httnv' as const,
    notRated: null,
    note: '',
    version: 0,
  }))
  await must(acts.write('lan', writeEntries, { ...place, listId: newId(), entries }))
  await must(acts.write('lan', proposeList, { ...place, version: 2 }))
  opened.clock.move(eightOn('2023-01-03'))
  const agreed = {
    ...place,
    version: 2,
    outcome: 'agreed' as const,
    reason: null,
    consent: { way: 'product' as const },
  }
  await must(acts.write('minh', decideList, agreed))
  await calls['assessments.voidDiscipline']?.()
  await calls['assessments.voidReview']?.()
  await calls['registry.unmatch']?.()
}

/** Mai was away, and asks to have her day of birth corrected. */
async function fileOfMai(acts: ReturnType<typeof campaignsIn>): Promise<void> {
  const { personId } = opened.world.accounts.mai
  const away = { personId, id: newId(), kind: 'maternity' as const, from: '2022-01-01', to: '2022-06-30' }
  await must(acts.write('lan', addAbsence, { ...away, basis: null, note: null }))
  const asked = { id: newId(), field: 'birth' as const, wanted: '1990', reason: 'Theo căn cước', fileIds: [] }
  await must(acts.write('mai', askCorrection, asked))
}

/** Something was done to Lan's account, and a mail tells her too. */
async function toldToLan(): Promise<void> {
  const told = opened.work.write({ kind: 'job', name: 'thử' }, async (tx) => {
    await notify(tx, opened.world.accounts.lan.accountId, 'sessions-ended', { by: 'Quân', at: 'sáng nay' })
    await writeMail(tx, { toName: 'Lan', toAddress: 'lan@so.example', subject: 'Thư', body: 'Nội dung' })
    return ok(undefined)
  })
  await must(told)
}

/** What a bare `select *` gives each of them, written by hand. */
function expected(): Record<Name | 'public', Seen> {
  // Of Phòng A: Minh delegates, Mai hands over, Hoa looks after it.
  const acting = { delegation: 1, delegation_grant: 1, handover: 1, handover_item: 1, looking_after: 1 }
  // Of Phòng A: rated with three people of it, Mai disciplined, under review and honoured. An honour everybody signed in may read.
  const yearly = { discipline: 1, pending_review: 1, rating: 4, rating_entry: 4, rating_list: 1 }
  const registry = { award: 1, award_recipient: 1, recipient_match: 1 }
  const honours = { ...zeroOf({ ...yearly, ...registry }), award: 1 }
  // Mai's file: her own, and of those who keep the files of Phòng A.
  const ofMai = { absence: 1, correction_request: 1 }
  // Phòng A's import: its rows are for those who keep the files of the unit.
  const imported = { import: 1, import_effect: 1, import_row: 2 }
  // Of Phòng A: a part, a request, work given with a document that was shown to it, and the paper that prolongs its campaign.
  const ledger = { obligation_share: 1, extension_request: 1, assignment: 1, file_shown: 2 }
  const reported = {
    example_note: 1,
    report_assembly: 1,
    report_contribution: 1,
    report_figure: 1,
    report_form: 1,
    report_form_version: 1,
    report_line: 1,
  }
  // Phòng A owes four things and was reminded of one; Phúc agreed, Minh signed for two submissions, confirmed the ratings and delegated.
  // Phòng A is urged: its officer has a digest, it reads the letter and its own line of it.
  const urged = { urging_digest: 1, urging_letter: 1, urging_letter_obligation: 1, outage_effect: 1 }
  const duties = { obligation: 4, reminder: 1, ...ledger, ...reported, ...urged }
  const everything: Seen = {
    ...duties,
    ...ofMai,
    consent: 5,
    post_grant: 9,
    record: 0,
    ...imported,
    ...yearly,
    ...registry,
    account_notice: 0,
    outbox_mail: 0,
    person: 9,
    post: 9,
    account: 9,
    campaign: 2,
    campaign_change: 1,
    campaign_task: 1,
    document: 2,
    document_fact: facts.draft + facts.launched,
    document_file: 1,
    // Done by the office, whose unit it lies in.
    bulk_act: 1,
    file: 5,
    submission: 2,
    submission_line: 1,
    submission_version: 2,
    ...acting,
  }
  const inA: Seen = {
    ...duties,
    ...ofMai,
    consent: 5,
    post_grant: 3,
    record: 0,
    ...imported,
    ...yearly,
    ...registry,
    account_notice: 0,
    outbox_mail: 0,
    person: 3,
    post: 3,
    account: 3,
    campaign: 1,
    campaign_change: 1,
    campaign_task: 0,
    document: 1,
    document_fact: facts.launched,
    document_file: 1,
    bulk_act: 0,
    // The minutes of their own unit, the signed plan that was sent to them, the document of the work they were given, the paper that prolongs.
    file: 4,
    submission: 2,
    submission_line: 1,
    submission_version: 2,
    ...acting,
  }
  const none: Seen = { ...zero(), ...honours, person: 3, post: 3, account: 3, post_grant: 3 }
  const inB: Seen = { ...none, file: 1 }
  return {
    // Administers, and reads nobody's ratings or discipline.
    quan: { ...everything, ...honours, outbox_mail: 3, file: 6, consent: 4, record: recorded },
    phuc: { ...everything, ...zeroOf(ofMai), import_row: 0 },
    // The sheet of an import is for who keeps everybody's files.
    hoa: { ...everything, file: 6 },
    minh: inA,
    // What is told of an account is its owner's alone.
    lan: { ...inA, account_notice: 1 },
    mai: { ...inA, ...honours, import_row: 0, consent: 4, rating: 1, discipline: 1, pending_review: 1 },
    binh: inB,
    thu: inB,
    // Mails and the record are for who administers or audits the whole.
    son: { ...everything, outbox_mail: 3, file: 6, record: recorded },
    public: zero(),
  }
}

function zeroOf<Counts extends object>(counts: Counts): Record<keyof Counts, number> {
  return Object.fromEntries(Object.keys(counts).map((table) => [table, 0])) as Record<keyof Counts, number>
}

function zero(): Seen {
  return Object.fromEntries(PROTECTED.map((table) => [table, 0])) as Seen
}

/** The rows each table gives to a bare `select *`; «refused» where the actor cannot even be told who he is. */
/** How many rows of these tables a bare `select *` shows somebody. */
async function seenBy(who: Who, tables: readonly Table[] = PROTECTED): Promise<Partial<Seen> | 'refused'> {
  const seen = await opened.work.read(who, async ({ db }) => {
    const counts: Partial<Seen> = {}
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.table(`app.${table}`)}`.execute(db)
      counts[table] = rows.length
    }
    return ok(counts)
  })
  return seen.ok ? seen.value : 'refused'
}

async function seenByAll(tables: readonly Table[] = PROTECTED): Promise<Record<string, Partial<Seen> | 'refused'>> {
  const all: Record<string, Partial<Seen> | 'refused'> = {}
  for (const name of Object.keys(expected())) {
    all[name] = await seenBy(name === 'public' ? { kind: 'public' } : opened.world.as(name as Name), tables)
  }
  return all
}

/** What everybody should see of one table. */
function expectedOf(table: Table): Record<string, Partial<Seen>> {
  return Object.fromEntries(Object.entries(expected()).map(([name, seen]) => [name, { [table]: seen[table] }]))
}

describe('the second wall', () => {
  it('shows each of the cast what is theirs and nothing else, whatever the query', async () => {
    expect(await seenByAll()).toEqual(expected())
  })

  it('stands around a role that owns nothing and cannot step past it', async () => {
    const who = await must(
      opened.work.read(opened.world.as('mai'), async ({ db }) => {
        const { rows } = await sql<{ role: string; super: boolean; bypass: boolean; owned: number }>`
          select current_user as role, r.rolsuper as super, r.rolbypassrls as bypass,
            (select count(*) from pg_class c where c.relowner = r.oid)::int as owned
          from pg_roles r where r.rolname = current_user`.execute(db)
        return ok(rows[0])
      }),
    )
    expect(who).toEqual({ role: 'td_application', super: false, bypass: false, owned: 0 })
  })

  it('guards every table this test knows, and no other', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relrowsecurity order by 1`,
    )
    expect(rows.map((row) => row.name)).toEqual([...PROTECTED])
  })

  it('is missed at once when any of its reading policies is dropped', async () => {
    const { rows: policies } = await owner.query<{ table: Table; policy: string; using: string }>(
      `select tablename as table, policyname as policy, qual as using from pg_policies where schemaname = 'app' and cmd = 'SELECT'`,
    )
    expect(policies).toHaveLength(PROTECTED.length)
    for (const { table, policy, using } of policies) {
      await owner.query(`drop policy ${policy} on app.${table}`)
      expect(await seenByAll([table]), `without ${policy}`).not.toEqual(expectedOf(table))
      await owner.query(`create policy ${policy} on app.${table} for select to td_app using (${using})`)
    }
    expect(await seenByAll()).toEqual(expected())
  })

  it('is missed at once when a table’s guard is switched off', async () => {
    for (const table of PROTECTED) {
      await owner.query(`alter table app.${table} disable row level security`)
      expect(await seenByAll([table]), `${table} unguarded`).not.toEqual(expectedOf(table))
      await owner.query(`alter table app.${table} enable row level security`)
    }
  })

  it('raises for a connection without an actor, also one that had an actor before', async () => {
    const client = new Client({ connectionString: opened.database.applicationUrl })
    await client.connect()
    await expect(client.query('select * from app.person')).rejects.toThrow(/no actor/)
    await client.query('begin')
    await client.query(`select set_config('app.actor', 'public', true)`)
    await client.query('select * from app.person')
    await client.query('commit')
    await expect(client.query('select * from app.person')).rejects.toThrow(/no actor/)
    await client.end()
  })

  it('lets nobody write another unit’s rows', async () => {
    const written = await opened.work.write(opened.world.as('minh'), async ({ db }) => {
      const { rows } = await sql<{ unit: string }>`
        update app.person p set email = null from app.unit u where u.unit_no = p.unit_no returning u.name as unit`.execute(
        db,
      )
      return ok([...new Set(rows.map((row) => row.unit))])
    })
    expect(await must(Promise.resolve(written))).toEqual(['Phòng A'])
    await expect(
      opened.work.write(opened.world.as('minh'), async ({ db }) => {
        await sql`insert into app.file (id, sha256, size, media_type, name, unit_no, uploaded_at)
          select ${newId()}, ${'b'.repeat(64)}, 1, 'text/plain', 'x.txt', unit_no, now() from app.unit where name = 'Phòng B'`.execute(
          db,
        )
        return ok(undefined)
      }),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('the public', () => {
  it('gets of a published plan the signed file, and what it was drafted from not even by its id', async () => {
    const acts = campaignsIn(opened)
    const source = await acts.plan()
    const id = await acts.launched([opened.world.units.phongA], source)
    await must(acts.write('hoa', publish, { id, published: true }))
    const page = await must(opened.work.read({ kind: 'public' }, (tx) => publishedCampaign(tx, id)))
    expect(page.document.files.map((file) => file.role)).toEqual(['signed'])
    const seen = async (who: Who) =>
      (await must(opened.work.read(who, async (tx) => ok(await findFiles(tx, [source]))))).length
    expect(await seen({ kind: 'public' })).toBe(0)
    expect(await seen(opened.world.as('mai'))).toBe(1)
    await must(acts.write('hoa', publish, { id, published: false }))
    expect(await seenBy({ kind: 'public' })).toEqual(zero())
  })

  it('is told nothing by the functions that look past the wall, and Mai no address from beyond it', async () => {
    const { units, accounts } = opened.world
    const asked = (who: Who) =>
      must(
        opened.work.read(who, async ({ db, today }) => {
          const { rows } = await sql<{
            holders: number
            addresses: number
            found: number
            reach: number
            held: number
          }>`
            select (select count(*) from app.holders_of(array['head'], ${Object.values(units)}::uuid[], ${today}))::int as holders,
              (select count(email) from app.holders_of(array['head'], ${Object.values(units)}::uuid[], ${today}))::int as addresses,
              (select count(*) from app.find_people(array['%']))::int as found,
              (select count(*) from app.reach_of(${accounts.quan.personId}, ${today}))::int as reach,
              (select count(*) from app.root_administrations())::int as held`.execute(db)
          return ok(rows[0])
        }),
      )
    expect(await asked({ kind: 'public' })).toEqual({ holders: 0, addresses: 0, found: 0, reach: 0, held: 0 })
    expect(await asked(opened.world.as('mai'))).toMatchObject({ holders: 2, addresses: 1 })
  })
})

describe('the record', () => {
  it('can be read and added to, and not changed, by the application', async () => {
    for (const statement of [
      'update app.record set action = action',
      'delete from app.record',
      'truncate app.record',
    ]) {
      await expect(
        opened.work.write(opened.world.as('quan'), async ({ db }) => {
          await sql.raw(statement).execute(db)
          return ok(undefined)
        }),
        statement,
      ).rejects.toThrow(/permission denied/)
    }
  })

  it('is not written when the change it tells of is refused or fails', async () => {
    const before = await recordRows()
    const { record } = await import('../../mechanisms/record/server/index.ts')
    await expect(
      opened.work.write(opened.world.as('hoa'), async (tx) => {
        await record(tx, 'campaign.closed', { kind: 'campaign', id: null, name: 'x' }, { detail: { reason: 'x' } })
        throw new Error('between two lines')
      }),
    ).rejects.toThrow('between two lines')
    expect(await recordRows()).toBe(before)
  })
})

async function recordRows(): Promise<number> {
  const { rows } = await owner.query<{ count: string }>('select count(*) from app.record')
  return Number(rows[0]?.count)
}
