import { describe, expect, it } from 'vitest'
import { pageOf } from '../domain/pages.ts'
import { doneWords, isLate, ladderOf, nextAct, obligationStatus, remindedWords } from './words.ts'

const open = { state: 'open', daysLeft: 9, submissionState: null } as const

describe('the state of what a unit owes', () => {
  it('counts the days left, amber in the last week, red once late', () => {
    expect(obligationStatus(open)).toMatchObject({ tone: 'xam', word: 'Còn 9 ngày' })
    expect(obligationStatus({ ...open, daysLeft: 7 })).toMatchObject({ tone: 'cam', word: 'Còn 7 ngày' })
    expect(obligationStatus({ ...open, daysLeft: 0 })).toMatchObject({ tone: 'cam', word: 'Hạn hôm nay' })
    expect(obligationStatus({ ...open, daysLeft: -4 })).toMatchObject({ tone: 'son', word: 'Quá 4 ngày' })
  })

  it('says where a submission stands, but late stays late until it is sent', () => {
    expect(obligationStatus({ ...open, submissionState: 'for-signature' }).word).toBe('Chờ ký')
    expect(obligationStatus({ ...open, submissionState: 'returned' }).word).toBe('Bị trả lại')
    expect(obligationStatus({ ...open, daysLeft: -1, submissionState: 'for-signature' }).word).toBe('Quá 1 ngày')
    expect(obligationStatus({ state: 'done', daysLeft: -1, submissionState: 'submitted' }).word).toBe('Đã gửi')
  })

  it('tells on time from late once it is done, and says when it was waived', () => {
    expect(obligationStatus({ state: 'done', daysLeft: 0, submissionState: null }).word).toBe('Đúng hạn')
    expect(obligationStatus({ state: 'done', daysLeft: -3, submissionState: 'accepted' }).word).toBe('Muộn 3 ngày')
    expect(obligationStatus({ state: 'exempt', daysLeft: -3, submissionState: null }).word).toBe('Được miễn')
  })

  it('says so where the campaign was closed before it was done', () => {
    const left = { ...open, daysLeft: -2, closedOn: '2022-07-12' }
    expect(obligationStatus(left)).toMatchObject({ tone: 'xam', word: 'Chưa làm khi kết thúc' })
    expect(isLate(left)).toBe(false)
  })

  it('is late only while it is owed', () => {
    expect(isLate({ ...open, daysLeft: -1 })).toBe(true)
    expect(isLate({ ...open, daysLeft: 0 })).toBe(false)
    expect(isLate({ state: 'done', daysLeft: -1 })).toBe(false)
    expect(isLate({ state: 'exempt', daysLeft: -1 })).toBe(false)
  })
})

describe('the words around it', () => {
  it('count the reminders and give the day of the last', () => {
    expect(remindedWords({ count: 0, lastOn: null })).toBeUndefined()
    expect(remindedWords({ count: 2, lastOn: '2022-07-11' })).toBe('Đã nhắc 2 lần, lần cuối 11/07')
  })

  it('say how far urging has gone, not how often', () => {
    expect(ladderOf({ height: 0 })).toEqual({ climbed: 0, word: 'Chưa nhắc' })
    expect(ladderOf({ height: 3 })).toEqual({ climbed: 3, word: 'Đã báo cấp trên' })
  })

  it('say when and how it was done, or why it is not owed', () => {
    const done = {
      state: 'done',
      doneOn: '2022-07-14',
      doneWay: 'paper',
      doneByName: 'Võ Văn Minh',
      exemptReason: null,
    } as const
    expect(doneWords(done)).toBe('Xong 14/07/2022, ghi từ bản giấy, Võ Văn Minh')
    expect(doneWords({ ...done, state: 'exempt', doneOn: null, exemptReason: 'Đang giải thể' })).toBe(
      'Được miễn: Đang giải thể',
    )
    expect(doneWords({ ...done, state: 'open', doneOn: null })).toBeUndefined()
  })

  it('name the next act and lead to where it is done', () => {
    const receipt = { kind: 'confirm-receipt', submissionState: null } as const
    expect(nextAct({ ...receipt, actions: { confirm: { whyNot: null } } })).toBe('Xác nhận tiếp nhận')
    expect(nextAct({ ...receipt, actions: {} })).toBe('Mở việc')
    expect(nextAct({ kind: 'disseminate', submissionState: 'returned', actions: {} })).toBe('Sửa bản bị trả lại')
    expect(pageOf({ id: 'x', kind: 'confirm-receipt' })).toBe('/viec/x')
    expect(pageOf({ id: 'x', kind: 'disseminate' })).toBe('/viec/x/quan-triet')
  })
})
