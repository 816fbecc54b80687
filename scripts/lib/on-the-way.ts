import type { Page } from 'playwright'
import { DEMO_PASSWORD } from '../../src/app/demo/cast.ts'
import { manyPeople, peopleWithFaults } from '../../test/people-with-faults.ts'

/* What is done on a page before its picture is taken. */

export const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

export const openUnit = (name: string) => async (page: Page) => {
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: /^Xếp loại năm/ }).waitFor()
}
export const openAward = (name: string) => async (page: Page) => {
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { name: /^Đây có phải là/ }).waitFor()
}

export const tellMerger = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'Phòng Xây dựng chính quyền' }).check()
  await page.getByRole('textbox', { name: 'Tên đơn vị mới' }).fill('Phòng Cải cách hành chính và Xây dựng chính quyền')
  await press('Xem trước sự kiện')(page)
  await page.getByRole('heading', { name: /^Vị trí công tác/ }).waitFor()
}

/** Up to the code that the phone takes; gives its secret. */
export const beginSecondFactor = async (page: Page): Promise<string> => {
  await press('Bật xác thực hai bước')(page)
  await page.getByRole('textbox', { name: 'Mật khẩu đang dùng' }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  const secret = page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/)
  await secret.waitFor()
  return ((await secret.textContent()) ?? '').replaceAll(' ', '')
}

type Sheet = { name: string; mimeType: string; buffer: Buffer }
const bring = async (page: Page, sheet: Sheet) => {
  await page.locator('input[type=file]').setInputFiles(sheet)
  await page.waitForURL(/\/nhap\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: sheet.name }).waitFor()
}
/** A long sheet, while it is being read. */
export const beingCompared = async (page: Page) => {
  await bring(page, await manyPeople(40_000))
  await page.getByRole('progressbar').and(page.locator('[aria-valuenow]:not([aria-valuenow="0"])')).waitFor()
}
/** The sheet with faults, compared, open at one of its outcomes. */
export const compared = (outcome: RegExp) => async (page: Page) => {
  await bring(page, await peopleWithFaults())
  await page.getByRole('navigation', { name: 'Kết quả đối chiếu' }).getByRole('link', { name: outcome }).click()
  await page
    .getByText(/^Dòng \d+/)
    .first()
    .waitFor()
}
export const applied = async (page: Page) => {
  await compared(/^Mới/)(page)
  await press(/^Áp dụng \d/)(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Áp dụng/ })
    .click()
  await page
    .getByText(/^Đã áp dụng/)
    .first()
    .waitFor()
}
/** Minh gives a duty to Mai, and then hands everything of hers over to Lan; ends at the list both sign. */
export const handedOver = async (page: Page) => {
  await page.getByRole('combobox', { name: 'Người của đơn vị' }).selectOption({ label: 'Đỗ Thị Mai, Chuyên viên' })
  await press(/^(Giao việc|Đổi người thực hiện)$/)(page)
  await page.getByText('Đã giao Đỗ Thị Mai thực hiện').waitFor()
  await page.goto('/nguoi')
  await page.getByRole('link', { name: 'Đỗ Thị Mai' }).click()
  await page.getByRole('link', { name: 'Bàn giao việc' }).click()
  const receivers = page.getByRole('combobox', { name: /^Người nhận: / })
  await receivers.first().waitFor()
  for (const receiver of await receivers.all()) {
    await receiver.selectOption({ label: 'Nguyễn Thị Bích Lan, Chuyên viên phụ trách thi đua' })
  }
  await page.getByLabel('Lý do bàn giao').fill('Nghỉ thai sản')
  await press(/^Bàn giao \d+ việc$/)(page)
  await page.getByRole('article', { name: 'Danh sách bàn giao' }).waitFor()
}
