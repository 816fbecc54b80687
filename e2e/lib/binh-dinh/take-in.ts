import type { Locator, Page } from 'playwright'
import { expectSaved } from '../office.ts'
import { expectSound, expectSoundEverywhere } from '../page-checks.ts'
import { drop, planInWord } from '../papers.ts'

export const TITLE = 'Phát động phong trào thi đua năm 2024 của Sở Nội vụ'
export const UNIT = 'Phòng Công chức, viên chức'

/** The draft as the Office wrote it: nothing is signed yet, the printed number and day are blank. */
export async function takeInThePlan(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: 'Tạo từ văn bản' }).click()
  await hoa.getByRole('radio', { name: /^Còn là dự thảo/ }).check()
  await drop(
    hoa.getByText('Kéo tệp vào đây hoặc'),
    await planInWord('binh-dinh-2024', 'Kế hoạch thi đua năm 2024.docx'),
  )
  await hoa.waitForURL(/\/phong-trao\/[^/]+\/ra-soat$/)
  await hoa.getByRole('textbox', { name: 'Tên phong trào' }).waitFor()
}

/** Nine divisions; the Party and mass organisations stand beside and are not the plan's «đơn vị thuộc, trực thuộc». */
export async function sendToTheDivisions(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: /^2\. Gửi đến/ }).click()
  await chooseTheDivisions(hoa.locator('main'))
  await hoa.getByText('Đã chọn 9 trong 12 đơn vị').waitFor()
  await expectSaved(hoa)
}

/** What the heads are to do and report, by the printed day «trước ngày 20/11/2024»; and the Office's own task. */
export async function giveTheTasks(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: /^1\. Dữ kiện/ }).click()
  await match(hoa, 0, async (dialog) => {
    await chooseTheDivisions(dialog)
    await expectSound(hoa)
    await dialog.getByRole('button', { name: 'Gắn với 9 đơn vị' }).click()
  })
  await match(hoa, 0, async (dialog) => {
    await dialog.getByRole('checkbox', { name: 'Văn phòng Sở' }).check()
    await dialog.getByRole('button', { name: 'Gắn với 1 đơn vị' }).click()
  })
}

/** The next body of the plan that no unit stands for yet. */
async function match(hoa: Page, at: number, choose: (dialog: Locator) => Promise<void>): Promise<void> {
  await hoa.getByRole('button', { name: 'Gắn với đơn vị' }).nth(at).click()
  const dialog = hoa.getByRole('dialog', { name: /^Gắn/ })
  await choose(dialog)
  await dialog.waitFor({ state: 'hidden' })
}

async function chooseTheDivisions(place: Locator): Promise<void> {
  await place.getByRole('button', { name: 'Chọn cả 12 đơn vị' }).click()
  for (const beside of ['Đảng ủy Sở', 'Công đoàn cơ quan Sở', 'Đoàn Thanh niên Sở']) {
    await place.getByRole('checkbox', { name: beside }).uncheck()
  }
}

/** Tasks without a printed day get one from the Office; the report keeps «trước ngày 20/11/2024», on time until the 19th. */
export async function setTheDays(hoa: Page): Promise<void> {
  await plan(hoa, 'Tổ chức triển khai thực hiện', async (dialog) => {
    await dialog.getByRole('combobox', { name: 'Cách tính hạn' }).selectOption({ label: 'Trước ngày' })
    await dialog.getByRole('textbox', { name: 'Hạn' }).fill('20/11/2024')
    await expectSound(hoa)
  })
  await plan(hoa, 'Theo dõi đôn đốc', async (dialog) => {
    await dialog.getByRole('textbox', { name: 'Hạn' }).fill('13/12/2024')
  })
  await hoa.getByText('Báo cáo, ngày cuối 19/11/2024, kèm minh chứng').waitFor()
}

async function plan(hoa: Page, words: string, set: (dialog: Locator) => Promise<void>): Promise<void> {
  await hoa.getByRole('button', { name: `Xem và đặt: ${words}` }).click()
  const dialog = hoa.getByRole('dialog', { name: 'Nhiệm vụ này giao thế nào' })
  await dialog.getByRole('radio', { name: /^Việc phải làm có hạn/ }).check()
  await set(dialog)
  await dialog.getByRole('button', { name: 'Lưu cách giao' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Before anybody is asked: so many pieces of work, by day and by unit. */
export async function seeWhatWillBeSent(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: /^2\. Gửi đến/ }).click()
  await hoa.getByText('9 đơn vị, 37 việc').waitFor()
  await expectSoundEverywhere(hoa)
}
