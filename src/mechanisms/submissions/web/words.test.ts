import { describe, expect, it } from 'vitest'
import { askFor, attendanceWords, changeWords, outcomeWords, signedWords, submissionStatus } from './words.ts'

type Sent = Parameters<typeof outcomeWords>[0]

describe('the state of a dissemination in a word', () => {
  it('tells sent from being looked at, and says when nobody has begun', () => {
    expect(submissionStatus(null).word).toBe('Chưa soạn')
    expect(submissionStatus({ state: 'draft', openedAt: null }).word).toBe('Nháp')
    expect(submissionStatus({ state: 'for-signature', openedAt: null }).word).toBe('Chờ ký')
    expect(submissionStatus({ state: 'submitted', openedAt: null }).word).toBe('Đã gửi')
    expect(submissionStatus({ state: 'submitted', openedAt: '2022-07-12T01:00:00Z' }).word).toBe('Đang xem')
    expect(submissionStatus({ state: 'returned', openedAt: null }).word).toBe('Bị trả lại')
  })
})

describe('what a sending changed', () => {
  const names: Record<string, string> = { attended: 'Số người dự', note: 'Ghi chú' }
  const nameOf = (key: string) => names[key] ?? key

  it('is said by the names on the screen, also when nothing is', () => {
    const changes = [
      { key: 'attended', change: 'changed' as const },
      { key: 'note', change: 'added' as const },
    ]
    expect(changeWords(changes, nameOf)).toBe('Khác lần trước: số người dự, thêm ghi chú')
    expect(changeWords([], nameOf)).toBe('Nội dung như lần trước')
  })
})

describe('the words around it', () => {
  it('give the share beside its count, and no share of nobody', () => {
    expect(attendanceWords(35, 38)).toBe('35/38 người, 92,1%')
    expect(attendanceWords(0, 0)).toBe('0/0 người')
    expect(attendanceWords(null, 38)).toBe('chưa có')
  })

  it('ask for what is missing, and repeat what does not fit', () => {
    const asked = { 'ngày quán triệt': 'Nhập ngày quán triệt' }
    expect(askFor({ what: 'ngày quán triệt', field: 'content.heldOn' }, asked)).toBe('Nhập ngày quán triệt')
    expect(askFor({ what: 'số người dự 40 nhiều hơn tổng số 38', field: 'content.attended' }, asked)).toBe(
      'Số người dự 40 nhiều hơn tổng số 38',
    )
  })

  it('say who signed, and who entered it when it was signed on paper', () => {
    const consent = {
      givenByName: 'Võ Văn Minh',
      givenAs: 'Trưởng phòng',
      enteredByName: 'Bích Lan',
    } as Sent['consent']
    expect(signedWords({ ...consent, way: 'product' })).toBe('Ký trên hệ thống: Võ Văn Minh, Trưởng phòng')
    expect(signedWords({ ...consent, way: 'paper' })).toBe('Ký trên bản giấy: Võ Văn Minh, Trưởng phòng. Bích Lan nhập')
  })

  it('say what became of a sending, once something did', () => {
    const sent = { outcome: 'returned', outcomeAt: '2022-07-13T02:10:00Z', outcomeByName: 'Lê Thị Hoa' } as Sent
    expect(outcomeWords(sent)).toBe('Trả lại lúc 09:10, 13/07/2022, Lê Thị Hoa')
    expect(outcomeWords({ ...sent, outcome: null })).toBeUndefined()
  })
})
