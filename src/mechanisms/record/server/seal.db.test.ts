import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, must, type OpenedWorld, openWorld, recordedOf } from '../../../../test/world.ts'
import { newId } from '../../../kernel/ids.ts'
import { ok } from '../../../kernel/result.ts'
import { changesBetween } from '../domain/changes.ts'
import { dailyHeadJob } from './daily-head.ts'
import { listRecord } from './list-record.ts'
import { record } from './record.ts'
import { sealAll, sealSome } from './seal-record.ts'
import { checkRecord, readSeals, setHeadReaders } from './seals.ts'
import { type KnownHead, verifyRecord } from './verify-record.ts'

let opened: OpenedWorld
let owner: pg.Client
beforeAll(async () => {
  opened = await openWorld()
  owner = new pg.Client({ connectionString: opened.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await opened.close()
})

const job = { kind: 'job', name: 'thử' } as const
const verify = (outside: KnownHead[] = []) =>
  must(opened.work.read(job, async (tx) => ok(await verifyRecord(tx, outside))))
const write = (name: string) =>
  must(
    opened.work.write(opened.world.as('hoa'), async (tx) => {
      await record(tx, 'campaign.closed', { kind: 'campaign', id: newId(), name }, { detail: { reason: 'hết năm' } })
      return ok(undefined)
    }),
  )

describe('sealing', () => {
  it('chains everything that was written, whatever was written meanwhile, and finds nothing left the second time', async () => {
    expect(await sealAll(opened.work)).toBeGreaterThan(20)
    await Promise.all(Array.from({ length: 20 }, (_, no) => write(`Phong trào ${no}`)))
    expect((await verify()).waiting).toBe(20)
    expect(await sealAll(opened.work)).toBe(20)
    expect(await sealAll(opened.work)).toBe(0)
    const whole = await verify()
    expect(whole).toMatchObject({ waiting: 0, broken: null })
  })

  it('misses no row of a transaction that began before the sealer and committed after it', async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const late = opened.work.write(opened.world.as('hoa'), async (tx) => {
      await record(tx, 'campaign.closed', { kind: 'campaign', id: newId(), name: 'Chậm' }, { detail: { reason: '' } })
      begun.resolve()
      await gate.promise
      return ok(undefined)
    })
    await begun.promise
    await write('Nhanh')
    expect(await sealAll(opened.work)).toBe(1)
    gate.resolve()
    await must(late)
    expect(await sealAll(opened.work)).toBe(1)
    expect((await verify()).broken).toBeNull()
  })

  it('by two at once gives every row one place', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, no) => write(`Hai người ${no}`)))
    const seal = () => must(opened.work.write(job, async (tx) => ok(await sealSome(tx))))
    const [one, other] = await Promise.all([seal(), seal()])
    expect([one, other].toSorted()).toEqual([0, 8])
    expect((await verify()).broken).toBeNull()
  })

  it('is begun anew after a sealer that broke off, with nothing half done', async () => {
    await write('Đứt quãng')
    const broken = opened.work.write(job, async (tx) => {
      await sealSome(tx)
      throw new Error('the machine stops here')
    })
    await expect(broken).rejects.toThrow('the machine stops here')
    expect((await verify()).waiting).toBe(1)
    expect(await sealAll(opened.work)).toBe(1)
  })
})

describe('tampering shows', () => {
  beforeEach(async () => {
    await write('Mới')
    await sealAll(opened.work)
  })

  /** What `change` does as the owner is seen, and undone again. */
  async function seenAfter(change: string, outside: KnownHead[] = []) {
    await owner.query('begin')
    await owner.query(change)
    await owner.query('commit')
    return (await verify(outside)).broken
  }
  const row = (column: string) => `(select ${column} from app.record order by entry_no offset 7 limit 1)`

  it('in a word that was changed', async () => {
    const { rows } = await owner.query(`select id, actor_name from app.record order by entry_no offset 7 limit 1`)
    const broken = await seenAfter(`update app.record set actor_name = 'Người khác' where id = '${rows[0].id}'`)
    expect(broken).toMatchObject({ what: 'row-changed', sealNo: 8, recordId: rows[0].id })
    expect(broken?.row?.actorName).toBe('Người khác')
    await owner.query(`update app.record set actor_name = $1 where id = $2`, [rows[0].actor_name, rows[0].id])
    expect((await verify()).broken).toBeNull()
  })

  it('in a row that was taken out together with its seal', async () => {
    await owner.query(`create table public.kept as select * from app.record_seal where seal_no = 8`)
    const broken = await seenAfter('delete from app.record_seal where seal_no = 8')
    expect(broken).toMatchObject({ what: 'number-missing', sealNo: 8 })
    await owner.query('insert into app.record_seal select * from public.kept')
    expect((await verify()).broken).toBeNull()
  })

  it('in a row that was put in past the house', async () => {
    await owner.query('alter table app.record disable trigger record_queued')
    const columns = `on_day, actor_kind, actor_name, action, thing_kind, thing_name, detail`
    const broken = await seenAfter(
      `insert into app.record (id, at, ${columns}) select gen_random_uuid(), at, ${columns} from app.record where id = ${row('id')}`,
    )
    await owner.query('alter table app.record enable trigger record_queued')
    expect(broken).toMatchObject({ what: 'never-queued', sealNo: null })
    await owner.query(
      'delete from app.record r where not exists (select 1 from app.record_seal s where s.record_id = r.id)',
    )
    expect((await verify()).broken).toBeNull()
  })

  it('in an end cut off, and in a past written anew, when the head is kept outside', async () => {
    const { head } = await verify()
    if (!head) throw new Error('nothing is sealed')
    const kept = { sealNo: head.sealNo, hash: head.hash.slice(0, 12) }
    expect((await verify([kept])).broken).toBeNull()
    expect((await verify([{ ...kept, hash: '0'.repeat(12) }])).broken?.what).toBe('head-differs')
    await owner.query(`create table public.cut as select * from app.record_seal where seal_no = ${head.sealNo}`)
    expect(await seenAfter(`delete from app.record_seal where seal_no = ${head.sealNo}`, [kept])).toMatchObject({
      what: 'head-missing',
      sealNo: head.sealNo,
    })
    await owner.query('insert into app.record_seal select * from public.cut')
  })

  it('and the application itself may neither change nor take out what is written or sealed', async () => {
    const statements = [
      'update app.record set actor_name = actor_name',
      'delete from app.record',
      'delete from app.record_seal',
    ]
    for (const statement of statements) {
      const tried = opened.work.write(job, async (tx) => ok(await sql.raw(statement).execute(tx.db)))
      await expect(tried).rejects.toThrow(/permission denied/)
    }
  })
})

