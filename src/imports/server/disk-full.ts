/** No room: where a file is written, or where the database writes. */
export function isDiskFull(fault: unknown): boolean {
  for (let at = fault, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    const { code, cause } = at as { code?: unknown; cause?: unknown }
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
    at = cause
  }
  return false
}
