import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../test/campaigns.ts'
import { reportsIn } from '../../test/reports.ts'
import { readAll } from '../../test/sheets.ts'
import { must, type Name, type OpenedWorld, openWorld } from '../../test/world.ts'
import { delegate, listDelegable } from '../acting/server/index.ts'
import { listLookingAfter } from '../acting/server/list-looking-after.ts'
import { give } from '../assignments/server/index.ts'
import { campaignThings, getCampaign } from '../campaigns/server/index.ts'
import { listCampaigns } from '../campaigns/server/list-campaigns.ts'
import { createCluster, setHead } from '../clusters/server/index.ts'
import { PEOPLE_COLUMNS } from '../imports/server/people/people-columns.ts'
import { newId } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import { type SheetColumns, sheetColumns } from '../kernel/sheet-columns.ts'
import { remind } from '../mechanisms/obligations/server/index.ts'
import { listLedger } from '../mechanisms/obligations/server/ledger/list-ledger.ts'
import { listRecord } from '../mechanisms/record/server/list-record.ts'
import { organisationContract } from '../organisation/contract.ts'
import { createUnit } from '../organisation/server/index.ts'
import { listPeople } from '../organisation/server/list-people.ts'
import { readTree } from '../organisation/server/read-units.ts'
import { tellingNames } from '../organisation/server/telling-names.ts'
import { readInBatches } from '../platform/database/read-in-batches.ts'
import { mountExports } from '../platform/export/export-routes.ts'
import { listExport } from '../platform/export/list-export.ts'
import { createHttp } from '../platform/http/create-http.ts'
import { requestContext } from '../platform/http/operations.ts'
import { enterAward, listAwards } from '../registry/server/index.ts'
import { listOutbox } from '../system/server/list-outbox.ts'
import { LIST_EXPORTS, listExports } from './list-exports.ts'
import { THINGS } from './what-is-owed.ts'

const ORIGIN = new URL('http://localhost:4999')
const ACTING = 'x-acting-as'

let opened: OpenedWorld
let http: FastifyInstance
let folder: string
let acts: ReturnType<typeof campaignsIn>
let toA: string
let reportOfA: string
let formOfA: string

/** The routes as they are served, with two lists more that no capability has: one too long, one that breaks in the middle. */
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  folder = await mkdtemp(join(tmpdir(), 'exports-'))
  acts = campaignsIn(opened)
  toA = await acts.launched([opened.world.units.phongA])
  const reports = reportsIn(opened, acts)
  const form = await reports.publishedForm({ campaignId: toA, unitIds: [opened.world.units.phongA] })
  formOfA = form
  reportOfA = await reports.owedBy(form, opened.world.units.phongA)
  const { work, world } = opened
  const columns = sheetColumns([{ key: 'name', head: 'Tên', kind: 'text' }])
  const odd = { fileName: 'thu', title: 'Thử', columns, filter: organisationContract.tree }
  const tooLong = listExport({ ...odd, name: 'too-long', open: async () => ok({ total: 100_001, rows: [] }) })
  const broken = listExport({
    ...odd,
    name: 'broken',
    open: async () => ok({ total: 9, rows: failing() }),
  })
  function* failing() {
    yield { name: 'một' }
    throw new Error('the query broke')
  }
  const exports = listExports(work, folder)
  http = await createHttp({ baseUrl: ORIGIN, logLevel: 'silent' })
  const whoIs = async (headers: Headers) => {
    const name = headers.get(ACTING) as Name | null
    return name ? { accountId: world.accounts[name].accountId, sessionId: 'test' } : undefined
  }
  await mountExports(http, {
    ...exports,
    lists: [...exports.lists, tooLong, broken],
    contextOf: (request) => requestContext(request, whoIs, true),
  })
  await http.ready()
})
afterAll(async () => {
  await http.close()
  await opened.close()
  await rm(folder, { recursive: true })
})

