import type { Page } from 'playwright'
import { expectNotice } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { scan } from '../papers.ts'
import { DISCIPLINE, INITIATIVES } from './design.ts'
import { line } from './fill.ts'
import { openDuty } from './urge.ts'

/** A division has brought its report on paper: the Office types in what stands on it, with the scan. */
export async function typeInThePaper(hoa: Page, campaign: string, unit: string): Promise<void> {
  await openDuty(hoa, campaign, unit, 'Còn 6 ngày')
  await hoa.getByRole('link', { name: 'Nhập nội dung bản giấy' }).click()
  const discipline = line(hoa, DISCIPLINE)
  await discipline.getByRole('textbox', { name: 'Số đạt (người)' }).fill('5')
  await discipline.getByRole('textbox', { name: 'Trên tổng số' }).fill('6')
  await line(hoa, INITIATIVES).getByRole('textbox', { name: 'Thực hiện (sáng kiến)' }).fill('1')
  const paper = hoa.getByRole('region', { name: 'Bản giấy' })
  const signer = paper.getByRole('combobox', { name: /^Người ký bản giấy/ })
  await signer.selectOption({ index: 1 })
  await paper.getByRole('textbox', { name: 'Ngày ghi trên bản giấy' }).fill('12/11/2024')
  await paper.getByLabel('Bản chụp', { exact: true }).setInputFiles(await scan('Báo cáo có chữ ký.pdf'))
  await paper.getByText('Bản chụp đã tải lên').waitFor()
  await expectSoundEverywhere(hoa)
  await paper.getByRole('button', { name: 'Nhập bản giấy' }).click()
  await expectNotice(hoa, `Đã nhập báo cáo giấy của ${unit}`)
}
