import type { Page } from 'playwright'
import { expectNotice, expectTitle } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { TITLE } from './take-in.ts'

export const DISCIPLINE = '100% công chức, viên chức, người lao động thực hiện nghiêm túc kỷ cương'
export const INITIATIVES = 'Số sáng kiến được áp dụng trong năm'
export const WORK_DONE = 'Tổ chức triển khai thực hiện Kế hoạch tại đơn vị'

/** The form of the year's report: lines out of the plan, mended by the Office, for the report the plan asks for already. */
export async function designTheReport(hoa: Page): Promise<string> {
  await hoa.goto('/bao-cao/bieu-mau')
  await expectTitle(hoa, 'Biểu mẫu báo cáo')
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Lập biểu mẫu' }).first().click()
  const dialog = hoa.getByRole('dialog', { name: 'Lập biểu mẫu báo cáo' })
  await dialog.getByRole('combobox', { name: /^Phong trào/ }).selectOption({ label: TITLE })
  await dialog.getByRole('radio', { name: /^Chỉ tiêu, nhiệm vụ của kế hoạch/ }).check()
  await dialog.getByRole('button', { name: 'Lập biểu mẫu' }).click()
  await hoa.waitForURL(/\/bao-cao\/bieu-mau\/.+/)
  await mendTheLines(hoa)
  await forTheReportOfThePlan(hoa)
  await expectSoundEverywhere(hoa)
  return new URL(hoa.url()).pathname
}

/** Two targets are the whole department's: no division answers for them. Papers must prove the first; a figure is added. */
async function mendTheLines(hoa: Page): Promise<void> {
  const targets = hoa.getByRole('region', { name: /^Kết quả theo chỉ tiêu/ })
  await targets.waitFor()
  for (const line of ['Chỉ số xếp hạng', 'Cơ quan Sở Nội vụ đạt', 'theo dõi đôn đốc', 'báo cáo kết quả']) {
    const remove = hoa.getByRole('button', { name: `Xóa dòng: ${line}` })
    if ((await remove.count()) > 0) await remove.click()
  }
  await targets.getByRole('button', { name: `1. ${DISCIPLINE}` }).click()
  await targets.getByRole('combobox', { name: 'Minh chứng' }).selectOption({ label: 'Bắt buộc' })
  await targets.getByRole('button', { name: 'Thêm dòng' }).click()
  await targets.getByRole('textbox', { name: 'Tên dòng' }).fill(INITIATIVES)
  await targets.getByRole('textbox', { name: 'Đơn vị tính' }).fill('sáng kiến')
  const work = hoa.getByRole('region', { name: /^Kết quả thực hiện nhiệm vụ/ })
  await work.getByRole('button', { name: /^\d+\. tổ chức triển khai/i }).click()
  await work.getByRole('textbox', { name: 'Tên dòng' }).fill(WORK_DONE)
}

/** The launch has given the report to nine units already, with the plan's own day: the form is for that one. */
async function forTheReportOfThePlan(hoa: Page): Promise<void> {
  await hoa.getByRole('radio', { name: /^Báo cáo kết quả thực hiện kèm theo tài liệu kiểm chứng/ }).check()
  await hoa.getByRole('button', { name: 'Chọn 9 đơn vị của phong trào' }).click()
  await hoa.getByText('Đã chọn 9 trong 12 đơn vị').waitFor()
}

/** Looked at as a unit sees it, then issued: it is the plan's report, nobody owes a second one. */
export async function lookAndPublish(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Xem như đơn vị thấy' }).click()
  await hoa.getByText(INITIATIVES).first().waitFor()
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Sửa tiếp' }).click()
  await hoa.getByRole('button', { name: 'Ban hành biểu mẫu' }).click()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Ban hành biểu mẫu' }).click()
  await expectNotice(hoa, 'Đã ban hành cho 9 đơn vị')
  await hoa.getByText('Đang nhận báo cáo').waitFor()
}
