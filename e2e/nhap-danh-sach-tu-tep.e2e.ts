import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peopleWithFaults } from '../test/people-with-faults.ts'
import { expectFocusKept, keyboardOf } from './lib/keyboard.ts'
import { enterAs, expectTitle, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere } from './lib/page-checks.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 300_000)

afterAll(() => office?.close())

test('nhập danh sách người có ba loại lỗi, áp dụng rồi hoàn tác', { timeout: 600_000 }, async () => {
  const quan = await office.sitDown()
  await enterAs(quan, 'Hồ Sỹ Quân')
  await bringTheSheet(quan)
  await seeWhatIsWrong(quan)
  await decideTheDoubt(quan)
  await applyAndSee(quan)
  await undoAndSee(quan)
  expect(office.complaints()).toEqual([])
})

async function bringTheSheet(quan: Page): Promise<void> {
  await quan.getByRole('link', { name: 'Nhập từ tệp' }).first().click()
  await expectTitle(quan, 'Nhập từ tệp')
  await quan.getByText('Chưa nhập lần nào').waitFor()
  await expectSoundEverywhere(quan)
  await quan.getByRole('main').getByRole('link', { name: 'Nhập từ tệp' }).last().click()
  await quan.getByText('Cách điền').waitFor()
  await expectSoundEverywhere(quan)
  const template = await quan.request.get('/api/imports/templates/people.xlsx')
  expect(template.status()).toBe(200)
  const chooser = quan.waitForEvent('filechooser')
  await keyboardOf(quan).press(quan.getByRole('button', { name: /^Chọn tệp/ }), 'Enter')
  await (await chooser).setFiles(await peopleWithFaults())
  await quan.waitForURL(/\/nhap\/[0-9a-f-]+/)
  await expectTitle(quan, 'danh-sach-nguoi-moi.xlsx')
  await quan.getByRole('navigation', { name: 'Kết quả đối chiếu' }).waitFor()
}

const tab = (quan: Page, name: RegExp) =>
  quan.getByRole('navigation', { name: 'Kết quả đối chiếu' }).getByRole('link', { name })

async function seeWhatIsWrong(quan: Page): Promise<void> {
  // From here to the end by keyboard alone: what was pressed often goes, and the way on is not to be sought from the top.
  await expectFocusKept(quan)
  await keyboardOf(quan).press(tab(quan, /^Lỗi/), 'Enter')
  await quan.getByText('Không có đơn vị “Phòng không có” trong phạm vi nhập').waitFor()
  await quan.getByText('Ô I6, Số định danh cá nhân:').waitFor()
  await quan.getByText('Cùng một người với dòng 8').waitFor()
  await expectSoundEverywhere(quan)
  const [saved] = await Promise.all([
    quan.waitForEvent('download'),
    quan.getByRole('button', { name: /^Xuất 5 dòng/ }).click(),
  ])
  expect(saved.suggestedFilename()).toMatch(/^dong-loi.*\.xlsx$/)
}

async function decideTheDoubt(quan: Page): Promise<void> {
  await keyboardOf(quan).press(tab(quan, /^Cần xem/), 'Enter')
  await quan.getByText('Chưa rõ có phải người đã có không').waitFor()
  await expectSoundEverywhere(quan)
  await keyboardOf(quan).press(quan.getByRole('button', { name: 'Là người này' }), 'Enter')
  await tab(quan, /^Cần xem/).waitFor({ state: 'detached' })
  await expectFocusKept(quan)
}

async function applyAndSee(quan: Page): Promise<void> {
  const keys = keyboardOf(quan)
  await keys.press(tab(quan, /^Mới/), 'Enter')
  await keys.press(quan.getByRole('button', { name: 'Áp dụng 2 dòng' }), 'Enter')
  const dialog = quan.getByRole('dialog')
  await dialog.getByText('Không áp dụng: 4 dòng lỗi').waitFor()
  await keys.press(dialog.getByRole('button', { name: 'Áp dụng 2 dòng' }), 'Enter')
  await quan.getByText('Đã áp dụng 2 dòng').waitFor()
  await expectFocusKept(quan)
  await expectSoundEverywhere(quan)
  await quan.goto('/nguoi?q=thu+hang')
  await quan.getByRole('link', { name: 'Nguyễn Thu Hằng' }).waitFor()
  await quan.goBack()
}

async function undoAndSee(quan: Page): Promise<void> {
  const keys = keyboardOf(quan)
  await keys.press(quan.getByRole('button', { name: 'Hoàn tác cả lần nhập' }), 'Enter')
  await keys.press(quan.getByRole('dialog').getByRole('button', { name: 'Hoàn tác cả lần nhập' }), 'Enter')
  await quan.getByText('Không dòng nào phải để lại').waitFor()
  await expectFocusKept(quan)
  await expectSoundEverywhere(quan)
  await quan.goto('/nguoi?q=thu+hang')
  await quan.getByText('Nguyễn Thu Hằng').waitFor({ state: 'detached' })
  await quan.goto('/nhap')
  await quan.getByText('Đã hoàn tác').waitFor()
  await expectSoundEverywhere(quan)
}
