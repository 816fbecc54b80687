import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eightOn, must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { addGrant } from '../../accounts/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { endPost } from '../../organisation/server/index.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const people = () =>
  opened.work.read(opened.world.as('thu'), async ({ db }) => ok(await db.selectFrom('person').select('id').execute()))

describe('a unit of work', () => {
  it('knows who acts, and the day in Việt Nam', async () => {
    const tx = await must(opened.work.read(opened.world.as('hoa'), async (one) => ok(one)))
    expect(tx.today).toBe('2022-07-12')
    expect(tx.actor).toMatchObject({ kind: 'person', name: 'Lê Thị Hoa', grants: [{ role: 'standing-office' }] })
  })

  it('undoes everything when the work is refused, and says why', async () => {
    const day = '2023-09-02'
    const refused = await opened.work.write(opened.world.as('quan'), async ({ db }) => {
      await sql`insert into app.special_day (day, kind, name) values (${day}::date, 'off', 'Quốc khánh')`.execute(db)
      return refuse('changed-meanwhile')
    })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
    const left = await opened.work.read({ kind: 'public' }, async ({ db }) =>
      ok(await sql`select 1 from app.special_day where day = ${day}::date`.execute(db)),
    )
    expect((await must(Promise.resolve(left))).rows).toEqual([])
  })

  it('reads without being able to write', async () => {
    const writing = opened.work.read(opened.world.as('quan'), async ({ db }) => {
      await sql`delete from app.special_day`.execute(db)
      return ok(undefined)
    })
    await expect(writing).rejects.toThrow(/read-only/)
  })

  it('is tried again after a deadlock, and both are done', async () => {
    let attempts = 0
    const touch = (first: number, second: number) =>
      opened.work.write({ kind: 'job', name: 'thử' }, async ({ db }) => {
        attempts += 1
        await sql`select pg_advisory_xact_lock(${first})`.execute(db)
        await sql`select pg_sleep(0.2)`.execute(db)
        await sql`select pg_advisory_xact_lock(${second})`.execute(db)
        return ok('done')
      })
    expect(await Promise.all([touch(71, 72), touch(72, 71)])).toEqual([
      { ok: true, value: 'done' },
      { ok: true, value: 'done' },
    ])
    expect(attempts).toBeGreaterThan(2)
  })

  it('lets a grant begin on its day, with nobody awake at midnight', async () => {
    const { thu } = opened.world.accounts
    const { phongA } = opened.world.units
    const grant = {
      id: newId(),
      postId: thu.postId,
      role: 'officer' as const,
      unitId: phongA,
      from: '2022-07-14',
      to: '2022-07-14',
    }
    await must(opened.work.write(opened.world.as('quan'), (tx) => addGrant(tx, grant)))
    expect(await must(people())).toHaveLength(3)
    opened.clock.move(eightOn('2022-07-14'))
    const [once, again] = await Promise.all([people(), people()])
    expect([once, again].map((one) => one.ok && one.value.length)).toEqual([6, 6])
    opened.clock.move(eightOn('2022-07-15'))
    expect(await must(people())).toHaveLength(3)
  })

  it('does nothing for somebody whose last post has ended, from the next day on', async () => {
    const { son } = opened.world.accounts
    await must(
      opened.work.write(opened.world.as('quan'), (tx) => endPost(tx, { id: son.postId, lastDay: '2022-07-15' })),
    )
    const asSon = () => opened.work.read(opened.world.as('son'), async () => ok('in'))
    expect(await asSon()).toMatchObject({ ok: true })
    opened.clock.move(eightOn('2022-07-16'))
    expect(await asSon()).toMatchObject({ ok: false, refusal: { code: 'no-current-post' } })
    const own = opened.work.read(
      opened.world.as('son'),
      async ({ actor }) => ok(actor.kind === 'person' && actor.name),
      {
        withoutPost: true,
      },
    )
    expect(await must(own)).toBe('Bùi Ngọc Sơn')
  })

  it('does nothing for an account that is not there', async () => {
    const nobody = { kind: 'person', accountId: newId() } as const
    expect(await opened.work.read(nobody, async () => ok('in'))).toMatchObject({ refusal: { code: 'not-signed-in' } })
  })
})
