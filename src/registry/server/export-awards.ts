import { sql } from 'kysely'
import { plainDate } from '../../kernel/plain-date.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { type AwardShape, registryContract } from '../contract.ts'
import { findAward, METHOD_WORDS, METHODS } from '../domain/award-codes.ts'
import { type AwardRow, awardShapesOf } from './award-rows.ts'
import { type AwardFilter, chosenAwards, IN_ORDER } from './list-awards.ts'

/** Heads as the sheet of past awards has them, which is taken in. */
const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  {
    key: 'kind',
    head: 'Cá nhân, tập thể',
    kind: 'choice',
    width: 14,
    choices: [
      { code: 'person', word: 'Cá nhân' },
      { code: 'unit', word: 'Tập thể' },
    ],
  },
  { key: 'name', head: 'Tên người, tập thể', kind: 'text', width: 30 },
  { key: 'unitName', head: 'Chức vụ, đơn vị', kind: 'text', width: 34 },
  { key: 'award', head: 'Khen thưởng', kind: 'text', width: 34 },
  {
    key: 'method',
    head: 'Loại hình',
    kind: 'choice',
    width: 20,
    choices: METHODS.map((code) => ({ code, word: METHOD_WORDS[code] })),
  },
  { key: 'period', head: 'Kỳ', kind: 'text', width: 16 },
  { key: 'achievement', head: 'Thành tích', kind: 'text', width: 40, wrap: true },
  { key: 'decisionNumber', head: 'Số quyết định', kind: 'text', width: 18 },
  { key: 'decisionOn', head: 'Ngày quyết định', kind: 'partial-day', width: 14 },
  { key: 'issuer', head: 'Cơ quan quyết định', kind: 'text', width: 30 },
  { key: 'signer', head: 'Người ký', kind: 'text', width: 22 },
  { key: 'matched', head: 'Đã xác định', kind: 'yes-no', width: 11 },
  { key: 'keeperUnitName', head: 'Nơi giữ sổ', kind: 'text', width: 30 },
])

export const awardsExport = listExport({
  name: 'awards',
  fileName: 'so-khen-thuong',
  title: 'Sổ khen thưởng',
  columns,
  filter: registryContract.list,
  open: async (tx, filter) => {
    const chosen = await chosenAwards(tx, filter)
    if (!chosen) return refuse('not-found')
    const counted = await sql<{ total: number }>`select count(*)::int as total ${chosen}`.execute(tx.db)
    const query = { compile: () => sql<AwardRow>`select a.* ${chosen} ${IN_ORDER}`.compile(tx.db) }
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      for await (const batch of readInBatches(tx, query)) yield* (await awardShapesOf(tx, batch)).map(toRow)
    }
    return ok({ total: counted.rows[0]?.total ?? 0, rows: rows(), narrowedTo: await narrowedTo(tx, filter) })
  },
})

function toRow({ recipient, ...award }: AwardShape): SheetRow<typeof columns> {
  return {
    id: award.id,
    kind: recipient.kind,
    name: recipient.name,
    unitName: recipient.unitName,
    award: award.awardName,
    method: award.method,
    period: award.periodName,
    achievement: award.achievement,
    decisionNumber: award.decisionNumber,
    decisionOn: award.decisionOn ? plainDate(award.decisionOn) : award.year === null ? null : String(award.year),
    issuer: award.issuer,
    signer: award.signer,
    matched: recipient.matched,
    keeperUnitName: award.keeperUnitName,
  }
}

async function narrowedTo(tx: Tx, filter: AwardFilter): Promise<string | undefined> {
  const { q, code, year, unitId, kind, matched } = filter
  const unit = unitId
    ? await tx.db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
    : undefined
  const words = [
    q ? `tìm “${q}”` : '',
    code ? (findAward(code)?.word ?? code) : '',
    year ? `năm ${year}` : '',
    unit?.name ?? '',
    kind === undefined ? '' : kind === 'person' ? 'cá nhân' : 'tập thể',
    matched === undefined ? '' : matched === 'yes' ? 'đã xác định' : 'chưa xác định',
  ]
  return words.filter(Boolean).join(', ') || undefined
}
