import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { setUpOrganisation } from '../src/accounts/server/index.ts'
import { newId } from '../src/kernel/ids.ts'
import { foldForSearch } from '../src/kernel/vietnamese-text.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { startEmbeddedPostgres } from '../src/platform/database/launcher.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { readMigrations } from '../src/platform/database/migrations.ts'
import { openPools } from '../src/platform/database/pools.ts'
import { prepareQueue } from '../src/platform/database/queue-schema.ts'
import {
  EMBEDDED_APPLICATION,
  EMBEDDED_OWNER,
  prepareEmbeddedRoles,
  SIGN_IN_ROLE,
} from '../src/platform/database/roles.ts'
import { createUnitOfWork } from '../src/platform/database/unit-of-work.ts'
import { testKeys } from '../test/keys.ts'
import { settled } from '../test/throw-away-cluster.ts'
import { peopleRows, unitName, writePeopleSheet } from './lib/people-sheet.ts'

/**
 * 100,000 people from an .xlsx to their last row: taken in, read, staged, compared, kept to be looked at, applied with everybody's record,
 * in a process of its own (its peak memory counts) on a database that writes to disk as at a customer's. Beside it reading the sheet and
 * doing nothing, and the bare COPY of the same rows into a table without index, key or policy: the floor of what any import costs.
 */
const COUNT = Number(process.env.PEOPLE ?? 100_000)
const UNITS = 2000
const DATABASE = 'bench'
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-import-'))
const path = join(folder, 'nguoi.xlsx')
const server = settled(await startEmbeddedPostgres({ directory: join(folder, 'database') }))
const { passwords, url } = server

try {
  await prepareEmbeddedRoles(url('postgres', passwords.superuser, 'postgres'), passwords, DATABASE)
  const ownerUrl = url(EMBEDDED_OWNER, passwords.owner, DATABASE)
  settled(await migrate(ownerUrl, readMigrations()))
  await prepareQueue(ownerUrl)
  const addresses = {
    applicationUrl: url(EMBEDDED_APPLICATION, passwords.application, DATABASE),
    signInUrl: url(SIGN_IN_ROLE, passwords.signIn, DATABASE),
  }
  const { accountId, unitId } = await makeOrganisation(ownerUrl, addresses)
  await writePeopleSheet(path, COUNT, UNITS)
  const step = async (what: 'read' | 'import') => {
    const program = fileURLToPath(new URL('./lib/import-step.ts', import.meta.url))
    // As `npm start` does (docs/decisions/0018).
    const given = [
      '--max-semi-space-size=4',
      '--heap-growing-percent=50',
      program,
      what,
      path,
      addresses.applicationUrl,
      addresses.signInUrl,
      accountId,
      unitId,
    ]
    const { stdout } = await promisify(execFile)(process.execPath, given)
    return JSON.parse(stdout) as Record<string, number> & { counts: Record<string, number> }
  }
  const bareCopySeconds = await bareCopy(ownerUrl)
  const read = await step('read')
  const { counts, ...figures } = await step('import')
  if (counts.new !== COUNT) throw new Error(`not all were new: ${JSON.stringify(counts)}`)
  const fileMb = Number((statSync(path).size / 1e6).toFixed(1))
  console.log(
    `tệp ${fileMb} MB, ${COUNT} dòng; chỉ đọc: ${read.seconds} s, ${read.peakMb} MB; chỉ COPY: ${bareCopySeconds} s`,
  )
  console.log(
    JSON.stringify({ ...figures, readAloneSeconds: read.seconds, readAlonePeakMb: read.peakMb, bareCopySeconds }),
  )
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function makeOrganisation(ownerUrl: string, addresses: { applicationUrl: string; signInUrl: string }) {
  const pools = openPools(addresses)
  const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys: testKeys })
  const organisation = { id: newId(), name: 'Tỉnh mẫu', shortName: null }
  const administrator = {
    personId: newId(),
    name: 'Nguyễn Anh Quân',
    postTitle: 'Quản trị',
    signInName: 'quan',
    email: null,
  }
  const made = settled(
    await work.write({ kind: 'set-up' }, (tx) => setUpOrganisation(tx, { organisation, administrator })),
  )
  await pools.close()
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const names = Array.from({ length: UNITS }, (_, index) => unitName(index))
  await owner.query(
    `insert into app.unit (id, name, name_search, parent_id, valid_from, created_at)
     select gen_random_uuid(), name, folded, $1, '2015-01-01', now() from unnest($2::text[], $3::text[]) u (name, folded)`,
    [organisation.id, names, names.map(foldForSearch)],
  )
  await owner.query('analyze')
  await owner.end()
  return { accountId: made.accountId, unitId: organisation.id }
}

/** The rows as text into a table that has nothing but columns. */
async function bareCopy(ownerUrl: string): Promise<number> {
  const lines = [...peopleRows(COUNT, UNITS)].map(
    (row) =>
      `${Object.values(row)
        .map((value) => value ?? '\\N')
        .join('\t')}\n`,
  )
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const width = lines[0]?.split('\t').length ?? 0
  await owner.query(`create table bare (${Array.from({ length: width }, (_, at) => `c${at} text`).join(', ')})`)
  const began = performance.now()
  const stream = owner.query(copyFrom('copy bare from stdin'))
  const done = new Promise((resolve, reject) => {
    stream.once('finish', resolve)
    stream.once('error', reject)
  })
  for (const line of lines) if (!stream.write(line)) await new Promise((resolve) => stream.once('drain', resolve))
  stream.end()
  await done
  const took = Number(((performance.now() - began) / 1000).toFixed(2))
  await owner.query('drop table bare')
  await owner.end()
  return took
}
