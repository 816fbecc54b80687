import type { Page } from 'playwright'
import { scan } from '../../e2e/lib/papers.ts'

/* What is done on the pages of urging and of a campaign's changes before their pictures are taken. */

/** All that stand late on the first page of the board. */
export const chooseLate = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Chọn mọi dòng trong trang' }).check()
}

export const askLetter = async (page: Page): Promise<void> => {
  await chooseLate(page)
  await page.getByRole('button', { name: 'Soạn công văn' }).click()
  await page.getByRole('dialog').waitFor()
}

/** From the list to the newest letter. */
export const openLetter = async (page: Page): Promise<void> => {
  await page.getByRole('row').getByRole('link').first().click()
  await page.waitForURL(/\/don-doc\/cong-van\/.+/)
  await page
    .getByText('Tình trạng công văn')
    .or(page.getByText('Dự thảo', { exact: true }))
    .first()
    .waitFor()
}

export const askNumber = async (page: Page): Promise<void> => {
  await openLetter(page)
  await page.getByRole('button', { name: 'Nhập số sau khi ký' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('318/SNV-VP')
  await dialog.getByRole('textbox', { name: 'Người ký' }).fill('Hoàng Đức Phúc')
  await dialog.getByLabel(/^Bản đã ký/).setInputFiles(await scan('Công văn 318.pdf'))
  await page.getByText('Đã tải lên').waitFor()
}

export const issueLetter = async (page: Page): Promise<void> => {
  await askNumber(page)
  await page.getByRole('button', { name: 'Ban hành công văn' }).click()
  await page.getByText('Đã ban hành', { exact: true }).waitFor()
}

export type Change = { reason: string; number: string; day: string }

/** Why, and by which paper, on the form of a change. */
export const fillPaper = async (page: Page, { reason, number, day }: Change): Promise<void> => {
  await page.getByRole('textbox', { name: /^Lý do (gia hạn|tạm dừng|tiếp tục|kết thúc)/ }).fill(reason)
  await page.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill(number)
  await page.getByRole('textbox', { name: 'Ngày văn bản' }).fill(day)
  await page
    .getByLabel('Tệp văn bản', { exact: true })
    .setInputFiles(await scan(`Văn bản ${number.replace('/', '-')}.pdf`))
  await page.getByText('Đã tải lên').waitFor()
}

export const pauseCampaign = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Tạm dừng phong trào' }).click()
  await fillPaper(page, { reason: 'Toàn Sở ứng phó cơn bão số 4', number: '61/SNV-VP', day: '12/07/2022' })
  await page.getByRole('button', { name: 'Tạm dừng từ hôm nay' }).click()
  await page.getByText('Tạm dừng từ ngày 12/07/2022').waitFor()
}

export const resumeCampaign = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Tiếp tục phong trào' }).click()
  await fillPaper(page, { reason: 'Bão đã tan, các đơn vị làm việc trở lại', number: '63/SNV-VP', day: '12/07/2022' })
  await page.getByRole('button', { name: 'Tiếp tục từ hôm nay' }).click()
  await page.getByRole('button', { name: 'Tạm dừng phong trào' }).waitFor()
}

/** Every kind of thing still owed decided, with its reason. */
export const decideAll = async (page: Page): Promise<void> => {
  await fillPaper(page, { reason: 'Đã tổng kết năm 2022', number: '70/TB-SNV', day: '12/07/2022' })
  const owed = page.getByRole('region', { name: /^Việc còn nợ/ })
  for (const group of await owed.getByRole('group', { name: /^Xử lý \d+ đơn vị/ }).all()) {
    await group.getByRole('radio', { name: 'Để là chưa làm' }).check()
  }
  for (const reason of await owed.getByRole('textbox', { name: 'Lý do' }).all()) {
    await reason.fill('Đã đôn đốc bằng văn bản, đưa vào kiểm điểm cuối năm')
  }
}

export const closeCampaign = async (page: Page): Promise<void> => {
  await decideAll(page)
  await page.getByRole('button', { name: 'Kết thúc phong trào' }).click()
  await page.getByText(/^Đã kết thúc ngày/).waitFor()
}

export const declareOutage = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Công bố ngừng hệ thống' }).click()
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Mất điện toàn trụ sở')
  await page.getByRole('textbox', { name: 'Văn bản' }).fill('Thông báo số 15/TB-SNV ngày 12/07/2022')
}

/** One task of a plan being reviewed given to all units; ends at how it is given. */
export const giveTask = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Gắn với đơn vị' }).first().click()
  const units = page.getByRole('dialog', { name: /^Gắn (\d+ )?nhiệm vụ với đơn vị/ })
  await units.getByRole('button', { name: 'Chọn cả 9 đơn vị' }).click()
  await units.getByRole('button', { name: 'Gắn với 9 đơn vị' }).click()
  await units.waitFor({ state: 'hidden' })
  await page
    .getByRole('button', { name: /^(Xem và đặt|Đặt lại):/ })
    .first()
    .click()
  const plan = page.getByRole('dialog', { name: 'Nhiệm vụ này giao thế nào' })
  await plan.getByRole('radio', { name: /^Việc phải làm có hạn/ }).check()
  await plan.getByRole('combobox', { name: 'Nhịp lặp' }).selectOption({ label: 'Hằng tháng' })
  await plan.getByRole('textbox', { name: 'Hạn của lần đầu' }).fill('25/07/2022')
}

/** To all units; what each will owe stands below. */
export const sendToAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Chọn cả 9 đơn vị' }).click()
  await page.getByText(/^9 đơn vị, \d+ việc$/).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /^Đã lưu/ })
    .waitFor()
}
