import type { Page } from 'playwright'
import { expect } from 'vitest'
import { expectNotice, openUntil, takeAway } from '../office.ts'
import { expectSound, expectSoundEverywhere } from '../page-checks.ts'

/** The cell of one unit and one thing it owes, on the campaign's page. */
export async function openDuty(
  hoa: Page,
  campaign: string,
  unit: string,
  words: string | RegExp,
  at = 0,
): Promise<void> {
  await hoa.goto(`${campaign}?phan=trien-khai`)
  await hoa.getByRole('row').filter({ hasText: unit }).getByRole('link', { name: words }).nth(at).click()
  await hoa.waitForURL(/\/viec\//)
}

/** One division need not report after all: with its reason, which the unit reads. */
export async function exempt(hoa: Page, campaign: string, unit: string): Promise<void> {
  await openDuty(hoa, campaign, unit, 'Còn 6 ngày')
  await hoa.getByRole('button', { name: /^Bản giấy, miễn/ }).click()
  const dialog = hoa.getByRole('dialog', { name: `${unit}: báo cáo` })
  await dialog.getByRole('radio', { name: /^Miễn việc này/ }).check()
  await dialog
    .getByRole('textbox', { name: 'Lý do miễn' })
    .fill('Ban đang bàn giao nhiệm vụ, báo cáo cùng Văn phòng Sở')
  await expectSound(hoa)
  await dialog.getByRole('button', { name: 'Miễn việc này' }).click()
  await expectNotice(hoa, `Đã miễn báo cáo cho ${unit}`)
}

/** Two days after the printed day: the board says who is late; one is reminded by hand, one letter is drafted about all. */
export async function urge(hoa: Page): Promise<string> {
  await openUntil(hoa, '/don-doc', hoa.getByText('Ngày 21/11/2024 hệ thống nhắc'))
  await expectSoundEverywhere(hoa)
  const first = hoa.getByRole('row').filter({ hasText: 'Thanh tra Sở' }).filter({ hasText: 'Xác nhận tiếp nhận' })
  await first.getByRole('button', { name: 'Nhắc Thanh tra Sở' }).click()
  await expectNotice(hoa, 'Đã nhắc Thanh tra Sở')
  await hoa.getByRole('combobox', { name: 'Mức nhắc' }).selectOption({ label: 'Đã nhắc đơn vị' })
  await hoa.getByRole('status').filter({ hasText: '15 việc' }).waitFor()
  await hoa.getByRole('checkbox', { name: 'Chọn mọi dòng trong trang' }).check()
  await hoa.getByRole('button', { name: 'Soạn công văn' }).click()
  const dialog = hoa.getByRole('dialog', { name: /^Soạn công văn đôn đốc/ })
  await dialog.getByText(/^Thanh tra Sở: Báo cáo kết quả/).waitFor()
  await dialog.getByRole('button', { name: 'Soạn công văn' }).click()
  await hoa.waitForURL(/\/don-doc\/cong-van\/.+/)
  return new URL(hoa.url()).pathname
}

/** The draft is finished, taken to be signed, and issued with the number the clerk gave. */
export async function issueTheLetter(hoa: Page): Promise<void> {
  const form = hoa.getByRole('form', { name: 'Nội dung công văn' })
  await form.getByRole('textbox', { name: /^Địa danh/ }).fill('Bình Định')
  await form.getByRole('textbox', { name: /^Chức vụ người ký/ }).fill('Giám đốc')
  await form.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await expectNotice(hoa, 'Đã lưu dự thảo')
  await expectSoundEverywhere(hoa)
  expect(await takeAway(hoa, 'Tải .docx')).toMatch(/\.docx$/)
  await hoa.getByRole('button', { name: 'Nhập số sau khi ký' }).click()
  const dialog = hoa.getByRole('dialog', { name: 'Nhập số, ngày, người ký' })
  await dialog.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('318/SNV-VP')
  await dialog.getByRole('textbox', { name: 'Người ký' }).fill('Hoàng Đức Phúc')
  await expectSound(hoa)
  await dialog.getByRole('button', { name: 'Ban hành công văn' }).click()
  await expectNotice(hoa, /^Đã ban hành/)
}

/** Who is late reads the letter where he works; nobody else's list is his. */
export async function readTheLetter(minh: Page, letter: string): Promise<void> {
  await minh.goto('/')
  await minh.getByRole('link', { name: 'Đọc công văn' }).click()
  await minh.waitForURL(letter)
  await minh.getByText('318/SNV-VP').first().waitFor()
  await expectSoundEverywhere(minh)
}
