import { createHmac, timingSafeEqual } from 'node:crypto'

/** The library's cookies: a value, and the value's HMAC so that nobody can make one up. */
export const SESSION_COOKIE = 'thi-dua.session_token'
/** Whose password was right and who still owes a code. */
export const SECOND_STEP_COOKIE = 'thi-dua.two_factor'

/**
 * The value of one of the library's cookies among a request's, when we signed it. Every request needs its session, so it is read
 * here in one step; asking the library takes four times as long (2.0 ms against 0.5, the query included).
 */
export function signedCookie(cookies: string, cookie: string, secret: string, secure: boolean): string | undefined {
  const name = `${secure ? '__Secure-' : ''}${cookie}=`
  const found = cookies.split(/;\s*/).find((one) => one.startsWith(name))
  if (found === undefined) return undefined
  const signed = decoded(found.slice(name.length))
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return undefined
  const value = signed.slice(0, dot)
  const expected = createHmac('sha256', secret).update(value).digest()
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
