import { checkValues } from '../../platform/database/sealed-values.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { SEALED_COLUMNS } from '../domain/sealed-columns.ts'

type Checked = { words: string; opened: number; old: number; wrong: number }

/** Whether everything sealed in this database opens with these keys, by what it is. */
export async function checkSealed(ownerUrl: string, keyring: Keyring): Promise<Checked[]> {
  const counted = new Map<string, Checked>()
  for (const [index, { opened, old, wrong }] of (await checkValues(ownerUrl, SEALED_COLUMNS, keyring)).entries()) {
    const words = SEALED_COLUMNS[index]?.words ?? ''
    const sum = counted.get(words) ?? { words, opened: 0, old: 0, wrong: 0 }
    counted.set(words, { words, opened: sum.opened + opened, old: sum.old + old, wrong: sum.wrong + wrong })
  }
  return [...counted.values()]
}
