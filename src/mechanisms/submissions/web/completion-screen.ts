import type { ContentOf } from '../contract.ts'
import { EMPTY_COMPLETION, missingInCompletion } from '../domain/completion.ts'
import { COMPLETION_FIELD_ID, CompletionFields } from './completion-fields.tsx'
import { CompletionView } from './completion-view.tsx'
import type { KindScreen } from './kind-screen.ts'

export const COMPLETION_SCREEN: KindScreen<ContentOf<'completion'>> = {
  empty: () => EMPTY_COMPLETION,
  missing: ({ content, files }, { today, data }) =>
    missingInCompletion(content, { files, today, needsProof: data.obligation.needsProof }),
  Fields: CompletionFields,
  View: CompletionView,
  fieldIds: COMPLETION_FIELD_ID,
  partNames: { done: 'Việc đã làm', doneOn: 'Ngày làm xong', note: 'Ghi chú', fileIds: 'Minh chứng' },
  asked: {
    'việc đã làm': 'Viết việc đã làm',
    'ngày làm xong': 'Nhập ngày làm xong',
    'tệp minh chứng': 'Tải lên tệp minh chứng',
  },
}
