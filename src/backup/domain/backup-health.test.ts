import { expect, it } from 'vitest'
import { type BackupFacts, backupHealth } from './backup-health.ts'

const now = new Date('2026-11-25T03:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const facts: BackupFacts = {
  demo: false,
  scheduled: true,
  setUpAt: hoursAgo(1000),
  lastGood: { startedAt: hoursAgo(8), missingFiles: 0 },
  lastFailed: undefined,
  now,
}

it.each<[string, Partial<BackupFacts>, string, RegExp]>([
  ['last night’s', {}, 'good', /^Bản gần nhất lúc 02:00/],
  ['none on the first day', { lastGood: undefined, setUpAt: hoursAgo(5) }, 'look', /bản đầu sẽ làm/],
  ['none after a week', { lastGood: undefined }, 'bad', /^Chưa có bản sao lưu nào/],
  ['none and no hour for it', { lastGood: undefined, scheduled: false }, 'bad', /chưa đặt giờ/],
  ['made by hand alone', { scheduled: false }, 'look', /Chưa đặt giờ sao lưu/],
  ['three days old', { lastGood: { startedAt: hoursAgo(73), missingFiles: 0 } }, 'bad', /đã 3 ngày/],
  [
    'one that failed since',
    { lastFailed: { startedAt: hoursAgo(1), error: 'Hết chỗ' } },
    'bad',
    /không thành: Hết chỗ/,
  ],
  ['with lost files', { lastGood: { startedAt: hoursAgo(8), missingFiles: 2 } }, 'look', /thiếu 2 tệp/],
  ['of the sample world', { demo: true, lastGood: undefined }, 'good', /Dữ liệu mẫu/],
])('a backup %s', (_, change, state, words) => {
  const health = backupHealth({ ...facts, ...change })
  expect(health.state).toBe(state)
  expect(health.detail).toMatch(words)
})
