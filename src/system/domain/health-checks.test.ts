import { describe, expect, it } from 'vitest'
import { durationWords, healthChecks, type Measured, sizeWords } from './health-checks.ts'

const GB = 1024 ** 3
const noon = new Date('2022-07-12T05:00:00Z')
const well: Measured = {
  database: { version: '18.4', bytes: 12 * 1024 ** 2 },
  migrated: { done: '0003_special_days', wanted: '0003_special_days' },
  disk: { freeBytes: 40 * GB, totalBytes: 100 * GB },
  files: { count: 3, bytes: 2_500_000 },
  mails: { goOut: true, waiting: 0, failed: 0, waitsMinutes: 0 },
  jobs: { waiting: 0, running: 0, failed: 0, waitsMinutes: 0 },
  backup: { state: 'good', detail: 'Bản gần nhất lúc 02:00, 12/07/2022' },
  lastRecordAt: noon,
  clock: { demo: false, now: noon, databaseNow: noon, wallNow: noon },
  memoryBytes: 200 * 1024 ** 2,
  upSeconds: 3 * 86_400 + 4 * 3600,
}

const stateOf = (measured: Partial<Measured>, name: string) =>
  healthChecks({ ...well, ...measured }).find((check) => check.name === name)

describe('the health page', () => {
  it('is all good when all is', () => {
    const checks = healthChecks(well)
    expect(checks.map((check) => check.state)).toEqual(checks.map(() => 'good'))
    expect(checks.find((check) => check.name === 'Ổ đĩa chứa dữ liệu')?.detail).toBe('Còn trống 40 GB trong 100 GB')
  })

  it('looks at the disk below five gigabytes, calls it bad below one, and says when it cannot tell', () => {
    const disk = (freeBytes: number) => stateOf({ disk: { freeBytes, totalBytes: 100 * GB } }, 'Ổ đĩa chứa dữ liệu')
    expect(disk(5 * GB)?.state).toBe('good')
    expect(disk(5 * GB - 1)?.state).toBe('look')
    expect(disk(GB - 1)?.state).toBe('bad')
    expect(stateOf({ disk: undefined }, 'Ổ đĩa chứa dữ liệu')?.state).toBe('look')
  })

  it('calls a database behind the program bad', () => {
    const migrated = { done: '0002_sign_in', wanted: '0003_special_days' }
    expect(stateOf({ migrated }, 'Cấu trúc dữ liệu')?.state).toBe('bad')
  })

  it('looks at two clocks more than a minute apart, and at a sample world’s', () => {
    const clock = (seconds: number, demo = false) =>
      stateOf({ clock: { ...well.clock, demo, databaseNow: new Date(noon.getTime() + seconds * 1000) } }, 'Đồng hồ')
    expect(clock(60)?.state).toBe('good')
    expect(clock(-61)).toMatchObject({ state: 'look', detail: expect.stringContaining('lệch 61 giây') })
    expect(clock(0, true)).toMatchObject({
      state: 'look',
      detail: 'Đồng hồ của dữ liệu mẫu: 12:00, 12/07/2022',
    })
  })

  it('writes sizes and durations as people read them', () => {
    expect([500, 2048, 1024 ** 2 * 12.4, GB * 3].map(sizeWords)).toEqual(['500 byte', '2 kB', '12,4 MB', '3 GB'])
    expect([20, 300, 7500, 100_000].map(durationWords)).toEqual([
      'Dưới một phút',
      '5 phút',
      '2 giờ 5 phút',
      '1 ngày 3 giờ',
    ])
  })
})
