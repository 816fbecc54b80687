/** Lets the browser keep a value as a file. */
export function saveJson(name: string, value: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the download has begun by the next turn; the memory is given back after it
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
