import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, type RunningProduct, startProduct, stopProduct } from '../../../test/product.ts'
import { must } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { runningAddresses, workOn } from '../../platform/database/reach-database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { keysOfFile } from '../../platform/keys/open-keys.ts'
import { DEMO_PASSWORD } from '../demo/cast.ts'

const CITIZEN = '042090001234'

let folder: string
let running: RunningProduct[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drill-'))
})
afterAll(async () => {
  for (const product of running) await stopProduct(product)
  spawnSync('umount', [join(folder, 'small')])
  await rm(folder, { recursive: true })
})

/** As a terminal has it: what the test runner says of its own address and database is left out. */
function environment(dataDir: string): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_OWNER_URL, BASE_URL, HOST, npm_lifecycle_event, ...rest } = process.env
  return { ...rest, DATA_DIR: dataDir }
}

function thidua(dataDir: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: environment(dataDir) }
    const child = execFile(process.execPath, ['src/app/cli.ts', ...args], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

async function start(dataDir: string): Promise<RunningProduct> {
  const product = await startProduct(dataDir, 'demo')
  running.push(product)
  return product
}

async function stop(product: RunningProduct): Promise<void> {
  running = running.filter((one) => one !== product)
  await stopProduct(product)
}

async function signIn(product: RunningProduct, name: string): Promise<string> {
  const answer = await call(product, 'accounts/signIn', { name, password: DEMO_PASSWORD })
  expect(answer?.status).toBe(200)
  return answer?.cookies.join('; ') ?? ''
}

async function asOwner<T>(dataDir: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: runningAddresses(dataDir).ownerUrl })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

const counts = (dataDir: string) =>
  asOwner(dataDir, async (client) => {
    const { rows } = await client.query(`
      select (select count(*)::int from app.unit) as units, (select count(*)::int from app.person) as people,
        (select count(*)::int from app.obligation) as obligations, (select count(*)::int from auth."user") as users`)
    return rows[0]
  })

