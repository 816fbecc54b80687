import { setTimeout as wait } from 'node:timers/promises'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { resealValues } from '../../platform/database/sealed-values.ts'
import { type KeyMark, Keyring, markOf } from '../../platform/keys/keyring.ts'
import {
  type KeyRows,
  keysOf,
  newKeyRow,
  newSecretRow,
  readKeysFile,
  replaceKeysFile,
} from '../../platform/keys/keys-file.ts'
import { KEYS_READ_EVERY_MS } from '../../platform/keys/open-keys.ts'
import { SEALED_COLUMNS } from '../domain/sealed-columns.ts'
import type { KeysGround } from './ground.ts'
import { oneChangesKeys } from './one-changes-keys.ts'

export type KeyKind = 'encryption' | 'digest' | 'session'
export const KEY_KIND_WORDS: Readonly<Record<KeyKind, string>> = {
  encryption: 'mã hóa',
  digest: 'tra cứu',
  session: 'phiên đăng nhập',
}

/** `lost`: values that no key here opens, left as they are. */
export type Rotated = { readonly id: string; readonly changed: number; readonly lost: number }

/**
 * Puts a new key of that kind in the place of the newest, and keeps everything anew with it. The old ones stay in the file: backups and
 * the record were written with them. First every process learns to read with the new key, then it writes with it, then
 * what is there is kept anew; so it may run beside the server, and be broken off and gone on with (`resealWithNewest`) at any point. Refuses
 * while somebody else changes the keys.
 */
export function rotateKey(ground: KeysGround, kind: KeyKind, now: Date): Promise<Result<Rotated>> {
  return oneChangesKeys(ground, () => rotate(ground, kind, now))
}

async function rotate(ground: KeysGround, kind: KeyKind, now: Date): Promise<Result<Rotated>> {
  const rows = await readKeysFile(ground.path)
  if (!rows) return refuse('keys-lost', { path: ground.path })
  if (kind === 'session') {
    const version = Math.max(0, ...rows.session.map((row) => row.version ?? 0)) + 1
    const made = newSecretRow(now, version)
    await replaceKeysFile(ground.path, { ...rows, session: [made, ...rows.session] })
    await written(ground, kind, made.id, 0, [markOf('session', { id: made.id, key: Buffer.from(made.secret) })])
    return ok({ id: made.id, changed: 0, lost: 0 })
  }
  const made = newKeyRow(now)
  const [newest, ...older] = rows[kind]
  if (!newest) throw new Error(`no key of kind ${kind}`)
  await replaceKeysFile(ground.path, { ...rows, [kind]: [newest, made, ...older] })
  await mark(ground, [markOf(kind, { id: made.id, key: Buffer.from(made.key, 'base64url') })])
  await wait(2 * KEYS_READ_EVERY_MS)
  const first = { ...rows, [kind]: [made, newest, ...older] } satisfies KeyRows
  await replaceKeysFile(ground.path, first)
  await wait(2 * KEYS_READ_EVERY_MS)
  const done = await reseal(ground, first)
  await written(ground, kind, made.id, done.changed, [])
  return ok({ id: made.id, ...done })
}

/** Goes on with a rotation that was broken off: what is not yet kept with the newest keys is. */
export function resealWithNewest(ground: KeysGround): Promise<Result<Omit<Rotated, 'id'>>> {
  return oneChangesKeys(ground, async () => {
    const rows = await readKeysFile(ground.path)
    if (!rows) return refuse('keys-lost', { path: ground.path })
    const done = await reseal(ground, rows)
    const [newest] = rows.encryption
    if (done.changed > 0) await written(ground, 'encryption', newest?.id ?? '', done.changed, [])
    return ok(done)
  })
}

function reseal({ ownerUrl }: KeysGround, rows: KeyRows): Promise<Omit<Rotated, 'id'>> {
  return resealValues(ownerUrl, SEALED_COLUMNS, new Keyring(keysOf(rows)))
}

async function written(ground: KeysGround, kind: KeyKind, id: string, count: number, marks: KeyMark[]): Promise<void> {
  await mark(ground, marks)
  await ground.work.write({ kind: 'script', name: 'thay khóa' }, async (tx) => {
    const detail = { kind: KEY_KIND_WORDS[kind], to: id, count }
    await record(tx, 'keys.rotated', { kind: 'installation', id: null, name: KEY_KIND_WORDS[kind] }, { detail })
    return ok(undefined)
  })
}

/** Before anything is made with a key, the database knows of it: the file without it is then not taken for the right one. */
async function mark({ work }: KeysGround, marks: KeyMark[]): Promise<void> {
  await work.write({ kind: 'script', name: 'thay khóa' }, async (tx) => {
    for (const { kind, id, mark: text } of marks) {
      // A server that was started in this very moment may have read the file and said so.
      const row = { kind, key_id: id, mark: text }
      await tx.db
        .insertInto('key_mark')
        .values(row)
        .onConflict((there) => there.doNothing())
        .execute()
    }
    return ok(undefined)
  })
}
