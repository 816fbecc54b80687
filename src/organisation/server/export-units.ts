import { z } from 'zod'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import { sheetColumns } from '../../kernel/sheet-columns.ts'
import { day, search } from '../../platform/contract/shapes.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { UNIT_KIND_WORDS, UNIT_KINDS, UNIT_LEVEL_WORDS, UNIT_LEVELS } from '../domain/unit-description.ts'
import { unitMatcher } from '../domain/unit-matcher.ts'
import { readTree } from './read-units.ts'

const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'name', head: 'Tên đơn vị', kind: 'text', width: 44 },
  { key: 'shortName', head: 'Tên ngắn', kind: 'text', width: 18 },
  { key: 'symbol', head: 'Ký hiệu văn bản', kind: 'text', width: 16 },
  { key: 'parent', head: 'Thuộc đơn vị', kind: 'text', width: 40 },
  {
    key: 'kind',
    head: 'Loại',
    kind: 'choice',
    width: 24,
    choices: UNIT_KINDS.map((code) => ({ code, word: UNIT_KIND_WORDS[code] })),
  },
  {
    key: 'level',
    head: 'Cấp',
    kind: 'choice',
    width: 12,
    choices: UNIT_LEVELS.map((code) => ({ code, word: UNIT_LEVEL_WORDS[code] })),
  },
  { key: 'legalPerson', head: 'Có tư cách pháp nhân', kind: 'yes-no', width: 14 },
  { key: 'orderNo', head: 'Thứ tự', kind: 'whole', width: 9 },
  { key: 'from', head: 'Từ ngày', kind: 'day' },
  { key: 'to', head: 'Đến hết ngày', kind: 'day', width: 14 },
  { key: 'people', head: 'Số người', kind: 'whole' },
])

export const unitsExport = listExport({
  name: 'units',
  fileName: 'danh-sach-don-vi',
  title: 'Danh sách đơn vị',
  columns,
  filter: z.object({ on: day.optional(), q: search, kind: z.enum(UNIT_KINDS).optional() }),
  open: async (tx, { on: asked, q = '', kind }) => {
    const tree = await readTree(tx, { on: asked })
    if (!tree.ok) return tree
    const { units, on } = tree.value
    const names = new Map(units.map((unit) => [unit.id, unit.name]))
    const rows = units.filter(unitMatcher({ q, kind: kind ?? '' })).map(({ from, to, ...unit }) => ({
      ...unit,
      parent: names.get(unit.parentId ?? '') ?? null,
      from: plainDate(from),
      to: to === null ? null : plainDate(to),
    }))
    const words = [`ngày ${formatDate(on)}`, q ? `tìm “${q}”` : '', kind ? UNIT_KIND_WORDS[kind] : '']
    return ok({ total: rows.length, rows, narrowedTo: words.filter(Boolean).join(', ') })
  },
})
