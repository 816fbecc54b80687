import type { CastMember } from '../../accounts/server/index.ts'

/** The password of every sample account: the sample world never stands over real data, and says so on every page. */
export const DEMO_PASSWORD = 'phong-trao-mau-2022'

/** The people one may be by a button on the sign-in page of the sample world. All names are invented. */
export const CAST: readonly CastMember[] = [
  {
    name: 'Lê Thị Hoa',
    post: 'Phó Chánh Văn phòng, thường trực thi đua',
    does: 'Đưa kế hoạch vào, rà soát, phát động, theo dõi và nhắc các đơn vị',
    signInName: 'hoa',
  },
  {
    name: 'Hoàng Đức Phúc',
    post: 'Giám đốc Sở',
    does: 'Đồng ý hoặc trả lại kế hoạch, xem một trang mọi phong trào',
    signInName: 'phuc',
  },
  {
    name: 'Nguyễn Thị Vân Khánh',
    post: 'Phó Giám đốc Sở',
    does: 'Ký thay Giám đốc khi được ủy quyền',
    signInName: 'khanh',
  },
  {
    name: 'Võ Văn Minh',
    post: 'Trưởng phòng Công chức, viên chức',
    does: 'Xác nhận tiếp nhận, giao người thực hiện, ký bản quán triệt',
    signInName: 'minh',
  },
  {
    name: 'Nguyễn Thị Bích Lan',
    post: 'Chuyên viên phụ trách thi đua, Phòng Công chức, viên chức',
    does: 'Soạn bản quán triệt kèm biên bản, ảnh',
    signInName: 'lan',
  },
  {
    name: 'Đỗ Thị Mai',
    post: 'Chuyên viên, Phòng Công chức, viên chức',
    does: 'Xem các phong trào đơn vị mình tham gia',
    signInName: 'mai',
  },
  {
    name: 'Phạm Thị Thu',
    post: 'Phó Trưởng ban Thi đua - Khen thưởng',
    does: 'Xem các phong trào đơn vị mình tham gia',
    signInName: 'thu',
  },
  {
    name: 'Nguyễn Ngọc Sơn',
    post: 'Thanh tra viên, Thanh tra Sở',
    does: 'Xem mọi nội dung và nhật ký, không sửa gì',
    signInName: 'son',
  },
  {
    name: 'Hồ Sỹ Quân',
    post: 'Chuyên viên công nghệ thông tin, quản trị viên',
    does: 'Quản lý đơn vị, người, tài khoản; xem nhật ký; chuyển đồng hồ bản thử',
    signInName: 'quan',
  },
]
