import { Button } from '../button/button.tsx'
import type { Example } from '../examples/example.ts'
import { Stack } from '../layout/layout.tsx'
import { Note } from './note.tsx'

export const examples: readonly Example[] = [
  {
    id: 'tones',
    title: 'Các sắc',
    element: (
      <Stack>
        <Note tone="son" icon="wifi-off" title="Mất kết nối máy chủ" acts={<Button size="s">Thử lại ngay</Button>}>
          Bản nháp còn trên máy này từ 08:52. Tự thử lại sau 20 giây.
        </Note>
        <Note
          tone="cam"
          icon="history"
          title="Võ Văn Minh vừa sửa dòng 2"
          acts={<Button size="s">Xem khác nhau</Button>}
        >
          Bản đang mở cũ hơn 3 phút. Xem phần khác nhau trước khi lưu.
        </Note>
        <Note tone="cham" title="Kế hoạch đã có số, chưa phát động">
          Phát động khi đã chọn xong đơn vị nhận.
        </Note>
        <Note tone="luc" title="Đã gửi báo cáo cho Văn phòng Sở">
          Biên nhận lúc 09:41, 12/07/2022.
        </Note>
        <Note tone="tim" title="Cần người xét">
          Văn bản không nói rõ mức áp dụng cho đơn vị sự nghiệp.
        </Note>
        <Note tone="xam">Đơn vị không có việc này.</Note>
      </Stack>
    ),
  },
]
