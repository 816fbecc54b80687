import { join, resolve } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type MailSettings, readMailSettings } from '../mail/mail-settings.ts'
import { isLoopback } from './loopback.ts'

export type Config = {
  /** The embedded database in the data directory, or a server of the house's own. */
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'server'; readonly applicationUrl: string; readonly ownerUrl: string }
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The address people type; `undefined`: this machine's own, at the port we listen on. */
  readonly baseUrl: URL | undefined
  readonly tls: { readonly certPath: string; readonly keyPath: string } | undefined
  /** What session cookies are signed with; `undefined`: one kept in the data directory. Several processes need the same. */
  readonly signInSecret: string | undefined
  /** Where the keys of encrypted values lie; `undefined`: in the data directory. Several processes need the same. */
  readonly keysFile: string | undefined
  readonly backups: BackupSettings
  /** Where mails go out; none: they wait in the outbox for an administrator to read. */
  readonly mail?: MailSettings
}

export type BackupSettings = {
  /** Where scheduled backups go. */
  readonly folder: string
  /** The hour of the day in Việt Nam; `undefined`: none by itself. */
  readonly at: { readonly hour: number; readonly minute: number } | undefined
  /** How many are kept: the last of so many days, weeks and months. */
  readonly keep: { readonly days: number; readonly weeks: number; readonly months: number }
  /** The file with the keys they are encrypted for; `undefined`: not encrypted. */
  readonly keyPath: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = 3000
const LEAST_SECRET = 32

/**
 * Reads the settings. Nothing set is a good setting: the embedded database, `./var`, loopback, port 3000.
 * Refuses, at the first one that is wrong, with a sentence that names it; plain http is refused outside this machine.
 */
export function readConfig(environment: Environment, defaults: { dataDir: string }): Result<Config> {
  const set = (name: string) => environment[name]?.trim() || undefined
  const port = readPort(set('PORT'))
  if (!port.ok) return port
  const database = readDatabase(set('DATABASE_URL'), set('DATABASE_OWNER_URL'))
  if (!database.ok) return database
  const tls = readTlsPaths(set('TLS_CERT'), set('TLS_KEY'))
  if (!tls.ok) return tls
  const baseUrl = readBaseUrl(set('BASE_URL'))
  if (!baseUrl.ok) return baseUrl
  const secret = set('AUTH_SECRET')
  if (secret !== undefined && secret.length < LEAST_SECRET)
    return refuse('config-short-secret', { least: LEAST_SECRET })
  const dataDir = resolve(set('DATA_DIR') ?? defaults.dataDir)
  const backups = readBackups(set, dataDir)
  if (!backups.ok) return backups
  const mail = readMailSettings(set('SMTP_URL'), set('MAIL_FROM'))
  if (!mail.ok) return mail
  const config: Config = {
    database: database.value,
    port: port.value,
    host: set('HOST') ?? '127.0.0.1',
    dataDir,
    baseUrl: baseUrl.value,
    tls: tls.value,
    signInSecret: secret,
    keysFile: set('KEYS_FILE'),
    backups: backups.value,
    ...(mail.value ? { mail: mail.value } : {}),
  }
  return checkOpenness(config)
}

/** The address people type, once the port is known. */
export function baseUrlOf(config: Config, port: number): URL {
  if (config.baseUrl) return config.baseUrl
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return new URL(`${config.tls ? 'https' : 'http'}://${config.host === '127.0.0.1' ? 'localhost' : host}:${port}`)
}

/** Whose word on the visitor's own address we take: a proxy's, when https ends before us. */
export function trustedProxiesOf(config: Config): string[] {
  const behindProxy = config.baseUrl?.protocol === 'https:' && !config.tls
  if (!behindProxy) return []
  return isLoopback(config.host) ? ['loopback'] : ['loopback', 'linklocal', 'uniquelocal']
}

function checkOpenness(config: Config): Result<Config> {
  const { host, baseUrl, tls } = config
  if (tls && baseUrl?.protocol === 'http:') return refuse('config-tls-but-http', { url: baseUrl.href })
  if (!baseUrl) {
    if (isLoopback(host)) return ok(config)
    return tls
      ? refuse('config-missing-companion', { name: `HOST=${host}`, companion: 'BASE_URL' })
      : refuse('config-open-http', { host, url: '' })
  }
  const safe = baseUrl.protocol === 'https:' || (isLoopback(host) && isLoopback(baseUrl.hostname))
  return safe ? ok(config) : refuse('config-open-http', { host, url: baseUrl.href })
}

function readPort(text: string | undefined): Result<number> {
  if (text === undefined) return ok(DEFAULT_PORT)
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return ok(port)
  return refuse('config-wrong-number', { name: 'PORT', value: text, from: 0, to: 65_535 })
}

function readBackups(set: (name: string) => string | undefined, dataDir: string): Result<BackupSettings> {
  const at = set('BACKUP_AT') ?? '02:00'
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
  if (at !== 'off' && hour === undefined) return refuse('config-wrong-hour', { name: 'BACKUP_AT', value: at })
  const keep = set('BACKUP_KEEP') ?? '7,4,12'
  const [, days, weeks, months] = /^(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})$/.exec(keep) ?? []
  if (!Number(days)) return refuse('config-wrong-keep', { name: 'BACKUP_KEEP', value: keep })
  const keyPath = set('BACKUP_KEY')
  return ok({
    folder: resolve(set('BACKUP_DIR') ?? join(dataDir, 'backups')),
    at: at === 'off' ? undefined : { hour: Number(hour), minute: Number(minute) },
    keep: { days: Number(days), weeks: Number(weeks), months: Number(months) },
    keyPath: keyPath && resolve(keyPath),
  })
}

