import { addDays, plainDate } from '../../src/kernel/plain-date.ts'
import { type SheetRow, sheetColumns } from '../../src/kernel/sheet-columns.ts'

/** Twelve columns as a list of people has them, each kind among them. */
export const columns = sheetColumns([
  { key: 'id', head: 'Mã hệ thống', kind: 'id' },
  { key: 'code', head: 'Mã cán bộ', kind: 'text' },
  { key: 'name', head: 'Họ và tên', kind: 'text', required: true },
  { key: 'born', head: 'Ngày sinh', kind: 'day' },
  {
    key: 'gender',
    head: 'Giới tính',
    kind: 'choice',
    choices: [
      { code: 'nam', word: 'Nam' },
      { code: 'nu', word: 'Nữ' },
    ],
  },
  { key: 'post', head: 'Chức vụ', kind: 'text' },
  { key: 'unit', head: 'Đơn vị', kind: 'text' },
  { key: 'since', head: 'Vào ngành', kind: 'partial-day' },
  { key: 'party', head: 'Đảng viên', kind: 'yes-no' },
  { key: 'salary', head: 'Lương', kind: 'whole' },
  { key: 'share', head: 'Tỷ lệ', kind: 'decimal' },
  { key: 'at', head: 'Cập nhật lúc', kind: 'moment' },
])

const FIRST = plainDate('1960-01-01')

export function* people(count: number): Generator<SheetRow<typeof columns>> {
  for (let no = 0; no < count; no += 1) {
    yield {
      id: `01890a5d-ac96-774b-bcce-${no.toString(16).padStart(12, '0')}`,
      code: `CB${no}`,
      name: `Nguyễn Thị Bích Lan ${no}`,
      born: addDays(FIRST, (no * 7) % 16_000),
      gender: no % 3 === 0 ? 'nu' : 'nam',
      post: `Chuyên viên phòng ${no % 40}`,
      unit: `Ủy ban nhân dân xã số ${no % 600}`,
      since: no % 5 === 0 ? '2012' : '2012-09',
      party: no % 2 === 0,
      salary: 4_000_000 + no,
      share: (no % 1000) / 7,
      at: '2026-11-25T01:02:03.456Z',
    }
  }
}