function get(name: Name | 'nobody', path: string, more: Record<string, string> = {}) {
  const headers = { host: ORIGIN.host, ...(name === 'nobody' ? {} : { [ACTING]: name, cookie: 'x=1' }), ...more }
  return http.inject({ method: 'GET', url: `/api/export/${path}`, headers })
}

const columnsOf = (name: string): SheetColumns => LIST_EXPORTS.find((list) => list.name === name)?.columns ?? []

/** The rows of a list as somebody took them away. */
async function taken(name: Name, list: string, query = '') {
  const response = await get(name, `${list}.xlsx${query}`)
  expect(response.statusCode).toBe(200)
  const { rows, refused } = await readAll({ bytes: response.rawPayload }, columnsOf(list))
  if (refused !== undefined && refused !== 'sheet-empty') throw new Error(refused)
  expect(rows.flatMap((row) => row.problems)).toEqual([])
  return rows.map((row) => row.values as Readonly<Record<string, unknown>>)
}

async function lastEntry(): Promise<string> {
  const { entries } = await must(acts.read('quan', listRecord, { page: 1 }))
  return `${entries[0]?.actorName} ${entries[0]?.sentence}`
}

/** What Phòng A owes first. */
async function owedOfA(): Promise<string> {
  const page = await must(acts.read('hoa', getCampaign, { id: toA }))
  return page.takeUp[0]?.obligations[0]?.id ?? ''
}

