import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

function hostOf(header: string | undefined): URL | undefined {
  if (header === undefined || /[/?#@\\\s]/.test(header)) return undefined
  try {
    return new URL(`http://${header}`)
  } catch {
    return undefined
  }
}

/**
 * Is the request addressed to us by a name that is ours? A page of a stranger whose name was made to point at this
 * machine would otherwise be «the same origin».
 */
export function isOurHost(host: string | undefined, baseUrl: URL): boolean {
  const asked = hostOf(host)
  if (!asked) return false
  if (asked.hostname === baseUrl.hostname) return true
  return LOOPBACK.has(baseUrl.hostname) && LOOPBACK.has(asked.hostname)
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * May this request change something? Only when it comes from a page of ours. Browsers say so in `Sec-Fetch-Site` and
 * `Origin`; a script without either is let through as long as it carries no cookie, for then it borrows nobody's
 * session.
 */
export function mayChange(method: string, headers: IncomingHttpHeaders, baseUrl: URL): boolean {
  if (READS.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = headers.origin
  if (origin === undefined) return headers.cookie === undefined
  if (origin === baseUrl.origin) return true
  const [from, to] = [URL.parse(origin), hostOf(headers.host)]
  if (!from || !to || !LOOPBACK.has(from.hostname)) return false
  return from.host === to.host
}