function readDatabase(application: string | undefined, owner: string | undefined): Result<Config['database']> {
  if (application === undefined && owner === undefined) return ok({ kind: 'embedded' })
  if (owner === undefined) {
    return refuse('config-missing-companion', { name: 'DATABASE_URL', companion: 'DATABASE_OWNER_URL' })
  }
  if (application === undefined) {
    return refuse('config-missing-companion', { name: 'DATABASE_OWNER_URL', companion: 'DATABASE_URL' })
  }
  const applicationUrl = readDatabaseUrl('DATABASE_URL', application)
  if (!applicationUrl.ok) return applicationUrl
  const ownerUrl = readDatabaseUrl('DATABASE_OWNER_URL', owner)
  if (!ownerUrl.ok) return ownerUrl
  if (ownerUrl.value.password === '') return refuse('config-owner-without-password')
  if (ownerUrl.value.username === applicationUrl.value.username) {
    return refuse('config-same-role', { role: decodeURIComponent(ownerUrl.value.username) })
  }
  return ok({ kind: 'server', applicationUrl: application, ownerUrl: owner })
}

function readDatabaseUrl(name: string, text: string): Result<URL> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const right = url && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1
  if (right) return ok(url)
  // The value itself may hold a password: it is not repeated.
  return refuse('config-wrong-address', { name, value: '…', form: 'postgresql://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu' })
}

function readTlsPaths(certPath: string | undefined, keyPath: string | undefined): Result<Config['tls']> {
  if (certPath && keyPath) return ok({ certPath: resolve(certPath), keyPath: resolve(keyPath) })
  if (certPath) return refuse('config-missing-companion', { name: 'TLS_CERT', companion: 'TLS_KEY' })
  if (keyPath) return refuse('config-missing-companion', { name: 'TLS_KEY', companion: 'TLS_CERT' })
  return ok(undefined)
}

function readBaseUrl(text: string | undefined): Result<URL | undefined> {
  if (text === undefined) return ok(undefined)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const right =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (right) return ok(url)
  return refuse('config-wrong-address', { name: 'BASE_URL', value: text, form: 'https://thidua.co-quan.gov.vn' })
}
