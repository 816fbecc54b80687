import type { Example } from '../examples/example.ts'
import { doneStatus, dueStatus, STATUS } from '../status-word/status-words.ts'
import { StatusMatrix } from './status-matrix.tsx'

export const examples: readonly Example[] = [
  {
    id: 'units',
    title: 'Nhiệm vụ theo đơn vị',
    element: (
      <StatusMatrix
        label="Bảng nhiệm vụ theo đơn vị"
        rowHead="Đơn vị"
        totalHead="Đúng hạn"
        columns={[
          { key: 'receive', title: 'Tiếp nhận kế hoạch', sub: 'hạn 28/02' },
          { key: 'disseminate', title: 'Quán triệt kế hoạch', sub: 'hạn 15/03' },
          { key: 'report', title: 'Báo cáo đợt một', sub: 'hạn 08/07' },
        ]}
        rows={[
          {
            id: '1',
            name: 'Văn phòng Sở',
            total: '2/2',
            cells: { receive: { ...doneStatus(0), href: '/mau' }, disseminate: doneStatus(3), report: STATUS.viewing },
          },
          {
            id: '2',
            name: 'Trung tâm Lưu trữ lịch sử',
            total: '0/2',
            cells: {
              receive: { ...dueStatus(-4), href: '/mau', solid: true },
              disseminate: dueStatus(2),
              report: STATUS.notOwed,
            },
          },
          {
            id: '3',
            name: 'Đoàn Thanh niên',
            total: '0/1',
            cells: { receive: dueStatus(12), report: STATUS.returned },
          },
        ]}
      />
    ),
  },
]
