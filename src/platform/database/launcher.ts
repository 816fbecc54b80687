import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { findFreePort } from '../process/free-port.ts'
import { type EmbeddedBinaries, findEmbeddedBinaries } from './embedded-binaries.ts'
import { type EmbeddedPasswords, keepPasswords } from './embedded-passwords.ts'
import { choosePostgresUser, commandAs, giveTo, type PostgresUser } from './postgres-user.ts'
import { readPostmaster, stopOrphan, stopPostmaster } from './postmaster.ts'

export type EmbeddedPostgres = {
  readonly port: number
  readonly pid: () => number
  readonly passwords: EmbeddedPasswords
  /** The address of `database` for one role of this server. */
  readonly url: (role: string, password: string, database: string) => string
  readonly stop: () => Promise<void>
}

type Settings = {
  /** Its own folder: the cluster, its passwords and its log live in it. Held by the caller's directory lock. */
  readonly directory: string
  /** `false` only for throw-away databases: nothing is forced to the disk. */
  readonly durable?: boolean
  readonly maxConnections?: number
  /** Told when the database died by itself and could not be started again. */
  readonly onLost?: (reason: Error) => void
}

type Server = { readonly child: ChildProcess; readonly pid: number }
type Prepared = Settings & {
  readonly cluster: string
  readonly binaries: EmbeddedBinaries
  readonly user: PostgresUser
}

/**
 * Starts PostgreSQL from npm's binaries on a free loopback port, making the cluster at the first start. A database left
 * behind by a killed server is stopped first; one that dies while we run is started again on the same port.
 * Refuses when there are no binaries for this machine, when no user reaches them, and when it does not come up.
 */
export async function startEmbeddedPostgres(settings: Settings): Promise<Result<EmbeddedPostgres>> {
  const directory = resolve(settings.directory)
  mkdirSync(directory, { recursive: true })
  if (process.getuid?.() === statSync(directory).uid) chmodSync(directory, 0o711)
  const binaries = findEmbeddedBinaries()
  if (!binaries.ok) return binaries
  const user = choosePostgresUser({ postgres: binaries.value.postgres, directory })
  if (!user.ok) return user
  const cluster = join(directory, 'cluster')
  const prepared = { ...settings, directory, cluster, binaries: binaries.value, user: user.value }

  if (!(await stopOrphan(cluster))) return refuse('embedded-database-orphan', { folder: cluster })
  const passwords = keepPasswords(directory)
  if (!existsSync(cluster)) await makeCluster(prepared, passwords.superuser)
  else if (ownerDiffers(cluster, user.value)) giveTo(user.value, cluster)

  const port = await findFreePort()
  const server = await launch(prepared, port)
  if (server === undefined) return refuse('embedded-database-silent', { log: logPath(directory) })
  const kept = keepAlive(prepared, port, server)
  return ok({
    port,
    passwords,
    ...kept,
    url: (role, password, database) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`,
  })
}

/** Made beside its final place and moved there when complete: a half-made cluster is never taken for one. */
async function makeCluster(prepared: Prepared, password: string): Promise<void> {
  const draft = `${prepared.cluster}.new`
  const passwordFile = join(prepared.directory, 'initdb.password')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(prepared.user, draft)
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(prepared.user, passwordFile)
  const common = ['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  common.push('--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi-VN')
  if (prepared.durable === false) common.push('--no-sync')
  try {
    // Not every machine has C.UTF-8; ICU does the ordering either way, this is only the fallback's character classes.
    const complaint =
      (await initdb(prepared, [...common, '--locale=C.UTF-8'])) && (await initdb(prepared, [...common, '--locale=C']))
    if (complaint) throw new Error(`initdb failed: ${complaint}`)
    renameSync(draft, prepared.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** What initdb complained of; nothing when it succeeded. */
function initdb(prepared: Prepared, args: readonly string[]): Promise<string | undefined> {
  const command = commandAs(prepared.user, prepared.binaries.initdb, args)
  return new Promise((resolve) => {
    const child = spawn(command.file, command.args, { ...command.options, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => resolve(code === 0 ? undefined : said || `ended with ${code}`))
  })
}

/** Starts the server and waits until it answers. A just-killed predecessor may hold the memory for a moment: tries on. */
async function launch(prepared: Prepared, port: number): Promise<Server | undefined> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const child = spawnServer(prepared, port)
    if (await becameReady(child, prepared.cluster)) return { child, pid: child.pid ?? 0 }
    await pause(250)
  }
  return undefined
}

function spawnServer(prepared: Prepared, port: number): ChildProcess {
  const command = commandAs(prepared.user, prepared.binaries.postgres, [
    '-D',
    prepared.cluster,
    ...Object.entries(serverSettings(prepared, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const log = openSync(logPath(prepared.directory), logIsLarge(prepared.directory) ? 'w' : 'a', 0o600)
  // A process group of its own: Ctrl-C in the terminal must reach the server first, which then stops the database.
  const child = spawn(command.file, command.args, { ...command.options, detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => {})
  closeSync(log)
  return child
}

function serverSettings(prepared: Settings, port: number): Record<string, string | number> {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: prepared.maxConnections ?? 60,
    shared_buffers: '128MB',
    // Disks of today read anywhere about as fast as in order; with the default the planner walks tables where an index lies in memory.
    random_page_cost: 1.1,
    effective_cache_size: '1GB',
    work_mem: '8MB',
    max_wal_size: '512MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    cluster_name: 'thi-dua',
    // A failing statement may hold a person's data: its text stays out of the log.
    log_min_error_statement: 'panic',
    ...(prepared.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
}

async function becameReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster.ready) return true
    await pause(5)
  }
  return false
}

/** Starts the database again when it dies; one that keeps dying is a fault that a person must look at. */
function keepAlive(prepared: Prepared, port: number, first: Server): Pick<EmbeddedPostgres, 'pid' | 'stop'> {
  let current = first
  let stopping = false
  let starting: Promise<void> = Promise.resolve()
  const deaths: number[] = []

  const lost = (why: string) => prepared.onLost?.(new Error(`${why}; xem ${logPath(prepared.directory)}`))
  const watch = ({ child }: Server) => {
    child.once('exit', () => {
      if (stopping) return
      deaths.push(performance.now())
      const recent = deaths.filter((at) => performance.now() - at < 60_000)
      if (recent.length >= 30) return lost('Cơ sở dữ liệu dừng liên tục')
      starting = launch(prepared, port).then((again) => {
        if (again === undefined) return lost('Cơ sở dữ liệu dừng và không khởi động lại được')
        current = again
        if (stopping) return
        watch(again)
      })
    })
  }
  watch(first)

  const lastResort = () => {
    // The process ends without having stopped it: ask it to go by itself.
    if (!stopping) process.kill(current.pid, 'SIGINT')
  }
  process.once('exit', lastResort)
  return {
    pid: () => current.pid,
    stop: async () => {
      stopping = true
      process.off('exit', lastResort)
      await starting
      await stopPostmaster(current.pid)
    },
  }
}

function ownerDiffers(cluster: string, user: PostgresUser): boolean {
  return user.kind !== 'self' && statSync(cluster).uid !== (user.kind === 'other' ? user.uid : 0)
}

function logPath(directory: string): string {
  return join(directory, 'postgres.log')
}

function logIsLarge(directory: string): boolean {
  const path = logPath(directory)
  return existsSync(path) && readFileSync(path).length > 10_000_000
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
