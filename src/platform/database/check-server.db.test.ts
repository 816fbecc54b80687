import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { checkApplicationRole } from './check-server.ts'

/** The address of `role` in the same database. */
function as(url: string, role: string, password: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.href
}

async function run(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe('the application’s role', () => {
  let database: FreshDatabase
  const role = `may_${randomUUID().slice(0, 8)}`

  beforeAll(async () => {
    database = await freshDatabase()
    await run(database.superuserUrl, `create role ${role} login password 'x'`, `grant td_app to ${role}`)
  })
  afterAll(async () => {
    await database.close()
  })

  it('of the embedded database owns nothing and passes', async () => {
    expect(await checkApplicationRole(database.applicationUrl)).toEqual({ ok: true, value: undefined })
  })

  it.each([
    ['a superuser', () => [`alter role ${role} superuser`], () => [`alter role ${role} nosuperuser`]],
    [
      'one that bypasses row-level security',
      () => [`alter role ${role} bypassrls`],
      () => [`alter role ${role} nobypassrls`],
    ],
    ['one that may make roles', () => [`alter role ${role} createrole`], () => [`alter role ${role} nocreaterole`]],
    [
      'one that owns a table',
      () => [`create table app.stray (id int)`, `alter table app.stray owner to ${role}`],
      () => ['drop table app.stray'],
    ],
    ['a member of the owner’s role', () => [`grant td_owner to ${role}`], () => [`revoke td_owner from ${role}`]],
  ])('is refused when it is %s', async (_, before, after) => {
    const url = as(database.applicationUrl, role, 'x')
    expect(await checkApplicationRole(url)).toMatchObject({ ok: true })
    await run(database.superuserUrl, ...before())
    expect(await checkApplicationRole(url)).toMatchObject({ ok: false, refusal: { code: 'database-role-too-strong' } })
    await run(database.superuserUrl, ...after())
  })

  it('is refused when it is in another database than the owner', async () => {
    const other = await emptyDatabase()
    expect(await checkApplicationRole(other.applicationUrl)).toMatchObject({
      ok: false,
      refusal: { code: 'database-not-the-same' },
    })
    await other.close()
  })
})
