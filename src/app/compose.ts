import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import packageFile from '../../package.json' with { type: 'json' }
import { createSetUp, type Demo, findInstallation, mayEnter, recordSignIns } from '../accounts/server/index.ts'
import { mountTemplates } from '../imports/server/index.ts'
import { applyDueEvents } from '../organisation/server/index.ts'
import { type Clock, MovedClock, systemClock } from '../platform/clock/clock.ts'
import { type Config, trustedProxiesOf } from '../platform/config/config.ts'
import type { Tls } from '../platform/config/read-tls.ts'
import type { Pools } from '../platform/database/pools.ts'
import { databaseReadiness } from '../platform/database/readiness.ts'
import { createUnitOfWork, type UnitOfWork } from '../platform/database/unit-of-work.ts'
import { type ContentStore, DiskStore } from '../platform/files/content-store.ts'
import { createJobRunner, type JobRunner } from '../platform/jobs/job-runner.ts'
import type { Keyring } from '../platform/keys/keyring.ts'
import type { HouseKeys } from '../platform/keys/open-keys.ts'
import { smtpMailer } from '../platform/mail/mailer.ts'
import { createSignIn, type SignIn } from '../platform/sign-in/sign-in.ts'
import { portalPages } from '../portal/server/index.ts'
import { fileAccess } from './file-access.ts'
import { IMPORT_KINDS } from './imports.ts'
import { jobsOf } from './jobs.ts'
import { listExports } from './list-exports.ts'
import { createRouter } from './router.ts'
import { createServer } from './server.ts'

/** What starting the product has made ready for its parts. */
export type Ground = {
  readonly config: Config
  readonly baseUrl: URL
  readonly pools: Pools
  readonly keys: HouseKeys
  readonly tls: Tls | undefined
  readonly demo: boolean
}

/** The parts that a sample world is made with: the same that serve people. */
export type Parts = {
  readonly work: UnitOfWork
  readonly signIn: SignIn
  readonly store: ContentStore
  readonly clock: Clock
}

export type Product = {
  readonly http: FastifyInstance
  readonly parts: Parts
  /** Not yet started: whoever listens starts it afterwards, so that the first page does not wait for it. */
  readonly jobs: JobRunner
  /** The one-time code for the first administrator, while nobody has set the organisation up. */
  readonly setUpCode: () => Promise<string | undefined>
}

export type ComposeOptions = {
  /** People one may be by a button, and their password: the sample world's alone. */
  readonly cast?: Pick<Demo, 'cast' | 'password'>
  /** Where the built screens lie; without them only the interface is served. */
  readonly screens?: string
}

export const SCREENS = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Puts the product together on its ground; nothing listens yet. */
export async function compose(ground: Ground, options: ComposeOptions = {}): Promise<Product> {
  const { config, baseUrl, pools, tls } = ground
  const keys = ground.keys.keyring
  const clock = ground.demo ? await demoClock(pools, keys) : systemClock
  const work = createUnitOfWork({ pool: pools.application, clock, keys, onNewDay: applyDueEvents })
  const store = new DiskStore(join(config.dataDir, 'files'))
  // What an upload that broke off left behind, of yesterday and before.
  await store.sweepArriving()
  let log: FastifyInstance['log'] | undefined
  const signIn = createSignIn({
    pool: pools.signIn,
    baseUrl,
    secret: ground.keys.session.current,
    secrets: ground.keys.session.versions,
    firstSecret: ground.keys.session.first,
    onEvent: recordSignIns(work),
    mayEnter: mayEnter(work),
    logError: (message) => log?.error({ part: 'sign-in' }, message),
  })
  const setUp = createSetUp({ work, clock: systemClock })
  const hourly: string[] = []
  const demo =
    clock instanceof MovedClock && options.cast ? { ...options.cast, clock, hourly: () => hourly } : undefined
  // A sample world is not worth a nightly copy.
  const backups = ground.demo ? { ...config.backups, at: undefined } : config.backups
  const { version } = packageFile
  // The people of a sample world have no mailbox.
  const { mail } = ground.demo ? { mail: undefined } : config
  const mailsGoOut = mail !== undefined
  const jobWords = new Map<string, string>()
  const facts = {
    jobWords,
    dataDir: config.dataDir,
    version,
    startedAt: new Date(),
    wall: systemClock,
    backups,
    mailsGoOut,
  }
  const router = createRouter({ work, signIn, setUp, demo, store, facts, mailsGoOut })
  const screens = options.screens ?? SCREENS
  const http = await createServer({
    http: {
      baseUrl,
      tls,
      trustedProxies: trustedProxiesOf(config),
      readiness: [{ name: 'database', check: databaseReadiness(pools.application) }],
    },
    operations: { router, contextOf: (base) => base, whoIs: (headers) => signIn.whoIs(headers) },
    api: { title: 'Thi Đua', version: packageFile.version },
    files: fileAccess(work, store),
    exports: listExports(work, config.dataDir),
    pages: async (app) => {
      mountTemplates(app, IMPORT_KINDS)
      await portalPages(work)(app)
    },
    screens: existsSync(join(screens, 'index.html')) ? screens : undefined,
  })
  log = http.log
  const known = jobsOf({
    work,
    signIn,
    store,
    config,
    facts,
    mail: { openMailer: mail && (() => smtpMailer(mail)), baseUrl },
  })
  // The administrator's page names them; the queue knows only their codes.
  for (const { name, words = name } of known) jobWords.set(name, words)
  hourly.push(...known.filter(({ every }) => every).map(({ name }) => name))
  const jobs = createJobRunner({
    jobs: known,
    work,
    sql: (text, values) => pools.application.query(text, values),
    onFault: (fault, job) => log?.error({ part: 'jobs', job, err: fault }, 'a job failed'),
  })
  return { http, parts: { work, signIn, store, clock }, jobs, setUpCode: () => setUp.codeIfNeeded() }
}

/** The sample world's clock goes on from where it was last set; a new one starts with the wall's and is set by the sample world. */
async function demoClock(pools: Pools, keys: Keyring): Promise<MovedClock> {
  const work = createUnitOfWork({ pool: pools.application, clock: systemClock, keys })
  const installation = await findInstallation(work)
  return new MovedClock(installation?.clockOffsetMs ?? 0)
}
