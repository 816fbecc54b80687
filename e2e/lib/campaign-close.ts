import type { Page } from 'playwright'
import { expectNotice } from './office.ts'
import { expectSoundEverywhere } from './page-checks.ts'
import { scan } from './papers.ts'

export type ClosingPaper = { number: string; day: string; reason: string }

/** Ends the campaign by its paper: every kind of thing still owed is listed and decided, with a reason, before it may end. */
export async function closeByPaper(hoa: Page, campaign: string, paper: ClosingPaper): Promise<void> {
  await hoa.goto(campaign)
  await hoa.getByRole('link', { name: 'Kết thúc phong trào' }).click()
  await hoa.getByRole('textbox', { name: 'Lý do kết thúc' }).fill(paper.reason)
  await hoa.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill(paper.number)
  await hoa.getByRole('textbox', { name: 'Ngày văn bản' }).fill(paper.day)
  await hoa.getByLabel('Tệp văn bản', { exact: true }).setInputFiles(await scan('Văn bản kết thúc.pdf'))
  await hoa.getByText('Văn bản kết thúc.pdf', { exact: true }).first().waitFor()
  await hoa.getByRole('button', { name: 'Kết thúc phong trào' }).click()
  await hoa.getByRole('link', { name: /^Còn \d+ loại việc chưa chọn cách xử lý/ }).waitFor()
  const owed = hoa.getByRole('region', { name: /^Việc còn nợ/ })
  for (const group of await owed.getByRole('group', { name: /^Xử lý \d+ đơn vị/ }).all()) {
    await group.getByRole('radio', { name: 'Để là chưa làm' }).check()
  }
  for (const reason of await owed.getByRole('textbox', { name: 'Lý do' }).all()) {
    await reason.fill('Đã đôn đốc bằng văn bản, đưa vào kiểm điểm cuối năm')
  }
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Kết thúc phong trào' }).click()
  await expectNotice(hoa, /^Đã kết thúc phong trào/)
  await hoa.getByText('Đã kết thúc').first().waitFor()
  await expectSoundEverywhere(hoa)
}

/** A separate act; gives the address of the page anybody may read. */
export async function publish(hoa: Page, campaign: string): Promise<string> {
  await hoa.goto(campaign)
  await hoa.getByRole('button', { name: 'Phát hành trang công khai' }).click()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Phát hành trang công khai' }).click()
  await expectNotice(hoa, 'Đã phát hành trang công khai')
  return (await hoa.getByRole('link', { name: 'Mở trang công khai' }).getAttribute('href')) ?? ''
}
