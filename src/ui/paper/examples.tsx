import type { Example } from '../examples/example.ts'
import { WithState } from '../examples/with-state.tsx'
import type { PaperMark } from './mark-segments.ts'
import { MarkedPaper, Paper } from './paper.tsx'

const TEXT = `Số:      /KH-SNV
Hà Tĩnh, ngày      tháng 01 năm 2022

KẾ HOẠCH
phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022

- 100% phòng, ban, trung tâm đạt danh hiệu tập thể lao động tiên tiến, trong đó 20% tập thể đạt danh hiệu tập thể lao động xuất sắc.
- 100% cán bộ, công chức, viên chức đạt danh hiệu lao động tiên tiến.`

function markOf(id: string, number: number, words: string, doubtful?: boolean): PaperMark {
  const start = TEXT.indexOf(words)
  return { id, number, start, end: start + words.length, doubtful }
}

const MARKS: readonly PaperMark[] = [
  markOf('so', 1, 'Số:      /KH-SNV', true),
  markOf('ngay', 2, 'ngày      tháng 01 năm 2022', true),
  markOf(
    'trich-yeu',
    3,
    'phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022',
  ),
  markOf('chi-tieu-1', 4, '100% phòng, ban, trung tâm đạt danh hiệu tập thể lao động tiên tiến'),
  markOf('chi-tieu-2', 5, '20% tập thể đạt danh hiệu tập thể lao động xuất sắc'),
  markOf('danh-hieu', 6, 'tập thể lao động xuất sắc'),
]

export const examples: readonly Example[] = [
  {
    id: 'marked',
    title: 'Đánh dấu chỗ đã đọc: chắc, ngờ, đang xem, lồng nhau',
    element: (
      <WithState<string | undefined> start="trich-yeu">
        {(active, setActive) => (
          <MarkedPaper text={TEXT} marks={MARKS} active={active} onMark={setActive} label="Văn bản đã đọc" />
        )}
      </WithState>
    ),
  },
  {
    id: 'plain',
    title: 'Tờ giấy thường',
    element: (
      <Paper sheet label="Biên nhận">
        <p>Văn phòng Sở đã nhận báo cáo quán triệt của Phòng Cải cách hành chính lúc 09:41 ngày 12/7/2022.</p>
      </Paper>
    ),
  },
]
