import type { PlainStatus } from '../../../ui/index.ts'
import type { FormSummary } from '../../contract.ts'

/** The state of a form in a word. */
export function formStatus({ state }: Pick<FormSummary, 'state'>): PlainStatus {
  switch (state) {
    case 'draft':
      return { tone: 'xam', icon: 'pencil', word: 'Đang soạn' }
    case 'published':
      return { tone: 'cham', icon: 'send', word: 'Đang nhận báo cáo' }
    case 'closed':
      return { tone: 'xam', icon: 'lock', word: 'Đã khép kỳ' }
  }
}
