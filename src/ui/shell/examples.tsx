import type { Example } from '../examples/example.ts'
import { Note } from '../note/note.tsx'
import { PageHeader } from '../page-header/page-header.tsx'
import { Panel } from '../panel/panel.tsx'
import { AppShell, type NavGroup, SampleMark } from './app-shell.tsx'

const nothing = () => undefined

const GROUPS: readonly NavGroup[] = [
  { items: [{ href: '/mau/shell/full', word: 'Việc của tôi', icon: 'inbox', count: 8 }] },
  {
    title: 'Phong trào',
    items: [
      { href: '/phong-trao', word: 'Phong trào thi đua', short: 'Phong trào', icon: 'flag' },
      { href: '/phong-trao/tao', word: 'Tạo từ văn bản', short: 'Tạo mới', icon: 'file-upload' },
    ],
  },
  { title: 'Quản trị', items: [{ href: '/don-vi', word: 'Đơn vị', icon: 'sitemap' }] },
]

const frame = {
  organisation: 'Sở Nội vụ Hà Tĩnh',
  groups: GROUPS,
  phone: GROUPS.flatMap((group) => group.items).slice(0, 3),
  current: '/mau/shell/full',
  person: {
    name: 'Lê Thị Hoa',
    post: 'Văn phòng Sở',
    menu: [
      { word: 'Đổi mật khẩu', icon: 'key' as const, onPress: nothing },
      { word: 'Đăng xuất', icon: 'logout' as const, onPress: nothing },
    ],
  },
}

export const examples: readonly Example[] = [
  {
    id: 'full',
    title: 'Khung với dữ liệu mẫu và đồng hồ',
    alone: true,
    element: (
      <AppShell {...frame} mark={<SampleMark clock="08:00, 12/07/2022" onPress={nothing} />}>
        <PageHeader title="Việc của tôi" lead="Thứ Ba, 12/07/2022" />
        <Panel title="Phải làm" count={3}>
          <p>Nội dung trang.</p>
        </Panel>
      </AppShell>
    ),
  },
  {
    id: 'rail',
    title: 'Thanh hẹp, mất mạng',
    alone: true,
    element: (
      <AppShell
        {...frame}
        rail
        banner={
          <Note tone="son" icon="wifi-off" title="Mất kết nối mạng">
            Nội dung trên màn hình còn nguyên. Có mạng lại thì làm tiếp
          </Note>
        }
      >
        <PageHeader title="Rà soát văn bản" />
        <Panel title="Dữ kiện">
          <p>Nội dung trang.</p>
        </Panel>
      </AppShell>
    ),
  },
]
