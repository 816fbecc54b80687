import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../test/browser.ts'
import { serveScreens } from '../test/screens.ts'
import { sideways, violations } from './lib/page-checks.ts'

const DESK = 1366
const PHONE = 360
const ALONE = [
  '/mau/shell/full',
  '/mau/shell/rail',
  '/mau/entry/with-people',
  '/mau/entry/alone',
  '/mau/layout/split',
  '/mau/layout/foot',
  '/mau/page-header/full',
  '/khong-co-trang-nay',
]

let browser: Browser
let screens: Awaited<ReturnType<typeof serveScreens>>

beforeAll(async () => {
  screens = await serveScreens()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await screens?.stop()
})

/** A page of this width that remembers everything the browser complained of: faults, refused styles and scripts. */
async function openPage(path: string, width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
    locale: 'vi-VN',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (fault) => complaints.push(fault.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(screens.url + path)
  await page.locator('main h1').first().waitFor()
  return { page, complaints }
}

describe.each([DESK, PHONE])('at %i px', (width) => {
  test.each(['/mau', ...ALONE])(
    '%s is accessible, does not scroll sideways and obeys the content policy',
    async (path) => {
      const { page, complaints } = await openPage(path, width)
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})

describe('by keyboard', () => {
  test('a dialog takes the focus, keeps it, closes with Esc and gives it back', async () => {
    const { page, complaints } = await openPage('/mau', DESK)
    const opener = page.locator('[id="dialog.open"]').getByRole('button', { name: 'Nhắc 4 đơn vị' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Nhắc 4 đơn vị' })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a reason that is asked for and not given is asked for again, at its field', async () => {
    const { page } = await openPage('/mau', DESK)
    const form = page.locator('[id="dialog.reason"]')
    await form.getByRole('button', { name: 'Trả lại 3 hồ sơ' }).press('Enter')
    const reason = form.getByRole('textbox', { name: 'Lý do, gửi cho cả 3 đơn vị' })
    expect(await reason.getAttribute('aria-invalid')).toBe('true')
    await reason.fill('Thiếu bản chụp')
    expect(await reason.getAttribute('aria-invalid')).toBeNull()
    await page.context().close()
  })

  test('the person’s menu opens, is accessible and closes', async () => {
    const { page, complaints } = await openPage('/mau/shell/full', DESK)
    await page.getByRole('button', { name: 'Tài khoản: Lê Thị Hoa, Văn phòng Sở' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('the first stop of the shell leads past the navigation', async () => {
    const { page } = await openPage('/mau/shell/full', DESK)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
    await page.context().close()
  })

  test('units are chosen with Space: a branch takes those under it along, all can be chosen and taken back', async () => {
    const { page } = await openPage('/mau', DESK)
    const tree = page.locator('[id="tree.choose"]')
    await tree.getByText('Đã chọn 2 trong 6 đơn vị').waitFor()
    await tree.getByRole('checkbox', { name: 'Ban Thi đua - Khen thưởng' }).press('Space')
    await tree.getByText('Đã chọn 3 trong 6 đơn vị').waitFor()
    await tree.getByRole('button', { name: 'Chọn cả 6 đơn vị' }).press('Enter')
    await tree.getByText('Đã chọn 6 trong 6 đơn vị').waitFor()
    await tree.getByRole('button', { name: 'Bỏ chọn tất cả' }).press('Enter')
    await tree.getByText('Đã chọn 0 trong 6 đơn vị').waitFor()
    expect(await tree.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.context().close()
  })
})

describe('in use', () => {
  test('search, filter, sort and page of a list stand in the address and come back with it', async () => {
    const { page } = await openPage('/mau', DESK)
    const list = page.getByRole('region', { name: 'Danh sách hồ sơ (day-du)' })
    await list.getByRole('searchbox').fill('bich lan')
    await page.waitForURL(/q=bich\+lan/)
    await list.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: 'Văn phòng Sở' })
    await page.waitForURL(/day-du-unit=vp/)
    await list.getByRole('button', { name: 'Người, tập thể' }).click()
    await page.waitForURL(/sort=name/)
    await list.getByRole('link', { name: 'Trang 2' }).click()
    await page.waitForURL(/page=2/)
    await page.reload()
    expect(await list.getByRole('searchbox').inputValue()).toBe('bich lan')
    await list.getByText('38 trong 214 hồ sơ, lọc theo').waitFor()
    expect(await list.getByRole('columnheader', { name: 'Người, tập thể' }).getAttribute('aria-sort')).toBe('ascending')
    await list.getByRole('button', { name: 'Bỏ hết' }).click()
    await page.waitForURL((url) => !url.search.includes('q=') && !url.search.includes('page='))
    await page.context().close()
  })

  test('chosen rows bring the strip of acts; what was done can be undone from the bar at the foot', async () => {
    const { page } = await openPage('/mau', PHONE)
    const list = page.getByRole('region', { name: 'Danh sách hồ sơ (day-du)' })
    await list.getByRole('checkbox', { name: 'Chọn Võ Văn Minh' }).check()
    await list.getByRole('button', { name: 'Trả lại 1 hồ sơ' }).click()
    const bar = page.getByRole('region', { name: 'Thông báo' })
    await bar.getByText('Đã trả lại 1 hồ sơ').waitFor()
    await bar.getByRole('button', { name: 'Hoàn tác' }).click()
    await bar.getByText('Đã trả lại 1 hồ sơ').waitFor({ state: 'detached' })
    expect(await list.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.context().close()
  })

  test('a day that is not on the calendar is said when the box is left, and a good one is written out', async () => {
    const { page } = await openPage('/mau', DESK)
    const dates = page.locator('[id="field.date"]')
    const signed = dates.getByRole('textbox', { name: 'Ngày ký' })
    await signed.fill('31/02/2022')
    await signed.blur()
    await dates.getByText('Không có ngày 31/02/2022. Nhập ngày có trên lịch').first().waitFor()
    expect(await signed.getAttribute('aria-invalid')).toBe('true')
    await signed.fill('5/7/2022')
    await signed.blur()
    expect(await signed.inputValue()).toBe('05/07/2022')
    expect(await signed.getAttribute('aria-invalid')).toBeNull()
    await page.context().close()
  })

  test('a mark in the paper can be pressed, and shows itself as the one looked at', async () => {
    const { page } = await openPage('/mau', DESK)
    const paper = page.locator('[id="paper.marked"]')
    const fourth = paper.getByRole('button', { name: 'Đến mục đọc được số 4' })
    await fourth.press('Enter')
    expect(await fourth.getAttribute('aria-current')).toBe('true')
    await page.context().close()
  })
})
