import type { Page } from 'playwright'
import { expectSaved } from '../office.ts'
import { expectSoundEverywhere } from '../page-checks.ts'
import { drop, planInWord } from '../papers.ts'

export const TITLE = 'Đợt thi đua đặc biệt chào mừng Đại hội Đảng các cấp'
export const WORK = 'Tổ chức các hoạt động thi đua bám sát các nhiệm vụ chính trị'

/** The call answers the province's 1004/PĐ-UBND: that is read as its basis. It names no day at all. */
export async function takeInTheCall(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: 'Tạo từ văn bản' }).click()
  await hoa.getByRole('radio', { name: /^Còn là dự thảo/ }).check()
  await drop(
    hoa.getByText('Kéo tệp vào đây hoặc'),
    await planInWord('lang-son-2014', 'Phát động thi đua đặc biệt.docx'),
  )
  await hoa.waitForURL(/\/phong-trao\/[^/]+\/ra-soat$/)
  await hoa.getByText('Văn bản số 1004/PĐ-UBND ngày 24/09/2014', { exact: true }).waitFor()
  await hoa.getByRole('textbox', { name: 'Tên phong trào' }).fill(TITLE)
  await expectSaved(hoa)
}

/** The call says no time: the Office sets it, so that work can come back every month. */
export async function setTheTime(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Thêm đợt thi đua' }).click()
  await hoa.getByRole('textbox', { name: 'Tên đợt' }).fill('Đợt thi đua đặc biệt')
  await hoa.getByRole('textbox', { name: 'Bắt đầu' }).fill('29/09/2014')
  await hoa.getByRole('textbox', { name: 'Kết thúc', exact: true }).fill('31/12/2014')
  await hoa.getByRole('textbox', { name: 'Hạn tổng kết đợt' }).fill('31/12/2014')
  await hoa.getByRole('combobox', { name: 'Cách tính hạn' }).selectOption({ label: 'Đến hết ngày đó' })
  await expectSaved(hoa)
}

/** «Các đoàn thể, các phòng»: the three bodies beside and the nine divisions; every month, with proof. */
export async function giveTheWork(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Gắn với đơn vị' }).click()
  const units = hoa.getByRole('dialog', { name: 'Gắn nhiệm vụ với đơn vị' })
  await units.getByRole('button', { name: 'Chọn cả 12 đơn vị' }).click()
  await units.getByRole('button', { name: 'Gắn với 12 đơn vị' }).click()
  await units.waitFor({ state: 'hidden' })
  await hoa.getByRole('button', { name: `Xem và đặt: ${WORK}` }).click()
  const plan = hoa.getByRole('dialog', { name: 'Nhiệm vụ này giao thế nào' })
  await plan.getByRole('radio', { name: /^Việc phải làm có hạn/ }).check()
  await plan.getByRole('combobox', { name: 'Nhịp lặp' }).selectOption({ label: 'Hằng tháng' })
  await plan
    .getByRole('combobox', { name: 'Khi ngày cuối là ngày nghỉ' })
    .selectOption({ label: 'Dời về ngày làm việc trước đó' })
  await plan.getByRole('textbox', { name: 'Hạn của lần đầu' }).fill('25/10/2014')
  await plan.getByRole('checkbox', { name: 'Phải kèm minh chứng' }).check()
  await plan.getByRole('button', { name: 'Lưu cách giao' }).click()
  await plan.waitFor({ state: 'hidden' })
  // 25/10/2014 is a Saturday.
  await hoa.getByText(/^Việc phải làm có hạn, hằng tháng, 3 lần, ngày cuối 24\/10\/2014/).waitFor()
  await expectSoundEverywhere(hoa)
}

export async function sendToAll(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: /^2\. Gửi đến/ }).click()
  await hoa.getByRole('button', { name: 'Chọn cả 12 đơn vị' }).click()
  await hoa.getByText('12 đơn vị, 60 việc').waitFor()
  await expectSaved(hoa)
}
