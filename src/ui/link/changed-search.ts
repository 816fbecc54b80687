/** New values of address parameters, by name; `undefined` or an empty text takes one out. */
export type AddressChanges = Record<string, string | number | readonly string[] | undefined>

/** The search part after the changes, with its `?`, or nothing when no parameter is left. */
export function changedSearch(params: URLSearchParams, changes: AddressChanges): string {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name)
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') next.append(name, String(one))
    }
  }
  const search = next.toString()
  return search === '' ? '' : `?${search}`
}
