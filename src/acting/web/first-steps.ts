import type { Me } from '../../accounts/web/index.ts'

type Step = { words: string; href: string; why?: string }

/** What somebody new does first, by what he may do. */
export const FIRST_STEPS: Readonly<Record<Me['roles'][number], readonly Step[]>> = {
  head: [
    { words: 'Xem việc đơn vị đang phải làm', href: '/', why: 'việc quá hạn và sắp đến hạn đứng đầu' },
    { words: 'Giao việc cho người thực hiện', href: '/', why: 'mở từng việc rồi chọn người' },
    { words: 'Xem ai đang ở trong đơn vị', href: '/nguoi' },
  ],
  officer: [
    { words: 'Xem việc đơn vị đang phải làm', href: '/' },
    { words: 'Đọc các phong trào đang chạy', href: '/phong-trao', why: 'chỉ tiêu, mốc thời gian, nhiệm vụ của đơn vị' },
  ],
  staff: [{ words: 'Xem phong trào đang chạy', href: '/phong-trao' }],
  'standing-office': [
    { words: 'Xem mình theo dõi đơn vị nào', href: '/phan-cong' },
    { words: 'Xem đơn vị đang quá hạn', href: '/' },
    { words: 'Xem tổng quan các phong trào', href: '/tong-quan' },
  ],
  authority: [
    { words: 'Xem việc chờ ý kiến', href: '/' },
    { words: 'Ủy quyền cho cấp phó khi vắng mặt', href: '/uy-quyen' },
  ],
  administrator: [
    { words: 'Xem cây đơn vị', href: '/don-vi' },
    { words: 'Xem người và tài khoản', href: '/nguoi' },
    { words: 'Xem tình trạng hệ thống', href: '/tinh-trang' },
  ],
  auditor: [{ words: 'Xem tổng quan các phong trào', href: '/tong-quan' }],
}
