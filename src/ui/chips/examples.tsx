import type { Example } from '../examples/example.ts'
import { Chips } from './chips.tsx'

const nothing = () => undefined

export const examples: readonly Example[] = [
  {
    id: 'chips',
    title: 'Đang lọc theo',
    element: (
      <Chips
        onClear={nothing}
        chips={[
          { key: 'state', word: 'Trạng thái: chưa chuyển Hội đồng', onRemove: nothing },
          { key: 'from', word: 'Nhận từ 10/11/2024', onRemove: nothing },
        ]}
      />
    ),
  },
]
