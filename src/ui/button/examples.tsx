import type { Example } from '../examples/example.ts'
import { Acts, Button, ButtonLink } from './button.tsx'

export const examples: readonly Example[] = [
  {
    id: 'kinds',
    title: 'Chính, viền, chữ, trong lời, nguy hiểm',
    element: (
      <Acts>
        <Button kind="primary">Gửi báo cáo</Button>
        <Button>Xem trước</Button>
        <Button kind="subtle">Giữ nguyên, ghi lý do</Button>
        <Button kind="text">Nêu giải trình</Button>
        <Button kind="danger">Kết thúc phong trào</Button>
      </Acts>
    ),
  },
  {
    id: 'icons',
    title: 'Có hình, chỉ có hình',
    element: (
      <Acts>
        <Button kind="primary" icon="send">
          Gửi báo cáo
        </Button>
        <Button icon="upload">Đưa văn bản vào</Button>
        <Button icon="download" square>
          Tải tệp gốc
        </Button>
        <Button kind="subtle" icon="x" square>
          Gỡ tệp
        </Button>
      </Acts>
    ),
  },
  {
    id: 'sizes',
    title: 'Nhỏ, thường, lớn',
    element: (
      <Acts>
        <Button size="s">Nhắc</Button>
        <Button>Nhắc 4 đơn vị</Button>
        <Button size="l" kind="primary">
          Đăng nhập
        </Button>
      </Acts>
    ),
  },
  {
    id: 'busy',
    title: 'Đang làm',
    element: (
      <Button kind="primary" busy>
        Gửi báo cáo
      </Button>
    ),
  },
  { id: 'link', title: 'Đường dẫn dạng nút', element: <ButtonLink href="/mau">Mở bản thảo</ButtonLink> },
]
