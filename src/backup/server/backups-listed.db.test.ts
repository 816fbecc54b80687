import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWaitingJobs } from '../../../test/jobs.ts'
import { codeOf, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { listRecord } from '../../mechanisms/record/server/list-record.ts'
import { openSnapshot } from '../../platform/database/snapshot.ts'
import { DiskStore } from '../../platform/files/content-store.ts'
import { askBackup } from './ask-backup.ts'
import { backupsWaiting } from './backups-waiting.ts'
import type { BackupGround } from './ground.ts'
import { backupJobs, MAKE_BACKUP } from './jobs.ts'
import { listBackups } from './list-backups.ts'

let folder: string
let opened: OpenedWorld
let wall = new Date('2026-11-25T02:00:00Z')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'))
  opened = await openWorld('2022-07-12')
})
afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true })
})

function ground(settings: Partial<BackupGround['settings']> = {}): BackupGround {
  const kept = { folder: join(folder, 'kept'), at: { hour: 2, minute: 0 }, keep: { days: 2, weeks: 0, months: 0 } }
  return {
    work: opened.work,
    store: new DiskStore(join(folder, 'files')),
    owner: async () => ok({ ownerUrl: opened.database.ownerUrl, leave: async () => {} }),
    version: '0.1.0',
    settings: { ...kept, keyPath: undefined, ...settings },
    wall: { now: () => wall },
  }
}

const ask = (by: Name, on = ground()) => opened.work.write(opened.world.as(by), askBackup(on.settings, on.wall))
const list = (by: Name) => opened.work.read(opened.world.as(by), listBackups(ground(), folder))
const runJobs = (on = ground()) => runWaitingJobs(opened, backupJobs(on))

async function scheduled(on = ground()): Promise<void> {
  const job = backupJobs(on).find(({ every }) => every !== undefined)
  await job?.run({}, { work: opened.work, signal: new AbortController().signal })
}

