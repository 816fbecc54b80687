import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settled } from '../../../test/throw-away-cluster.ts'
import { checkApplicationRole, checkServer } from './check-server.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './launcher.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { prepareServerRoles } from './roles.ts'

const OWNER_PASSWORD = 'mật khẩu/của:chủ'

describe('a server of the house’s own', () => {
  // A cluster apart: roles belong to the whole server, and the other tests use theirs at the same time.
  let directory: string
  let server: EmbeddedPostgres
  const address = (role: string, password: string, database: string) =>
    server.url(role, encodeURIComponent(password), database)

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'thi-dua-server-'))
    server = settled(await startEmbeddedPostgres({ directory, durable: false }))
  })
  afterAll(async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  })

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

  it('that nobody answers at is named in the refusal', async () => {
    expect(await checkServer('DATABASE_OWNER_URL', 'postgresql://a:b@127.0.0.1:1/x')).toMatchObject({
      ok: false,
      refusal: { code: 'database-unreachable', values: { name: 'DATABASE_OWNER_URL' } },
    })
  })

  it('whose database is not UTF-8 is refused', async () => {
    const superuser = address('postgres', server.passwords.superuser, 'postgres')
    await run(superuser, `create database cu encoding 'LATIN1' locale_provider libc locale 'C' template template0`)
    expect(await checkServer('DATABASE_URL', address('postgres', server.passwords.superuser, 'cu'))).toMatchObject({
      ok: false,
      refusal: { code: 'database-not-utf8', values: { encoding: 'LATIN1' } },
    })
  })

  it('needs an owner who may make roles: refused before, prepared and migrated after, the second time unchanged', async () => {
    await run(
      address('postgres', server.passwords.superuser, 'postgres'),
      `create role chu login password '${OWNER_PASSWORD}'`,
      `create role ung_dung login password 'x'`,
      'create database thi_dua owner chu',
    )
    const ownerUrl = address('chu', OWNER_PASSWORD, 'thi_dua')
    const applicationUrl = address('ung_dung', 'x', 'thi_dua')
    expect(await checkServer('DATABASE_OWNER_URL', ownerUrl)).toMatchObject({ ok: true })
    expect(await prepareServerRoles(ownerUrl, applicationUrl)).toMatchObject({
      ok: false,
      refusal: { code: 'database-owner-may-not', values: { role: 'chu' } },
    })

    await run(address('postgres', server.passwords.superuser, 'postgres'), 'alter role chu createrole')
    const signInUrl = settled(await prepareServerRoles(ownerUrl, applicationUrl))
    settled(await migrate(ownerUrl, readMigrations()))
    expect(await run(signInUrl, 'show search_path')).toEqual([{ search_path: 'auth' }])
    expect(await checkApplicationRole(applicationUrl)).toMatchObject({ ok: true })

    expect(await prepareServerRoles(ownerUrl, applicationUrl)).toEqual({ ok: true, value: signInUrl })
    expect(await checkApplicationRole(ownerUrl)).toMatchObject({
      ok: false,
      refusal: { code: 'database-role-too-strong' },
    })
  })

  it('no longer needs CREATEROLE once the roles are there', async () => {
    await run(address('postgres', server.passwords.superuser, 'postgres'), 'alter role chu nocreaterole')
    const ownerUrl = address('chu', OWNER_PASSWORD, 'thi_dua')
    expect(await prepareServerRoles(ownerUrl, address('ung_dung', 'x', 'thi_dua'))).toMatchObject({ ok: true })
  })
})
