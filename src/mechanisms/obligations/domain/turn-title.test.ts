import { expect, it } from 'vitest'
import { thingBeside, titleWithTurn } from './turn-title.ts'

it('the turn is said once, also where the title names it already', () => {
  const title = 'Báo cáo kết quả phong trào năm 2024'
  expect(titleWithTurn({ title, occurrence: 'Năm 2024' })).toBe(title)
  expect(titleWithTurn({ title: 'Báo cáo', occurrence: 'Tháng 08/2022' })).toBe('Báo cáo, Tháng 08/2022')
  expect(titleWithTurn({ title: 'Báo cáo tháng 11', occurrence: 'Tháng 1' })).toBe('Báo cáo tháng 11, Tháng 1')
  expect(titleWithTurn({ title, occurrence: null })).toBe(title)
})

it('work given by hand bears the name of its thing, which is not said twice', () => {
  expect(thingBeside({ title: 'Rà soát hồ sơ', thingTitle: 'Rà soát hồ sơ' })).toBe('Việc được giao')
  expect(thingBeside({ title: 'Quán triệt kế hoạch', thingTitle: 'Phong trào A' })).toBe('Phong trào A')
})
