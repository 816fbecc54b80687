import type { Example } from '../examples/example.ts'
import { Tabs } from './tabs.tsx'

export const examples: readonly Example[] = [
  {
    id: 'tabs',
    title: 'Các phần của một phong trào',
    element: (
      <Tabs
        label="Các phần của phong trào"
        current="/mau"
        tabs={[
          { href: '/mau', word: 'Tổng quan' },
          { href: '/mau?phan=nhiem-vu', word: 'Nhiệm vụ', count: 12 },
          { href: '/mau?phan=trien-khai', word: 'Triển khai' },
          { href: '/mau?phan=van-ban', word: 'Văn bản' },
          { href: '/mau?phan=lich-su', word: 'Lịch sử' },
        ]}
      />
    ),
  },
]
