import { z } from 'zod'
import { formatMoment, plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { listExport, MOST_EXPORTED } from '../../platform/export/list-export.ts'
import { urgingContract } from '../contract.ts'
import { stepInWords } from '../domain/ladder-words.ts'
import { listLetters } from './letters.ts'
import { listOutages } from './list-outages.ts'
import { reminderLog } from './reminder-log.ts'

const day = (text: string | null) => (text === null ? null : plainDate(text))

const letterColumns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'subject', head: 'Trích yếu', kind: 'text', width: 60, wrap: true },
  {
    key: 'state',
    head: 'Tình trạng',
    kind: 'choice',
    width: 16,
    choices: [
      { code: 'draft', word: 'Dự thảo' },
      { code: 'issued', word: 'Đã ban hành' },
      { code: 'discarded', word: 'Đã bỏ' },
    ],
  },
  { key: 'number', head: 'Số, ký hiệu', kind: 'text', width: 20 },
  { key: 'issuedOn', head: 'Ngày', kind: 'day' },
  { key: 'officeName', head: 'Cơ quan', kind: 'text', width: 36 },
  { key: 'units', head: 'Số đơn vị', kind: 'whole', width: 10 },
  { key: 'items', head: 'Số việc', kind: 'whole', width: 10 },
  { key: 'madeByName', head: 'Người soạn', kind: 'text', width: 28 },
  { key: 'madeAt', head: 'Soạn lúc', kind: 'moment' },
])

export const lettersExport = listExport({
  name: 'urging-letters',
  fileName: 'cong-van-don-doc',
  title: 'Công văn đôn đốc',
  columns: letterColumns,
  filter: urgingContract.letters,
  open: async (tx, filter) => {
    const listed = await listLetters(tx, filter, MOST_EXPORTED)
    if (!listed.ok) return listed
    const rows = listed.value.letters.map((one) => ({ ...one, issuedOn: day(one.issuedOn) }))
    return ok({ total: rows.length, rows })
  },
})

const outageColumns = sheetColumns([
  { key: 'from', head: 'Từ ngày', kind: 'day' },
  { key: 'to', head: 'Đến hết ngày', kind: 'day', width: 14 },
  { key: 'reason', head: 'Lý do', kind: 'text', width: 50, wrap: true },
  { key: 'documentWords', head: 'Văn bản', kind: 'text', width: 40 },
  { key: 'declaredByName', head: 'Người công bố', kind: 'text', width: 28 },
  { key: 'lengthened', head: 'Số việc được lùi hạn', kind: 'whole', width: 12 },
  { key: 'takenBack', head: 'Lý do thu hồi', kind: 'text', width: 40, wrap: true },
])

export const outagesExport = listExport({
  name: 'outages',
  fileName: 'ngung-he-thong',
  title: 'Các lần ngừng hệ thống',
  columns: outageColumns,
  filter: z.object({}),
  open: async (tx) => {
    const listed = await listOutages(tx)
    if (!listed.ok) return listed
    const rows = listed.value.outages.map((one) => ({
      ...one,
      from: plainDate(one.from),
      to: day(one.to),
      takenBack: one.takenBack?.reason ?? null,
    }))
    return ok({ total: rows.length, rows })
  },
})

const logColumns = sheetColumns([
  { key: 'at', head: 'Lúc', kind: 'moment' },
  { key: 'step', head: 'Bước', kind: 'text', width: 44 },
  { key: 'byName', head: 'Người nhắc', kind: 'text', width: 28 },
  { key: 'to', head: 'Gửi tới', kind: 'text', width: 44, wrap: true },
  { key: 'message', head: 'Lời nhắc', kind: 'text', width: 70, wrap: true },
  { key: 'mails', head: 'Thư', kind: 'text', width: 60, wrap: true },
])

const MAIL_WORDS = {
  waiting: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  failed: 'không gửi được',
  stale: 'quá cũ, không gửi',
} as const

export const reminderLogExport = listExport({
  name: 'reminder-log',
  fileName: 'so-nhac',
  title: 'Sổ nhắc',
  columns: logColumns,
  filter: urgingContract.log,
  open: async (tx, { id }) => {
    const log = await reminderLog(tx, { id })
    if (!log.ok) return log
    const { obligation, entries } = log.value
    const rows = entries.map((entry) => ({
      at: entry.at,
      step: stepInWords(entry.stage, entry.step),
      byName: entry.byName,
      to: entry.toNames.join(', '),
      message: entry.message,
      mails: entry.mails
        .map((mail) => {
          const at = mail.sentAt === null ? '' : ` lúc ${formatMoment(new Date(mail.sentAt))}`
          return `${mail.toName}: ${MAIL_WORDS[mail.state]}${at}${mail.maybeTwice ? ', có thể đến hai lần' : ''}`
        })
        .join('; '),
    }))
    return ok({ total: rows.length, rows, narrowedTo: `${obligation.unitName}, ${obligation.title}` })
  },
})
