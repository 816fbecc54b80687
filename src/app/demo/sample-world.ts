import { findInstallation, moveClock } from '../../accounts/server/index.ts'
import { addDays, type PlainDate, plainDate, startOfDay } from '../../kernel/plain-date.ts'
import { MovedClock } from '../../platform/clock/clock.ts'
import type { Parts } from '../compose.ts'
import { tellClusters } from './clusters.ts'
import { tellFacts } from './facts.ts'
import { makeOffice } from './organisation.ts'
import { reportingTask, tellReports } from './reports.ts'
import { type Storyteller, storyteller } from './story.ts'
import { tellAssignment, tellLetter } from './work.ts'

/** The sample world begins on a Tuesday morning of July 2022, and its clock runs on from there. */
const BEGINS = '2022-07-12 08:00'
const MORNING_MS = 8 * 3_600_000

const UNITS = [
  'van-phong',
  'thanh-tra',
  'ban-thi-dua',
  'to-chuc-bien-che',
  'cong-chuc-vien-chuc',
  'xay-dung-chinh-quyen',
  'cai-cach-hanh-chinh',
  'ban-ton-giao',
  'luu-tru-lich-su',
] as const

/**
 * Makes the sample world on an empty database: by the product's own use cases, on a clock moved from day to day, record rows and all.
 * With `from`, only the office as it would stand on that day, its associations too, for a plan of that time to be walked from paper to
 * end. A second start finds it made. One that was broken off while it was being made is told to be removed: half a world would mislead.
 */
export async function makeSampleWorld(parts: Parts, from?: PlainDate): Promise<void> {
  const found = await findInstallation(parts.work)
  if (found && !found.demo) throw new Error('Thư mục này chứa dữ liệu thật: đặt DATA_DIR khác cho bản thử')
  if (found && found.clockOffsetMs !== 0) return
  if (found) throw new Error('Dữ liệu mẫu dựng dở ở lần chạy trước: xóa thư mục dữ liệu của bản thử rồi chạy lại')
  if (!(parts.clock instanceof MovedClock)) throw new Error('the sample world needs a clock of its own')
  console.log('Đang dựng dữ liệu mẫu, mất chừng mười lăm giây…')

  const founded = from === undefined ? plainDate('2022-01-04') : addDays(from, -30)
  parts.clock.move(new Date(startOfDay(founded).getTime() + MORNING_MS))
  const office = await makeOffice(parts, { founded, besides: from !== undefined })
  const tell = storyteller(parts, office)
  if (from !== undefined) return beginOn(`${from} 08:00`, parts, tell)
  tell.at('2022-06-20 08:30')
  await tell.looksAfter(UNITS)
  const running = await tellHaTinh(tell)
  await tellReports(tell, running, UNITS)
  await tellAssignment(tell)
  await tellTheOthers(tell)
  await tellFacts(tell, office)
  await tellLetter(tell, running)
  await tellClusters(tell, office)
  await beginOn(BEGINS, parts, tell)
}

/** From here on the clock runs by itself. */
async function beginOn(moment: string, { clock }: Parts, tell: Storyteller): Promise<void> {
  const begins = new Date(`${moment.replace(' ', 'T')}:00+07:00`)
  await tell.does('quan', (tx) => moveClock(tx, begins, clock as MovedClock), undefined)
  tell.at(moment)
}

