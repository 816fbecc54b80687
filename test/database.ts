import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { EMBEDDED_APPLICATION, EMBEDDED_OWNER, SIGN_IN_ROLE } from '../src/platform/database/roles.ts'

export type FreshDatabase = {
  /** As people's requests come: row-level security applies. */
  readonly applicationUrl: string
  /** As migrations come: owns every table. */
  readonly ownerUrl: string
  /** As signing in comes: sees the schema `auth`. */
  readonly signInUrl: string
  /** For what no part of the product may: making and dropping roles and databases. */
  readonly superuserUrl: string
  /** Ends its connections and drops it. */
  readonly close: () => Promise<void>
}

/** A database of its own for one test file, with every migration run: `const database = await freshDatabase()` in `beforeAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { template } = inject('cluster')
  return createDatabase(`template ${template} strategy file_copy`)
}

/** A database without any of ours in it, for the tests of migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('template template0')
}

async function createDatabase(options: string): Promise<FreshDatabase> {
  const { passwords } = inject('cluster')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(`create database ${name} owner ${EMBEDDED_OWNER} ${options}`)
  return {
    applicationUrl: address(EMBEDDED_APPLICATION, passwords.application, name),
    ownerUrl: address(EMBEDDED_OWNER, passwords.owner, name),
    signInUrl: address(SIGN_IN_ROLE, passwords.signIn, name),
    superuserUrl: address('postgres', passwords.superuser, name),
    close: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({
    connectionString: address('postgres', inject('cluster').passwords.superuser, 'postgres'),
  })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function address(role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${inject('cluster').port}/${database}`
}
