import { sheetColumns } from '../../../kernel/sheet-columns.ts'
import { UNIT_KIND_WORDS, UNIT_KINDS, UNIT_LEVEL_WORDS, UNIT_LEVELS } from '../../../organisation/index.ts'

/** The sheet of new units: one row is one unit. */
export const UNIT_COLUMNS = sheetColumns([
  {
    key: 'name',
    head: 'Tên đơn vị',
    kind: 'text',
    required: true,
    most: 300,
    width: 40,
    aliases: ['Tên', 'Đơn vị'],
    help: 'Tên đầy đủ như trên văn bản',
    example: 'Phòng Cải cách hành chính',
  },
  {
    key: 'parent',
    head: 'Đơn vị cấp trên',
    kind: 'text',
    required: true,
    most: 1000,
    width: 40,
    aliases: ['Trực thuộc', 'Thuộc đơn vị', 'Cấp trên'],
    help: 'Tên, tên ngắn hoặc ký hiệu của đơn vị đã có, hoặc của đơn vị ở dòng phía trên trong tệp này',
    example: 'Sở Nội vụ',
  },
  {
    key: 'shortName',
    head: 'Tên viết tắt',
    kind: 'text',
    most: 100,
    width: 16,
    aliases: ['Tên ngắn'],
    example: 'CCHC',
  },
  { key: 'symbol', head: 'Ký hiệu văn bản', kind: 'text', most: 50, width: 16, aliases: ['Ký hiệu'], example: 'SNV' },
  {
    key: 'kind',
    head: 'Loại đơn vị',
    kind: 'choice',
    width: 22,
    aliases: ['Loại'],
    choices: UNIT_KINDS.map((code) => ({ code, word: UNIT_KIND_WORDS[code] })),
    example: UNIT_KIND_WORDS.division,
  },
  {
    key: 'level',
    head: 'Cấp',
    kind: 'choice',
    width: 12,
    choices: UNIT_LEVELS.map((code) => ({ code, word: UNIT_LEVEL_WORDS[code] })),
    example: UNIT_LEVEL_WORDS.tinh,
  },
  { key: 'legalPerson', head: 'Có tư cách pháp nhân', kind: 'yes-no', width: 14, example: 'không' },
  { key: 'orderNo', head: 'Thứ tự', kind: 'whole', least: 0, greatest: 100_000, width: 10, example: '3' },
  { key: 'from', head: 'Từ ngày', kind: 'day', width: 12, aliases: ['Ngày thành lập'], example: '01/03/2024' },
])
