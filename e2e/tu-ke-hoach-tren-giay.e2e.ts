import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  choose,
  enterAs,
  expectNotice,
  expectSaved,
  expectTitle,
  moveTheClock,
  type Office,
  openOffice,
} from './lib/office.ts'
import { expectSound, expectSoundEverywhere } from './lib/page-checks.ts'
import { drop, planInWord, scan } from './lib/papers.ts'

const TITLE = 'Thi đua hoàn thành vượt mức nhiệm vụ năm 2022'
const THEME = 'Đoàn kết, đổi mới, thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ năm 2022'
const UNIT = 'Phòng Công chức, viên chức'

let office: Office

beforeAll(async () => {
  office = await openOffice('demo')
}, 300_000)

afterAll(() => office?.close())

test('từ kế hoạch trên giấy đến phong trào đã quán triệt', { timeout: 600_000 }, async () => {
  const [hoa, minh, lan, quan] = [await sitDown(), await sitDown(), await sitDown(), await sitDown()]

  await enterAs(hoa, 'Lê Thị Hoa')
  await expectSoundEverywhere(hoa)
  await takeInThePlan(hoa)
  await correctATarget(hoa)
  await chooseNineUnits(hoa)
  await propose(hoa)
  await recordConsentFromPaper(hoa)
  await enterNumberAndLaunch(hoa)
  const campaign = hoa.url()

  await enterAs(minh, 'Võ Văn Minh')
  await confirmReceiptNamingLan(minh)
  await enterAs(lan, 'Nguyễn Thị Bích Lan')
  await prepareTheDissemination(lan)
  await signAndSeeTheReceipt(minh)

  await enterAs(quan, 'Hồ Sỹ Quân')
  await moveTheClock(quan, '20/07/2022')
  await hoa.goto(`${campaign}?phan=trien-khai`)
  await remindALateUnit(hoa)
  const publicPath = await publish(hoa)
  await readAsAnybody(publicPath)

  expect(office.complaints()).toEqual([])
})

function sitDown(): Promise<Page> {
  return office.sitDown()
}

async function takeInThePlan(hoa: Page): Promise<void> {
  await hoa.getByRole('link', { name: 'Tạo từ văn bản' }).click()
  await expectTitle(hoa, 'Tạo phong trào từ văn bản')
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('radio', { name: /^Còn là dự thảo/ }).check()
  await drop(hoa.getByText('Kéo tệp vào đây hoặc'), await planInWord())
  await hoa.waitForURL(/\/phong-trao\/[^/]+\/ra-soat$/)
  await expectTitle(hoa, /^Phát động phong trào thi đua/i)
  expect(await hoa.getByRole('textbox', { name: 'Chủ đề' }).inputValue()).toBe(THEME)
  expect(await hoa.getByRole('combobox', { name: 'Loại văn bản' }).inputValue()).toBe('KH')
  await expectSoundEverywhere(hoa)
}

/** The same figure stands twice in the paper: the one corrected is the one that changes. */
async function correctATarget(hoa: Page): Promise<void> {
  await hoa.getByRole('textbox', { name: 'Tên phong trào' }).fill(TITLE)
  await hoa.getByRole('button', { name: 'Sửa: 15% đạt chiến sỹ thi đua cơ sở' }).click()
  await hoa.getByRole('textbox', { name: 'Chỉ tiêu theo lời văn bản' }).fill('20% đạt chiến sĩ thi đua cơ sở')
  await hoa.getByRole('textbox', { name: 'Số', exact: true }).fill('20')
  await hoa.getByRole('button', { name: 'Xong' }).click()
  await expectSaved(hoa)
  await hoa.reload()
  await target(hoa, '20% đạt chiến sĩ thi đua cơ sở').getByText('Đã sửa. Đọc được: 15% đạt chiến sỹ').waitFor()
  await target(hoa, '15% cá nhân được Bộ Nội vụ, UBND tỉnh tặng Bằng khen').waitFor()
  expect(await hoa.getByRole('textbox', { name: 'Tên phong trào' }).inputValue()).toBe(TITLE)
}

