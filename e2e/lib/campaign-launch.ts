import type { Page } from 'playwright'
import { expectNotice, expectTitle } from './office.ts'
import { scan } from './papers.ts'

export type SignedPaper = { number: string; day: string; signer: string; title: string }

/** Puts the draft before the director, who agrees on his own screen. */
export async function agreeInTheProduct(hoa: Page, phuc: Page, title: string): Promise<void> {
  await hoa.getByRole('button', { name: 'Trình người có thẩm quyền' }).click()
  await expectNotice(hoa, 'Đã trình người có thẩm quyền')
  await phuc.goto('/')
  await phuc.getByRole('region', { name: 'Chờ xử lý' }).getByRole('link', { name: title }).click()
  await phuc.getByRole('button', { name: 'Cho ý kiến' }).click()
  const dialog = phuc.getByRole('dialog', { name: 'Ý kiến về bản trình' })
  await dialog.getByRole('radio', { name: 'Đồng ý' }).check()
  await dialog.getByRole('button', { name: /[Đđ]ồng ý$/ }).click()
  await expectNotice(phuc, 'Đã ghi ý kiến đồng ý')
}

/** Number, day and signer as the clerk gives them, the signed file; then the launch. Gives the campaign's path. */
export async function numberAndLaunch(hoa: Page, paper: SignedPaper, units: number, title: string): Promise<string> {
  await hoa.reload()
  const signed = hoa.getByRole('region', { name: 'Văn bản đã ký' })
  await signed.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(paper.number)
  await signed.getByRole('textbox', { name: 'Ngày ký' }).fill(paper.day)
  await signed.getByRole('textbox', { name: 'Người ký' }).fill(paper.signer)
  await signed.getByRole('textbox', { name: /^Chức vụ/ }).fill(paper.title)
  await signed.getByLabel('Tệp văn bản đã ký', { exact: true }).setInputFiles(await scan('Văn bản đã ký.pdf'))
  await signed.getByRole('link', { name: 'Văn bản đã ký.pdf' }).waitFor()
  await signed.getByRole('button', { name: 'Ghi số, ngày và tệp đã ký' }).click()
  await expectNotice(hoa, `Đã ghi số ${paper.number}. Phát động được rồi`)
  await hoa.getByRole('button', { name: 'Phát động', exact: true }).click()
  await hoa
    .getByRole('dialog')
    .getByRole('button', { name: `Phát động đến ${units} đơn vị` })
    .click()
  await expectNotice(hoa, `Đã phát động đến ${units} đơn vị`)
  await hoa.waitForURL(/\/phong-trao\/[^/?]+$/)
  await expectTitle(hoa, title)
  return new URL(hoa.url()).pathname
}
