import { press } from './on-the-way.ts'
import type { SampleIds, Screen } from './screen.ts'
import { closeCampaign, decideAll, giveTask, pauseCampaign, resumeCampaign, sendToAll } from './urging-on-the-way.ts'

const story = 'phong-trao'
const reviewing = ({ reviewed }: SampleIds) => `/phong-trao/${reviewed}/ra-soat`

/** A campaign after its launch: seen by whoever answers for it, prolonged, paused, taken up again and closed, each by its paper. */
export const CHANGE_SCREENS: readonly Screen[] = [
  { name: 'tong-quan-mo-danh-sach', who: 'phuc', path: () => '/tong-quan?xem=done-lately' },
  {
    name: 'phong-trao-loc-qua-han',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}?phan=trien-khai&loc=late`,
  },
  { name: 'phong-trao-don-vi', who: 'minh', path: ({ running }) => `/phong-trao/${running}` },
  { name: 'gia-han', who: 'hoa', path: ({ running }) => `/phong-trao/${running}/gia-han` },
  {
    name: 'tam-dung',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}`,
    open: press('Tạm dừng phong trào'),
  },
  { name: 'ket-thuc', who: 'hoa', path: ({ running }) => `/phong-trao/${running}/ket-thuc` },
  {
    name: 'ket-thuc-con-thieu',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}/ket-thuc`,
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Xem \d+ đơn vị/ })
        .first()
        .click()
      await page.getByRole('radio', { name: 'Miễn' }).first().check()
      await press('Kết thúc phong trào')(page)
      await page.getByRole('link', { name: /^Còn \d+ loại việc/ }).waitFor()
    },
  },
  { name: 'ket-thuc-da-chon', who: 'hoa', path: ({ running }) => `/phong-trao/${running}/ket-thuc`, open: decideAll },

  { name: 'ra-soat-dat-cach-giao', who: 'hoa', path: reviewing, open: giveTask, story: 'ra-soat' },
  {
    name: 'ra-soat-nhiem-vu',
    who: 'hoa',
    path: reviewing,
    open: async (page) => {
      await giveTask(page)
      await press('Lưu cách giao')(page)
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page
        .getByRole('button', { name: /^Đặt lại:/ })
        .first()
        .scrollIntoViewIfNeeded()
    },
    story: 'ra-soat',
  },
  {
    name: 'ra-soat-se-gui',
    who: 'hoa',
    path: (ids) => `${reviewing(ids)}?buoc=gui-den`,
    open: async (page) => {
      await sendToAll(page)
      await page.getByRole('heading', { name: /^Sẽ gửi/ }).scrollIntoViewIfNeeded()
    },
    story: 'ra-soat',
  },

  {
    name: 'phong-trao-tam-dung',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}`,
    open: pauseCampaign,
    story,
  },
  {
    name: 'tiep-tuc',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}`,
    open: press('Tiếp tục phong trào'),
    story,
  },
  {
    name: 'phong-trao-tiep-tuc',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}`,
    open: resumeCampaign,
    story,
  },
  {
    name: 'phong-trao-da-ket-thuc',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}/ket-thuc`,
    open: closeCampaign,
    story,
  },
  {
    name: 'phong-trao-da-ket-thuc-trien-khai',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}?phan=trien-khai`,
    story,
  },
  {
    name: 'phong-trao-da-ket-thuc-van-ban',
    who: 'hoa',
    path: ({ running }) => `/phong-trao/${running}?phan=van-ban`,
    story,
  },
  { name: 'cong-khai-da-ket-thuc', path: ({ running }) => `/cong-khai/phong-trao/${running}`, story },
]
