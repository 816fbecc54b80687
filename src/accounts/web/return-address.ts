const OWN_ORIGIN = 'https://here.invalid'
const DOORS = ['/dang-nhap', '/thiet-lap', '/quen-mat-khau', '/dat-mat-khau']

/** Where to go after signing in: the address that was asked for, when it is a page of ours behind the door; else the home page. */
export function returnAddress(asked: string | null): string {
  if (asked === null || !asked.startsWith('/')) return '/'
  // «//elsewhere» and «/\elsewhere» are other sites to a browser
  const url = URL.canParse(asked, OWN_ORIGIN) ? new URL(asked, OWN_ORIGIN) : undefined
  if (url === undefined || url.origin !== OWN_ORIGIN || DOORS.includes(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