describe('who may take a list away', () => {
  const EVERYBODY = { rest: 'ok', nobody: 'not-signed-in' }
  const OF_BRANCH = {
    rest: 'ok',
    quan: 'not-found',
    mai: 'not-found',
    binh: 'not-found',
    thu: 'not-found',
    nobody: 'not-signed-in',
  }
  const AUDITED = { rest: 'not-yours-to-see', quan: 'ok', son: 'ok', nobody: 'not-signed-in' }
  const TABLE: Record<string, Partial<Record<Name | 'nobody', string>> & { rest: string }> = {
    people: EVERYBODY,
    units: EVERYBODY,
    campaigns: EVERYBODY,
    clusters: EVERYBODY,
    delegations: EVERYBODY,
    'looking-after': EVERYBODY,
    awards: EVERYBODY,
    'report-forms': EVERYBODY,
    examples: EVERYBODY,
    ledger: EVERYBODY,
    assignments: EVERYBODY,
    // The unit's own until it is sent: of Phòng A.
    'report-sheet': { rest: 'not-found', minh: 'ok', lan: 'ok', mai: 'ok', nobody: 'not-signed-in' },
    // Of the form that went to Phòng A alone: each reads the branch he answers for.
    'assembled-figures': OF_BRANCH,
    'assembled-texts': OF_BRANCH,
    'report-hand-over': OF_BRANCH,
    // It went to Phòng A alone.
    'take-up': { rest: 'ok', binh: 'not-found', thu: 'not-found', nobody: 'not-signed-in' },
    overview: { rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
    'late-board': { rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
    'urging-letters': { rest: 'not-yours-to-see', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
    outages: EVERYBODY,
    // Of what Phòng A owes: read by whoever urges, directs or audits.
    'reminder-log': { rest: 'not-found', hoa: 'ok', phuc: 'ok', son: 'ok', nobody: 'not-signed-in' },
    record: AUDITED,
    outbox: AUDITED,
    // Of an import that is not there.
    'import-errors': { rest: 'not-found', nobody: 'not-signed-in' },
    // Of no unit; who may take one away to edit is tried beside it.
    'people-to-edit': { rest: 'not-found', nobody: 'not-signed-in' },
  }

  it('is said of every list', () => {
    expect(LIST_EXPORTS.map((list) => list.name).toSorted()).toEqual(Object.keys(TABLE).toSorted())
  })

  it.each(Object.keys(TABLE))('%s', async (list) => {
    const query =
      list === 'take-up'
        ? `?id=${toA}`
        : list === 'overview'
          ? '?what=late'
          : list === 'report-sheet'
            ? `?obligationId=${reportOfA}`
            : TABLE[list] === OF_BRANCH
              ? `?id=${formOfA}`
              : list === 'reminder-log'
                ? `?id=${await owedOfA()}`
                : ''
    const actual: Record<string, string> = {}
    const askers = ['quan', 'phuc', 'hoa', 'minh', 'lan', 'mai', 'binh', 'thu', 'son', 'nobody'] as const
    for (const asker of askers) {
      const response = await get(asker, `${list}.xlsx${query}`)
      actual[asker] = response.statusCode === 200 ? 'ok' : response.json<{ code: string }>().code
    }
    const row = TABLE[list]
    expect(actual).toEqual(Object.fromEntries(askers.map((asker) => [asker, row?.[asker] ?? row?.rest])))
  })
})

describe('what is taken away is what the list shows', () => {
  it('people: the same, in the same order, narrowed the same way', async () => {
    for (const name of ['quan', 'lan', 'thu', 'mai'] as const) {
      for (const filter of [{}, { q: 'minh' }, { unitId: opened.world.units.phongA }, { account: 'yes' as const }]) {
        const shown = await acts.read(name, listPeople, { ...filter, page: 1 })
        const query = `?${new URLSearchParams(filter as Record<string, string>)}`
        if (!shown.ok) {
          expect((await get(name, `people.xlsx${query}`)).json()).toMatchObject({ code: shown.refusal.code })
          continue
        }
        const rows = await taken(name, 'people', query)
        expect(rows.map((row) => [row.id, row.name])).toEqual(shown.value.people.map((one) => [one.id, one.name]))
      }
    }
    const [lan] = await taken('quan', 'people', '?q=do%20bich%20lan')
    expect(lan).toMatchObject({ name: 'Đỗ Bích Lan', title: 'Chuyên viên', unit: 'Phòng A', from: '2022-07-12' })
    expect(lan).toMatchObject({ hasAccount: true, version: expect.stringMatching(/^\d+\.\d+$/), otherPosts: null })
  })

  it('people: in columns that the import of people takes back', async () => {
    const { rawPayload } = await get('quan', 'people.xlsx')
    const back = await readAll({ bytes: rawPayload }, PEOPLE_COLUMNS)
    expect(back.head?.unknown.map((one) => one.head)).toEqual(['Vị trí công tác khác', 'Có tài khoản'])
    expect(back.rows.flatMap((row) => row.problems)).toEqual([])
    const exported = await taken('quan', 'people')
    expect(back.rows.map((row) => row.values)).toEqual(
      exported.map(({ otherPosts: _, hasAccount: __, ...values }) => values),
    )
  })

  it('units of one name are told apart by what stands above them', async () => {
    const { root, phongA, phongB } = opened.world.units
    const unit = { name: 'Tổ Một Cửa', shortName: null, orderNo: 1, from: '2022-07-12' }
    for (const parentId of [phongA, phongB]) {
      await must(acts.write('quan', createUnit, { ...unit, id: newId(), parentId }))
    }
    await must(acts.write('quan', createUnit, { ...unit, id: newId(), name: 'Tổ khác', parentId: root }))
    const names = await must(opened.work.read(opened.world.as('quan'), async (tx) => ok(await tellingNames(tx))))
    expect([...names.values()].filter((name) => /tổ/i.test(name)).toSorted()).toEqual([
      'Phòng A / Tổ Một Cửa',
      'Phòng B / Tổ Một Cửa',
      'Tổ khác',
    ])
  })

  it('units on a day, campaigns, duties', async () => {
    const tree = await must(acts.read('hoa', readTree, {}))
    expect((await taken('hoa', 'units')).map((row) => row.name)).toEqual(tree.units.map((unit) => unit.name))
    expect(await taken('hoa', 'units', '?on=2000-01-01')).toEqual([])
    expect((await taken('hoa', 'units', '?q=phong%20b')).map((row) => row.name)).toEqual(['Phòng B'])
    expect(await taken('hoa', 'units', '?kind=school')).toEqual([])
    const seen = await must(acts.read('minh', listCampaigns, { page: 1 }))
    expect((await taken('minh', 'campaigns', '?page=1')).map((row) => row.id)).toEqual(
      seen.campaigns.map((one) => one.id),
    )
    expect(await taken('thu', 'campaigns')).toEqual([])
    const owed = (await taken('minh', 'take-up', `?id=${toA}`)).filter((row) => row.kind !== 'report')
    expect(owed).toMatchObject([
      { unitName: 'Phòng A', kind: 'confirm-receipt', state: 'open', daysLate: null },
      { unitName: 'Phòng A', kind: 'disseminate', title: 'Quán triệt kế hoạch', state: 'open' },
    ])
    expect(await taken('hoa', 'take-up', `?id=${toA}&kind=disseminate&q=phong%20b`)).toEqual([])
  })

  it('the ledger, narrowed as it is, and work given outside a campaign', async () => {
    const { root, phongA, phongB } = opened.world.units
    const work = {
      ...{ id: newId(), unitId: root, title: 'Rà soát hồ sơ', words: '', basis: null, unitIds: [phongA, phongB] },
      ...{ due: { day: '2022-08-30', relation: 'by' as const }, recurrence: 'once' as const, until: null },
      ...{ dayRule: 'as-written' as const, needsProof: false },
    }
    await must(acts.write('hoa', give, work))
    for (const filter of [{}, { thingId: work.id }, { q: 'ra soat' }, { unitId: phongB }, { state: 'late' as const }]) {
      for (const name of ['hoa', 'binh'] as const) {
        const { rows } = await must(acts.read(name, listLedger(THINGS), { ...filter, page: 1 }))
        const sheet = await taken(name, 'ledger', `?${new URLSearchParams(filter as Record<string, string>)}`)
        expect(sheet.map((row) => row.id)).toEqual(rows.map((row) => row.id))
      }
    }
    const ofB = { unitName: 'Phòng B', kind: 'task', state: 'open', lastDay: '2022-08-30' }
    expect(await taken('binh', 'ledger')).toMatchObject([ofB])
    expect(await taken('hoa', 'assignments', '?q=ra%20soat')).toMatchObject([{ id: work.id, units: 2, done: 0 }])
  })

  it('the registry and the clusters', async () => {
    const { root, phongA, phongB } = opened.world.units
    const none = { birth: null, id: null }
    const award = (name: string, decisionOn: string | null, decisionYear: number | null) => ({
      ...{ id: newId(), keeperUnitId: phongA, awardCode: 'giay-khen', awardName: null, method: null, periodId: null },
      ...{ achievedFrom: null, achievedTo: null, achievement: '', decisionNumber: '12/QĐ', decisionOn, decisionYear },
      ...{ issuer: 'Sở Nội vụ', signer: null, fileId: null, knownDouble: false },
      recipient: { kind: 'person' as const, name, unitName: 'Phòng A', ...none },
    })
    await must(acts.write('lan', enterAward, award('Vũ Thị Mai', '2021-01-20', null)))
    await must(acts.write('lan', enterAward, award('Người Ở Xa', null, 2019)))
    for (const filter of [{}, { year: 2021 }, { matched: 'no' as const }, { q: 'mai' }, { unitId: phongB }]) {
      const { awards } = await must(acts.read('mai', listAwards, { ...filter, page: 1 }))
      const rows = await taken('mai', 'awards', `?${new URLSearchParams(filter as Record<string, string>)}`)
      expect(rows.map((row) => row.id)).toEqual(awards.map((one) => one.id))
    }
    expect((await taken('mai', 'awards')).map((row) => row.decisionOn)).toEqual(['2021-01-20', '2019'])

    const cluster = { id: newId(), kind: 'cum' as const, name: 'Cụm số 1', level: 'co-so' as const, unitId: root }
    const units = { from: '2022-07-12', basis: null, unitIds: [phongA, phongB], alsoElsewhere: null }
    await must(acts.write('hoa', createCluster, { ...cluster, ...units }))
    const head = { id: cluster.id, year: 2022, headUnitId: phongB, viceUnitId: null, basis: null }
    await must(acts.write('hoa', setHead, head))
    expect(await taken('mai', 'clusters')).toMatchObject([{ name: 'Cụm số 1', members: 2, headName: 'Phòng B' }])
    expect(await taken('mai', 'clusters', '?on=2022-07-11')).toEqual([])
  })

  it('who acts for whom, and who looks after which unit', async () => {
    const { phuc, hoa } = opened.world.accounts
    const [post] = (await must(acts.read('phuc', listDelegable, {}))).posts
    const given = { id: newId(), fromPostId: phuc.postId, toPostId: hoa.postId, grantIds: [post?.grants[0]?.id ?? ''] }
    const days = {
      from: '2022-07-13',
      to: '2022-07-20',
      documentNumber: '05/QĐ',
      documentDay: '2022-07-12',
      fileId: null,
    }
    const how = { signsAs: 'TUQ.' as const, reason: 'đi công tác', way: 'product' as const }
    await must(acts.write('phuc', delegate, { ...given, ...days, ...how }))
    expect(await taken('phuc', 'delegations')).toMatchObject([
      { fromName: phuc.name, toName: hoa.name, state: 'coming', from: '2022-07-13', to: '2022-07-20' },
    ])
    expect(await taken('phuc', 'delegations', '?over=1')).toEqual([])
    const sharing = await must(acts.read('hoa', listLookingAfter, {}))
    const rows = await taken('hoa', 'looking-after')
    expect(rows.map((row) => row.unitName)).toEqual(sharing.units.map((unit) => unit.unitName))
    expect((await taken('hoa', 'looking-after', '?q=phong%20b')).map((row) => row.unitName)).toEqual(['Phòng B'])
  })

  it('mails, of the state that is looked at', async () => {
    const [unit] = (await must(acts.read('hoa', getCampaign, { id: toA }))).takeUp
    const id = unit?.obligations[0]?.id ?? ''
    await must(acts.write('hoa', remind(campaignThings), { id, reminderId: newId(), message: '' }))
    const all = await must(acts.read('quan', listOutbox(false), { page: 1 }))
    expect(all.total).toBeGreaterThan(0)
    expect((await taken('quan', 'outbox')).map((row) => row.subject)).toEqual(all.mails.map((mail) => mail.subject))
    expect(await taken('quan', 'outbox', '?state=waiting')).toHaveLength(all.total)
    expect(await taken('quan', 'outbox', '?state=failed')).toEqual([])
  })

  it('the record, with the taking away in it', async () => {
    await taken('hoa', 'people', '?q=lan')
    expect(await lastEntry()).toBe('Lê Thị Hoa xuất 1 dòng của “Danh sách người” (tìm “lan”)')
    const before = await must(acts.read('quan', listRecord, { page: 1 }))
    const rows = await taken('quan', 'record')
    expect(rows).toHaveLength(before.total)
    expect(rows[0]).toMatchObject({ sentence: before.entries[0]?.sentence, actorName: 'Lê Thị Hoa' })
    const narrowed = await taken('quan', 'record', '?q=xuat&from=2022-07-12')
    expect(narrowed.length).toBeGreaterThan(0)
    expect(narrowed.every((row) => String(row.sentence).startsWith('xuất'))).toBe(true)
  })
})

describe('the file', () => {
  it('is named for its list and day, and no cache keeps it', async () => {
    const response = await get('hoa', 'people.xlsx')
    expect(response.headers['content-disposition']).toContain('filename="danh-sach-nguoi-2022-07-12.xlsx"')
    expect(response.headers['content-type']).toContain('spreadsheetml')
    expect(response.headers['cache-control']).toBe('no-store')
    expect(Number(response.headers['content-length'])).toBe(response.rawPayload.length)
  })

  it('leaves nothing on disk, whether it was handed out, refused or broke', async () => {
    await get('hoa', 'people.xlsx')
    expect((await get('hoa', 'too-long.xlsx')).json()).toMatchObject({
      code: 'export-too-many-rows',
      data: { values: { count: '100.001', limit: '100.000' } },
    })
    expect((await get('hoa', 'broken.xlsx')).json()).toMatchObject({ code: 'internal' })
    expect(await readdir(join(folder, 'exports'))).toEqual([])
  })

  it('is made or refused, never a fault, whatever stands in the address', async () => {
    const names = fc.constantFrom(
      'q',
      'unitId',
      'id',
      'on',
      'kind',
      'state',
      'year',
      'from',
      'to',
      'personId',
      'page',
      'constructor',
    )
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(toA, 'draft', 'waiting', '2022-07-12', '9999999999', '-1', 'true', '%', "'", '\\'),
    )
    const lists = fc.constantFrom(...LIST_EXPORTS.map((list) => list.name))
    await fc.assert(
      fc.asyncProperty(lists, fc.dictionary(names, values, { maxKeys: 2 }), async (list, query) => {
        const wellFormed = Object.entries(query).map(([name, value]) => [name, value.toWellFormed()])
        const { statusCode } = await get('quan', `${list}.xlsx?${new URLSearchParams(wellFormed)}`)
        expect([200, 400, 403, 404, 422]).toContain(statusCode)
      }),
      { numRuns: 60 },
    )
  })

  it('is not made for what is no list, no filter of it, or a page of others; nothing of that is recorded', async () => {
    const before = await lastEntry()
    expect((await get('hoa', 'persons.xlsx')).statusCode).toBe(404)
    expect((await get('hoa', 'people.csv')).statusCode).toBe(404)
    // A filter that were passed over would give more than was asked for.
    expect((await get('hoa', 'people.xlsx?unit=x')).json()).toMatchObject({ code: 'invalid-input' })
    expect((await get('hoa', 'people.xlsx?unitId=x')).json()).toMatchObject({ code: 'invalid-input' })
    expect((await get('hoa', `people.xlsx?unitId=${newId()}`)).json()).toMatchObject({ code: 'not-found' })
    expect((await get('hoa', `take-up.xlsx?id=${newId()}`)).json()).toMatchObject({ code: 'not-found' })
    expect((await get('hoa', 'take-up.xlsx')).json()).toMatchObject({ code: 'invalid-input' })
    expect((await get('hoa', 'people.xlsx?q=a&q=b')).json()).toMatchObject({ code: 'malformed-request' })
    expect((await get('hoa', 'people.xlsx?q=%00')).json()).toMatchObject({ code: 'malformed-request' })
    const foreign = await get('hoa', 'people.xlsx', { 'sec-fetch-site': 'cross-site' })
    expect(foreign.json()).toMatchObject({ code: 'foreign-page' })
    expect(await lastEntry()).toBe(before)
  })
})

it('rows come in batches in the order of their query, with other queries between them', async () => {
  const sizes = await must(
    opened.work.read(opened.world.as('quan'), async (tx) => {
      const query = tx.db.selectFrom('person').select('full_name').where('full_name', '!=', 'x').orderBy('full_name')
      const all = await query.execute()
      const batches: string[][] = []
      for await (const batch of readInBatches(tx, query, 4)) {
        await tx.db.selectFrom('unit').select('id').execute()
        batches.push(batch.map((row) => row.full_name))
      }
      expect(batches.flat()).toEqual(all.map((row) => row.full_name))
      return ok(batches.map((batch) => batch.length))
    }),
  )
  expect(sizes).toEqual([4, 4, 1])
})
