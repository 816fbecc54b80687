import { describe, expect, it } from 'vitest'
import { lineLooks } from './line-look.ts'

describe('dressing the lines of a plain text', () => {
  it('tells head, title, parts and points', () => {
    const lines = [
      'SỞ NỘI VỤ HÀ TĨNH',
      'Hà Tĩnh, ngày tháng 01 năm 2022',
      'KẾ HOẠCH',
      'phát động phong trào thi đua',
      'năm 2022',
      '',
      'Thực hiện Chỉ thị số 34/2014/CT-TW;',
      'II. CHỦ ĐỀ, NỘI DUNG',
      '1. Chủ đề thi đua năm 2022:',
      'a) Đối với các tập thể:',
      '1. Các phòng, ban, trung tâm tổ chức quán triệt mục đích, yêu cầu của kế hoạch này.',
      'Nơi nhận:',
    ]
    expect(lineLooks(lines)).toEqual([
      'heading',
      'right',
      'centre',
      'centre',
      'centre',
      undefined,
      undefined,
      'heading',
      'heading',
      'aside',
      undefined,
      'aside',
    ])
  })

  it('leaves long paragraphs and figures alone', () => {
    expect(lineLooks(['A'.repeat(200), '15/7/2022', 'TW'])).toEqual([undefined, undefined, undefined])
  })
})
