import { CAPACITY_HEADER } from '../contract/capacity-header.ts'
import { chosenCapacity } from './capacity.ts'
import { offlineProblem, problemOfBody } from './problem.ts'
import { saveFile } from './save-file.ts'
import { sessionEnded } from './session.ts'

type Filter = Readonly<Record<string, string | number | undefined>>

/**
 * Takes a list away as a sheet: `takeList('people', { q: 'lan' })` asks for all its rows under this filter and saves the
 * file. Gives the file's name, or the sentence of why not. Not a plain link: what is refused must be said on this page, and
 * the capacity one acts in travels in a header.
 */
export async function takeList(name: string, filter: Filter): Promise<{ file: string } | { problem: string }> {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '' && key !== 'page') query.set(key, String(value))
  }
  const capacity = chosenCapacity()
  let response: Response
  try {
    response = await fetch(`/api/export/${name}.xlsx?${query}`, {
      headers: capacity === undefined ? {} : { [CAPACITY_HEADER]: capacity },
    })
    if (response.ok) return { file: saveFile(fileName(response, name), await response.blob()) }
  } catch {
    return { problem: offlineProblem().sentence }
  }
  const problem = problemOfBody(await response.json().catch(() => undefined))
  if (problem.code === 'not-signed-in') sessionEnded()
  return { problem: problem.sentence }
}

function fileName(response: Response, name: string): string {
  const said = response.headers.get('content-disposition') ?? ''
  return /filename="([^"]+)"/.exec(said)?.[1] ?? `${name}.xlsx`
}
