import type { Page } from 'playwright'
import { expect } from 'vitest'
import { takeAway } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { INITIATIVES } from './design.ts'
import { UNIT } from './take-in.ts'

/** The whole of what came, who is missing by name and never counted as nothing; taken away for the council that appraises. */
export async function assemble(hoa: Page, form: string): Promise<void> {
  await hoa.goto(`${form.replace('/bieu-mau', '')}/tong-hop`)
  await hoa.getByRole('heading', { name: /^\d\/8 đơn vị đã gửi, thiếu \d/ }).waitFor()
  await hoa.getByText(/^Số liệu dưới đây chưa có Văn phòng Sở/).waitFor()
  await hoa.getByText('1 đơn vị được miễn').waitFor()
  await expectSoundEverywhere(hoa)
  expect(await takeAway(hoa, /^Xuất 8 dòng: kết quả chuyển hội đồng$/)).toMatch(/^ket-qua-chuyen-hoi-dong.*\.xlsx$/)
  await hoa.getByRole('button', { name: new RegExp(`${INITIATIVES}: xem từng đơn vị`) }).click()
  await hoa.getByRole('dialog', { name: INITIATIVES }).getByRole('link', { name: UNIT }).waitFor()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
  await hoa.getByRole('link', { name: /^Đơn vị chưa gửi/ }).click()
  await hoa.getByRole('row').filter({ hasText: 'Phòng Tổ chức biên chế' }).getByText('Chưa bắt đầu').waitFor()
  await expectSoundEverywhere(hoa)
}
