import { plainDate } from '../../kernel/plain-date.ts'
import type { Example } from '../examples/example.ts'
import { type AxisPeriod, YearAxis } from './year-axis.tsx'

const mark = (date: string, name: string, doubt?: string) => ({ date: plainDate(date), name, doubt })

const PERIODS: readonly AxisPeriod[] = [
  {
    name: 'Đợt thứ nhất',
    from: plainDate('2022-01-01'),
    to: plainDate('2022-06-30'),
    sub: 'Tổng kết trước ngày 15/07/2022, còn 2 ngày',
    marks: [
      mark('2022-02-03', '92 năm Ngày thành lập Đảng Cộng sản Việt Nam'),
      mark('2022-04-30', '47 năm Ngày giải phóng miền Nam, thống nhất đất nước'),
      mark('2022-05-19', '132 năm Ngày sinh Chủ tịch Hồ Chí Minh'),
      mark('2022-06-06', '175 năm ngày sinh Phan Đình Phùng', 'Văn bản ghi ở đợt hai'),
    ],
  },
  {
    name: 'Đợt thứ hai',
    from: plainDate('2022-07-01'),
    to: plainDate('2022-12-31'),
    sub: 'Tổng kết trước ngày 31/12/2022, còn 171 ngày',
    marks: [mark('2022-07-27', '75 năm Ngày Thương binh Liệt sỹ'), mark('2022-09-02', '77 năm Ngày Quốc khánh')],
  },
]

export const examples: readonly Example[] = [
  {
    id: 'two-periods',
    title: 'Hai đợt, giữa năm',
    element: <YearAxis year={2022} today={plainDate('2022-07-12')} periods={PERIODS} />,
  },
  {
    id: 'coming',
    title: 'Chưa bắt đầu, có ngày ngoài các đợt',
    element: (
      <YearAxis
        year={2022}
        today={plainDate('2021-12-20')}
        periods={PERIODS.slice(1)}
        otherMarks={[mark('2022-05-28', '15 năm thành lập thành phố Hà Tĩnh')]}
      />
    ),
  },
]
