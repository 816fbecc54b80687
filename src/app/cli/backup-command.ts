import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import packageFile from '../../../package.json' with { type: 'json' }
import { findInstallation } from '../../accounts/server/index.ts'
import { backupName, type MadeBackup, makeBackup, makeUnlistedBackup } from '../../backup/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { MovedClock, systemClock } from '../../platform/clock/clock.ts'
import { type Config, readConfig } from '../../platform/config/config.ts'
import { migratedTo } from '../../platform/database/migrations-done.ts'
import { type Reached, reachDatabase, workOn } from '../../platform/database/reach-database.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { Keyring } from '../../platform/keys/keyring.ts'
import { keysOfFile, keysPath } from '../../platform/keys/open-keys.ts'
import { type BackupOptions, backupOptions, lockOf } from './backup-options.ts'
import { complain, countWords, explain, say, sizeWords } from './say.ts'

export const BACKUP_USAGE =
  'backup [--to THƯ-MỤC|TỆP] [--key TỆP | --passphrase-file TỆP]   sao lưu, cả khi hệ thống đang chạy'
export const EXPORT_USAGE =
  'export TỆP [--key TỆP | --passphrase-file TỆP]   gói toàn bộ dữ liệu để chuyển sang máy hoặc cơ sở dữ liệu khác'

/** `backup`: a checked backup beside running work. 0: made, 1: not made, 2: asked wrongly. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const options = backupOptions(args)
  if (!options || options.files.length > 0 || options.withoutKeys) return explain(BACKUP_USAGE)
  return backUp(options, 'command')
}

/** `export FILE`: the same archive, put where one says, which no schedule counts or takes away. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const options = backupOptions(args)
  const [to] = options?.files ?? []
  if (options?.files.length !== 1 || options.to !== undefined || options.withoutKeys) return explain(EXPORT_USAGE)
  return backUp({ ...options, to }, 'export')
}

async function backUp(options: BackupOptions, way: 'command' | 'export'): Promise<number> {
  const config = readConfig(process.env, { dataDir: './var' })
  if (!config.ok) return complain(config.refusal)
  const lock = await lockOf(options, config.value.backups.keyPath)
  if (!lock.ok) return complain(lock.refusal)
  const encrypted = lock.value !== undefined
  const path = await pathOf(options.to, config.value.backups.folder, encrypted)
  const reached = await reachDatabase(config.value)
  if (!reached.ok) return complain(reached.refusal)
  try {
    const made = await making(config.value, reached.value, { way, path, encrypted, lock: async () => ok(lock.value) })
    if (!made.ok) return complain(made.refusal)
    tell(made.value, encrypted, keysPath(config.value))
    return 0
  } finally {
    await reached.value.leave()
  }
}

type Asked = Pick<Parameters<typeof makeBackup>[1], 'way' | 'path' | 'encrypted' | 'lock'>

async function making(config: Config, reached: Reached, asked: Asked): Promise<Result<MadeBackup>> {
  const store = new DiskStore(join(config.dataDir, 'files'))
  const owner = async () => ok({ ownerUrl: reached.ownerUrl, leave: async () => {} })
  const ground = { store, owner, version: packageFile.version, settings: config.backups, wall: systemClock }
  // Before an upgrade is the time for a backup: the list it would be written into may not be there yet.
  if (!(await migratedTo(reached.ownerUrl)).current) {
    say('Cơ sở dữ liệu chưa nâng cấp tới bản phần mềm này, nên lần sao lưu này không ghi vào danh sách và nhật ký.')
    return makeUnlistedBackup(ground, asked)
  }
  const held = await keysOfFile(config)
  // A backup opens nothing: a broken file of keys is a reason to make one, not to make none.
  if (!held.ok) complain(held.refusal)
  const keys = held.ok ? held.value.keyring : new Keyring({ encryption: [], digest: [] })
  const first = workOn(reached, { clock: systemClock, keys })
  const installation = await findInstallation(first.work)
  await first.close()
  // In a sample world the record goes by the sample world's clock.
  const clock = installation?.demo ? new MovedClock(installation.clockOffsetMs) : systemClock
  const { work, close } = workOn(reached, { clock, keys })
  try {
    return await makeBackup({ ...ground, work }, { ...asked, id: newId(), who: { kind: 'script', name: 'sao lưu' } })
  } finally {
    await close()
  }
}

/** A folder gets a file named by the time; any other path is the file's. */
async function pathOf(to: string | undefined, folder: string, encrypted: boolean): Promise<string> {
  const name = backupName(systemClock.now(), encrypted)
  if (to === undefined) return join(folder, name)
  const isFolder = to.endsWith('/') || (await stat(to).catch(() => undefined))?.isDirectory()
  return isFolder ? resolve(to, name) : resolve(to)
}

function tell({ path, size, rows, files, missingFiles }: MadeBackup, encrypted: boolean, keys: string): void {
  say(
    `Đã sao lưu và đọc lại kiểm tra: ${path}`,
    `${sizeWords(size)}, ${countWords(rows)} dòng, ${countWords(files)} tệp.`,
  )
  if (missingFiles > 0) say(`THIẾU ${countWords(missingFiles)} tệp đã mất hoặc hỏng trên ổ đĩa từ trước.`)
  if (!encrypted) say('Bản này không mã hóa: ai đọc được tệp là đọc được dữ liệu. Thêm --key TỆP để mã hóa.')
  say('', `KHÓA KHÔNG NẰM TRONG BẢN SAO LƯU. Sao lưu riêng tệp ${keys} và cất ở nơi khác:`)
  say('không có tệp đó thì những nội dung đã mã hóa (số định danh cá nhân…) không mở lại được.')
}
