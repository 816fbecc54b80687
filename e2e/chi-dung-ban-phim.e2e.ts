import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/app/demo/cast.ts'
import { expectFocusKept, type Keyboard, keyboardOf } from './lib/keyboard.ts'
import { expectNotice, expectTitle, type Office, openOffice } from './lib/office.ts'
import { planInWord } from './lib/papers.ts'

const TITLE = 'Thi đua năm 2022, nhập bằng bàn phím'

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 300_000)

afterAll(() => office?.close())

test('từ kế hoạch trên giấy đến ý kiến đồng ý, chỉ dùng bàn phím', { timeout: 600_000 }, async () => {
  const hoa = await office.sitDown()
  const keys = keyboardOf(hoa)
  await signIn(hoa, keys, 'hoa')
  await takeInThePlan(hoa, keys)
  await correctATarget(hoa, keys)
  await chooseUnits(hoa, keys)
  await propose(hoa, keys)

  const phuc = await office.sitDown()
  await signIn(phuc, keyboardOf(phuc), 'phuc')
  await agree(phuc, keyboardOf(phuc))
  expect(office.complaints()).toEqual([])
})

test('ký một báo cáo, trả lại một dòng của báo cáo khác, chỉ dùng bàn phím', { timeout: 600_000 }, async () => {
  const head = await office.sitDown()
  await signIn(head, keyboardOf(head), 'truong.cai-cach-hanh-chinh')
  await signTheReport(head, keyboardOf(head))

  const hoa = await office.sitDown()
  await signIn(hoa, keyboardOf(hoa), 'hoa')
  await returnOneLine(hoa, keyboardOf(hoa))
  expect(office.complaints()).toEqual([])
})

