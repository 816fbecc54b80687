import { createHmac } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { ok, type Result, refuse } from '../../kernel/result.ts'

/** What migrations grant to; people's requests come through a login role that is a member of it and owns nothing. */
export const APPLICATION_GROUP = 'td_app'
/** Signs people in: sees the schema `auth` and nothing else. */
export const SIGN_IN_ROLE = 'td_auth'
export const EMBEDDED_OWNER = 'td_owner'
export const EMBEDDED_APPLICATION = 'td_application'
export const EMBEDDED_DATABASE = 'thi_dua'

type Passwords = { readonly owner: string; readonly application: string; readonly signIn: string }

/** Makes the roles of the embedded database and the empty `database` they share. Done again, it changes nothing. */
export async function prepareEmbeddedRoles(
  superuserUrl: string,
  passwords: Passwords,
  database: string,
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureLogin(client, EMBEDDED_OWNER, passwords.owner)
    await ensureGroup(client)
    await ensureLogin(client, EMBEDDED_APPLICATION, passwords.application)
    await ensureLogin(client, SIGN_IN_ROLE, passwords.signIn)
    await client.query(`grant ${APPLICATION_GROUP} to ${EMBEDDED_APPLICATION}`)
    await client.query(`alter role ${SIGN_IN_ROLE} set search_path = auth`)
    const there = await client.query('select 1 from pg_database where datname = $1', [database])
    if (there.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(database)} owner ${EMBEDDED_OWNER}`)
    }
  })
}

/**
 * The same on a server of the house's own, by the owner of `DATABASE_OWNER_URL`; gives the address for signing in.
 * That role's password is computed from the owner's, so that every process which may migrate also knows it.
 * Refuses when the owner may not make roles (`CREATEROLE`) or the sign-in role is not let in.
 */
export async function prepareServerRoles(ownerUrl: string, applicationUrl: string): Promise<Result<string>> {
  const owner = new URL(ownerUrl)
  const password = signInPassword(decodeURIComponent(owner.password))
  const signInUrl = new URL(ownerUrl)
  signInUrl.username = SIGN_IN_ROLE
  signInUrl.password = password
  const applicationRole = decodeURIComponent(new URL(applicationUrl).username)
  try {
    await withClient(ownerUrl, async (client) => {
      await ensureGroup(client)
      if (!(await roleExists(client, SIGN_IN_ROLE))) await createLogin(client, SIGN_IN_ROLE, password)
      else if ((await whyNoLogin(signInUrl.href)) !== undefined) await setPassword(client, SIGN_IN_ROLE, password)
      if (!(await hasSearchPath(client))) await client.query(`alter role ${SIGN_IN_ROLE} set search_path = auth`)
      if (!(await isMember(client, applicationRole))) {
        await client.query(`grant ${APPLICATION_GROUP} to ${escapeIdentifier(applicationRole)}`)
      }
    })
  } catch (error) {
    if (!isLackOfRight(error)) throw error
    return refuse('database-owner-may-not', { role: decodeURIComponent(owner.username), reason: error.message })
  }
  const reason = await whyNoLogin(signInUrl.href)
  return reason === undefined ? ok(signInUrl.href) : refuse('database-sign-in-role', { reason })
}

/** Whether PostgreSQL refused for want of a right: something to put before the database's administrator. */
export function isLackOfRight(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501'
}

function signInPassword(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(`thi-dua/${SIGN_IN_ROLE}`).digest('base64url')
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

async function whyNoLogin(url: string): Promise<string | undefined> {
  try {
    await withClient(url, async () => {})
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function roleExists(client: Client, role: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  return found.rowCount === 1
}

async function isMember(client: Client, role: string): Promise<boolean> {
  const found = await client.query<{ member: boolean }>(
    `select pg_has_role($1::name, '${APPLICATION_GROUP}'::name, 'usage') as member`,
    [role],
  )
  return found.rows[0]?.member === true
}

async function hasSearchPath(client: Client): Promise<boolean> {
  const found = await client.query(
    `select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
     where r.rolname = $1 and s.setdatabase = 0 and 'search_path=auth' = any (s.setconfig)`,
    [SIGN_IN_ROLE],
  )
  return found.rowCount === 1
}

async function ensureGroup(client: Client): Promise<void> {
  if (!(await roleExists(client, APPLICATION_GROUP))) {
    await unlessThere(client.query(`create role ${APPLICATION_GROUP} nologin`))
  }
}

async function ensureLogin(client: Client, role: string, password: string): Promise<void> {
  if (!(await roleExists(client, role))) await createLogin(client, role, password)
}

async function createLogin(client: Client, role: string, password: string): Promise<void> {
  await unlessThere(client.query(`create role ${role} login password ${escapeLiteral(password)}`))
}

async function setPassword(client: Client, role: string, password: string): Promise<void> {
  await client.query(`alter role ${role} login password ${escapeLiteral(password)}`)
}

/** Roles belong to the whole server: another installation may have made the same one a moment ago. */
async function unlessThere(creating: Promise<unknown>): Promise<void> {
  try {
    await creating
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '42710' && code !== '23505') throw error
  }
}
