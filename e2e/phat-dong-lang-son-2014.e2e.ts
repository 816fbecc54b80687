import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeByPaper, publish } from './lib/campaign-close.ts'
import { agreeInTheProduct, numberAndLaunch } from './lib/campaign-launch.ts'
import * as draft from './lib/lang-son/take-in.ts'
import * as work from './lib/lang-son/work.ts'
import { enterAs, moveTheClock, type Office, openOffice } from './lib/office.ts'
import { expectSoundEverywhere } from './lib/page-checks.ts'

const SIGNED = { number: '15/PĐ-SNV', day: '29/09/2014', signer: 'Hoàng Đức Phúc', title: 'Giám đốc Sở' }
const CLOSING = { number: '31/BC-SNV', day: '31/03/2015', reason: 'Tổng kết đợt thi đua đặc biệt' }

let office: Office

beforeAll(async () => {
  office = await openOffice('demo', '2014-09-29')
}, 300_000)

afterAll(() => office?.close())

async function seated(name: string): Promise<Page> {
  const page = await office.sitDown()
  await enterAs(page, name)
  return page
}

/** Lạng Sơn 2014: answers the province's call, associations and divisions work, the website tells of it, the best are handed on. */
test('phát động đợt thi đua đặc biệt Lạng Sơn 2014, từ văn bản đến khi kết thúc', { timeout: 900_000 }, async () => {
  const hoa = await seated('Lê Thị Hoa')
  const phuc = await seated('Hoàng Đức Phúc')
  const minh = await seated('Võ Văn Minh')
  const lan = await seated('Nguyễn Thị Bích Lan')
  const quan = await seated('Hồ Sỹ Quân')

  await draft.takeInTheCall(hoa)
  await draft.setTheTime(hoa)
  await draft.giveTheWork(hoa)
  await draft.sendToAll(hoa)
  await agreeInTheProduct(hoa, phuc, draft.TITLE)
  const campaign = await numberAndLaunch(hoa, SIGNED, 12, draft.TITLE)
  const open = await publish(hoa, campaign)
  await readOnTheWebsite(open, 'Đang diễn ra')

  await moveTheClock(quan, '20/10/2014')
  await work.tellTheResult(lan)
  await work.signTheResult(minh)
  await work.acceptTheResult(hoa)
  await moveTheClock(quan, '28/10/2014')
  await work.urgeTheOthers(hoa)
  await work.prolong(hoa, campaign)
  await work.noteTheBest(lan)
  await work.handOnTheList(hoa)

  await moveTheClock(quan, '31/03/2015')
  await closeByPaper(hoa, campaign, CLOSING)
  await readOnTheWebsite(open, 'Đã kết thúc')
  expect(office.complaints()).toEqual([])
})

/** Anybody, not signed in. */
async function readOnTheWebsite(path: string, state: string): Promise<void> {
  const anybody = await office.sitDown()
  await anybody.goto(path)
  await anybody.getByRole('heading', { level: 1, name: draft.TITLE }).waitFor()
  await anybody.getByText(state).first().waitFor()
  await expectSoundEverywhere(anybody)
}
