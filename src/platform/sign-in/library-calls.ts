import { type AuthLibrary, CLIENT_IP_HEADER } from './auth-library.ts'

/** Who calls: for the count of attempts by address, and for the list of sessions. */
export type Caller = { readonly clientIp: string; readonly userAgent?: string; readonly cookies?: string }

/** Speaks to the library as a browser would; its own routes are mounted nowhere. */
export class LibraryCalls {
  readonly #library: AuthLibrary
  readonly #origin: string
  constructor(library: AuthLibrary, origin: string) {
    this.#library = library
    this.#origin = origin
  }

  post(path: string, body: unknown, { clientIp, userAgent, cookies }: Caller): Promise<Response> {
    // With cookies the library asks where the page comes from; ours was asked at the door already.
    const headers = new Headers({
      'content-type': 'application/json',
      origin: this.#origin,
      [CLIENT_IP_HEADER]: clientIp,
    })
    if (userAgent) headers.set('user-agent', userAgent.slice(0, 300))
    if (cookies) headers.set('cookie', cookies)
    return this.#library.handler(
      new Request(`${this.#origin}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    )
  }

  /** How many recovery codes are left; the codes themselves are shown once, by whoever made them. */
  async recoveryCodes(userId: string): Promise<string[]> {
    const { backupCodes } = await this.#library.api.viewBackupCodes({ body: { userId } })
    return backupCodes
  }

  async signOut(cookies: string): Promise<string[]> {
    const { headers } = await this.#library.api.signOut({
      // The library is shown the cookies and nothing else a browser sent.
      headers: new Headers({ cookie: cookies }),
      returnHeaders: true,
    })
    return headers.getSetCookie()
  }
}
