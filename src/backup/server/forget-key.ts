import { ok, type Result, refuse } from '../../kernel/result.ts'
import { checkValues } from '../../platform/database/sealed-values.ts'
import { Keyring } from '../../platform/keys/keyring.ts'
import { type KeyRows, keysOf, readKeysFile, replaceKeysFile } from '../../platform/keys/keys-file.ts'
import { SEALED_COLUMNS } from '../domain/sealed-columns.ts'
import type { KeysGround } from './ground.ts'
import { oneChangesKeys } from './one-changes-keys.ts'

/**
 * Takes an old key of encryption out of the file for good, as after a leak. Refuses the newest and one that still seals something; digest keys
 * stay, for the record was written with them. Backups from before the last rotation no longer open with what is left.
 */
export function forgetKey(ground: KeysGround, id: string): Promise<Result<void>> {
  return oneChangesKeys(ground, () => forget(ground, id))
}

async function forget(ground: KeysGround, id: string): Promise<Result<void>> {
  const rows = await readKeysFile(ground.path)
  if (!rows) return refuse('keys-lost', { path: ground.path })
  const [newest, ...older] = rows.encryption
  if (!older.some((row) => row.id === id)) return refuse('key-not-old', { id })
  const without = { ...rows, encryption: rows.encryption.filter((row) => row.id !== id || row === newest) }
  const closed = (await unopened(ground.ownerUrl, without)) - (await unopened(ground.ownerUrl, rows))
  if (closed > 0) return refuse('key-in-use', { id, count: closed })
  const gone = await ground.work.write({ kind: 'script', name: 'thay khóa' }, async (tx) => {
    await tx.db.deleteFrom('key_mark').where('kind', '=', 'encryption').where('key_id', '=', id).execute()
    return ok(undefined)
  })
  if (!gone.ok) return gone
  await replaceKeysFile(ground.path, without)
  return ok(undefined)
}

async function unopened(ownerUrl: string, rows: KeyRows): Promise<number> {
  const checked = await checkValues(ownerUrl, SEALED_COLUMNS, new Keyring(keysOf(rows)))
  return checked.reduce((sum, { wrong }) => sum + wrong, 0)
}
