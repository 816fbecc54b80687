import { parseArgs } from 'node:util'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { type Lock, readKeyFile, readPassphraseFile, type Unlock } from '../../platform/archive/lock.ts'

export type BackupOptions = {
  readonly files: readonly string[]
  readonly to: string | undefined
  readonly keyPath: string | undefined
  readonly passphrasePath: string | undefined
  readonly withoutKeys: boolean
}

/** The options of backup, restore, export and import; nothing where they make no sense. */
export function backupOptions(args: readonly string[]): BackupOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        key: { type: 'string' },
        'passphrase-file': { type: 'string' },
        'without-keys': { type: 'boolean' },
      },
    })
    const { key: keyPath, 'passphrase-file': passphrasePath } = values
    if (keyPath !== undefined && passphrasePath !== undefined) return undefined
    return { files: positionals, to: values.to, keyPath, passphrasePath, withoutKeys: values['without-keys'] === true }
  } catch {
    return undefined
  }
}

/** What a backup is to be locked with: what the command says, else the key of the settings, else nothing. */
export async function lockOf(
  options: BackupOptions,
  settingsKey: string | undefined,
): Promise<Result<Lock | undefined>> {
  if (options.passphrasePath !== undefined) {
    const read = await readPassphraseFile(options.passphrasePath)
    return read.ok ? ok(read.value.lock) : read
  }
  const path = options.keyPath ?? settingsKey
  if (path === undefined) return ok(undefined)
  const read = await readKeyFile(path)
  return read.ok ? ok(read.value.lock) : read
}

/** What a backup is opened with. Refuses a key file that can only lock. */
export async function unlockOf(options: BackupOptions): Promise<Result<Unlock | undefined>> {
  if (options.passphrasePath !== undefined) {
    const read = await readPassphraseFile(options.passphrasePath)
    return read.ok ? ok(read.value.unlock) : read
  }
  if (options.keyPath === undefined) return ok(undefined)
  const read = await readKeyFile(options.keyPath)
  if (!read.ok) return read
  return read.value.unlock ? ok(read.value.unlock) : refuse('backup-key-cannot-open', { path: options.keyPath })
}
