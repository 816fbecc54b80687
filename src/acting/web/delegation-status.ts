import type { PlainStatus } from '../../ui/index.ts'
import type { Delegation } from './api.ts'

export function delegationStatus({ state, ended }: Pick<Delegation, 'state' | 'ended'>): PlainStatus {
  switch (state) {
    case 'coming':
      return { tone: 'cham', icon: 'hourglass', word: 'Sắp có hiệu lực' }
    case 'holding':
      return { tone: 'luc', icon: 'circle-check', word: 'Đang có hiệu lực' }
    case 'over':
      return { tone: 'xam', icon: 'minus', word: ended === null ? 'Đã hết hạn' : 'Đã kết thúc sớm' }
  }
}
