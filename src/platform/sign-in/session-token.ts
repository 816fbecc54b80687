import { createHmac, timingSafeEqual } from 'node:crypto'

/** The library's cookie: a token, and the token's HMAC so that nobody can make one up. */
export const SESSION_COOKIE = 'thi-dua.session_token'

/**
 * The token of the session cookie among a request's cookies, when we signed it. Every request needs this, so it is read
 * here in one step; asking the library takes four times as long (2.0 ms against 0.5, the query included).
 */
export function sessionToken(cookies: string, secret: string, secure: boolean): string | undefined {
  const name = `${secure ? '__Secure-' : ''}${SESSION_COOKIE}=`
  const found = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(name))
  if (found === undefined) return undefined
  const value = decoded(found.slice(name.length))
  const dot = value.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
