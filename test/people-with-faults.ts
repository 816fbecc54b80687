import { PEOPLE_COLUMNS } from '../src/imports/server/people/people-columns.ts'
import type { SheetRow } from '../src/kernel/sheet-columns.ts'
import { writeSheet, XLSX_MEDIA_TYPE } from '../src/typeset/index.ts'
import { bytesOf } from './sheets.ts'

type Row = SheetRow<typeof PEOPLE_COLUMNS>
const UNIT = 'Phòng Công chức, viên chức'

const row = (staffCode: string, name: string, more: Partial<Row> = {}): Row => ({
  staffCode,
  name,
  unit: UNIT,
  title: 'Chuyên viên',
  from: '2022-07-12' as never,
  ...more,
})

/** People for the sample office, as a file on somebody's disk: two that are well, one that may be somebody, and three kinds of fault. */
export function peopleWithFaults(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return asFile('danh-sach-nguoi-moi.xlsx', [
    row('NM-01', 'Nguyễn Thu Hằng', { birth: '1992-05-06', gender: 'female' }),
    row('NM-02', 'Trịnh Văn Khôi', { citizenId: '042092001234' }),
    { name: 'Võ Văn Minh', unit: UNIT, title: 'Trưởng phòng' },
    row('NM-04', 'Đinh Thị Mơ', { unit: 'Phòng không có' }),
    row('NM-05', 'Cao Xuân Nam', { citizenId: '12345' }),
    row('NM-06', 'Phùng Oanh'),
    row('NM-06', 'Phùng Oanh Oanh'),
  ])
}

/** So many people that reading them takes its time. */
export function manyPeople(count: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const rows = Array.from({ length: count }, (_, at) => row(`DS-${at}`, `Nguyễn Văn ${at}`))
  return asFile('danh-sach-ca-nganh.xlsx', rows)
}

async function asFile(name: string, rows: Row[]) {
  const sheet = writeSheet({ name: 'Danh sách', columns: PEOPLE_COLUMNS, rows })
  return { name, mimeType: XLSX_MEDIA_TYPE, buffer: await bytesOf(sheet.bytes) }
}
