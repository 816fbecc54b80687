import type { Page } from 'playwright'
import { expect } from 'vitest'
import { expectNotice, openUntil, takeAway } from '../office.ts'
import { expectSound, expectSoundEverywhere } from '../page-checks.ts'
import { scan } from '../papers.ts'
import { TITLE, WORK } from './take-in.ts'

export const UNIT = 'Phòng Công chức, viên chức'

/** What was done in October, when, with its proof; handed to the head. */
export async function tellTheResult(lan: Page): Promise<void> {
  await lan.goto('/')
  await lan.getByRole('link', { name: 'Báo kết quả' }).first().click()
  await lan
    .getByRole('textbox', { name: 'Việc đã làm' })
    .fill('Hội diễn văn nghệ, thi tìm hiểu truyền thống ngành; 7/7 người tham gia.')
  await lan.getByRole('textbox', { name: 'Ngày làm xong' }).fill('17/10/2014')
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await lan.getByText(/^Chưa gửi được/).waitFor()
  await lan.getByLabel('Tệp minh chứng', { exact: true }).setInputFiles(await scan('Biên bản hội diễn.pdf'))
  await lan.getByRole('link', { name: 'Biên bản hội diễn.pdf' }).waitFor()
  await expectSoundEverywhere(lan)
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await expectNotice(lan, 'Đã chuyển người đứng đầu ký')
}

export async function signTheResult(minh: Page): Promise<void> {
  await minh.goto('/')
  await minh.getByRole('listitem').filter({ hasText: WORK }).getByRole('link', { name: 'Xem và ký' }).click()
  await minh.getByRole('button', { name: 'Ký và gửi' }).click()
  await minh.getByRole('dialog').getByRole('button', { name: 'Ký và gửi' }).click()
  await expectNotice(minh, /^Đã gửi kết quả/)
  await expectSoundEverywhere(minh)
}

export async function acceptTheResult(hoa: Page): Promise<void> {
  await hoa.goto('/')
  await hoa.getByRole('listitem').filter({ hasText: UNIT }).getByRole('link', { name: 'Xem bản gửi' }).click()
  await hoa.getByRole('button', { name: /^Mở xem/ }).click()
  await hoa.getByText('7/7 người tham gia').first().waitFor()
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: /^Chấp nhận/ }).click()
  await expectNotice(hoa, `của ${UNIT}`)
}

/** The month is over and eleven have told nothing: the board names them, one press urges them all. */
export async function urgeTheOthers(hoa: Page): Promise<void> {
  await openUntil(hoa, '/don-doc', hoa.getByText('Ngày 28/10/2014 hệ thống'))
  await hoa.getByRole('searchbox', { name: 'Tìm việc' }).fill('Tổ chức các hoạt động')
  await hoa.getByRole('status').filter({ hasText: '11 việc' }).waitFor()
  await hoa.getByRole('checkbox', { name: 'Chọn mọi dòng trong trang' }).check()
  await hoa.getByRole('button', { name: 'Nhắc 11 việc' }).click()
  const dialog = hoa.getByRole('dialog', { name: 'Nhắc 11 việc quá hạn' })
  await dialog.getByText(/^Công đoàn cơ quan Sở: /).waitFor()
  await expectSound(hoa)
  await dialog.getByRole('button', { name: 'Nhắc 11 việc' }).click()
  await expectNotice(hoa, 'Đã nhắc 11 việc')
}

/** The drive goes on to the congress: by a paper, with three more months of work. */
export async function prolong(hoa: Page, campaign: string): Promise<void> {
  await hoa.goto(campaign)
  await hoa.getByRole('link', { name: 'Gia hạn' }).click()
  await hoa
    .getByRole('textbox', { name: 'Lý do gia hạn' })
    .fill('Đại hội Thi đua yêu nước tỉnh lùi sang quý I năm 2015')
  await hoa.getByRole('textbox', { name: 'Số, ký hiệu văn bản' }).fill('112/SNV-VP')
  await hoa.getByRole('textbox', { name: 'Ngày văn bản' }).fill('27/10/2014')
  await hoa.getByLabel('Tệp văn bản', { exact: true }).setInputFiles(await scan('Văn bản gia hạn.pdf'))
  await hoa.getByText('Văn bản gia hạn.pdf', { exact: true }).first().waitFor()
  await hoa.getByRole('textbox', { name: /^Ngày kết thúc mới/ }).fill('31/03/2015')
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Gia hạn phong trào' }).click()
  await expectNotice(hoa, /^Đã gia hạn \d+ việc, thêm 36 việc của các lần lặp mới/)
}

/** Whom the drive has brought forward, a collective and a person: noted by their unit with the campaign. */
export async function noteTheBest(lan: Page): Promise<void> {
  await note(lan, 'Tập thể', 'Tập thể Phòng Công chức, viên chức', 'Dẫn đầu cả ba nội dung thi đua của đợt')
  await note(lan, 'Cá nhân', 'Đỗ Thị Mai, chuyên viên', 'Hai sáng kiến rút ngắn việc thẩm định')
}

async function note(lan: Page, kind: string, title: string, story: string): Promise<void> {
  await lan.goto('/dien-hinh')
  await lan.getByRole('button', { name: 'Ghi điển hình' }).first().click()
  const dialog = lan.getByRole('dialog', { name: 'Ghi điển hình' })
  await dialog.getByRole('combobox', { name: 'Loại' }).selectOption({ label: kind })
  await dialog.getByRole('textbox', { name: 'Tên điển hình, mô hình, cách làm' }).fill(title)
  await dialog.getByRole('textbox', { name: /^Việc đã làm/ }).fill(story)
  await dialog.getByRole('combobox', { name: /^Phong trào/ }).selectOption({ label: TITLE })
  await expectSound(lan)
  await dialog.getByRole('button', { name: 'Ghi điển hình' }).click()
  await expectNotice(lan, 'Đã ghi điển hình')
}

/** The Office takes the list of this drive away, for whoever decides on praise. */
export async function handOnTheList(hoa: Page): Promise<void> {
  await hoa.goto('/dien-hinh')
  await hoa.getByRole('combobox', { name: 'Phong trào' }).selectOption({ label: TITLE })
  await hoa.getByRole('status').filter({ hasText: '2 điển hình' }).waitFor()
  await expectSoundEverywhere(hoa)
  expect(await takeAway(hoa, 'Xuất 2 dòng')).toMatch(/\.xlsx$/)
}
