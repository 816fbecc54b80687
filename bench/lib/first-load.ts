export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] }>
>

/**
 * The JavaScript files that the entry and these pages fetch, each once. A page is named by the end of its source path.
 * Throws when the build has no such page: a moved page must not make the figure smaller.
 */
export function measureFirstLoad(manifest: Manifest, pages: readonly string[]): string[] {
  const keys = Object.keys(manifest)
  const starts = pages.map((page) => {
    const key = keys.find((one) => one.endsWith(page))
    if (key === undefined) throw new Error(`the build has no page ${page}`)
    return key
  })
  const entries = keys.filter((key) => manifest[key]?.isEntry)
  const seen = new Set<string>()
  const queue = [...entries, ...starts]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    queue.push(...(manifest[key]?.imports ?? []))
  }
  const files = [...seen].map((key) => manifest[key]?.file ?? '')
  return [...new Set(files)].filter((file) => file.endsWith('.js')).sort()
}