async function chooseNineUnits(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Chọn nơi gửi' }).click()
  await hoa.getByRole('button', { name: 'Chọn cả 9 đơn vị' }).click()
  await hoa.getByText('Đã chọn 9 trong 9 đơn vị').waitFor()
  await expect.poll(() => hoa.getByRole('textbox', { name: 'Hạn xác nhận tiếp nhận' }).inputValue()).toBe('19/07/2022')
  await hoa.getByRole('textbox', { name: 'Hạn quán triệt' }).fill('22/07/2022')
  await hoa.getByText('9 đơn vị, 18 việc').waitFor()
  await expectSaved(hoa)
  await expectSoundEverywhere(hoa)
}

async function propose(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Trình người có thẩm quyền' }).click()
  await expectNotice(hoa, 'Đã trình người có thẩm quyền')
}

/** The director signed the sheet on his desk; Hoa enters whose consent it is, of which day, with the scan. */
async function recordConsentFromPaper(hoa: Page): Promise<void> {
  await hoa.getByRole('button', { name: 'Ghi ý kiến từ bản giấy' }).click()
  const dialog = hoa.getByRole('dialog', { name: 'Ý kiến về bản trình' })
  await choose(dialog.getByRole('combobox', { name: 'Người ký bản giấy' }), 'Hoàng Đức Phúc')
  await dialog.getByRole('textbox', { name: 'Ngày ghi trên bản giấy' }).fill('12/07/2022')
  await dialog.getByLabel('Bản chụp', { exact: true }).setInputFiles(await scan('Phiếu trình có bút phê.pdf'))
  await dialog.getByText('Bản chụp đã tải lên').waitFor()
  await dialog.getByRole('radio', { name: 'Đồng ý' }).check()
  await expectSound(hoa)
  await dialog.getByRole('button', { name: 'Ghi ý kiến đồng ý' }).click()
  await expectNotice(hoa, 'Đã ghi ý kiến đồng ý')
}

async function enterNumberAndLaunch(hoa: Page): Promise<void> {
  await hoa.getByText('Hoàng Đức Phúc đồng ý ngày 12/07/2022').waitFor()
  const signed = hoa.getByRole('region', { name: 'Văn bản đã ký' })
  await signed.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('57/KH-SNV')
  await signed.getByRole('textbox', { name: 'Ngày ký' }).fill('12/07/2022')
  await signed.getByRole('textbox', { name: 'Người ký' }).fill('Hoàng Đức Phúc')
  await signed.getByRole('textbox', { name: /^Chức vụ/ }).fill('Giám đốc Sở')
  await signed.getByLabel('Tệp văn bản đã ký', { exact: true }).setInputFiles(await scan('57-KH-SNV đã ký.pdf'))
  await signed.getByRole('link', { name: '57-KH-SNV đã ký.pdf' }).waitFor()
  await signed.getByRole('button', { name: 'Ghi số, ngày và tệp đã ký' }).click()
  await expectNotice(hoa, 'Đã ghi số 57/KH-SNV. Phát động được rồi')
  await expectSoundEverywhere(hoa)
  await hoa.getByRole('button', { name: 'Phát động', exact: true }).click()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Phát động đến 9 đơn vị' }).click()
  await expectNotice(hoa, 'Đã phát động đến 9 đơn vị')
  await hoa.waitForURL(/\/phong-trao\/[^/?]+$/)
  await expectTitle(hoa, TITLE)
  await hoa.getByText('0/9 đơn vị, 0%').first().waitFor()
  await expectSoundEverywhere(hoa)
}

async function confirmReceiptNamingLan(minh: Page): Promise<void> {
  const owed = work(minh, 'Phải làm')
  await owed.first().waitFor()
  expect(await owed.count()).toBe(2)
  await expectSoundEverywhere(minh)
  await owed.getByRole('link', { name: 'Xác nhận tiếp nhận' }).last().click()
  const panel = minh.getByRole('region', { name: 'Xác nhận tiếp nhận' })
  await choose(panel.getByRole('combobox', { name: /^Người thực hiện/ }), 'Nguyễn Thị Bích Lan')
  await expectSoundEverywhere(minh)
  await panel.getByRole('button', { name: 'Xác nhận tiếp nhận' }).click()
  await expectNotice(minh, `Đã xác nhận ${UNIT} tiếp nhận`)
}

