import type { Role } from '../../kernel/actor.ts'

/** What each role is called at the head of a line. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  administrator: 'Quản trị viên',
  'standing-office': 'Bộ phận thường trực',
  authority: 'Người có thẩm quyền',
  head: 'Người đứng đầu đơn vị',
  officer: 'Công chức phụ trách thi đua, khen thưởng',
  staff: 'Công chức, viên chức, người lao động',
  auditor: 'Người kiểm tra',
}

/** What each role lets one do, in a line under its name. */
export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  administrator: 'Lập đơn vị, người, tài khoản, giao quyền; xem nhật ký. Không thay người khác ký hay quyết định',
  'standing-office': 'Tạo phong trào từ văn bản, trình, phát động, theo dõi, nhắc các đơn vị, xem bản gửi lên',
  authority: 'Đồng ý hoặc trả lại phong trào trước khi phát động; xem toàn cảnh',
  head: 'Nhận việc thay mặt đơn vị, giao người làm, ký và gửi',
  officer: 'Soạn bản gửi của đơn vị, chuyển người đứng đầu ký',
  staff: 'Xem các phong trào đơn vị mình tham gia',
  auditor: 'Xem mọi nội dung của đơn vị và cấp dưới, xem nhật ký; không sửa gì',
}

/** The roles in the order in which they are offered. */
export const ROLES_OFFERED: readonly Role[] = [
  'staff',
  'officer',
  'head',
  'standing-office',
  'authority',
  'auditor',
  'administrator',
]