describe('the day’s head', () => {
  it('is written once a day and mailed to whoever keeps it outside', async () => {
    const set = (emails: string[], name: 'quan' | 'son' = 'quan') =>
      opened.work.write(opened.world.as(name), (tx) => setHeadReaders(tx, { emails }))
    expect(codeOf(await set(['a@b.vn'], 'son'))).toBe('not-yours-to-do')
    await must(set(['Luu.Tru@so.example', 'thanhtra@so.example']))
    await must(set(['luu.tru@so.example']))
    const run = () => dailyHeadJob.run({}, { work: opened.work, signal: new AbortController().signal })
    await Promise.all([run(), run()])
    const mails = await owner.query(`select to_address, body from app.outbox_mail where subject like 'Đầu chuỗi%'`)
    expect(mails.rows.map((mail) => mail.to_address)).toEqual(['luu.tru@so.example'])
    const seals = await must(opened.work.read(opened.world.as('son'), (tx) => readSeals(tx, {})))
    expect(seals.heads).toHaveLength(1)
    expect(seals.actions).toEqual({})
    expect(mails.rows[0].body).toContain(seals.heads[0]?.hash)
    // Rewriting the whole chain from a changed row on does not escape the head that the database keeps either.
    expect((await verify()).broken).toBeNull()
  })
})

describe('whoever asks', () => {
  it('is told in a sentence, and that he asked is recorded', async () => {
    const check = (name: 'quan' | 'son' | 'hoa') =>
      opened.work.write(opened.world.as(name), (tx) => checkRecord(tx, { head: null }))
    expect(codeOf(await check('hoa'))).toBe('not-yours-to-see')
    const { broken, sealed } = await must(check('son'))
    expect(broken).toBeNull()
    const found = await must(
      opened.work.read(opened.world.as('son'), (tx) => listRecord(tx, { q: 'kiem tra nhat ky', page: 1 })),
    )
    expect(found.entries.map((entry) => entry.sentence)).toEqual([`kiểm tra nhật ký: nguyên vẹn, ${sealed} dòng`])
  })
})

describe('before and after', () => {
  it('stand in the record, of a sensitive field only that it became another', async () => {
    const { personId, name } = opened.world.accounts.mai
    const thing = { kind: 'person', id: personId, name } as const
    const changes = changesBetween(
      { email: null, citizenId: '042090001234' },
      { email: 'mai@so.example', citizenId: '042090005678' },
    )
    await must(
      opened.work.write(
        opened.world.as('quan'),
        async (tx) => {
          await record(tx, 'unit.changed', thing, { changes })
          return ok(undefined)
        },
        { requestId: 'yeu-cau-7' },
      ),
    )
    expect(await recordedOf(opened.work, personId)).toContain(`sửa đơn vị ${name}`)
    const { rows } = await owner.query(
      `select changes::text, request_id from app.record where request_id = 'yeu-cau-7'`,
    )
    expect(rows[0].changes).not.toMatch(/04209000/)
    const page = await must(
      opened.work.read(opened.world.as('quan'), (tx) => listRecord(tx, { thingId: personId, page: 1 })),
    )
    expect(page.entries[0]?.changes).toEqual([
      { words: 'Thư điện tử', before: null, after: 'mai@so.example', hidden: false },
      { words: 'Số định danh', before: null, after: null, hidden: true },
    ])
  })
})
