import { stat } from 'node:fs/promises'
import { ok, type Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { rootUnit } from '../../platform/database/unit-tree.ts'
import { type BackupFacts, type BackupHealth, backupHealth } from '../domain/backup-health.ts'
import { whyMayNot } from '../domain/permissions.ts'
import type { BackupGround } from './ground.ts'

const SHOWN = 100

type Listed = {
  backups: {
    id: string
    way: 'scheduled' | 'by-hand' | 'command' | 'export'
    state: 'running' | 'good' | 'failed'
    startedAt: string
    endedAt: string | null
    path: string
    size: number | null
    encrypted: boolean
    rows: number | null
    files: number | null
    missingFiles: number | null
    error: string | null
    askedBy: string | null
    removed: boolean
  }[]
  total: number
  health: BackupHealth
  lastGoodAt: string | null
  folder: string
  at: string | null
  keep: { days: number; weeks: number; months: number }
  encrypts: boolean
  sameDisk: boolean
  actions: { make?: { whyNot: string | null } }
}

/** The backups there were, newest first, and how it stands with them; for who administers or audits the whole organisation. */
export function listBackups({ settings, wall }: Pick<BackupGround, 'settings' | 'wall'>, dataDir: string) {
  return async (tx: Tx): Promise<Result<Listed>> => {
    const root = [(await rootUnit(tx)).id]
    const may = whyMayNot(tx.actor, 'see', { root })
    if (may) return { ok: false, refusal: may }
    const rows = await tx.db
      .selectFrom('backup')
      .leftJoin('account', 'account.id', 'backup.asked_by')
      .leftJoin('person', 'person.id', 'account.person_id')
      .selectAll('backup')
      .select('person.full_name as askedBy')
      .orderBy('backup.started_at', 'desc')
      .limit(SHOWN)
      .execute()
    const { total } = await tx.db
      .selectFrom('backup')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const facts = await backupFacts(tx, { settings, wall })
    const { folder, at, keep, keyPath } = settings
    return ok({
      backups: rows.map((row) => ({
        id: row.id,
        way: row.way,
        state: row.state,
        startedAt: row.started_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
        path: row.path,
        size: row.size,
        encrypted: row.encrypted,
        rows: row.row_count,
        files: row.file_count,
        missingFiles: row.missing_files,
        error: row.error,
        askedBy: row.askedBy,
        removed: row.removed_at !== null,
      })),
      total,
      health: backupHealth(facts),
      lastGoodAt: facts.lastGood?.startedAt.toISOString() ?? null,
      folder,
      at: at ? `${two(at.hour)}:${two(at.minute)}` : null,
      keep,
      encrypts: keyPath !== undefined,
      // Nobody asks where a sample world's copies lie, and it makes none by itself.
      sameDisk: at !== undefined && (await onOneDisk(folder, dataDir)),
      actions: whyMayNot(tx.actor, 'make', { root }) ? {} : { make: { whyNot: null } },
    })
  }
}

/** In one sentence, for the page of the machine's health and the administrator's notice. */
export async function howBackupsStand(tx: Tx, ground: Pick<BackupGround, 'settings' | 'wall'>): Promise<BackupHealth> {
  return backupHealth(await backupFacts(tx, ground))
}

export async function backupFacts(
  tx: Tx,
  { settings, wall }: Pick<BackupGround, 'settings' | 'wall'>,
): Promise<BackupFacts> {
  const installation = await tx.db.selectFrom('installation').select(['demo', 'set_up_at']).executeTakeFirstOrThrow()
  const last = (state: 'good' | 'failed') =>
    tx.db
      .selectFrom('backup')
      .select(['started_at as startedAt', 'ended_at as endedAt', 'missing_files', 'error'])
      .where('state', '=', state)
      .where('removed_at', 'is', null)
      .orderBy('ended_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  const [good, failed] = [await last('good'), await last('failed')]
  // By their ends: one that was turned away because another was being made is no news once that other one is good.
  const since = failed?.endedAt && (!good?.endedAt || failed.endedAt > good.endedAt)
  const failedSince = since ? failed : undefined
  return {
    demo: installation.demo,
    scheduled: settings.at !== undefined,
    setUpAt: installation.set_up_at,
    lastGood: good && { startedAt: good.startedAt, missingFiles: good.missing_files ?? 0 },
    lastFailed: failedSince && { startedAt: failedSince.startedAt, error: failedSince.error ?? '' },
    now: wall.now(),
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** A disk that breaks takes both. The folder that is not there yet will lie where its parent lies. */
async function onOneDisk(folder: string, dataDir: string): Promise<boolean> {
  if (folder.startsWith(dataDir)) return true
  const device = async (path: string) => (await stat(path).catch(() => undefined))?.dev
  const [one, other] = [await device(folder), await device(dataDir)]
  return one !== undefined && one === other
}
