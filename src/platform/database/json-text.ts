/**
 * A value as PostgreSQL takes JSON. Text that was cut to a length may end in half a letter beyond the basic plane, which JSON can say
 * and `jsonb` refuses.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => (typeof inner === 'string' ? inner.toWellFormed() : inner))
}
