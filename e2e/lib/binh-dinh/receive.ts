import type { Page } from 'playwright'
import { expectNotice } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { DISCIPLINE, INITIATIVES } from './design.ts'
import { line } from './fill.ts'
import { UNIT } from './take-in.ts'

const WHY = 'Đính kèm quyết định công nhận của từng sáng kiến, nay mới có một'

/** The Office opens what was sent and goes through it: one line is in order, one comes back with its reason. */
export async function returnOneLine(hoa: Page, report: string): Promise<void> {
  await hoa.goto('/')
  await hoa
    .getByRole('region', { name: 'Chờ xử lý' })
    .getByRole('listitem')
    .filter({ hasText: UNIT })
    .getByRole('link', { name: 'Xem bản gửi' })
    .click()
  await hoa.waitForURL(report)
  await hoa.getByRole('button', { name: 'Mở xem báo cáo' }).click()
  await line(hoa, DISCIPLINE).getByRole('button', { name: 'Dòng này được' }).click()
  await line(hoa, DISCIPLINE).getByText('Được', { exact: true }).waitFor()
  await line(hoa, INITIATIVES).getByRole('button', { name: 'Trả lại dòng này' }).click()
  const reason = hoa.getByRole('dialog', { name: /^Trả lại dòng/ })
  await reason.getByRole('textbox', { name: 'Lý do' }).fill(WHY)
  await reason.getByRole('button', { name: 'Đánh dấu trả lại' }).click()
  await line(hoa, INITIATIVES).getByText(`“${WHY}”`).waitFor()
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Trả lại 1 dòng' }).click()
  const dialog = hoa.getByRole('dialog', { name: /^Trả lại báo cáo/ })
  await dialog.getByRole('textbox', { name: 'Lý do chung' }).fill('Bổ sung tài liệu kiểm chứng theo kế hoạch')
  await dialog.getByRole('button', { name: 'Trả lại 1 dòng' }).click()
  await expectNotice(hoa, `Đã trả lại báo cáo cho ${UNIT}`)
}

/** Lan mends the one line; what was found in order stays as it is. */
export async function mendTheLine(lan: Page, report: string): Promise<void> {
  await lan.goto(report)
  await line(lan, INITIATIVES).getByText(`“${WHY}”`).waitFor()
  await line(lan, DISCIPLINE)
    .getByText(/đã chấp nhận dòng này/)
    .waitFor()
  await expectSoundEverywhere(lan)
  await line(lan, INITIATIVES).getByRole('textbox', { name: 'Thực hiện (sáng kiến)' }).fill('2')
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await expectNotice(lan, 'Đã chuyển người đứng đầu ký')
}

/** The second sending says which line is another; the Office accepts the whole. */
export async function accept(hoa: Page, report: string): Promise<void> {
  await hoa.goto(report)
  await hoa.getByRole('button', { name: 'Mở xem báo cáo' }).click()
  await line(hoa, INITIATIVES).getByText('Khác lần gửi trước').waitFor()
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Chấp nhận báo cáo' }).click()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Chấp nhận báo cáo' }).click()
  await expectNotice(hoa, `Đã chấp nhận báo cáo của ${UNIT}`)
}
