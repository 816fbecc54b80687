import { plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { OBLIGATION_KINDS, type ObligationShape } from '../../mechanisms/obligations/contract.ts'
import { KIND_WORDS } from '../../mechanisms/obligations/domain/kind-words.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { type TakeUpFilter, takeUpFilter } from '../contract.ts'
import { dutiesOfUnits } from './get-campaign.ts'
import { type LoadedCampaign, readCampaign } from './load-campaign.ts'
import { type UnitOwing, unitsOwing } from './take-up/units-owing.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 40 },
  {
    key: 'kind',
    head: 'Việc',
    kind: 'choice',
    width: 13,
    choices: OBLIGATION_KINDS.map((code) => ({ code, word: KIND_WORDS[code] })),
  },
  { key: 'title', head: 'Tên việc', kind: 'text', width: 40, wrap: true },
  { key: 'occurrence', head: 'Lần', kind: 'text', width: 16 },
  { key: 'due', head: 'Thời hạn', kind: 'text', width: 34 },
  { key: 'lastDay', head: 'Ngày cuối', kind: 'day' },
  {
    key: 'state',
    head: 'Trạng thái',
    kind: 'choice',
    choices: [
      { code: 'open', word: 'Chưa xong' },
      { code: 'late', word: 'Quá hạn' },
      { code: 'left', word: 'Chưa làm khi kết thúc' },
      { code: 'done', word: 'Đã xong' },
      { code: 'exempt', word: 'Được miễn' },
    ],
    width: 20,
  },
  { key: 'daysLate', head: 'Số ngày muộn', kind: 'whole', width: 10 },
  { key: 'doneOn', head: 'Ngày xong', kind: 'day' },
  { key: 'onPaper', head: 'Bằng bản giấy', kind: 'yes-no', width: 11 },
  { key: 'doneByName', head: 'Người xác nhận', kind: 'text', width: 26 },
  { key: 'exemptReason', head: 'Lý do miễn', kind: 'text', width: 30, wrap: true },
  { key: 'assignedName', head: 'Người thực hiện', kind: 'text', width: 26 },
  { key: 'reminders', head: 'Số lần nhắc', kind: 'whole', width: 9 },
  { key: 'lastReminder', head: 'Nhắc lần cuối', kind: 'day', width: 13 },
])

/** Units by duties of one campaign, a row for each duty of each unit, so that it can be filtered. */
export const takeUpExport = listExport({
  name: 'take-up',
  fileName: 'trien-khai-phong-trao',
  title: 'Triển khai theo đơn vị',
  columns,
  filter: takeUpFilter,
  open: async (tx, filter) => {
    const opened = await readCampaign(tx, filter.id, 'see')
    if (!opened.ok) return opened
    const units = await unitsOwing(tx, opened.value, filter)
    const total = units.reduce((sum, unit) => sum + unit.all, 0)
    return ok({
      total,
      rows: rowsOf(tx, opened.value, filter, units),
      narrowedTo: `phong trào “${opened.value.row.title}”`,
    })
  },
})

const BATCH = 200

/** Unit by unit in the map's order, some at a time: of five thousand units never all lie in memory. */
async function* rowsOf(tx: Tx, loaded: LoadedCampaign, filter: TakeUpFilter, units: readonly UnitOwing[]) {
  for (let start = 0; start < units.length; start += BATCH) {
    const some = await dutiesOfUnits(tx, loaded, units.slice(start, start + BATCH), filter)
    for (const owed of some.flatMap((unit) => unit.obligations)) yield toRow(owed)
  }
}

function toRow(owed: ObligationShape): SheetRow<typeof columns> {
  const { state, daysLeft, doneWay, closedOn } = owed
  const day = (text: string | null) => (text === null ? null : plainDate(text))
  const late = state !== 'exempt' && !(state === 'open' && closedOn) && daysLeft < 0
  return {
    id: owed.id,
    unitName: owed.unitName,
    kind: owed.kind,
    title: owed.title,
    occurrence: owed.occurrence,
    due: owed.due.words,
    lastDay: plainDate(owed.due.lastDay),
    state: state !== 'open' ? state : closedOn ? 'left' : late ? 'late' : 'open',
    daysLate: late ? -daysLeft : null,
    doneOn: day(owed.doneOn),
    onPaper: doneWay === null ? null : doneWay === 'paper',
    doneByName: owed.doneByName,
    exemptReason: owed.exemptReason,
    assignedName: owed.assignedName,
    reminders: owed.reminders.count,
    lastReminder: day(owed.reminders.lastOn),
  }
}
