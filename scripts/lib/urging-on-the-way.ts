import type { Page } from 'playwright'
import { scan } from '../../e2e/lib/papers.ts'

/* What is done on the pages of urging and of a campaign's changes before their pictures are taken. */

/** The first rows of the board of late units. */
export const chooseLate = async (page: Page): Promise<void> => {
  for (const box of (await page.getByRole('checkbox', { name: /^Chọn / }).all()).slice(1, 4)) await box.check()
}

export const askLetter = async (page: Page): Promise<void> => {
  await chooseLate(page)
  await page.getByRole('button', { name: 'Soạn công văn' }).click()
  await page.getByRole('dialog', { name: /^Soạn công văn đôn đốc/ }).waitFor()
}

export const draftLetter = async (page: Page): Promise<void> => {
  await askLetter(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Soạn công văn' }).click()
  await page.waitForURL(/\/don-doc\/cong-van\/.+/)
  await page.getByRole('form', { name: 'Nội dung công văn' }).waitFor()
}

/** From the list to the newest letter. */
const openLetter = async (page: Page): Promise<void> => {
  await page.getByRole('row').getByRole('link').first().click()
  await page.waitForURL(/\/don-doc\/cong-van\/.+/)
}

export const askNumber = async (page: Page): Promise<void> => {
  await openLetter(page)
  await page.getByRole('button', { name: 'Nhập số sau khi ký' }).click()
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('318/SNV-VP')
  await page.getByRole('textbox', { name: 'Người ký' }).fill('Hoàng Đức Phúc')
  await page
    .getByRole('dialog')
    .getByLabel('Bản đã ký', { exact: true })
    .setInputFiles(await scan('Công văn 318.pdf'))
  await page.getByText('Công văn 318.pdf').first().waitFor()
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
  await page
    .getByText(`Văn bản ${number.replace('/', '-')}.pdf`)
    .first()
    .waitFor()
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
