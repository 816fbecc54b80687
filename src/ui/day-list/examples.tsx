import type { Example } from '../examples/example.ts'
import { DayList } from './day-list.tsx'

export const examples: readonly Example[] = [
  {
    id: 'days',
    title: 'Sắp tới',
    element: (
      <DayList
        days={[
          { date: '2022-07-14', words: 'Ngày cuối tổng kết đợt thi đua thứ nhất' },
          { date: '2022-07-27', words: '75 năm Ngày Thương binh Liệt sỹ' },
        ]}
      />
    ),
  },
  {
    id: 'with-year',
    title: 'Có năm',
    element: <DayList year days={[{ date: '2023-01-02', words: 'Nghỉ bù Tết Dương lịch' }]} />,
  },
]