/** Hà Tĩnh's plan, signed on paper in January: brought in at the end of June, launched to nine units, half-way taken up on 12 July. Gives its id. */
async function tellHaTinh(tell: Storyteller): Promise<string> {
  tell.at('2022-06-24 09:10')
  const id = await tell.takesIn('plans/documents/ha-tinh-2022.txt', 'Kế hoạch thi đua năm 2022.txt', 'issued')
  tell.at('2022-06-24 09:40')
  await tell.mends(id, 'number', { text: '12/KH-SNV' })
  await tell.mends(id, 'date', { date: '2022-01-26' })
  tell.at('2022-06-24 10:25')
  await tell.sendsTo(id, UNITS, '2022-07-01', '2022-07-08')
  await tell.gives(id, await reportingTask(), UNITS)
  await tell.proposes(id)
  tell.at('2022-06-24 16:05')
  await tell.agrees(id)
  tell.at('2022-06-27 09:00')
  await tell.publishes(id)

  const confirmed: readonly (readonly [(typeof UNITS)[number], string])[] = [
    ['van-phong', '2022-06-24 16:40'],
    ['thanh-tra', '2022-06-27 08:15'],
    ['ban-thi-dua', '2022-06-27 09:02'],
    ['cai-cach-hanh-chinh', '2022-06-28 08:50'],
    ['cong-chuc-vien-chuc', '2022-06-29 14:12'],
    ['to-chuc-bien-che', '2022-06-29 15:30'],
    ['ban-ton-giao', '2022-06-30 09:40'],
    ['xay-dung-chinh-quyen', '2022-07-01 16:45'],
  ]
  for (const [key, moment] of confirmed) {
    tell.at(moment)
    await tell.confirms(id, key)
  }

  const held = [
    ['van-phong', '2022-06-29', 11, '2022-06-29 16:30'],
    ['ban-thi-dua', '2022-07-01', 9, '2022-07-01 15:10'],
    ['thanh-tra', '2022-07-01', 6, '2022-07-04 08:40'],
  ] as const
  for (const [key, on, everybody, sentAt] of held) {
    tell.at(sentAt)
    const sent = await tell.disseminates(id, key, { on, attended: everybody, total: everybody })
    tell.at(`${sentAt.slice(0, 10)} 16:50`)
    await tell.accepts(sent)
  }
  tell.at('2022-07-04 08:30')
  await tell.reminds(id, 'luu-tru-lich-su', 'confirm-receipt')
  tell.at('2022-07-05 10:05')
  await tell.confirms(id, 'luu-tru-lich-su')
  tell.at('2022-07-06 15:20')
  const returned = await tell.disseminates(id, 'xay-dung-chinh-quyen', { on: '2022-07-05', attended: 5, total: 7 })
  tell.at('2022-07-07 08:25')
  await tell.returns(returned, 'Biên bản chưa có chữ ký của thư ký; 2 người vắng chưa ghi cách phổ biến bổ sung')
  tell.at('2022-07-07 14:30')
  for (const key of ['cong-chuc-vien-chuc', 'to-chuc-bien-che', 'luu-tru-lich-su'] as const) {
    await tell.reminds(id, key, 'disseminate')
  }
  tell.at('2022-07-08 09:15')
  await tell.accepts(await tell.disseminates(id, 'cai-cach-hanh-chinh', { on: '2022-07-07', attended: 7, total: 7 }))
  tell.at('2022-07-11 08:30')
  for (const key of ['xay-dung-chinh-quyen', 'luu-tru-lich-su'] as const) await tell.reminds(id, key, 'disseminate')
  tell.at('2022-07-11 09:50')
  await tell.accepts(await tell.disseminates(id, 'to-chuc-bien-che', { on: '2022-07-08', attended: 7, total: 7 }))
  tell.at('2022-07-11 16:20')
  const note = 'Lồng ghép giao ban tháng 7'
  await tell.disseminates(id, 'ban-ton-giao', { on: '2022-07-08', attended: 9, total: 9, note })
  return id
}

/** Lạng Sơn's plan waits for consent; Lào Cai's and Bình Định's are drafts; a made-up issued plan stands for the first door. */
async function tellTheOthers(tell: Storyteller): Promise<void> {
  tell.at('2022-07-07 09:30')
  await tell.takesIn('plans/documents/lao-cai-2021.txt', 'Chỉ thị đẩy mạnh phong trào thi đua yêu nước.txt', 'draft')
  tell.at('2022-07-08 10:15')
  await tell.takesIn('plans/documents/binh-dinh-2024.txt', 'Kế hoạch phát động phong trào thi đua.txt', 'draft')
  tell.at('2022-07-11 08:45')
  await tell.takesIn('world/ke-hoach-da-ban-hanh.txt', 'Kế hoạch 45-KH-SNV.txt', 'issued')
  tell.at('2022-07-11 14:10')
  const waiting = await tell.takesIn('plans/documents/lang-son-2014.txt', 'Phát động đợt thi đua đặc biệt.txt', 'draft')
  await tell.sendsTo(waiting, UNITS, '2022-07-20', '2022-07-29')
  await tell.proposes(waiting)
}
