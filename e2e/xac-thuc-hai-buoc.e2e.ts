import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../src/app/demo/cast.ts'
import { totp } from '../test/totp.ts'
import { keyboardOf } from './lib/keyboard.ts'
import { enterAs, expectNotice, expectTitle, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere, sheetsOf } from './lib/page-checks.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 180_000)

afterAll(() => office?.close())

test('bật xác thực hai bước vì vai trò bắt buộc, mất điện thoại, vào bằng mã khôi phục', {
  timeout: 400_000,
}, async () => {
  const quan = await office.sitDown()
  await enterAs(quan, 'Hồ Sỹ Quân')
  await obligeStandingOffice(quan)

  const hoa = await office.sitDown()
  const { secret, recovery } = await enrol(hoa)
  const phone = await office.sitDown()
  await signIn(phone)
  await phone.getByRole('textbox', { name: 'Mã xác thực' }).fill('000000')
  await phone.getByRole('button', { name: 'Xác nhận mã' }).click()
  await phone.getByRole('alert').first().waitFor()
  await phone.getByRole('textbox', { name: 'Mã xác thực' }).fill(totp(secret, 1))
  await phone.getByRole('button', { name: 'Xác nhận mã' }).click()
  await expectTitle(phone, 'Việc của tôi')

  await recover(await office.sitDown(), recovery)
  await closeOthers(hoa)
  expect(office.complaints().every((one) => one.includes('status of 4'))).toBe(true)
})

async function obligeStandingOffice(quan: Page): Promise<void> {
  await quan.goto('/quy-dinh-dang-nhap')
  await expectTitle(quan, 'Quy định đăng nhập')
  await quan.getByRole('checkbox', { name: 'Bộ phận thường trực' }).check()
  await expectSoundEverywhere(quan)
  await quan.getByRole('button', { name: 'Lưu quy định đăng nhập' }).click()
  await expectNotice(quan, 'Đã lưu quy định đăng nhập')
}

/** By keyboard alone: only this page stands, and its last step leads to the work. */
async function enrol(hoa: Page): Promise<{ secret: string; recovery: string }> {
  await hoa.goto('/dang-nhap')
  const hands = keyboardOf(hoa)
  await hands.press(hoa.getByRole('button', { name: /^Lê Thị Hoa / }), 'Enter')
  await expectTitle(hoa, 'Bật xác thực hai bước')
  await hoa.goto('/phong-trao')
  await expectTitle(hoa, 'Bật xác thực hai bước')
  await expectSoundEverywhere(hoa)
  await hands.type(hoa.getByRole('textbox', { name: 'Mật khẩu đang dùng' }), DEMO_PASSWORD)
  await hoa.keyboard.press('Enter')
  const picture = hoa.getByRole('img', { name: 'Mã QR để quét bằng ứng dụng xác thực' })
  await picture.waitFor()
  const secret = ((await hoa.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent()) ?? '').replaceAll(' ', '')
  await expectSoundEverywhere(hoa)
  await hands.type(hoa.getByRole('textbox', { name: 'Mã xác thực' }), totp(secret))
  await hoa.keyboard.press('Enter')
  const codes = hoa.getByRole('list', { name: /^Mã khôi phục/ }).getByRole('listitem')
  await codes.first().waitFor()
  expect(await codes.count()).toBe(10)
  const recovery = (await codes.first().textContent()) ?? ''
  await expectSoundEverywhere(hoa)
  expect(await sheetsOfCodes(hoa)).toBe(1)
  await hands.press(hoa.getByRole('button', { name: 'Đã cất mã, tiếp tục' }), 'Enter')
  await expectTitle(hoa, 'Phong trào thi đua')
  return { secret, recovery }
}

/** How many sheets of paper the codes take when they are printed alone. */
async function sheetsOfCodes(page: Page): Promise<number> {
  await page.evaluate(() => document.documentElement.setAttribute('data-printing', 'codes'))
  const sheets = await sheetsOf(page)
  await page.evaluate(() => document.documentElement.removeAttribute('data-printing'))
  return sheets
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByRole('textbox', { name: 'Tên đăng nhập hoặc thư điện tử' }).fill('hoa')
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('textbox', { name: 'Mã xác thực' }).waitFor()
  await expectSoundEverywhere(page)
}

async function recover(page: Page, recovery: string): Promise<void> {
  await signIn(page)
  await page.getByRole('textbox', { name: 'Mã xác thực' }).fill(recovery.toLowerCase())
  await page.getByRole('button', { name: 'Xác nhận mã' }).click()
  await expectTitle(page, 'Việc của tôi')
  await expectNotice(page, /^Mã khôi phục đó hết giá trị\. Còn 9 mã/)
}

async function closeOthers(hoa: Page): Promise<void> {
  await hoa.goto('/tai-khoan')
  await expectTitle(hoa, 'Tài khoản của tôi')
  const told = hoa.getByText('Có lần đăng nhập từ thiết bị mới')
  await told.waitFor()
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Đã đọc' }).click()
  await told.waitFor({ state: 'detached' })
  await hoa.getByRole('button', { name: /^Đóng 2 phiên khác$/ }).click()
  await expectNotice(hoa, 'Đã đóng 2 phiên khác')
}
