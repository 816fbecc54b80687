import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type { Pool } from 'pg'
import { makeRecoveryCodes } from './codes.ts'
import { isUserName } from './names.ts'

/** Set by us alone on the requests we make to the library, so it can be believed. */
export const CLIENT_IP_HEADER = 'x-thi-dua-client-ip'

export const SESSION_DAYS = 7

/** After the right password, so long a code may be looked for. */
export const SECOND_STEP_MINUTES = 10

/** What an authenticator writes over our code. */
export const ISSUER = 'Thi Đua'

/** Tried in place of a name nobody has, so that the same work is done; no user can be given it. */
export const NOBODY = '-'

/**
 * Attempts from one address. An office signs in at eight o'clock through one address, so it is wide; guessing one
 * person's password is stopped by the pause on the name. The count starts again after so many quiet seconds.
 */
const PER_ADDRESS = { window: 10, max: 60 }

export type AuthLibraryOptions = {
  readonly pool: Pool
  readonly baseUrl: URL
  readonly secret: string
  /** The secrets since the first was replaced, newest first, and that first one: what was encrypted with an older one still opens. */
  readonly secrets?: readonly { readonly version: number; readonly value: string }[]
  readonly firstSecret?: string | undefined
  readonly logError: (message: string) => void
}

function maySend(name: string): boolean {
  return name === NOBODY || isUserName(name)
}

/** better-auth, with everything off that this product does not use. Its own routes are never mounted. */
export function authLibrary({ pool, baseUrl, secret, secrets = [], firstSecret, logError }: AuthLibraryOptions) {
  return betterAuth({
    appName: ISSUER,
    baseURL: baseUrl.origin,
    basePath: '/api/auth',
    // With versions, the newest of them signs and `secret` opens what was encrypted before there were any.
    ...(secrets.length > 0 ? { secret: firstSecret ?? secret, secrets: [...secrets] } : { secret }),
    database: pool,
    telemetry: { enabled: false },
    // Its messages may carry what was typed; only that something failed is passed on.
    logger: { level: 'error', log: (_level, message) => logError(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 256 },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 64, usernameValidator: maySend }),
      // Secret and recovery codes are kept encrypted with `secret`. Wrong codes are counted by our own pause, which also holds across
      // sign-ins; no device is trusted past a code, because the library would let it by for a month and no page lists it.
      twoFactor({
        issuer: ISSUER,
        twoFactorCookieMaxAge: SECOND_STEP_MINUTES * 60,
        accountLockout: { enabled: false },
        backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: makeRecoveryCodes },
      }),
    ],
    user: { additionalFields: { disabled: { type: 'boolean', required: false, defaultValue: false, input: false } } },
    // How long a session may be left alone is our own rule (`sign-in.ts`); a cache in the cookie would outlive a
    // disabled account.
    session: { expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: PER_ADDRESS.window,
      max: PER_ADDRESS.max,
      customRules: { '/sign-in/*': PER_ADDRESS, '/two-factor/*': PER_ADDRESS },
    },
    advanced: {
      cookiePrefix: 'thi-dua', // with «session_token»: SESSION_COOKIE
      useSecureCookies: baseUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
  })
}

export type AuthLibrary = ReturnType<typeof authLibrary>
