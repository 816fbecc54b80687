import { describe, expect, it } from 'vitest'
import { shownNotices } from './notice-sentences.ts'

const device = (id: string, at: string) => ({
  id,
  kind: 'new-device' as const,
  detail: { at, device: 'Chrome trên Linux', ip: '10.0.0.7' },
})
const ended = { id: 'c', kind: 'sessions-ended' as const, detail: { by: 'Hồ Sỹ Quân', at: '09:00, 12/07/2022' } }

describe('what an account is told', () => {
  it('of one new device is its sentence', () => {
    expect(shownNotices([device('a', '08:00, 12/07/2022')])).toEqual([
      {
        ids: ['a'],
        sentence:
          'Có lần đăng nhập từ thiết bị mới lúc 08:00, 12/07/2022: Chrome trên Linux, địa chỉ 10.0.0.7. Nếu không phải chính mình, đổi mật khẩu và đóng các phiên khác',
        each: [],
      },
    ])
  })

  it('of several new devices is one sentence with their count, and none of them is left out', () => {
    const shown = shownNotices([device('a', '08:00, 12/07/2022'), ended, device('b', '10:00, 12/07/2022')])
    expect(shown).toEqual([
      { ids: ['c'], sentence: 'Hồ Sỹ Quân đã đóng mọi phiên của tài khoản này lúc 09:00, 12/07/2022', each: [] },
      {
        ids: ['a', 'b'],
        sentence:
          'Có 2 lần đăng nhập từ thiết bị mới, lần cuối lúc 10:00, 12/07/2022. Nếu không phải chính mình, đổi mật khẩu và đóng các phiên khác',
        each: [
          '08:00, 12/07/2022: Chrome trên Linux, địa chỉ 10.0.0.7',
          '10:00, 12/07/2022: Chrome trên Linux, địa chỉ 10.0.0.7',
        ],
      },
    ])
  })
})
