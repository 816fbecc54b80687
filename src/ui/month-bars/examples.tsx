import type { Example } from '../examples/example.ts'
import { MonthBars } from './month-bars.tsx'

const SERIES = ['Đúng hạn', 'Muộn', 'Còn nợ'] as const
const month = (no: number, onTime: number, late: number, open: number) => ({
  short: `T${no}`,
  name: `tháng ${no} năm 2022`,
  parts: [onTime, late, open],
  over: `${Math.round((onTime * 100) / (onTime + late + open))}%`,
})

export const examples: readonly Example[] = [
  {
    id: 'half-a-year',
    title: 'Sáu tháng, tháng nào cũng có việc muộn',
    element: (
      <MonthBars
        title="Tháng 6 năm 2022 có 24 trong 27 việc đúng hạn, 89%; thấp nhất là tháng 2, 78%."
        series={SERIES}
        months={[
          month(1, 15, 2, 1),
          month(2, 21, 4, 2),
          month(3, 17, 3, 0),
          month(4, 14, 2, 0),
          month(5, 16, 1, 1),
          month(6, 24, 2, 1),
        ]}
      />
    ),
  },
  {
    id: 'an-empty-month',
    title: 'Có tháng không có việc đến hạn',
    element: (
      <MonthBars
        title="Tháng 1 năm 2022 có 8 trong 9 việc đúng hạn; tháng 2 không có việc đến hạn."
        series={SERIES}
        months={[month(1, 8, 1, 0), { short: 'T2', name: 'tháng 2 năm 2022', parts: [0, 0, 0] }]}
      />
    ),
  },
]
