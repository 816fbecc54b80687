import { fileURLToPath } from 'node:url'
import { createHttp } from '../src/platform/http/create-http.ts'
import { mountScreens } from '../src/platform/http/screens.ts'

/** The built screens under the product's own headers and content policy, without any operation behind them. */
export async function serveScreens(): Promise<{ url: string; stop: () => Promise<void> }> {
  const http = await createHttp({ baseUrl: new URL('http://127.0.0.1'), logLevel: 'silent' })
  await mountScreens(http, fileURLToPath(new URL('../dist/web', import.meta.url)))
  const url = await http.listen({ host: '127.0.0.1', port: 0 })
  return { url, stop: () => http.close() }
}
