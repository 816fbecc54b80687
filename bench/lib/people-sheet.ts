import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { PEOPLE_COLUMNS } from '../../src/imports/server/people/people-columns.ts'
import { plainDate } from '../../src/kernel/plain-date.ts'
import type { SheetRow } from '../../src/kernel/sheet-columns.ts'
import { writeSheet } from '../../src/typeset/index.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const MIDDLE = [
  'Văn',
  'Thị',
  'Đức',
  'Ngọc',
  'Minh',
  'Thanh',
  'Quang',
  'Hữu',
  'Bích',
  'Xuân',
  'Thu',
  'Hồng',
  'Quốc',
  'Anh',
]
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Hạnh',
  'Hoa',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Quân',
  'Sơn',
  'Thảo',
  'Tuấn',
  'Yến',
]
const TITLES = [
  'Chuyên viên',
  'Chuyên viên chính',
  'Phó trưởng phòng',
  'Trưởng phòng',
  'Giáo viên',
  'Kế toán',
  'Văn thư',
]
const PEOPLES = ['Kinh', 'Tày', 'Thái', 'Mường']

export const unitName = (index: number) => `Đơn vị số ${index}`

/** The same on every machine: a small generator of its own. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield state
  }
}

/** People as a province lists them: names that repeat, a code for half of them, a citizen id for most, all else filled in. */
export function* peopleRows(count: number, units: number): Generator<Row> {
  const random = numbers(2026)
  const pick = <T>(list: readonly T[]) => list[random.next().value % list.length] as T
  const day = (from: number, years: number) => {
    const two = (number: number) => String(number).padStart(2, '0')
    return plainDate(
      `${from + (random.next().value % years)}-${two(1 + (random.next().value % 12))}-${two(1 + (random.next().value % 28))}`,
    )
  }
  for (let no = 0; no < count; no += 1) {
    const birth = day(1965, 35)
    const female = random.next().value % 2 === 0
    yield {
      staffCode: no % 2 === 0 ? `CB-${String(no).padStart(6, '0')}` : null,
      name: `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
      birth,
      gender: female ? 'female' : 'male',
      ethnicity: pick(PEOPLES),
      partyJoinedOn: no % 3 === 0 ? day(2001, 20) : null,
      citizenId: no % 5 === 0 ? null : `0421${String(no).padStart(8, '0')}`,
      email: no % 4 === 0 ? `nguoi${no}@tinh.example` : null,
      recruitedOn: day(2001, 20),
      unit: unitName(no % units),
      title: pick(TITLES),
      from: day(2021, 4),
      leaderLevel: no % 10 === 0 ? 'deputy' : null,
      recipientClass: no % 10 === 0 ? 'division-leader' : 'other',
      directWorker: no % 7 === 0,
      partyManaged: no % 20 === 0,
    }
  }
}

/** Writes them as the .xlsx an office would send. */
export async function writePeopleSheet(path: string, count: number, units: number): Promise<void> {
  const { bytes } = writeSheet({ name: 'Danh sách', columns: PEOPLE_COLUMNS, rows: peopleRows(count, units) })
  await pipeline(bytes, createWriteStream(path))
}