async function signIn(page: Page, keys: Keyboard, name: string): Promise<void> {
  await page.goto('/dang-nhap')
  await keys.type(page.getByRole('textbox', { name: 'Tên đăng nhập hoặc thư điện tử' }), name)
  await keys.type(page.getByRole('textbox', { name: 'Mật khẩu' }), DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expectTitle(page, 'Việc của tôi')
}

async function takeInThePlan(hoa: Page, keys: Keyboard): Promise<void> {
  await keys.press(hoa.getByRole('link', { name: 'Tạo từ văn bản' }), 'Enter')
  await expectTitle(hoa, 'Tạo phong trào từ văn bản')
  await keys.press(hoa.getByRole('radio', { name: /^Đã ban hành/ }), 'ArrowDown')
  expect(await hoa.getByRole('radio', { name: /^Còn là dự thảo/ }).isChecked()).toBe(true)
  const chooser = hoa.waitForEvent('filechooser')
  await keys.press(hoa.getByRole('button', { name: 'Chọn tệp: Kế hoạch, chỉ thị hoặc hướng dẫn' }), 'Enter')
  await (await chooser).setFiles(await planInWord())
  await hoa.waitForURL(/\/ra-soat$/)
  await expectTitle(hoa, /^Phát động phong trào thi đua/i)
}

async function correctATarget(hoa: Page, keys: Keyboard): Promise<void> {
  await keys.type(hoa.getByRole('textbox', { name: 'Tên phong trào' }), TITLE)
  await keys.press(hoa.getByRole('button', { name: 'Sửa: 15% đạt chiến sỹ thi đua cơ sở' }), 'Enter')
  await keys.type(hoa.getByRole('textbox', { name: 'Chỉ tiêu theo lời văn bản' }), '20% đạt chiến sĩ thi đua cơ sở')
  await keys.type(hoa.getByRole('textbox', { name: 'Số', exact: true }), '20')
  await keys.press(hoa.getByRole('button', { name: 'Xong' }), 'Enter')
  const row = hoa.getByRole('listitem').filter({ hasText: '20% đạt chiến sĩ thi đua cơ sở' }).first()
  await row.getByText('Đã sửa. Đọc được: 15% đạt chiến sỹ').waitFor()
  // the place is kept: the next Tab goes on from the row that was corrected
  await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
}

async function chooseUnits(hoa: Page, keys: Keyboard): Promise<void> {
  await keys.press(hoa.getByRole('button', { name: 'Chọn nơi gửi' }), 'Enter')
  await keys.press(hoa.getByRole('button', { name: 'Chọn cả 9 đơn vị' }), 'Enter')
  await hoa.getByText('Đã chọn 9 trong 9 đơn vị').waitFor()
  await keys.press(hoa.getByRole('checkbox', { name: 'Ban Tôn giáo' }), 'Space')
  await hoa.getByText('8 đơn vị, 16 việc').waitFor()
}

async function propose(hoa: Page, keys: Keyboard): Promise<void> {
  await keys.press(hoa.getByRole('button', { name: 'Trình người có thẩm quyền' }), 'Enter')
  await expectNotice(hoa, 'Đã trình người có thẩm quyền')
  await hoa.getByText('Đang chờ ý kiến của Hoàng Đức Phúc').waitFor()
}

async function agree(phuc: Page, keys: Keyboard): Promise<void> {
  const row = phuc.getByRole('region', { name: 'Chờ xử lý' }).getByRole('listitem').filter({ hasText: TITLE })
  await keys.press(row.getByRole('link').first(), 'Enter')
  await expectTitle(phuc, TITLE)
  await keys.press(phuc.getByRole('button', { name: 'Cho ý kiến' }), 'Enter')
  const dialog = phuc.getByRole('dialog', { name: 'Ý kiến về bản trình' })
  await keys.press(dialog.getByRole('radio', { name: 'Đồng ý' }), 'Space')
  await keys.press(dialog.getByRole('button', { name: 'Đồng ý' }), 'Enter')
  await expectNotice(phuc, 'Đã ghi ý kiến đồng ý')
  await phuc.getByText(/^Hoàng Đức Phúc đồng ý ngày/).waitFor()
}

async function signTheReport(head: Page, keys: Keyboard): Promise<void> {
  await keys.press(head.getByRole('link', { name: 'Xem và ký' }), 'Enter')
  const sign = head.getByRole('button', { name: 'Ký và gửi' })
  await keys.press(sign, 'Enter')
  await head.getByRole('dialog').waitFor()
  await head.keyboard.press('Escape')
  // the window gives the focus back to what opened it
  await expect.poll(() => sign.evaluate((element) => element === document.activeElement)).toBe(true)
  await head.keyboard.press('Enter')
  await keys.press(head.getByRole('dialog').getByRole('button', { name: 'Ký và gửi' }), 'Enter')
  await head.getByRole('region', { name: 'Biên nhận' }).waitFor()
  await expectFocusKept(head)
}

async function returnOneLine(hoa: Page, keys: Keyboard): Promise<void> {
  const row = hoa.getByRole('region', { name: 'Chờ xử lý' }).getByRole('listitem').filter({ hasText: 'Thanh tra Sở' })
  await keys.press(row.getByRole('link', { name: 'Xem bản gửi' }), 'Enter')
  await keys.press(hoa.getByRole('button', { name: 'Mở xem báo cáo' }), 'Enter')
  const [first, second] = [hoa.getByRole('article').nth(0), hoa.getByRole('article').nth(1)]
  await keys.press(second.getByRole('button', { name: 'Dòng này được' }), 'Enter')
  await second.getByText('Được', { exact: true }).waitFor()
  // the button goes with what it did; the next Tab goes on from the same line
  await expect.poll(() => second.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await keys.press(first.getByRole('button', { name: 'Trả lại dòng này' }), 'Enter')
  const reason = hoa.getByRole('dialog').getByRole('textbox', { name: 'Lý do' })
  await keys.press(hoa.getByRole('dialog').getByRole('button', { name: 'Đánh dấu trả lại' }), 'Enter')
  // pressed without a reason it leads to where the reason is written
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement)).toBe(true)
  await hoa.keyboard.insertText('Đính kèm danh mục các cuộc thanh tra')
  await keys.press(hoa.getByRole('dialog').getByRole('button', { name: 'Đánh dấu trả lại' }), 'Enter')
  await first.getByText('“Đính kèm danh mục các cuộc thanh tra”').waitFor()
  await keys.press(hoa.getByRole('button', { name: 'Trả lại 1 dòng' }), 'Enter')
  await keys.type(hoa.getByRole('dialog').getByRole('textbox', { name: 'Lý do chung' }), 'Bổ sung minh chứng')
  await keys.press(hoa.getByRole('dialog').getByRole('button', { name: 'Trả lại 1 dòng' }), 'Enter')
  await expectNotice(hoa, 'Đã trả lại báo cáo cho Thanh tra Sở')
  await expectFocusKept(hoa)
}
