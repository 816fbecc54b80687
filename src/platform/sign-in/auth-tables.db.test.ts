import { getMigrations } from 'better-auth/db/migration'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { authLibrary } from './auth-library.ts'

let database: FreshDatabase
let pool: Pool
beforeAll(async () => {
  database = await freshDatabase()
  pool = new Pool({ connectionString: database.signInUrl, max: 2 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

it('the migration made every table and column the sign-in library expects', async () => {
  const { options } = authLibrary({
    pool,
    baseUrl: new URL('http://localhost'),
    secret: 's'.repeat(40),
    logError: () => undefined,
  })
  const { toBeAdded, toBeCreated } = await getMigrations(options)
  expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] })
})

it('the application’s role sees nothing of the sign-in schema, and the sign-in role nothing of the application’s', async () => {
  const read = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await expect(read(database.applicationUrl, 'select * from auth."user"')).rejects.toThrow(/permission denied/)
  await expect(read(database.signInUrl, 'select * from app.unit')).rejects.toThrow(/permission denied/)
})
