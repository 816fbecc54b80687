import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNotice, expectTitle, type Office, openOffice } from './lib/office.ts'
import { expectSound, expectSoundEverywhere } from './lib/page-checks.ts'

const OFFICE = 'Sở Nội vụ tỉnh Hà Tĩnh'
const DIVISION = 'Phòng Công chức, viên chức'
const ADMINISTRATOR_PASSWORD = 'rừng thông xanh bên suối'
const FIRST_PASSWORD = 'bốn mùa thông reo trên đồi'

let office: Office

beforeAll(async () => {
  office = await openOffice('start')
}, 180_000)

afterAll(() => office?.close())

test('từ cơ sở dữ liệu trống đến người đầu tiên đăng nhập', { timeout: 400_000 }, async () => {
  const quan = await office.sitDown()
  await setUp(quan)
  await addDivision(quan)
  await addPerson(quan)
  const code = await openAccount(quan)
  await giveRole(quan)

  const minh = await office.sitDown()
  await takeUpAccount(minh, code)
  await signInAsMinh(minh)
  expect(office.complaints()).toEqual([])
})

async function setUp(quan: Page): Promise<void> {
  const code = await office.product.says(/Mã thiết lập dùng một lần: (\S+)/)
  await quan.goto('/')
  await expectTitle(quan, 'Thiết lập hệ thống')
  await expectSoundEverywhere(quan)
  await quan.getByRole('textbox', { name: 'Mã thiết lập' }).fill('AAAA-AAAA')
  await quan.getByRole('button', { name: 'Kiểm mã thiết lập' }).click()
  await quan.getByRole('alert').first().waitFor()
  expect(office.complaints().every((one) => one.includes('checkSetUpCode') || one.includes('status of 4'))).toBe(true)
  await quan.getByRole('textbox', { name: 'Mã thiết lập' }).fill(code)
  await quan.getByRole('button', { name: 'Kiểm mã thiết lập' }).click()

  await quan.getByRole('textbox', { name: 'Tên cơ quan' }).fill(OFFICE)
  await quan.getByRole('textbox', { name: 'Họ và tên' }).fill('Hồ Sỹ Quân')
  await quan.getByRole('textbox', { name: 'Chức vụ' }).fill('Chuyên viên Văn phòng')
  await quan.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('quan')
  await quan.getByRole('textbox', { name: 'Mật khẩu' }).fill(ADMINISTRATOR_PASSWORD)
  await expectSoundEverywhere(quan)
  await quan.getByRole('button', { name: 'Thiết lập hệ thống' }).click()
  await expectTitle(quan, 'Việc tiếp theo')
  await expectSoundEverywhere(quan)
}

async function addDivision(quan: Page): Promise<void> {
  await quan.getByRole('link', { name: 'Thêm đơn vị', exact: true }).click()
  await quan.getByRole('textbox', { name: 'Tên đơn vị' }).fill(DIVISION)
  await expectSoundEverywhere(quan)
  await quan.getByRole('button', { name: 'Thêm đơn vị' }).click()
  await expectNotice(quan, `Đã thêm ${DIVISION}`)
  await expectTitle(quan, DIVISION)
  await expectSoundEverywhere(quan)
}

async function addPerson(quan: Page): Promise<void> {
  await quan.getByRole('link', { name: 'Người và tài khoản' }).click()
  await expectTitle(quan, 'Người và tài khoản')
  await quan.getByRole('link', { name: 'Thêm người' }).click()
  await expectTitle(quan, 'Thêm người')
  await quan.getByRole('textbox', { name: 'Họ và tên' }).fill('Võ Văn Minh')
  await quan.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: DIVISION })
  await quan.getByRole('textbox', { name: 'Chức vụ' }).fill('Trưởng phòng')
  await expectSoundEverywhere(quan)
  await quan.getByRole('button', { name: 'Thêm người' }).click()
  await expectNotice(quan, 'Đã thêm Võ Văn Minh')
  await expectTitle(quan, 'Võ Văn Minh')
}

/** Gives the code that stands on the screen this once. */
async function openAccount(quan: Page): Promise<string> {
  await quan.getByRole('button', { name: 'Mở tài khoản' }).click()
  const dialog = quan.getByRole('dialog', { name: 'Mở tài khoản cho Võ Văn Minh' })
  await dialog.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('minh')
  await expectSound(quan)
  await dialog.getByRole('button', { name: 'Mở tài khoản' }).click()
  const handed = quan.getByRole('dialog', { name: 'Mã kích hoạt tài khoản của Võ Văn Minh' })
  const code = (await handed.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent()) ?? ''
  await expectSound(quan)
  await handed.getByRole('button', { name: 'Đã giao mã' }).click()
  return code
}

async function giveRole(quan: Page): Promise<void> {
  await quan.getByRole('button', { name: 'Giao quyền' }).click()
  const dialog = quan.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Người đứng đầu đơn vị/ }).check()
  await expectSound(quan)
  await dialog.getByRole('button', { name: 'Giao quyền' }).click()
  await expectNotice(quan, `Đã giao quyền Người đứng đầu đơn vị tại ${DIVISION} cho Võ Văn Minh`)
  await expectSoundEverywhere(quan)
}

async function takeUpAccount(minh: Page, code: string): Promise<void> {
  await minh.goto('/')
  await expectTitle(minh, 'Đăng nhập')
  await expectSoundEverywhere(minh)
  await minh.getByRole('link', { name: 'có mã dùng một lần' }).click()
  await expectTitle(minh, 'Đặt mật khẩu')
  await expectSoundEverywhere(minh)
  await minh.getByRole('textbox', { name: 'Mã dùng một lần' }).fill(code.toLowerCase())
  await minh.getByRole('button', { name: 'Dùng mã' }).click()
  await expectTitle(minh, 'Kích hoạt tài khoản')
  await minh.getByRole('textbox', { name: 'Mật khẩu mới' }).fill(FIRST_PASSWORD)
  await expectSoundEverywhere(minh)
  await minh.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await minh.getByRole('link', { name: 'Đăng nhập', exact: true }).click()
}

async function signInAsMinh(minh: Page): Promise<void> {
  await expectTitle(minh, 'Đăng nhập')
  await expectSoundEverywhere(minh)
  await minh.getByRole('textbox', { name: 'Tên đăng nhập hoặc thư điện tử' }).fill('minh')
  await minh.getByRole('textbox', { name: 'Mật khẩu' }).fill(FIRST_PASSWORD)
  await minh.getByRole('button', { name: 'Đăng nhập' }).click()
  await expectTitle(minh, 'Việc của tôi')
  await minh.getByRole('heading', { name: 'Không có việc nào đang chờ' }).waitFor()
  await expectSoundEverywhere(minh)
}
