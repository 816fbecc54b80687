import { afterAll, beforeAll, expect, test } from 'vitest'
import { assemble } from './lib/binh-dinh/assemble.ts'
import { designTheReport, lookAndPublish } from './lib/binh-dinh/design.ts'
import * as filling from './lib/binh-dinh/fill.ts'
import { typeInThePaper } from './lib/binh-dinh/on-paper.ts'
import { accept, mendTheLine, returnOneLine } from './lib/binh-dinh/receive.ts'
import * as draft from './lib/binh-dinh/take-in.ts'
import * as urging from './lib/binh-dinh/urge.ts'
import { closeByPaper, publish } from './lib/campaign-close.ts'
import { agreeInTheProduct, numberAndLaunch } from './lib/campaign-launch.ts'
import { enterAs, moveTheClock, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere } from './lib/page-checks.ts'

const SIGNED = { number: '42/KH-SNV', day: '06/05/2024', signer: 'Hoàng Đức Phúc', title: 'Giám đốc Sở' }
const CLOSING = { number: '97/BC-SNV', day: '31/12/2024', reason: 'Tổng kết phong trào thi đua năm 2024' }

let office: Office

beforeAll(async () => {
  office = await openOffice('demo', '2024-05-06')
}, 300_000)

afterAll(() => office?.close())

async function seated(name: string) {
  const page = await office.sitDown()
  await enterAs(page, name)
  return page
}

/** Bình Định 2024: heads disseminate, units report with papers before 20/11, the Office follows, urges, compiles and hands the list on. */
test('kế hoạch Bình Định 2024, từ bản giấy đến khi kết thúc', { timeout: 900_000 }, async () => {
  const hoa = await seated('Lê Thị Hoa')
  const phuc = await seated('Hoàng Đức Phúc')
  const minh = await seated('Võ Văn Minh')
  const lan = await seated('Nguyễn Thị Bích Lan')
  const mai = await seated('Đỗ Thị Mai')
  const quan = await seated('Hồ Sỹ Quân')

  await draft.takeInThePlan(hoa)
  await draft.sendToTheDivisions(hoa)
  await draft.giveTheTasks(hoa)
  await draft.setTheDays(hoa)
  await draft.seeWhatWillBeSent(hoa)
  await agreeInTheProduct(hoa, phuc, draft.TITLE)
  const campaign = await numberAndLaunch(hoa, SIGNED, 9, draft.TITLE)
  const form = await designTheReport(hoa)
  await lookAndPublish(hoa)
  await filling.confirmReceipt(minh)
  const report = await filling.reportOf(minh)

  await moveTheClock(quan, '13/11/2024')
  await filling.seeTheReminder(lan)
  await filling.splitTheReport(minh, report)
  await filling.contribute(mai, report)
  await filling.fillTheReport(lan, report)
  await filling.signTheReport(minh, report)
  await expectSoundEverywhere(minh)
  await returnOneLine(hoa, report)
  await mendTheLine(lan, report)
  await filling.signTheReport(minh, report)
  await accept(hoa, report)
  await typeInThePaper(hoa, campaign, 'Phòng Xây dựng chính quyền')
  await urging.exempt(hoa, campaign, 'Ban Tôn giáo')

  await moveTheClock(quan, '21/11/2024')
  const letter = await urging.urge(hoa)
  await urging.issueTheLetter(hoa)
  await urging.readTheLetter(minh, letter)
  await assemble(hoa, form)
  const open = await publish(hoa, campaign)

  await moveTheClock(quan, '31/12/2024')
  await closeByPaper(hoa, campaign, CLOSING)
  const anybody = await office.sitDown()
  await anybody.goto(open)
  await anybody.getByText('Đã kết thúc').waitFor()
  await expectSoundEverywhere(anybody)
  expect(office.complaints()).toEqual([])
})
