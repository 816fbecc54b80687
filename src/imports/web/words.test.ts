import { describe, expect, it } from 'vitest'
import { countWords, firstTab, leftOutWords } from './words.ts'

describe('what is said of an import', () => {
  it('counts what there is, and nothing of what there is not', () => {
    expect(countWords({ new: 1200, wrong: 2, same: 0 })).toBe('1.200 mới, 2 lỗi')
    expect(countWords({})).toBe('chưa đối chiếu')
  })
  it('opens at what hinders', () => {
    expect(firstTab({ new: 5, wrong: 1 })).toBe('wrong')
    expect(firstTab({ new: 5, doubtful: 1, wrong: 1 })).toBe('doubtful')
    expect(firstTab({})).toBe('new')
  })
  it('says before applying what stays behind', () => {
    expect(leftOutWords({ new: 3 })).toBeUndefined()
    expect(leftOutWords({ wrong: 2, doubtful: 1 })).toBe('Không áp dụng: 2 dòng lỗi, 1 dòng cần xem')
  })
})
