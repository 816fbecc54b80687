import { mkdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PEOPLE_COLUMNS } from '../src/imports/server/people/people-columns.ts'
import type { SheetRow } from '../src/kernel/sheet-columns.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../src/typeset/index.ts'
import { enterAs, expectTitle, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere } from './lib/page-checks.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>
const UNIT = 'Phòng Công chức, viên chức'
/** `PICTURES=thư-mục` keeps what is seen on the way, at a desk and in a hand. */
const PICTURES = process.env.PICTURES

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 300_000)

afterAll(() => office?.close())

test('nhập danh sách người có ba loại lỗi, áp dụng rồi hoàn tác', { timeout: 600_000 }, async () => {
  const quan = await office.sitDown()
  await enterAs(quan, 'Hồ Sỹ Quân')
  await bringTheSheet(quan)
  await seeWhatIsWrong(quan)
  await decideTheDoubt(quan)
  await applyAndSee(quan)
  await undoAndSee(quan)
  expect(office.complaints()).toEqual([])
})

const row = (staffCode: string, name: string, more: Partial<Row> = {}): Row => ({
  staffCode,
  name,
  unit: UNIT,
  title: 'Chuyên viên',
  from: '2022-07-12' as never,
  ...more,
})

/** Two that are well, one that may be somebody, and three kinds of fault. */
async function sheet(): Promise<Buffer> {
  const rows = [
    row('NM-01', 'Nguyễn Thu Hằng', { birth: '1992-05-06', gender: 'female' }),
    row('NM-02', 'Trịnh Văn Khôi', { citizenId: '042092001234' }),
    { name: 'Võ Văn Minh', unit: UNIT, title: 'Trưởng phòng' },
    row('NM-04', 'Đinh Thị Mơ', { unit: 'Phòng không có' }),
    row('NM-05', 'Cao Xuân Nam', { citizenId: '12345' }),
    row('NM-06', 'Phùng Oanh'),
    row('NM-06', 'Phùng Oanh Oanh'),
  ]
  return buffer(writeSheet({ name: 'Danh sách', columns: PEOPLE_COLUMNS, rows }).bytes)
}

async function bringTheSheet(quan: Page): Promise<void> {
  await quan.getByRole('link', { name: 'Nhập từ tệp' }).first().click()
  await expectTitle(quan, 'Nhập từ tệp')
  await quan.getByText('Chưa nhập lần nào').waitFor()
  await expectSoundEverywhere(quan)
  await quan.getByRole('main').getByRole('link', { name: 'Nhập từ tệp' }).last().click()
  await quan.getByText('Cách điền').waitFor()
  await picture(quan, 'nhap-moi')
  await expectSoundEverywhere(quan)
  const template = await quan.request.get('/api/imports/templates/people.xlsx')
  expect(template.status()).toBe(200)
  const file = { name: 'danh-sach-nguoi-moi.xlsx', mimeType: XLSX_MEDIA_TYPE, buffer: await sheet() }
  await quan.locator('input[type=file]').setInputFiles(file)
  await quan.waitForURL(/\/nhap\/[0-9a-f-]+/)
  await expectTitle(quan, 'danh-sach-nguoi-moi.xlsx')
  await quan.getByRole('navigation', { name: 'Kết quả đối chiếu' }).waitFor()
}

const tab = (quan: Page, name: RegExp) =>
  quan.getByRole('navigation', { name: 'Kết quả đối chiếu' }).getByRole('link', { name })

async function seeWhatIsWrong(quan: Page): Promise<void> {
  await tab(quan, /^Lỗi/).click()
  await quan.getByText('Không có đơn vị “Phòng không có” trong phạm vi nhập').waitFor()
  await quan.getByText('Ô I6, Số định danh cá nhân:').waitFor()
  await quan.getByText('Cùng một người với dòng 8').waitFor()
  await picture(quan, 'nhap-loi')
  await expectSoundEverywhere(quan)
  const [saved] = await Promise.all([
    quan.waitForEvent('download'),
    quan.getByRole('button', { name: /^Xuất 5 dòng/ }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^dong-loi.*\.xlsx$/)
}

async function decideTheDoubt(quan: Page): Promise<void> {
  await tab(quan, /^Cần xem/).click()
  await quan.getByText('Chưa rõ có phải người đã có không').waitFor()
  await picture(quan, 'nhap-can-xem')
  await expectSoundEverywhere(quan)
  await quan.getByRole('button', { name: 'Là người này' }).click()
  await tab(quan, /^Cần xem/).waitFor({ state: 'detached' })
}

async function applyAndSee(quan: Page): Promise<void> {
  await tab(quan, /^Mới/).click()
  await picture(quan, 'nhap-moi-dong')
  await quan.getByRole('button', { name: 'Áp dụng 2 dòng' }).click()
  const dialog = quan.getByRole('dialog')
  await dialog.getByText('Không áp dụng: 4 dòng lỗi').waitFor()
  await dialog.getByRole('button', { name: 'Áp dụng 2 dòng' }).click()
  await quan.getByText('Đã áp dụng 2 dòng').waitFor()
  await picture(quan, 'nhap-da-ap-dung')
  await expectSoundEverywhere(quan)
  await quan.goto('/nguoi?q=thu+hang')
  await quan.getByRole('link', { name: 'Nguyễn Thu Hằng' }).waitFor()
  await quan.goBack()
}

async function undoAndSee(quan: Page): Promise<void> {
  await quan.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click()
  await quan.getByRole('dialog').getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click()
  await quan.getByText('Không dòng nào phải để lại').waitFor()
  await expectSoundEverywhere(quan)
  await quan.goto('/nguoi?q=thu+hang')
  await quan.getByText('Nguyễn Thu Hằng').waitFor({ state: 'detached' })
  await quan.goto('/nhap')
  await quan.getByText('Đã hoàn tác').waitFor()
  await picture(quan, 'nhap')
  await expectSoundEverywhere(quan)
}

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}
