import type { Page } from 'playwright'
import { choose, expectNotice, openUntil } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { scan } from '../papers.ts'
import { DISCIPLINE, INITIATIVES, WORK_DONE } from './design.ts'

const REPORT = 'Báo cáo kết quả phong trào thi đua năm 2024'

/** Minh confirms that the plan has come, and names Lan for what follows. */
export async function confirmReceipt(minh: Page): Promise<void> {
  await minh.goto('/')
  await minh.getByRole('region', { name: 'Phải làm' }).getByRole('link', { name: 'Xác nhận tiếp nhận' }).last().click()
  const panel = minh.getByRole('region', { name: 'Xác nhận tiếp nhận' })
  await choose(panel.getByRole('combobox', { name: /^Người thực hiện/ }), 'Nguyễn Thị Bích Lan')
  await panel.getByRole('button', { name: 'Xác nhận tiếp nhận' }).click()
  await expectNotice(minh, 'Đã xác nhận Phòng Công chức, viên chức tiếp nhận')
}

export const line = (page: Page, label: string) => page.getByRole('article').filter({ hasText: label }).first()

/** The page of the report the division owes, from its head's own list. */
export async function reportOf(minh: Page): Promise<string> {
  await minh.goto('/')
  const href = await minh.getByRole('link', { name: 'Lập báo cáo' }).getAttribute('href')
  return href ?? ''
}

/** A week before its day the report is reminded of by itself: on the page of whoever prepares it. */
export async function seeTheReminder(lan: Page): Promise<void> {
  const today = lan.getByRole('region', { name: 'Nhắc hôm nay' })
  await openUntil(lan, '/', today.getByText('hạn đến hết ngày 19/11/2024, còn 6 ngày'))
  await expectSoundEverywhere(lan)
}

/** Part of the report is Mai's: she has it on her own page, and brings her figure to the very line. */
export async function splitTheReport(minh: Page, report: string): Promise<void> {
  await minh.goto(report.replace(/\/bao-cao$/, ''))
  await minh.getByRole('button', { name: 'Chia phần việc' }).click()
  const dialog = minh.getByRole('dialog', { name: 'Chia phần việc' })
  await choose(dialog.getByRole('combobox', { name: 'Người làm' }), 'Đỗ Thị Mai')
  await dialog.getByRole('textbox', { name: 'Phần việc', exact: true }).fill('Tổng hợp sáng kiến của phòng')
  await dialog.getByRole('button', { name: 'Chia phần việc' }).click()
  await expectNotice(minh, 'Đã chia phần việc cho Đỗ Thị Mai')
  await expectSoundEverywhere(minh)
}

export async function contribute(mai: Page, report: string): Promise<void> {
  await mai.goto('/')
  await mai.getByRole('link', { name: 'Tổng hợp sáng kiến của phòng' }).waitFor()
  await mai.goto(report)
  await line(mai, INITIATIVES).getByRole('button', { name: 'Góp cho dòng này' }).click()
  const dialog = mai.getByRole('dialog', { name: `Góp cho “${INITIATIVES}”` })
  await dialog.getByRole('textbox', { name: 'Thực hiện (sáng kiến)' }).fill('3')
  await dialog.getByRole('textbox', { name: /^Nói với người soạn/ }).fill('Ba sáng kiến đã có quyết định công nhận')
  await dialog
    .getByLabel('Minh chứng (không bắt buộc)', { exact: true })
    .setInputFiles(await scan('Quyết định công nhận sáng kiến.pdf'))
  await dialog.getByRole('link', { name: 'Quyết định công nhận sáng kiến.pdf' }).waitFor()
  await dialog.getByRole('button', { name: 'Góp cho báo cáo' }).click()
  await expectNotice(mai, 'Đã góp. Người soạn báo cáo xem và đưa vào')
  await expectSoundEverywhere(mai)
}

/** Lan takes over what Mai brought, types the rest, proves the first line with its paper, notes what is worth telling. */
export async function fillTheReport(lan: Page, report: string): Promise<void> {
  await lan.goto(report)
  await line(lan, INITIATIVES).getByText('Đỗ Thị Mai góp: 3 sáng kiến').waitFor()
  await line(lan, INITIATIVES).getByRole('button', { name: 'Đưa vào dòng' }).click()
  await expectNotice(lan, 'Đã đưa phần của Đỗ Thị Mai vào dòng')
  const discipline = line(lan, DISCIPLINE)
  await discipline.getByRole('textbox', { name: 'Số đạt (người)' }).fill('7')
  await discipline.getByRole('textbox', { name: 'Trên tổng số' }).fill('7')
  await discipline.getByText('100%').last().waitFor()
  await line(lan, WORK_DONE)
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Phòng đã họp triển khai Kế hoạch, đăng ký thi đua và chấm điểm tiêu chí hằng quý.')
  await noteAnExample(lan)
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await lan
    .getByRole('link', { name: new RegExp(`^${DISCIPLINE}|thiếu minh chứng`, 'i') })
    .first()
    .waitFor()
  await expectSoundEverywhere(lan)
  await discipline.getByLabel('Minh chứng', { exact: true }).setInputFiles(await scan('Kết quả đánh giá tháng 10.pdf'))
  await discipline.getByRole('link', { name: 'Kết quả đánh giá tháng 10.pdf' }).waitFor()
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await expectNotice(lan, 'Đã chuyển người đứng đầu ký')
  await expectSoundEverywhere(lan)
}

async function noteAnExample(lan: Page): Promise<void> {
  await lan.getByRole('button', { name: 'Ghi điển hình' }).click()
  const dialog = lan.getByRole('dialog', { name: 'Ghi điển hình' })
  await dialog.getByRole('textbox', { name: 'Tên điển hình, mô hình, cách làm' }).fill('Tổ hướng dẫn hồ sơ trực tuyến')
  await dialog.getByRole('textbox', { name: /^Ai/ }).fill('Tổ ba người của phòng')
  await dialog.getByRole('textbox', { name: /^Việc đã làm/ }).fill('Hồ sơ trả trước hạn tăng từ 82% lên 96%.')
  await dialog.getByRole('button', { name: 'Ghi điển hình' }).click()
  await expectNotice(lan, 'Đã ghi điển hình')
}

/** The head signs on his own page: the report is sent, with its receipt. */
export async function signTheReport(minh: Page, report: string): Promise<void> {
  await minh.goto('/')
  await minh.getByRole('listitem').filter({ hasText: REPORT }).getByRole('link', { name: 'Xem và ký' }).click()
  await minh.waitForURL(report)
  await minh.getByRole('button', { name: 'Ký và gửi' }).click()
  await minh.getByRole('dialog').getByRole('button', { name: 'Ký và gửi' }).click()
  await expectNotice(minh, /^Đã gửi báo cáo/)
  const receipt = minh.getByRole('region', { name: 'Biên nhận' })
  await receipt.getByText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/).waitFor()
}
