import { totp } from '../../test/totp.ts'
import { CHANGE_SCREENS } from './change-screens.ts'
import {
  applied,
  beginSecondFactor,
  beingCompared,
  compared,
  handedOver,
  openAward,
  openUnit,
  press,
  tellMerger,
} from './on-the-way.ts'
import type { SampleIds, Screen } from './screen.ts'
import { URGING_SCREENS } from './urging-screens.ts'
import { WORK_SCREENS } from './work-screens.ts'

const telling = ({ unit }: SampleIds) => `/don-vi/su-kien?unit=${unit('Phòng Cải cách hành chính')}`

/** Every screen of the sample world, as the person sees it whose screen it is. */
export const SCREENS: readonly Screen[] = [
  { name: 'dang-nhap', path: () => '/dang-nhap' },
  { name: 'viec-cua-toi', who: 'hoa', path: () => '/' },
  { name: 'viec-cua-toi-truong-phong', who: 'minh', path: () => '/' },
  { name: 'tong-quan', who: 'phuc', path: () => '/tong-quan' },
  { name: 'danh-sach-phong-trao', who: 'hoa', path: () => '/phong-trao' },
  { name: 'danh-sach-nhan-vien', who: 'mai', path: () => '/phong-trao' },
  { name: 'tao-tu-van-ban', who: 'hoa', path: () => '/phong-trao/tao' },
  { name: 'ra-soat-van-ban', who: 'hoa', path: ({ reviewed }) => `/phong-trao/${reviewed}/ra-soat` },
  {
    name: 'ra-soat-sua-chi-tieu',
    who: 'hoa',
    path: ({ reviewed }) => `/phong-trao/${reviewed}/ra-soat`,
    open: async (page) => {
      const mend = page.getByRole('button', { name: /^Sửa: .*%/ }).first()
      await mend.click()
      await page.getByRole('button', { name: 'Xong' }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'ra-soat-gui-den', who: 'hoa', path: ({ reviewed }) => `/phong-trao/${reviewed}/ra-soat?buoc=gui-den` },
  { name: 'ra-soat-cho-y-kien', who: 'phuc', path: ({ proposed }) => `/phong-trao/${proposed}/ra-soat` },
  {
    name: 'cho-y-kien',
    who: 'phuc',
    path: ({ proposed }) => `/phong-trao/${proposed}/ra-soat`,
    open: press('Cho ý kiến'),
  },
  {
    name: 'ghi-y-kien-tu-giay',
    who: 'hoa',
    path: ({ proposed }) => `/phong-trao/${proposed}/ra-soat`,
    open: press('Ghi ý kiến từ bản giấy'),
  },
  { name: 'phong-trao', who: 'hoa', path: ({ running }) => `/phong-trao/${running}` },
  { name: 'phong-trao-nhiem-vu', who: 'hoa', path: ({ running }) => `/phong-trao/${running}?phan=nhiem-vu` },
  { name: 'phong-trao-trien-khai', who: 'hoa', path: ({ running }) => `/phong-trao/${running}?phan=trien-khai` },
  { name: 'phong-trao-van-ban', who: 'hoa', path: ({ running }) => `/phong-trao/${running}?phan=van-ban` },
  { name: 'phong-trao-lich-su', who: 'hoa', path: ({ running }) => `/phong-trao/${running}?phan=lich-su` },
  { name: 'viec-phai-lam', who: 'minh', path: ({ duty }) => `/viec/${duty('Phòng Công chức, viên chức')}` },
  { name: 'viec-cua-don-vi', who: 'hoa', path: ({ duty }) => `/viec/${duty('Trung tâm Lưu trữ lịch sử')}` },
  { name: 'soan-quan-triet', who: 'lan', path: ({ duty }) => `/viec/${duty('Phòng Công chức, viên chức')}/quan-triet` },
  {
    name: 'quan-triet-bi-tra-lai',
    who: 'truong.xay-dung-chinh-quyen',
    path: ({ duty }) => `/viec/${duty('Phòng Xây dựng chính quyền')}/quan-triet`,
  },
  { name: 'quan-triet-da-nhan', who: 'hoa', path: ({ duty }) => `/viec/${duty('Văn phòng Sở')}/quan-triet` },
  { name: 'quan-triet-chua-mo', who: 'hoa', path: ({ duty }) => `/viec/${duty('Ban Tôn giáo')}/quan-triet` },
  {
    name: 'danh-sach-ban-giao',
    who: 'minh',
    story: 'ban-giao',
    path: ({ duty }) => `/viec/${duty('Phòng Công chức, viên chức')}`,
    open: handedOver,
  },
  {
    name: 'danh-sach-ban-giao-giay',
    who: 'minh',
    story: 'ban-giao',
    path: ({ duty }) => `/viec/${duty('Phòng Công chức, viên chức')}`,
    open: handedOver,
    onPaper: true,
  },
  ...WORK_SCREENS,
  { name: 'uy-quyen', who: 'phuc', path: () => '/uy-quyen' },
  { name: 'uy-quyen-moi', who: 'phuc', path: () => '/uy-quyen/them' },
  { name: 'ban-giao', who: 'hoa', path: ({ person }) => `/ban-giao/nguoi/${person('Lê Thị Hoa')}` },
  { name: 'phan-cong', who: 'hoa', path: () => '/phan-cong' },
  { name: 'nguoi-moi', who: 'lan', path: () => '/nguoi-moi' },
  { name: 'quy-dinh-ky', who: 'quan', path: () => '/quy-dinh-ky', open: press('Đặt quy định') },
  { name: 'don-vi', who: 'quan', path: () => '/don-vi' },
  { name: 'don-vi-mot-ngay', who: 'quan', path: () => '/don-vi?on=2022-03-01' },
  { name: 'don-vi-chi-tiet', who: 'quan', path: ({ unit }) => `/don-vi/${unit('Phòng Công chức, viên chức')}` },
  { name: 'them-don-vi', who: 'quan', path: () => '/don-vi/them' },
  { name: 'ghi-su-kien', who: 'quan', path: telling },
  {
    name: 'ghi-su-kien-con-thieu',
    who: 'quan',
    path: telling,
    open: async (page) => {
      await press('Xem trước sự kiện')(page)
      await page.getByRole('link', { name: 'Chọn ít nhất 2 đơn vị' }).waitFor()
    },
  },
  { name: 'ghi-su-kien-xem-truoc', who: 'quan', path: telling, open: tellMerger },
  { name: 'cum-khoi', who: 'hoa', path: () => '/cum-khoi' },
  { name: 'cum-khoi-chi-tiet', who: 'hoa', path: ({ cluster }) => `/cum-khoi/${cluster}` },
  { name: 'lap-cum-khoi', who: 'hoa', path: () => '/cum-khoi/them' },
  { name: 'nguoi', who: 'quan', path: () => '/nguoi' },
  { name: 'nguoi-chi-tiet', who: 'quan', path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}` },
  {
    name: 'nguoi-thong-tin-rieng',
    who: 'quan',
    path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}`,
    open: async (page) => {
      await press(/^Xem ngày sinh/)(page)
      await page.getByText('Dân tộc', { exact: true }).first().waitFor()
    },
  },
  { name: 'nguoi-dong-nghiep', who: 'mai', path: ({ person }) => `/nguoi/${person('Nguyễn Thị Bích Lan')}` },
  {
    name: 'giao-quyen',
    who: 'quan',
    path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}`,
    open: press('Giao quyền'),
  },
  { name: 'them-nguoi', who: 'quan', path: () => '/nguoi/them' },
  {
    name: 'sua-nguoi',
    who: 'quan',
    path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}/sua`,
    open: async (page) => {
      await press('Mở thông tin riêng để sửa')(page)
      await page.getByRole('textbox', { name: 'Ngày sinh' }).waitFor()
    },
  },
  { name: 'gop-nguoi', who: 'quan', path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}/gop` },
  { name: 'ho-so-cua-toi', who: 'mai', path: () => '/ho-so-cua-toi' },
  { name: 'de-nghi-sua', who: 'mai', path: () => '/ho-so-cua-toi', open: press('Đề nghị sửa') },
  { name: 'du-lieu-ca-nhan', who: 'mai', path: () => '/du-lieu-ca-nhan' },
  { name: 'xep-loai', who: 'hoa', path: () => '/xep-loai' },
  { name: 'xep-loai-dang-ghi', who: 'lan', path: () => '/xep-loai', open: openUnit('Phòng Công chức, viên chức') },
  {
    name: 'xep-loai-cho-xac-nhan',
    who: 'truong.thanh-tra',
    path: () => '/xep-loai',
    open: async (page) => {
      await openUnit('Thanh tra Sở')(page)
      await press('Xác nhận hoặc trả lại')(page)
    },
  },
  { name: 'xep-loai-da-xac-nhan', who: 'hoa', path: () => '/xep-loai', open: openUnit('Văn phòng Sở') },
  { name: 'ket-qua-mot-nguoi', who: 'hoa', path: ({ person }) => `/xep-loai/ca-nhan/${person('Lê Đức Mạnh')}` },
  { name: 'ket-qua-mot-don-vi', who: 'hoa', path: ({ unit }) => `/xep-loai/tap-the/${unit('Ban Tôn giáo')}` },
  { name: 'ky-xet', who: 'quan', path: () => '/ky-xet' },
  { name: 'so-khen-thuong', who: 'hoa', path: () => '/so-khen-thuong' },
  {
    name: 'khen-thuong-chua-xac-dinh',
    who: 'hoa',
    path: () => '/so-khen-thuong?q=Do+Thi+Mai',
    open: openAward('Lao động tiên tiến'),
  },
  {
    name: 'khen-thuong-mot-nguoi',
    who: 'mai',
    path: ({ person }) => `/so-khen-thuong/ca-nhan/${person('Võ Văn Minh')}`,
  },
  { name: 'ghi-khen-thuong', who: 'hoa', path: () => '/so-khen-thuong/them' },
  { name: 'ngay-nghi', who: 'quan', path: () => '/lich' },
  { name: 'nhat-ky', who: 'quan', path: () => '/nhat-ky' },
  { name: 'niem-phong', who: 'quan', path: () => '/nhat-ky/niem-phong' },
  { name: 'quy-dinh-dang-nhap', who: 'quan', path: () => '/quy-dinh-dang-nhap' },
  { name: 'thu-gui-di', who: 'quan', path: () => '/thu-cho-gui' },
  { name: 'sao-luu', who: 'quan', path: () => '/sao-luu' },
  { name: 'tinh-trang', who: 'quan', path: () => '/tinh-trang' },
  { name: 'tai-khoan', who: 'minh', path: () => '/tai-khoan' },
  { name: 'bat-xac-thuc-hai-buoc', who: 'minh', path: () => '/tai-khoan', open: press('Bật xác thực hai bước') },
  {
    name: 'quet-ma-qr',
    who: 'thu',
    path: () => '/tai-khoan',
    open: async (page) => void (await beginSecondFactor(page)),
  },
  {
    name: 'ma-khoi-phuc',
    who: 'thu',
    path: () => '/tai-khoan',
    open: async (page) => {
      const secret = await beginSecondFactor(page)
      await page.getByRole('textbox', { name: 'Mã xác thực' }).fill(totp(secret))
      await page.keyboard.press('Enter')
      await page.getByRole('list', { name: /^Mã khôi phục/ }).waitFor()
    },
  },
  {
    name: 'cap-ma-dat-lai-mat-khau',
    who: 'quan',
    path: ({ person }) => `/nguoi/${person('Võ Văn Minh')}`,
    open: press('Cho đặt lại mật khẩu'),
  },
  { name: 'quen-mat-khau', path: () => '/quen-mat-khau' },
  { name: 'dat-mat-khau', path: () => '/dat-mat-khau' },
  { name: 'nhap-tu-tep-moi', who: 'quan', path: () => '/nhap/moi' },
  { name: 'nhap-loi', who: 'quan', path: () => '/nhap/moi', open: compared(/^Lỗi/) },
  { name: 'nhap-can-xem', who: 'quan', path: () => '/nhap/moi', open: compared(/^Cần xem/) },
  {
    name: 'nhap-xac-nhan',
    who: 'quan',
    path: () => '/nhap/moi',
    open: async (page) => {
      await compared(/^Mới/)(page)
      await press(/^Áp dụng \d/)(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'nhap-da-hoan-tac',
    who: 'quan',
    path: () => '/nhap/moi',
    open: async (page) => {
      await applied(page)
      await press('Hoàn tác cả lần nhập')(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click()
      await page.getByText(/Không dòng nào phải để lại/).waitFor()
    },
  },
  {
    name: 'nhap-dang-doi-chieu',
    who: 'quan',
    path: () => '/nhap/moi',
    open: beingCompared,
  },
  { name: 'nhap-tu-tep', who: 'quan', path: () => '/nhap' },
  { name: 'khong-thay-trang', who: 'mai', path: () => '/khong-co-trang-nay' },
  { name: 'cong-khai', path: () => '/cong-khai' },
  { name: 'cong-khai-phong-trao', path: ({ running }) => `/cong-khai/phong-trao/${running}` },
  { name: 'api', path: () => '/api/docs' },
  ...URGING_SCREENS,
  ...CHANGE_SCREENS,
]
