import { press } from './on-the-way.ts'
import type { Screen } from './screen.ts'
import { askLetter, askNumber, chooseLate, declareOutage, issueLetter, openLetter } from './urging-on-the-way.ts'

/** The screens of urging: who is late, what was done about it, by which steps, and when not. */
export const URGING_SCREENS: readonly Screen[] = [
  { name: 'qua-han', who: 'hoa', path: () => '/don-doc' },
  { name: 'qua-han-loc', who: 'hoa', path: () => '/don-doc?q=khong+co+viec+nay&stage=told-above' },
  { name: 'qua-han-chon-nhieu', who: 'hoa', path: () => '/don-doc', open: chooseLate },
  {
    name: 'qua-han-nhac-nhieu',
    who: 'hoa',
    path: () => '/don-doc',
    open: async (page) => {
      await chooseLate(page)
      await press(/^Nhắc \d+ việc$/)(page)
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'so-nhac', who: 'hoa', path: ({ duty }) => `/don-doc/viec/${duty('Trung tâm Lưu trữ lịch sử')}` },
  { name: 'thang-nhac', who: 'hoa', path: () => '/don-doc/thang' },
  {
    name: 'thang-nhac-dat',
    who: 'hoa',
    path: () => '/don-doc/thang',
    open: async (page) => {
      await press(/^Đặt thang/)(page)
      await page.getByRole('list', { name: 'Các ngày nhắc' }).waitFor()
    },
  },
  { name: 'soan-cong-van', who: 'hoa', path: () => '/don-doc', open: askLetter },
  { name: 'cong-van-don-doc', who: 'hoa', path: () => '/don-doc/cong-van' },
  { name: 'cong-van-du-thao', who: 'hoa', path: () => '/don-doc/cong-van', open: openLetter },
  { name: 'cong-van-nhap-so', who: 'hoa', path: () => '/don-doc/cong-van', open: askNumber },
  {
    name: 'don-vi-viec-phai-lam',
    who: 'hoa',
    path: ({ unit }) => `/don-vi/${unit('Phòng Công chức, viên chức')}`,
  },
  { name: 'ngay-nghi-de-xuat', who: 'quan', path: () => '/lich?year=2023' },
  { name: 'ngung-he-thong', who: 'quan', path: () => '/ngung-he-thong' },
  { name: 'ngung-he-thong-cong-bo', who: 'quan', path: () => '/ngung-he-thong', open: declareOutage },

  { name: 'cong-van-da-ban-hanh', who: 'hoa', path: () => '/don-doc/cong-van', open: issueLetter, story: 'cong-van' },
  { name: 'cong-van-da-co', who: 'hoa', path: () => '/don-doc/cong-van', story: 'cong-van' },
  { name: 'viec-cua-toi-bi-don-doc', who: 'truong.luu-tru-lich-su', path: () => '/', story: 'cong-van' },
  {
    name: 'cong-van-don-vi-doc',
    who: 'truong.luu-tru-lich-su',
    path: () => '/',
    open: async (page) => {
      await page.getByRole('link', { name: 'Đọc công văn' }).click()
      await page.waitForURL(/\/don-doc\/cong-van\/.+/)
      await page.getByText('318/SNV-VP').first().waitFor()
    },
    story: 'cong-van',
  },

  {
    name: 'ngung-he-thong-dang-ngung',
    who: 'quan',
    path: () => '/ngung-he-thong',
    open: async (page) => {
      await declareOutage(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Công bố ngừng' }).click()
      await page.getByText('Đang ngừng', { exact: true }).waitFor()
    },
    story: 'ngung-he-thong',
  },
  { name: 'viec-cua-toi-khi-ngung', who: 'mai', path: () => '/', story: 'ngung-he-thong' },
  {
    name: 'ngung-he-thong-ket-thuc',
    who: 'quan',
    path: () => '/ngung-he-thong',
    open: press(/^Kết thúc/),
    story: 'ngung-he-thong',
  },
]
