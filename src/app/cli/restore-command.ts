import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findInstallation } from '../../accounts/server/index.ts'
import { type Manifest, missingKeys, peekBackup, restoreBackup, type Walked } from '../../backup/server/index.ts'
import { formatMoment } from '../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { record, type Verification, verifyRecord } from '../../mechanisms/record/server/index.ts'
import type { Unlock } from '../../platform/archive/lock.ts'
import { MovedClock, systemClock } from '../../platform/clock/clock.ts'
import { type Config, readConfig } from '../../platform/config/config.ts'
import { type Addresses, makeReady, startAddresses, workOn } from '../../platform/database/reach-database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { JobPayload } from '../../platform/jobs/job.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { keysOfFile, keysPath } from '../../platform/keys/open-keys.ts'
import { takeDataDirectory } from '../../platform/process/data-directory.ts'
import { backupOptions, unlockOf } from './backup-options.ts'
import { complain, countWords, explain, say } from './say.ts'
import { verificationWords } from './verify-record-command.ts'

export const RESTORE_USAGE =
  'restore TỆP [--key TỆP | --passphrase-file TỆP] [--without-keys]   khôi phục bản sao lưu vào nơi trống'
export const IMPORT_USAGE =
  'import TỆP [--key TỆP | --passphrase-file TỆP] [--without-keys]   nhận gói dữ liệu của export vào nơi trống'

/**
 * `restore FILE`: everything of a backup into an empty place, or nothing. 0: restored and the record is whole, 1: not restored, or restored
 * with a record that was broken when it was backed up, 2: asked wrongly.
 */
export function restoreCommand(args: readonly string[]): Promise<number> {
  return restore(args, RESTORE_USAGE)
}

/** `import FILE`: a restore of what `export` gave; from an embedded database to a server's or back, and across versions of PostgreSQL. */
export function importCommand(args: readonly string[]): Promise<number> {
  return restore(args, IMPORT_USAGE)
}

async function restore(args: readonly string[], usage: string): Promise<number> {
  const options = backupOptions(args)
  const [path] = options?.files ?? []
  if (!options || path === undefined || options.files.length > 1 || options.to !== undefined) return explain(usage)
  const config = readConfig(process.env, { dataDir: './var' })
  if (!config.ok) return complain(config.refusal)
  const unlock = await unlockOf(options)
  if (!unlock.ok) return complain(unlock.refusal)
  const manifest = await peekBackup(path, unlock.value)
  if (!manifest.ok) return complain(manifest.refusal)
  const { installation, madeAt, version } = manifest.value
  say(`Bản sao lưu của ${installation.name}, làm lúc ${formatMoment(new Date(madeAt))}, phần mềm ${version}.`)
  const restored = await restoreWith(config.value, { path, unlock: unlock.value, manifest: manifest.value }, options)
  if (!restored.ok) return complain(restored.refusal)
  return tell(restored.value)
}

type Source = { readonly path: string; readonly unlock: Unlock | undefined; readonly manifest: Manifest }
type Restored = { readonly walked: Walked; readonly lost: Manifest['keys']; readonly verification: Verification }

