import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAs, expectNotice, expectTitle, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere, sheetsOf } from './lib/page-checks.ts'

const PHUC = 'Hoàng Đức Phúc'
const KHANH = 'Nguyễn Thị Vân Khánh'
const IN_HIS_PLACE = 'KT. Giám đốc, Phó Giám đốc, Sở Nội vụ Hà Tĩnh (dữ liệu mẫu)'

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 300_000)

afterAll(() => office?.close())

test('giám đốc vắng mặt: phó giám đốc ký thay, nhật ký ghi thay ai', { timeout: 600_000 }, async () => {
  const phuc = await office.sitDown()
  await enterAs(phuc, PHUC)
  await delegate(phuc)

  const khanh = await office.sitDown()
  await enterAs(khanh, KHANH)
  await actAs(khanh, 'Phó Giám đốc, Sở Nội vụ Hà Tĩnh (dữ liệu mẫu)')
  const plan = khanh.getByRole('region', { name: 'Chờ xử lý' }).getByRole('link').first()
  await actAs(khanh, IN_HIS_PLACE)
  await plan.click()
  await khanh.getByRole('button', { name: 'Cho ý kiến' }).click()
  const dialog = khanh.getByRole('dialog', { name: 'Ý kiến về bản trình' })
  await dialog.getByRole('radio', { name: 'Đồng ý' }).check()
  await dialog.getByRole('button', { name: 'Đồng ý' }).click()
  await expectNotice(khanh, 'Đã ghi ý kiến đồng ý')

  const quan = await office.sitDown()
  await enterAs(quan, 'Hồ Sỹ Quân')
  await quan.goto('/nhat-ky')
  const entry = quan.getByRole('listitem').filter({ hasText: 'đồng ý phát động phong trào' }).first()
  await entry.waitFor()
  expect(await entry.textContent()).toContain(IN_HIS_PLACE)
  expect(await entry.textContent()).toContain(`thay ${PHUC}`)

  await phuc.goto('/uy-quyen')
  await phuc.getByRole('button', { name: `Kết thúc ủy quyền cho ${KHANH}` }).click()
  const ending = phuc.getByRole('dialog', { name: 'Kết thúc sớm ủy quyền' })
  await ending.getByLabel('Ngày cuối').fill('11/07/2022')
  await ending.getByLabel('Lý do').fill('Giám đốc đã trở lại')
  await ending.getByRole('button', { name: 'Kết thúc ủy quyền' }).click()
  await expectNotice(phuc, `Ủy quyền cho ${KHANH} đến hết ngày 11/07/2022`)
  // Her next press finds out that she stands in for nobody any more.
  await khanh.goto('/')
  await expect
    .poll(() => khanh.getByRole('button', { name: /^Tài khoản: / }).getAttribute('aria-label'))
    .not.toContain('KT.')
  // What was asked in the capacity that had just ended was refused: that is what she was told by.
  await khanh.context().close()
  expect(office.complaints().filter((one) => !one.includes('409'))).toEqual([])
})

test('bàn giao việc đang mở, có danh sách để in', { timeout: 600_000 }, async () => {
  const minh = await office.sitDown()
  await enterAs(minh, 'Võ Văn Minh')
  const duty = minh.getByRole('region', { name: 'Phải làm' }).getByRole('link').first()
  await minh.goto(((await duty.getAttribute('href')) ?? '').replace('/quan-triet', ''))
  await minh.getByRole('combobox', { name: 'Người của đơn vị' }).selectOption({ label: 'Đỗ Thị Mai, Chuyên viên' })
  await minh.getByRole('button', { name: /^(Giao việc|Đổi người thực hiện)$/ }).click()
  await expectNotice(minh, 'Đã giao Đỗ Thị Mai thực hiện')

  await minh.goto('/nguoi')
  await minh.getByRole('link', { name: 'Đỗ Thị Mai' }).click()
  await expectTitle(minh, 'Đỗ Thị Mai')
  await minh.getByRole('link', { name: 'Bàn giao việc' }).click()
  await expectTitle(minh, 'Bàn giao việc của Đỗ Thị Mai')
  await expectSoundEverywhere(minh)
  // She was named for one duty, and has a part of a report besides.
  for (const part of ['việc được giao', 'phần việc được chia']) {
    await minh
      .getByRole('combobox', { name: `Người nhận: ${part}` })
      .selectOption({ label: 'Nguyễn Thị Bích Lan, Chuyên viên phụ trách thi đua' })
  }
  await minh.getByLabel('Lý do bàn giao').fill('Nghỉ thai sản')
  await minh.getByRole('button', { name: 'Bàn giao 2 việc' }).click()
  await expectTitle(minh, 'Danh sách bàn giao')
  const paper = minh.getByRole('article', { name: 'Danh sách bàn giao' })
  expect(await paper.textContent()).toContain('Nguyễn Thị Bích Lan')
  expect(await sheetsOf(minh)).toBe(1)
  await expectSoundEverywhere(minh)
  expect(office.complaints()).toEqual([])
})

test('địa chỉ dài hơn một trang vẫn là trang không có, đứng một mình', { timeout: 400_000 }, async () => {
  const page = await office.sitDown()
  await enterAs(page, 'Đỗ Thị Mai')
  await page.goto('/phong-trao/mot/hai/ba')
  await expectTitle(page, 'Không có trang này')
  expect(await page.locator('main').count()).toBe(1)
  await expectSoundEverywhere(page)
})

test('mọi trang của việc thay nhau đọc được ở bàn và trên tay', { timeout: 600_000 }, async () => {
  const pages: Record<string, readonly string[]> = {
    'Lê Thị Hoa': ['/phan-cong', '/nguoi-moi', '/uy-quyen', '/uy-quyen/them'],
    'Hồ Sỹ Quân': ['/quy-dinh-ky'],
  }
  for (const [name, paths] of Object.entries(pages)) {
    const page = await office.sitDown()
    await enterAs(page, name)
    for (const path of paths) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expectSoundEverywhere(page)
    }
  }
  expect(office.complaints()).toEqual([])
})

async function delegate(phuc: Page): Promise<void> {
  await phuc.getByRole('link', { name: 'Ủy quyền, bàn giao' }).click()
  await expectTitle(phuc, 'Ủy quyền, bàn giao')
  await phuc.getByRole('link', { name: 'Ủy quyền', exact: true }).click()
  await expectTitle(phuc, 'Ủy quyền khi vắng mặt')
  await phuc.getByRole('combobox', { name: 'Người được ủy quyền' }).selectOption({ label: `${KHANH}, Phó Giám đốc` })
  await phuc.getByLabel('Đến hết ngày').fill('20/07/2022')
  await phuc.getByLabel('Lý do').fill('Đi công tác')
  await phuc.getByRole('button', { name: 'Ủy quyền', exact: true }).click()
  await expectNotice(phuc, `Đã ủy quyền cho ${KHANH} đến hết ngày 20/07/2022`)
  await expectSoundEverywhere(phuc)
}

/** Chooses one of one's capacities in one's own menu. */
async function actAs(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản: / }).click()
  await page.getByRole('menuitem', { name: words }).first().click()
  await page.getByRole('button', { name: `Tài khoản: ${KHANH}, ${words}` }).waitFor()
}
