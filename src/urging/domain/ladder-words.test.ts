import { expect, it } from 'vitest'
import { daysTogether } from './ladder-words.ts'

it('the steps of a stage are told together, the day itself by its name', () => {
  expect(daysTogether([-7, -3, -1, 0])).toBe('trước 7, 3, 1 ngày làm việc; đúng ngày cuối')
  expect(daysTogether([1, 3, 7])).toBe('quá 1, 3, 7 ngày làm việc')
})
