import { formatDate } from '../../kernel/plain-date.ts'
import { Definitions, Link, StatusWord } from '../../ui/index.ts'
import { AREA_MARK_WORDS, UNIT_KIND_WORDS, UNIT_LEVEL_WORDS } from '../domain/unit-description.ts'
import type { UnitPageData } from './api.ts'
import { heldStatus } from './held-status.ts'

/** What a unit is, in pairs. */
export function UnitFacts({ data, today }: { data: UnitPageData; today: string }) {
  const { unit, parentName } = data
  return (
    <Definitions
      pairs={[
        { term: 'Tình trạng', value: <StatusWord {...heldStatus(unit, today)} /> },
        {
          term: unit.beside ? 'Đứng bên cạnh' : 'Đơn vị cấp trên',
          value:
            unit.parentId === null ? (
              'không có: đây là cơ quan chủ quản'
            ) : (
              <Link href={`/don-vi/${unit.parentId}`}>{parentName}</Link>
            ),
        },
        { term: 'Loại', value: UNIT_KIND_WORDS[unit.kind] },
        { term: 'Cấp', value: unit.level === null ? 'chưa ghi' : UNIT_LEVEL_WORDS[unit.level] },
        { term: 'Tư cách pháp nhân', value: unit.legalPerson ? 'có' : 'không' },
        ...(unit.areaMarks.length === 0
          ? []
          : [{ term: 'Địa bàn', value: unit.areaMarks.map((mark) => AREA_MARK_WORDS[mark]).join(', ') }]),
        { term: 'Tên viết tắt', value: unit.shortName ?? 'chưa có' },
        { term: 'Ký hiệu văn bản', value: unit.symbol ?? 'chưa có' },
        { term: 'Thứ tự nghi thức', value: String(unit.orderNo) },
        { term: 'Bắt đầu từ', value: formatDate(unit.from) },
        ...(unit.to === null ? [] : [{ term: 'Ngày cuối', value: formatDate(unit.to) }]),
      ]}
    />
  )
}
