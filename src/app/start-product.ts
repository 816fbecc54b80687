import { refusalSentence } from '../kernel/refusals.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { baseUrlOf, type Config, readConfig } from '../platform/config/config.ts'
import { readTls } from '../platform/config/read-tls.ts'
import { openHouseKeys } from '../platform/database/key-marks.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { openPools } from '../platform/database/pools.ts'
import { closeGracefully } from '../platform/http/create-http.ts'
import { takeDataDirectory } from '../platform/process/data-directory.ts'
import { findFreePort } from '../platform/process/free-port.ts'
import { runUntilStopped } from '../platform/process/run-until-stopped.ts'
import type { ComposeOptions, Ground, Product } from './compose.ts'

type Kind = {
  readonly dataDir: string
  readonly demo: boolean
  readonly options?: ComposeOptions
  /** What has to be in place before the first visitor comes. */
  readonly prepare?: (product: Product, ground: Ground) => Promise<void>
}

type Started = { readonly product: Product; readonly address: URL; readonly stop: () => Promise<void> }

/** The whole life of a server process: settings, database, migrations, the product, listening; until told to stop. */
export async function runProduct(kind: Kind): Promise<void> {
  await runUntilStopped(async (fail) => {
    const started = await startProduct(kind, fail)
    if (!started.ok) return { refused: refusalSentence(started.refusal.code, started.refusal.values) }
    const { product, address, stop } = started.value
    console.log(`Thi Đua đang chạy tại ${address.origin} (Ctrl-C để dừng)`)
    const code = await product.setUpCode()
    if (code) console.log(`Mã thiết lập dùng một lần: ${code}`)
    return { stop }
  })
}

async function startProduct(kind: Kind, fail: (reason: Error) => void): Promise<Result<Started>> {
  const config = readConfig(process.env, { dataDir: kind.dataDir })
  if (!config.ok) return config
  if (kind.demo && config.value.database.kind === 'server') return refuse('demo-on-server')
  const lock = await takeDataDirectory(config.value.dataDir, { demo: kind.demo })
  if (!lock.ok) return lock
  // Undone in the opposite order, at the end or where the start breaks off.
  const undo: (() => Promise<void> | void)[] = [lock.value.release]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const started = await startOn(config.value, kind, fail, undo)
    if (!started.ok) await stop()
    return started.ok ? ok({ ...started.value, stop }) : started
  } catch (error) {
    await stop()
    throw error
  }
}

async function startOn(
  config: Config,
  kind: Kind,
  fail: (reason: Error) => void,
  undo: (() => Promise<void> | void)[],
): Promise<Result<Omit<Started, 'stop'>>> {
  const tls = readTls(config)
  if (!tls.ok) return tls
  // The product's own modules are read while the database starts: each takes about as long as the other.
  const composing = import('./compose.ts')
  const database = await openDatabase(config, fail)
  if (!database.ok) return database
  undo.push(database.value.stop)
  const pools = openPools(database.value)
  undo.push(pools.close)
  const keys = await openHouseKeys(config, pools.application)
  if (!keys.ok) return keys
  const port = config.port === 0 ? await findFreePort(config.host) : config.port
  const baseUrl = baseUrlOf(config, port)
  const ground: Ground = { config, baseUrl, pools, keys: keys.value, tls: tls.value, demo: kind.demo }
  const { compose } = await composing
  const product = await compose(ground, kind.options)
  undo.push(() => closeGracefully(product.http))
  await kind.prepare?.(product, ground)
  const listening = await listen(product, config.host, port)
  if (listening.ok) undo.push(startJobs(product))
  return listening.ok ? ok({ product, address: baseUrl }) : listening
}

/** Begun once the page answers; what the queue lacks is on the administrator's page, and no reason to serve nobody. Gives the way to stop it. */
function startJobs({ jobs, http }: Product): () => Promise<void> {
  const started = jobs.start().catch((fault: unknown) => http.log.error({ part: 'jobs', err: fault }, 'no job runs'))
  return async () => {
    await started
    await jobs.stop()
  }
}

async function listen({ http }: Product, host: string, port: number): Promise<Result<void>> {
  try {
    await http.listen({ host, port })
    return ok(undefined)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'EADDRINUSE') return refuse('port-in-use', { port })
    if (/^(EACCES|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(code)) {
      return refuse('address-unavailable', { host, port, reason: code })
    }
    throw error
  }
}
