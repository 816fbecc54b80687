import { describe, expect, it } from 'vitest'
import { itemWords } from './letter.ts'

const item = {
  obligationId: '0',
  due: 'Trước ngày 20/11/2024',
  lastDay: '2024-11-19',
  daysLate: 5,
  reminded: 3,
}

describe('what is late, in the list of a letter', () => {
  it("has the title and, where they say more, the plan's own words", () => {
    expect(itemWords({ ...item, title: 'Quán triệt kế hoạch', words: null })).toBe(
      'Quán triệt kế hoạch: trước ngày 20/11/2024, quá 5 ngày',
    )
    expect(itemWords({ ...item, title: 'Báo cáo kết quả', words: 'gửi báo cáo về Sở Nội vụ' })).toBe(
      'Báo cáo kết quả (“gửi báo cáo về Sở Nội vụ”): trước ngày 20/11/2024, quá 5 ngày',
    )
  })

  it('has the words alone where the title is their beginning, cut or whole', () => {
    const words = 'đăng ký thi đua và tổ chức phát động trong toàn đơn vị, gửi kết quả về Sở Nội vụ;'
    const whole =
      'Đăng ký thi đua và tổ chức phát động trong toàn đơn vị, gửi kết quả về Sở Nội vụ: trước ngày 20/11/2024, quá 5 ngày'
    expect(itemWords({ ...item, title: 'Đăng ký thi đua và tổ chức phát động…', words })).toBe(whole)
    expect(itemWords({ ...item, title: 'Đăng ký thi đua và tổ chức phát động...', words })).toBe(whole)
    expect(itemWords({ ...item, title: words.replace('đ', 'Đ').slice(0, -1), words })).toBe(whole)
  })
})
