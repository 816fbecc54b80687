import { sql } from 'kysely'
import { formatDate, plainDate } from '../../../../kernel/plain-date.ts'
import { ok } from '../../../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../../../kernel/sheet-columns.ts'
import type { Tx } from '../../../../platform/database/unit-of-work.ts'
import { type ListExport, listExport, MOST_EXPORTED } from '../../../../platform/export/list-export.ts'
import { type LedgerFilter, ledgerFilter, OBLIGATION_KINDS } from '../../contract.ts'
import { KIND_WORDS, LEDGER_STATE_WORDS } from '../../domain/kind-words.ts'
import { type LoadedObligation, toShape } from '../load-obligations.ts'
import type { ObligationThings } from '../things.ts'
import { chosenInLedger } from './choose.ts'
import { inGivenOrder, inOrder } from './list-ledger.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'title', head: 'Việc', kind: 'text', width: 40, wrap: true },
  { key: 'occurrence', head: 'Lượt', kind: 'text', width: 16 },
  {
    key: 'kind',
    head: 'Loại',
    kind: 'choice',
    width: 13,
    choices: OBLIGATION_KINDS.map((code) => ({ code, word: KIND_WORDS[code] })),
  },
  { key: 'thing', head: 'Phong trào, việc giao', kind: 'text', width: 40, wrap: true },
  { key: 'unitName', head: 'Đơn vị', kind: 'text', width: 34 },
  { key: 'owedTo', head: 'Báo về', kind: 'text', width: 26 },
  { key: 'assignedName', head: 'Người thực hiện', kind: 'text', width: 26 },
  { key: 'due', head: 'Thời hạn', kind: 'text', width: 34 },
  { key: 'lastDay', head: 'Ngày cuối', kind: 'day' },
  {
    key: 'state',
    head: 'Trạng thái',
    kind: 'choice',
    width: 20,
    choices: [
      { code: 'open', word: 'Chưa xong' },
      { code: 'late', word: 'Quá hạn' },
      { code: 'paused', word: 'Tạm dừng' },
      { code: 'left', word: 'Chưa làm khi kết thúc' },
      { code: 'done', word: 'Xong đúng hạn' },
      { code: 'done-late', word: 'Xong muộn' },
      { code: 'exempt', word: 'Được miễn' },
    ],
  },
  { key: 'daysLate', head: 'Số ngày muộn', kind: 'whole', width: 10 },
  { key: 'doneOn', head: 'Ngày xong', kind: 'day' },
  { key: 'onPaper', head: 'Bằng bản giấy', kind: 'yes-no', width: 11 },
  { key: 'exemptReason', head: 'Lý do miễn', kind: 'text', width: 30, wrap: true },
  { key: 'prolongedBecause', head: 'Lý do gia hạn', kind: 'text', width: 30, wrap: true },
  { key: 'reminders', head: 'Số lần nhắc', kind: 'whole', width: 9 },
])

/** The ledger without its pages, the very rows of the filter. */
export function ledgerExport(things: ObligationThings): ListExport {
  return listExport({
    name: 'ledger',
    fileName: 'so-viec',
    title: 'Sổ việc',
    columns,
    filter: ledgerFilter,
    open: async (tx, filter) => {
      const chosen = await chosenInLedger(tx, things, filter)
      const { rows } = await sql<{ id: string }>`
        select id from app.obligation where ${chosen} order by ${inOrder('day')} limit ${MOST_EXPORTED + 1}`.execute(
        tx.db,
      )
      const ids = rows.map((row) => row.id)
      return ok({ total: ids.length, rows: rowsOf(tx, things, ids), narrowedTo: narrowedWords(filter) })
    },
  })
}

async function* rowsOf(
  tx: Tx,
  things: ObligationThings,
  ids: readonly string[],
): AsyncGenerator<SheetRow<typeof columns>> {
  for (let start = 0; start < ids.length; start += 500) {
    for (const one of await inGivenOrder(tx, things, ids.slice(start, start + 500))) yield toRow(tx, one)
  }
}

function toRow(tx: Tx, loaded: LoadedObligation): SheetRow<typeof columns> {
  const shape = toShape(tx, loaded)
  const late = shape.state !== 'exempt' && shape.closedOn === null && shape.pausedOn === null && shape.daysLeft < 0
  return {
    id: shape.id,
    title: shape.title,
    occurrence: shape.occurrence,
    kind: shape.kind,
    thing: shape.thingTitle,
    unitName: shape.unitName,
    owedTo: shape.owedToUnitName,
    assignedName: shape.assignedName,
    due: shape.due.words,
    lastDay: loaded.lastDay,
    state: stateOf(loaded, late),
    daysLate: late || (shape.state === 'done' && shape.daysLeft < 0) ? -shape.daysLeft : null,
    doneOn: loaded.doneOn,
    onPaper: loaded.doneWay === null ? null : loaded.doneWay === 'paper',
    exemptReason: loaded.exemptReason,
    prolongedBecause: loaded.prolongedBecause,
    reminders: loaded.reminderCount,
  }
}

function stateOf({ state, thing, doneOn, lastDay }: LoadedObligation, late: boolean) {
  switch (state) {
    case 'exempt':
      return 'exempt'
    case 'done':
      return doneOn !== null && doneOn > lastDay ? 'done-late' : 'done'
    case 'open':
      if (thing.closedOn !== null) return 'left'
      if (thing.pausedOn !== null) return 'paused'
      return late ? 'late' : 'open'
  }
}

function narrowedWords({ q, state, from, to, kind }: LedgerFilter): string {
  const day = (text: string) => formatDate(plainDate(text))
  return [
    q && `tìm “${q}”`,
    LEDGER_STATE_WORDS[state ?? 'unfinished'],
    kind && KIND_WORDS[kind],
    from && `từ ${day(from)}`,
    to && `đến ${day(to)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
