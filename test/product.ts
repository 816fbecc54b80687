import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAMS = {
  start: fileURLToPath(new URL('../src/app/start.ts', import.meta.url)),
  demo: fileURLToPath(new URL('../src/app/demo.ts', import.meta.url)),
}

export type RunningProduct = {
  readonly child: ChildProcess
  readonly address: URL
  /** How the process ended. */
  readonly ended: Promise<number | null>
  /** The first group of this pattern, once the terminal has shown it: what the one-time code is read with. */
  readonly says: (pattern: RegExp) => Promise<string>
}

/**
 * Starts the product in a process of its own on this data directory, as `npm start` and `npm run demo` do, and waits until it
 * listens.
 */
export async function startProduct(
  dataDir: string,
  program: keyof typeof PROGRAMS = 'start',
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningProduct> {
  const { DATABASE_URL, DATABASE_OWNER_URL, BASE_URL, HOST, npm_lifecycle_event, ...rest } = process.env
  const child = spawn(process.execPath, [PROGRAMS[program]], {
    env: { ...rest, ...settings, DATA_DIR: dataDir, PORT: '0' },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said)?.[1]
        if (found !== undefined) resolve(found)
      }
      look()
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      void ended.then(() => reject(new Error(`ended before it said ${pattern}: ${said}`)))
    })
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const address = new URL(await says(/đang chạy tại (\S+)/))
  return { child, address, ended, says }
}

/** Ends it as Ctrl-C does, and waits until its database has stopped too. */
export async function stopProduct({ child, ended }: RunningProduct): Promise<void> {
  child.kill('SIGINT')
  await ended
}

/** Calls an operation as a screen does; gives the status, or `undefined` when the server went away under it. */
export async function call(
  product: RunningProduct,
  operation: string,
  input: unknown,
  cookie = '',
): Promise<{ status: number; cookies: string[]; body: unknown } | undefined> {
  try {
    const answer = await fetch(new URL(`/api/rpc/${operation}`, product.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.address.origin, cookie },
      body: JSON.stringify({ json: input }),
    })
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
    return { status: answer.status, cookies, body: await answer.json() }
  } catch {
    return undefined
  }
}
