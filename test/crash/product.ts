import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../src/app/start.ts', import.meta.url))

export type RunningProduct = {
  readonly child: ChildProcess
  readonly address: URL
  /** How the process ended. */
  readonly ended: Promise<number | null>
}

/** Starts the product in a process of its own on this data directory, as `npm start` does, and waits until it listens. */
export async function startProduct(dataDir: string): Promise<RunningProduct> {
  const { DATABASE_URL, DATABASE_OWNER_URL, BASE_URL, HOST, npm_lifecycle_event, ...rest } = process.env
  const child = spawn(process.execPath, [PROGRAM], { env: { ...rest, DATA_DIR: dataDir, PORT: '0' } })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /đang chạy tại (\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    ended.then(() => reject(new Error(`ended before it listened: ${said}`)))
  })
  return { child, address: new URL(address), ended }
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