async function restoreWith(
  config: Config,
  source: Source,
  { withoutKeys }: { withoutKeys: boolean },
): Promise<Result<Restored>> {
  const { manifest } = source
  const { demo } = manifest.installation
  if (demo && config.database.kind === 'server') return refuse('demo-on-server')
  const fresh = !existsSync(config.dataDir)
  const hadDatabase = existsSync(join(config.dataDir, 'database'))
  const hadFiles = existsSync(join(config.dataDir, 'files'))
  const hadMark = existsSync(join(config.dataDir, 'demo'))
  const taken = await takeDataDirectory(config.dataDir, { demo })
  if (!taken.ok) return taken
  let done = false
  try {
    const held = await keysOfFile(config)
    if (!held.ok) return held
    const { marks, keyring } = held.value
    const lost = missingKeys(manifest, marks)
    if (lost.length > 0 && !withoutKeys) return needsKeys(lost, keysPath(config))
    const started = await startAddresses(config)
    if (!started.ok) return started
    try {
      const { ownerUrl } = started.value
      const filesFolder = join(config.dataDir, 'files')
      const walked = await restoreBackup({ ...source, ownerUrl, filesFolder, marks })
      if (!walked.ok) return walked
      done = true
      const verification = await afterwards(keyring, started.value, walked.value)
      return verification.ok ? ok({ walked: walked.value, lost, verification: verification.value }) : verification
    } finally {
      await started.value.stop()
    }
  } finally {
    if (!done && !hadMark) await rm(join(config.dataDir, 'demo'), { force: true })
    if (!done && !hadDatabase && config.database.kind === 'embedded') {
      // Files whose rows may have been committed stay while those rows may: here they go together.
      await rm(join(config.dataDir, 'database'), { recursive: true, force: true })
      if (!hadFiles) await rm(join(config.dataDir, 'files'), { recursive: true, force: true })
    }
    taken.value.release()
    if (!done && fresh) await rm(config.dataDir, { recursive: true, force: true })
  }
}

function needsKeys(lost: Manifest['keys'], path: string): Result<never> {
  const keys = [...new Set(lost.map(({ id }) => id))].join(', ')
  const what = [...new Set(lost.flatMap((key) => key.what.map((words) => `${words} (${countWords(key.uses)})`)))].join(
    '; ',
  )
  return refuse('restore-needs-keys', { keys, what, path })
}

/** The queue, jobs that waited, the line in the record; and the proof that the record came over whole. */
async function afterwards(
  keys: Keyring,
  addresses: Addresses,
  { manifest, contents }: Walked,
): Promise<Result<Verification>> {
  const ready = await makeReady(addresses)
  if (!ready.ok) return ready
  const first = workOn(addresses, { clock: systemClock, keys })
  const installation = await findInstallation(first.work)
  await first.close()
  const clock = installation?.demo ? new MovedClock(installation.clockOffsetMs) : systemClock
  const { work, close } = workOn(addresses, { clock, keys })
  const who = { kind: 'script', name: 'khôi phục' } as const
  try {
    const verification = await work.read(who, async (tx) => ok(await verifyRecord(tx)))
    if (!verification.ok) return verification
    const written = await work.write(who, async (tx) => {
      for (const { name, payload, key } of contents.jobs) {
        await enqueue(tx, name, payload as JobPayload, key === null ? {} : { key })
      }
      const detail = { at: formatMoment(new Date(manifest.madeAt)) }
      await record(
        tx,
        'backup.restored',
        { kind: 'installation', id: null, name: manifest.installation.name },
        { detail },
      )
      return ok(undefined)
    })
    return written.ok ? verification : written
  } finally {
    await close()
  }
}

function tell({ walked: { contents, manifest }, lost, verification }: Restored): number {
  const rows = contents.tables.reduce((sum, table) => sum + table.rows, 0)
  say(
    `Đã khôi phục ${countWords(rows)} dòng của ${contents.tables.length} bảng và ${countWords(contents.files.count)} tệp; số dòng và mã kiểm tra đều khớp.`,
  )
  const { missing } = contents.files
  if (missing.length > 0)
    say(
      `${countWords(missing.length)} tệp đã mất từ trước khi sao lưu: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? '…' : ''}`,
    )
  say(verificationWords(verification))
  if (lost.length > 0) {
    const what = [...new Set(lost.flatMap((key) => key.what))].join(', ')
    say(`KHÔNG CÓ KHÓA ${lost.map(({ id }) => id).join(', ')}: không mở được ${what}.`)
  }
  say(`Mọi người đăng nhập lại. Khởi động bằng ${manifest.installation.demo ? 'npm run demo' : 'npm start'}.`)
  return verification.broken ? 1 : 0
}
