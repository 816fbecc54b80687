import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFUSALS } from './refusals.ts'

/** The catalogue spreads its parts: a code in two of them would lose one sentence without a word. */
it('each code stands in one part of the catalogue, and each part is in it', async () => {
  const folder = new URL('./refusals/', import.meta.url)
  const parts: object[] = await Promise.all(
    readdirSync(folder).map(async (file) => (await import(new URL(file, folder).href)) as object),
  )
  const codes = parts.flatMap((part) => Object.values(part)).flatMap((part: object) => Object.keys(part))
  expect(codes.toSorted()).toEqual(Object.keys(REFUSALS).toSorted())
})