describe('backups', () => {
  it('asked for by the administrator are made by a job, listed, and written into the record', async () => {
    const { id } = await must(ask('quan'))
    expect((await must(list('quan'))).backups).toMatchObject([{ id, state: 'running', askedBy: 'Nguyễn Anh Quân' }])
    expect(await must(ask('quan'))).toEqual({ id })
    expect(await runJobs()).toBe(1)
    const { backups, health, sameDisk } = await must(list('quan'))
    expect(backups).toMatchObject([{ id, state: 'good', missingFiles: 0, encrypted: false, removed: false }])
    expect([health.state, sameDisk]).toEqual(['good', true])
    expect(await readdir(join(folder, 'kept'))).toEqual(['thi-dua-20261125-090000.tar.gz'])
    const { entries } = await must(opened.work.read(opened.world.as('quan'), (tx) => listRecord(tx, { page: 1 })))
    expect(entries.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(['yêu cầu sao lưu ngay', expect.stringMatching(/^sao lưu xong vào .*: \d+ dòng, 0 tệp$/)]),
    )
  })

  it('asked for once more while its job runs is the same one: no second file that no list knows', async () => {
    const [made] = (await must(list('quan'))).backups
    wall = new Date('2026-11-25T02:05:00Z')
    const job = backupJobs(ground()).find(({ name }) => name === MAKE_BACKUP)
    await job?.run({ id: made?.id ?? '' }, { work: opened.work, signal: new AbortController().signal })
    expect((await must(list('quan'))).backups).toEqual([made])
    expect(await readdir(join(folder, 'kept'))).toEqual(['thi-dua-20261125-090000.tar.gz'])
  })

  it('are nobody else’s to make; who audits sees them', async () => {
    expect(codeOf(await ask('hoa'))).toBe('not-yours-to-do')
    expect(codeOf(await list('phuc'))).toBe('not-yours-to-see')
    expect((await must(list('quan'))).actions).toEqual({ make: { whyNot: null } })
  })

  it('of the schedule are thinned out; what a command put elsewhere and what others left there stays', async () => {
    await writeFile(join(folder, 'kept', 'ghi-chu.txt'), 'của người khác')
    const draft = join(folder, 'kept', 'thi-dua-20261101-020000.tar.gz.part')
    await writeFile(draft, 'dở dang')
    await utimes(draft, new Date('2026-11-01'), new Date('2026-11-01'))
    for (const day of ['26', '27', '28']) {
      wall = new Date(`2026-11-${day}T02:00:00Z`)
      await scheduled()
    }
    expect((await readdir(join(folder, 'kept'))).sort()).toEqual([
      'ghi-chu.txt',
      'thi-dua-20261127-090000.tar.gz',
      'thi-dua-20261128-090000.tar.gz',
    ])
    const { backups } = await must(list('quan'))
    expect(backups.map(({ state, removed }) => [state, removed])).toEqual([
      ['good', false],
      ['good', false],
      ['good', true],
      ['good', true],
    ])
  })

  it('that fail say why, and the good ones before them stay', async () => {
    wall = new Date('2026-11-29T02:00:00Z')
    await writeFile(join(folder, 'a-file'), '')
    await scheduled(ground({ folder: join(folder, 'a-file', 'backups') }))
    await scheduled(ground({ keyPath: join(folder, 'no-key') }))
    const { backups, health, lastGoodAt } = await must(list('quan'))
    expect(backups.slice(0, 2).map(({ state, error }) => [state, error])).toEqual(
      expect.arrayContaining([
        ['failed', expect.stringMatching(/^Không ghi được vào/)],
        ['failed', expect.stringContaining('no-key: không đọc được tệp')],
      ]),
    )
    expect([health.state, lastGoodAt]).toEqual(['bad', '2026-11-28T02:00:00.000Z'])
    const waiting = (by: Name) =>
      must(opened.work.read(opened.world.as(by), async (tx) => ok(await backupsWaiting(ground())(tx))))
    expect(await waiting('quan')).toMatchObject([{ title: 'Sao lưu không thành', link: '/sao-luu', days: 0 }])
    expect(await waiting('hoa')).toEqual([])
    expect(await readdir(join(folder, 'kept'))).toContain('thi-dua-20261128-090000.tar.gz')
  })

  it('two at once: the second says that one is being made', async () => {
    const held = await must(openSnapshot(opened.database.ownerUrl))
    wall = new Date('2026-11-29T03:00:00Z')
    await scheduled()
    await held.close()
    expect((await must(list('quan'))).backups[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('Đang có một lần sao lưu khác'),
    })
  })

  it('left running by a server that died are begun again by their job, or put right by the next', async () => {
    wall = new Date('2026-11-29T04:00:00Z')
    await must(
      opened.work.write({ kind: 'job', name: 'thử' }, async (tx) => {
        const row = { id: newId(), way: 'scheduled', state: 'running', path: '/x', encrypted: false } as const
        await tx.db
          .insertInto('backup')
          .values({ ...row, started_at: wall })
          .execute()
        return ok(undefined)
      }),
    )
    wall = new Date('2026-11-29T05:00:00Z')
    await scheduled()
    const { backups, health } = await must(list('quan'))
    expect(backups.slice(0, 2).map(({ state, error }) => [state, error])).toEqual([
      ['good', null],
      ['failed', 'Bị ngắt giữa chừng'],
    ])
    expect(health.state).toBe('good')
  })

  it('turned away while another was being made are no worry once that one is good', async () => {
    const row = { way: 'scheduled', path: '/x', encrypted: false } as const
    const at = (minute: number) => new Date(`2026-11-30T02:0${minute}:00Z`)
    await must(
      opened.work.write({ kind: 'job', name: 'thử' }, async (tx) => {
        const good = { ...row, id: newId(), state: 'good', started_at: at(1), ended_at: at(3), size: 1 } as const
        const failed = { ...row, id: newId(), state: 'failed', started_at: at(2), ended_at: at(2) } as const
        await tx.db.insertInto('backup').values(good).execute()
        await tx.db
          .insertInto('backup')
          .values({ ...failed, error: 'Đang có một lần sao lưu khác' })
          .execute()
        return ok(undefined)
      }),
    )
    wall = new Date('2026-11-30T02:10:00Z')
    expect((await must(list('quan'))).health.state).toBe('good')
  })

  it('that cannot be taken away keep neither the others nor the next; nothing is made twice for it', async () => {
    const stuck = join(folder, 'kept', 'thi-dua-20261129-120000.tar.gz')
    await rm(stuck)
    await mkdir(join(stuck, 'not-a-file'), { recursive: true })
    for (const day of ['01', '02']) {
      wall = new Date(`2026-12-${day}T02:00:00Z`)
      await scheduled().catch(() => {})
    }
    await expect(scheduled()).rejects.toThrow(/EISDIR|directory/)
    const kept = (await readdir(join(folder, 'kept'))).filter((name) => name !== 'ghi-chu.txt').sort()
    expect(kept).toEqual([
      'thi-dua-20261129-120000.tar.gz',
      'thi-dua-20261201-090000.tar.gz',
      'thi-dua-20261202-090000.tar.gz',
    ])
  })
})
