import { expect, test } from 'vitest'
import { doneStatus, dueStatus, waitingStatus } from './status-words.ts'

test.each([
  [13, 'xam', 'Còn 13 ngày'],
  [8, 'xam', 'Còn 8 ngày'],
  [7, 'cam', 'Còn 7 ngày'],
  [1, 'cam', 'Còn 1 ngày'],
  [0, 'cam', 'Hạn hôm nay'],
  [-1, 'son', 'Quá 1 ngày'],
])('%i days left is %s, «%s»', (daysLeft, tone, word) => {
  expect(dueStatus(daysLeft)).toMatchObject({ tone, word })
})

test('what was done on the last day is in time, a day later it is late', () => {
  expect(doneStatus(0)).toMatchObject({ tone: 'luc', word: 'Đúng hạn' })
  expect(doneStatus(-5)).toMatchObject({ tone: 'luc', word: 'Đúng hạn' })
  expect(doneStatus(1)).toMatchObject({ tone: 'cam', word: 'Muộn 1 ngày' })
})

test('what waits turns amber on the third day', () => {
  expect(waitingStatus(0)).toMatchObject({ tone: 'cham', word: 'Mới gửi' })
  expect(waitingStatus(2)).toMatchObject({ tone: 'cham', word: 'Chờ 2 ngày' })
  expect(waitingStatus(3)).toMatchObject({ tone: 'cam', word: 'Chờ 3 ngày' })
})
