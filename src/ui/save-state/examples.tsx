import type { Example } from '../examples/example.ts'
import { Stack } from '../layout/layout.tsx'
import { SaveState } from './save-state.tsx'

export const examples: readonly Example[] = [
  {
    id: 'all',
    title: 'Mọi trạng thái của bản nháp',
    element: (
      <Stack gap="s">
        <SaveState value={{ state: 'untouched' }} />
        <SaveState value={{ state: 'unsaved' }} />
        <SaveState value={{ state: 'saving' }} />
        <SaveState value={{ state: 'saved', at: '09:41' }} />
        <SaveState
          value={{ state: 'failed', why: 'Mất kết nối, nội dung còn trên máy này', onRetry: () => undefined }}
        />
      </Stack>
    ),
  },
]
