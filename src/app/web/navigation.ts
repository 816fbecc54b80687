import type { Section } from '../../accounts/web/index.ts'
import type { PageRoute } from '../../platform/web/page-route.ts'
import type { NavGroup, NavItem } from '../../ui/index.ts'

type Entry = NavItem & { section: Section }

const GROUPS: readonly { title?: string; entries: readonly Entry[] }[] = [
  {
    entries: [{ section: 'my-work', href: '/', word: 'Việc của tôi', icon: 'inbox' }],
  },
  {
    title: 'Phong trào',
    entries: [
      { section: 'overview', href: '/tong-quan', word: 'Tổng quan', icon: 'chart-bar' },
      { section: 'late-board', href: '/don-doc', word: 'Đơn vị quá hạn', short: 'Quá hạn', icon: 'bell-ringing' },
      {
        section: 'report-forms',
        href: '/bao-cao/bieu-mau',
        word: 'Biểu mẫu báo cáo',
        short: 'Biểu mẫu',
        icon: 'clipboard-list',
      },
      { section: 'campaigns', href: '/phong-trao', word: 'Phong trào thi đua', short: 'Phong trào', icon: 'flag' },
      {
        section: 'new-campaign',
        href: '/phong-trao/tao',
        word: 'Tạo từ văn bản',
        short: 'Tạo mới',
        icon: 'file-upload',
      },
    ],
  },
  {
    title: 'Việc của các đơn vị',
    entries: [
      { section: 'ledger', href: '/so-viec', word: 'Sổ việc', icon: 'clipboard-list' },
      { section: 'assignments', href: '/giao-viec', word: 'Giao việc', icon: 'send' },
    ],
  },
  {
    title: 'Kết quả, khen thưởng',
    entries: [
      { section: 'ratings', href: '/xep-loai', word: 'Kết quả xếp loại', short: 'Xếp loại', icon: 'clipboard-check' },
      {
        section: 'registry',
        href: '/so-khen-thuong',
        word: 'Sổ khen thưởng',
        short: 'Khen thưởng',
        icon: 'certificate',
      },
      { section: 'examples', href: '/dien-hinh', word: 'Điển hình đã ghi', short: 'Điển hình', icon: 'star' },
    ],
  },
  {
    title: 'Cơ quan',
    entries: [
      { section: 'organisation', href: '/don-vi', word: 'Đơn vị', icon: 'sitemap' },
      { section: 'clusters', href: '/cum-khoi', word: 'Cụm, khối thi đua', short: 'Cụm, khối', icon: 'building' },
      { section: 'people', href: '/nguoi', word: 'Người và tài khoản', icon: 'users' },
      { section: 'imports', href: '/nhap', word: 'Nhập từ tệp', short: 'Nhập tệp', icon: 'file-upload' },
      { section: 'delegations', href: '/uy-quyen', word: 'Ủy quyền, bàn giao', short: 'Ủy quyền', icon: 'user-check' },
      { section: 'looking-after', href: '/phan-cong', word: 'Phân công theo dõi', icon: 'list-check' },
      { section: 'award-periods', href: '/ky-xet', word: 'Kỳ xét khen thưởng', icon: 'calendar-event' },
      { section: 'calendar', href: '/lich', word: 'Ngày nghỉ', icon: 'calendar' },
    ],
  },
  {
    title: 'Hệ thống',
    entries: [
      { section: 'record', href: '/nhat-ky', word: 'Nhật ký', icon: 'history' },
      { section: 'sign-in-rules', href: '/quy-dinh-dang-nhap', word: 'Quy định đăng nhập', icon: 'shield-check' },
      { section: 'step-rules', href: '/quy-dinh-ky', word: 'Quy định ký', icon: 'writing-sign' },
      { section: 'outbox', href: '/thu-cho-gui', word: 'Thư gửi đi', icon: 'mail' },
      { section: 'backups', href: '/sao-luu', word: 'Sao lưu', icon: 'copy' },
      { section: 'outages', href: '/ngung-he-thong', word: 'Ngừng hệ thống', short: 'Ngừng', icon: 'alert-triangle' },
      { section: 'health', href: '/tinh-trang', word: 'Tình trạng hệ thống', icon: 'database' },
    ],
  },
]

/** The navigation of one person: what he may open and what has a page, nothing else. */
export function navigationFor(sections: readonly Section[], routes: readonly PageRoute[]): NavGroup[] {
  const paths = new Set<string>(routes.map((route) => route.path))
  return GROUPS.map((group) => ({
    title: group.title,
    items: group.entries.filter((entry) => sections.includes(entry.section) && paths.has(entry.href)),
  })).filter((group) => group.items.length > 0)
}

/** The address of a section's own page. */
export function sectionHref(section: string | undefined): string | undefined {
  return GROUPS.flatMap((group) => group.entries).find((entry) => entry.section === section)?.href
}
