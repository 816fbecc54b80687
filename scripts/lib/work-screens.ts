import type { Page } from 'playwright'
import { press } from './on-the-way.ts'
import type { SampleIds, Screen } from './screen.ts'

/* Screens of what units owe: the ledger, work given, reports from their form to the whole branch. */

const OWN = 'Phòng Công chức, viên chức'
const SENT = 'Thanh tra Sở'
const report = (unit: string) => (ids: SampleIds) => `/viec/${ids.owed(unit, 'report')}/bao-cao`
const assembled =
  (part = '') =>
  ({ form }: SampleIds) =>
    `/bao-cao/${form}/tong-hop${part}`

const line = (page: Page, label: string) => page.getByRole('article').filter({ hasText: label }).first()
const byHand = /Nhiệm vụ, chỉ tiêu kế hoạch/

export const WORK_SCREENS: readonly Screen[] = [
  { name: 'so-viec', who: 'hoa', path: () => '/so-viec' },
  { name: 'so-viec-thang', who: 'hoa', path: () => '/so-viec?thang=2022-07' },
  {
    name: 'so-viec-chon',
    who: 'hoa',
    path: () => '/so-viec',
    open: async (page) => {
      for (const row of [0, 1, 2])
        await page
          .getByRole('checkbox', { name: /^Chọn / })
          .nth(row + 1)
          .check()
      await press(/^Gia hạn/)(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'so-viec-don-vi', who: 'minh', path: () => '/so-viec?trang-thai=all' },
  { name: 'giao-viec', who: 'hoa', path: () => '/giao-viec' },
  { name: 'giao-viec-moi', who: 'hoa', path: () => '/giao-viec/moi' },
  { name: 'giao-viec-chi-tiet', who: 'hoa', path: ({ assignment }) => `/giao-viec/${assignment}` },
  { name: 'giao-viec-sua', who: 'hoa', path: ({ assignment }) => `/giao-viec/${assignment}/sua` },
  { name: 'viec-theo-cong-van', who: 'minh', path: ({ owed }) => `/viec/${owed(OWN, 'task')}` },
  { name: 'viec-chia-phan', who: 'minh', path: ({ owed }) => `/viec/${owed(OWN, 'report')}` },
  { name: 'viec-phan-cua-toi', who: 'mai', path: ({ owed }) => `/viec/${owed(OWN, 'report')}` },
  { name: 'viec-xin-gia-han', who: 'hoa', path: ({ owed }) => `/viec/${owed('Trung tâm Lưu trữ lịch sử', 'report')}` },
  { name: 'viec-da-xong', who: 'hoa', path: ({ owed }) => `/viec/${owed('Ban Thi đua - Khen thưởng', 'task')}` },
  { name: 'hoan-thanh-soan', who: 'lan', path: ({ owed }) => `/viec/${owed(OWN, 'task')}/hoan-thanh` },
  {
    name: 'hoan-thanh-da-nhan',
    who: 'hoa',
    path: ({ owed }) => `/viec/${owed('Ban Thi đua - Khen thưởng', 'task')}/hoan-thanh`,
  },
  { name: 'nhap-ban-giay', who: 'hoa', path: ({ owed }) => `/viec/${owed(OWN, 'task')}/nhap-ban-giay` },
  { name: 'viec-cua-toi-nhan-vien', who: 'mai', path: () => '/' },
  { name: 'viec-cua-toi-cho-ky', who: 'truong.cai-cach-hanh-chinh', path: () => '/' },
  { name: 'bao-cao-soan', who: 'lan', path: report(OWN) },
  {
    name: 'bao-cao-con-thieu',
    who: 'lan',
    path: report(OWN),
    open: async (page) => {
      await press('Chuyển ký')(page)
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'bao-cao-gop', who: 'mai', path: report(OWN) },
  {
    name: 'bao-cao-gop-mot-dong',
    who: 'mai',
    path: report(OWN),
    open: async (page) => {
      await line(page, 'Chi thường xuyên tiết kiệm được').getByRole('button', { name: 'Góp cho dòng này' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'bao-cao-cho-ky', who: 'truong.cai-cach-hanh-chinh', path: report('Phòng Cải cách hành chính') },
  {
    name: 'bao-cao-ky',
    who: 'truong.cai-cach-hanh-chinh',
    path: report('Phòng Cải cách hành chính'),
    open: async (page) => {
      await press('Ký và gửi')(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'bao-cao-bi-tra-lai', who: 'thidua.ban-ton-giao', path: report('Ban Tôn giáo') },
  { name: 'bao-cao-moi-gui', who: 'hoa', path: report(SENT), story: 'nhan-bao-cao' },
  {
    name: 'bao-cao-xem-tung-dong',
    who: 'hoa',
    story: 'nhan-bao-cao',
    path: report(SENT),
    open: async (page) => {
      await press('Mở xem báo cáo')(page)
      await line(page, 'Cán bộ, công chức, viên chức').getByRole('button', { name: 'Dòng này được' }).click()
      await page.getByText('Được', { exact: true }).waitFor()
    },
  },
  {
    name: 'bao-cao-tra-lai-dong',
    who: 'hoa',
    story: 'nhan-bao-cao',
    path: report(SENT),
    open: async (page) => {
      await page
        .getByRole('article')
        .filter({ hasText: byHand })
        .getByRole('button', { name: 'Trả lại dòng này' })
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'bao-cao-da-nhan', who: 'hoa', path: report('Ban Thi đua - Khen thưởng') },
  {
    name: 'bao-cao-nhap-giay',
    who: 'hoa',
    path: ({ owed }) => `/viec/${owed('Trung tâm Lưu trữ lịch sử', 'report')}/nhap-bao-cao-giay`,
  },
  { name: 'bieu-mau', who: 'hoa', path: () => '/bao-cao/bieu-mau' },
  {
    name: 'bieu-mau-lap',
    who: 'hoa',
    path: () => '/bao-cao/bieu-mau',
    open: async (page) => {
      await press('Lập biểu mẫu')(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'bieu-mau-chi-tiet', who: 'hoa', path: ({ form }) => `/bao-cao/bieu-mau/${form}` },
  {
    name: 'bieu-mau-xem-truoc',
    who: 'hoa',
    path: ({ form }) => `/bao-cao/bieu-mau/${form}`,
    open: press('Xem như đơn vị thấy'),
  },
  {
    name: 'bieu-mau-soan',
    who: 'hoa',
    story: 'bieu-mau',
    path: () => '/bao-cao/bieu-mau',
    open: async (page) => {
      await press('Lập biểu mẫu')(page)
      const dialog = page.getByRole('dialog')
      const campaign = dialog.getByRole('combobox', { name: /^Phong trào/ })
      const first = await campaign.locator('option').nth(1).getAttribute('value')
      await campaign.selectOption(first)
      await dialog.getByRole('radio', { name: /^Chỉ tiêu, nhiệm vụ của kế hoạch/ }).check()
      await dialog.getByRole('button', { name: 'Lập biểu mẫu' }).click()
      await page.waitForURL(/\/bao-cao\/bieu-mau\/.+/)
      await page.getByRole('button', { name: /^1\. / }).first().click()
    },
  },
  { name: 'tong-hop', who: 'hoa', path: assembled() },
  { name: 'tong-hop-theo-don-vi', who: 'hoa', path: assembled('?phan=theo-don-vi') },
  { name: 'tong-hop-phan-loi', who: 'hoa', path: assembled('?phan=phan-loi') },
  { name: 'tong-hop-chua-gui', who: 'hoa', path: assembled('?phan=chua-gui') },
  {
    name: 'tong-hop-mot-dong',
    who: 'hoa',
    path: assembled(),
    open: async (page) => {
      await press(/: xem từng đơn vị$/)(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'dien-hinh', who: 'hoa', path: () => '/dien-hinh' },
  {
    name: 'ghi-dien-hinh',
    who: 'lan',
    path: () => '/dien-hinh',
    open: async (page) => {
      await press('Ghi điển hình')(page)
      await page.getByRole('dialog').waitFor()
    },
  },
]
