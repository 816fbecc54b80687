import type { Example } from '../examples/example.ts'
import { History } from './history.tsx'

export const examples: readonly Example[] = [
  {
    id: 'history',
    title: 'Quá trình của một báo cáo',
    element: (
      <History
        entries={[
          { id: '4', tone: 'xam', icon: 'pencil', title: 'Đang sửa, lần 2', sub: 'Lưu nháp lúc 08:52, 19/11/2024' },
          {
            id: '3',
            tone: 'cam',
            icon: 'arrow-back-up',
            title: 'Trả lại 1 dòng',
            sub: 'Lê Thị Hoa, 15:10, 18/11/2024',
            body: '“Thứ hạng lấy theo dự thảo. Đính kèm quyết định công bố.”',
          },
          {
            id: '2',
            tone: 'cham',
            icon: 'send',
            title: 'Gửi lần 1',
            sub: 'Võ Văn Minh, Trưởng phòng, ký lúc 16:02, 15/11/2024',
          },
          { id: '1', tone: 'luc', icon: 'circle-check', title: 'Tiếp nhận kế hoạch', sub: 'Võ Văn Minh, 11/11/2024' },
        ]}
      />
    ),
  },
]