describe('backup and restore of the sample world', () => {
  it('while people work: on a new machine the record is whole, people sign in, what was sealed opens', async () => {
    const home = join(folder, 'home')
    const away = join(folder, 'away')
    const product = await start(home)
    const { keyring: keys } = await must(keysOfFile({ dataDir: home }))
    const person = await asOwner(home, async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from app.person order by id limit 1')
      const [sealed, digest] = [keys.seal('person.citizen-id', CITIZEN), keys.digest('person.citizen-id', CITIZEN)]
      const values = [rows[0]?.id, sealed, digest]
      await client.query('update app.person set citizen_id_sealed = $2, citizen_id_digest = $3 where id = $1', values)
      return rows[0]?.id
    })
    const before = await counts(home)
    // Asked for and not begun: no server has such a job.
    const asked = workOn(runningAddresses(home), { clock: systemClock, keys })
    await must(
      asked.work.write({ kind: 'script', name: 'thử' }, async (tx) => {
        await enqueue(tx, 'not-yet-done', { id: person ?? '' }, { key: 'one' })
        return ok(undefined)
      }),
    )
    await asked.close()

    const cookie = await signIn(product, 'quan')
    let busy = true
    let written = 0
    const writer = (async () => {
      for (; busy; written += 1) {
        const day = `2031-${String((written % 12) + 1).padStart(2, '0')}-${String((written % 28) + 1).padStart(2, '0')}`
        const input = { day, kind: 'off', name: `Nghỉ ${written}`, basis: null }
        expect((await call(product, 'organisation/setSpecialDay', input, cookie))?.status).toBe(200)
        const bytes = `Tệp số ${written} ${'x'.repeat(20_000)}`
        const headers = { 'content-type': 'application/octet-stream', origin: product.address.origin, cookie }
        const url = new URL(`/api/files?name=${newId()}.txt`, product.address)
        expect((await fetch(url, { method: 'POST', headers, body: bytes })).status).toBe(201)
      }
    })()
    const made = await thidua(home, 'backup', '--to', join(folder, 'drill.tar.gz'))
    busy = false
    await writer
    expect(made.err).toBe('')
    expect(made.out).toMatch(/Đã sao lưu và đọc lại kiểm tra: .*drill\.tar\.gz/)
    expect(made.out).toContain('KHÓA KHÔNG NẰM TRONG BẢN SAO LƯU')
    expect(made.out).toContain(join(home, 'keys.json'))
    expect(written).toBeGreaterThan(1)

    const used = await thidua(home, 'restore', join(folder, 'drill.tar.gz'))
    expect([used.code, used.err]).toEqual([1, expect.stringContaining('đang được tiến trình')])
    await stop(product)
    const taken = await thidua(home, 'restore', join(folder, 'drill.tar.gz'))
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining('Nơi khôi phục đã có dữ liệu')])

    const keyless = await thidua(away, 'restore', join(folder, 'drill.tar.gz'))
    expect(keyless.code).toBe(1)
    expect(keyless.err).toMatch(/^Thiếu khóa k[0-9a-f]{8}.*số định danh cá nhân \(1\).*keys\.json/)
    await expect(readdir(away)).rejects.toThrow('ENOENT')

    await mkdir(away)
    await writeFile(join(away, 'keys.json'), '{')
    const unreadable = await thidua(away, 'restore', join(folder, 'drill.tar.gz'))
    expect([unreadable.code, unreadable.err]).toEqual([1, expect.stringMatching(/^Tệp khóa .*keys\.json bị hỏng/)])
    expect(await readdir(away)).toEqual(['keys.json'])
    await copyFile(join(home, 'keys.json'), join(away, 'keys.json'))
    const restored = await thidua(away, 'restore', join(folder, 'drill.tar.gz'))
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect(restored.out).toContain('số dòng và mã kiểm tra đều khớp')
    expect(restored.out).toContain('Nhật ký nguyên vẹn')

    const again = await start(away)
    expect(await counts(away)).toEqual(before)
    const waiting = `select data, singleton_key as key, state::text from jobs.job where name = 'not-yet-done'`
    const jobs = await asOwner(away, async (client) => (await client.query(waiting)).rows)
    expect(jobs).toEqual([{ data: { id: person }, key: 'one', state: 'created' }])
    const theirs = await signIn(again, 'quan')
    const record = await call(again, 'record/list', { page: 1 }, theirs)
    expect(JSON.stringify(record?.body)).toContain('khôi phục dữ liệu từ bản sao lưu')
    const opened = await asOwner(away, async (client) => {
      const sealed = await client.query<{ sealed: Buffer }>(
        'select citizen_id_sealed as sealed from app.person where id = $1',
        [person],
      )
      return keys.open('person.citizen-id', sealed.rows[0]?.sealed ?? Buffer.of())
    })
    expect(opened).toBe(CITIZEN)

    // A new key beside the running server: it reads with both at once, and afterwards nothing is kept with the old one.
    const rotated = await thidua(away, 'keys', 'rotate')
    expect([rotated.code, rotated.err]).toEqual([0, ''])
    expect(rotated.out).toMatch(/làm lại 1 giá trị/)
    const digest = await thidua(away, 'keys', 'rotate', '--which', 'digest')
    expect(digest.out).toMatch(/làm lại 1 giá trị/)
    const checked = await thidua(away, 'keys', 'check')
    expect([checked.code, checked.out]).toEqual([
      0,
      expect.stringContaining('1 giá trị mở được, 0 còn dùng khóa cũ, 0 không mở được'),
    ])
    const held = JSON.parse(await readFile(join(away, 'keys.json'), 'utf8')) as { encryption: { id: string }[] }
    const listed = await thidua(away, 'keys')
    expect(listed.out.match(/mã hóa/g)).toHaveLength(2)
    expect(listed.out).not.toMatch(/[A-Za-z0-9_-]{43}/)
    const [newest, oldest] = held.encryption.map(({ id }) => id)
    expect((await thidua(away, 'keys', 'forget', newest ?? '')).err).toContain('Không có khóa mã hóa cũ nào')
    expect((await thidua(away, 'keys', 'forget', oldest ?? '')).code).toBe(0)
    await stop(again)

    // The file of keys broken: that is said, and is no reason to be without a backup.
    await writeFile(join(away, 'keys.json'), '{')
    const beside = await thidua(away, 'backup', '--to', join(folder, 'beside.tar.gz'))
    expect([beside.code, beside.err]).toEqual([0, expect.stringMatching(/^Tệp khóa .*keys\.json bị hỏng/)])

    // The file of keys lost: no new one is made beside what the old one sealed.
    await rm(join(away, 'keys.json'))
    await expect(startProduct(away, 'demo')).rejects.toThrow('Không thấy tệp khóa')
    await expect(readFile(join(away, 'keys.json'))).rejects.toThrow('ENOENT')
  })

  it('on a full disk leaves no half, and the backups before it as they were', async () => {
    const home = join(folder, 'home')
    const small = join(folder, 'small')
    await mkdir(small)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24k', 'tmpfs', small]).status === 0
    await writeFile(join(small, 'hom-qua.tar.gz'), 'bản hôm qua')
    const args = ['src/app/cli.ts', 'backup', '--to', join(small, 'hom-nay.tar.gz')]
    const options = { env: environment(home), encoding: 'utf8' } as const
    let done: { status: number | null; stderr: string }
    if (mounted) done = spawnSync(process.execPath, args, options)
    else {
      // Where one may not mount, a limit on the size of files stands for the disk; the database is not to be under it.
      const product = await start(home)
      done = spawnSync('bash', ['-c', 'ulimit -f 24; exec "$0" "$@"', process.execPath, ...args], options)
      await stop(product)
    }
    expect([done.status, done.stderr]).toEqual([1, expect.stringContaining('Hết chỗ trên ổ đĩa')])
    expect(await readdir(small)).toEqual(['hom-qua.tar.gz'])
    expect(await readFile(join(small, 'hom-qua.tar.gz'), 'utf8')).toBe('bản hôm qua')
    if (mounted) execFileSync('umount', [small])
  })

  it('of a folder without data, a file that is not there, words that make no sense: each is a sentence', async () => {
    const nowhere = join(folder, 'nowhere')
    expect(await thidua(nowhere, 'backup')).toMatchObject({ code: 1, err: expect.stringContaining('chưa có dữ liệu') })
    expect(await thidua(nowhere, 'restore', join(folder, 'x'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('Không có tệp sao lưu'),
    })
    for (const args of [
      ['restore'],
      ['backup', 'a', 'b'],
      ['export'],
      ['import', 'a', '--to', 'b'],
      ['keys', 'show'],
      ['keys', 'rotate', '--which', 'all'],
    ]) {
      expect(await thidua(nowhere, ...args)).toMatchObject({ code: 2, err: expect.stringMatching(/^Cách dùng/) })
    }
  })
})