async function prepareTheDissemination(lan: Page): Promise<void> {
  await work(lan, 'Phải làm').getByRole('link', { name: 'Soạn bản quán triệt' }).click()
  await lan.getByRole('textbox', { name: 'Ngày quán triệt' }).fill('12/07/2022')
  await lan.getByRole('textbox', { name: 'Số người dự' }).fill('6')
  await lan.getByRole('textbox', { name: 'Tổng số người' }).fill('7')
  await lan.getByRole('radio', { name: 'Hội nghị quán triệt riêng' }).check()
  await lan.getByLabel('Biên bản hoặc ảnh', { exact: true }).setInputFiles(await scan('Biên bản quán triệt.pdf'))
  await lan.getByRole('link', { name: 'Biên bản quán triệt.pdf' }).waitFor()
  await expectSoundEverywhere(lan)
  await lan.getByRole('button', { name: 'Chuyển ký' }).click()
  await expectNotice(lan, 'Đã chuyển người đứng đầu ký')
  await expectSound(lan)
}

async function signAndSeeTheReceipt(minh: Page): Promise<void> {
  await minh.goto('/')
  await minh.getByRole('listitem').filter({ hasText: TITLE }).getByRole('link', { name: 'Xem và ký' }).first().click()
  await minh.getByText('6/7 người').first().waitFor()
  await minh.getByRole('button', { name: 'Ký và gửi' }).click()
  await expectSound(minh)
  await minh.getByRole('dialog').getByRole('button', { name: 'Ký và gửi' }).click()
  const receipt = minh.getByRole('region', { name: 'Biên nhận' })
  await receipt.getByText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/).waitFor()
  await expectSoundEverywhere(minh)
}

async function remindALateUnit(hoa: Page): Promise<void> {
  await hoa.getByRole('region', { name: 'Còn nợ' }).waitFor()
  await expectSoundEverywhere(hoa)
  const late = hoa.getByRole('region', { name: 'Còn nợ' }).getByRole('listitem').filter({ hasText: 'Quá 1 ngày' })
  expect(await late.count()).toBe(8)
  const row = late.filter({ hasText: 'Thanh tra Sở' })
  await row.getByRole('button', { name: 'Nhắc Thanh tra Sở' }).click()
  await expectNotice(hoa, /^Đã nhắc Thanh tra Sở: /)
  await row.getByText('Hôm nay đã nhắc').waitFor()
}

/** A separate act, off by default. Gives the address of the public page. */
async function publish(hoa: Page): Promise<string> {
  await hoa.getByRole('button', { name: 'Phát hành trang công khai' }).click()
  await hoa.getByRole('dialog').getByRole('button', { name: 'Phát hành trang công khai' }).click()
  await expectNotice(hoa, 'Đã phát hành trang công khai')
  const href = await hoa.getByRole('link', { name: 'Mở trang công khai' }).getAttribute('href')
  return href ?? ''
}

/** Anybody, not signed in, in a browser that runs no script. */
async function readAsAnybody(path: string): Promise<void> {
  const plain = await office.sitDown({ javaScriptEnabled: false })
  await plain.goto(path)
  await expectTitle(plain, TITLE)
  await plain.getByText(THEME).first().waitFor()
  await plain
    .getByRole('listitem')
    .filter({ hasText: /20%\s*đạt chiến sĩ thi đua cơ sở/ })
    .waitFor()
  await plain.getByRole('heading', { name: /^Đợt thi đua thứ hai, từ 01\/07\/2022 đến 31\/12\/2022/ }).waitFor()
  const takeUp = plain.getByRole('region', { name: 'Triển khai' })
  expect(await takeUp.getByText('1/9 đơn vị').count()).toBe(2)

  const anybody = await office.sitDown()
  await anybody.goto(path)
  await expectSoundEverywhere(anybody)
  await anybody.getByRole('link', { name: 'Phong trào thi đua' }).click()
  await anybody.getByRole('link', { name: TITLE }).waitFor()
  await expectSoundEverywhere(anybody)
}

function target(page: Page, words: string): Locator {
  return page.getByRole('listitem').filter({ hasText: words }).first()
}

/** The rows of a panel of *Việc của tôi* that are about this campaign. */
function work(page: Page, panel: string): Locator {
  return page.getByRole('region', { name: panel }).getByRole('listitem').filter({ hasText: TITLE })
}
