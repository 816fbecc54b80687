import { Note } from '../../ui/index.ts'

/** Days counted in working days while nobody has confirmed the days off of their years: said beside them. Nothing when all are confirmed. */
export function UnconfirmedYears({ years, then }: { years: readonly number[]; then: string }) {
  if (years.length === 0) return null
  return (
    <Note tone="cam">
      {`Ngày nghỉ năm ${years.join(', ')} chưa được quản trị viên xác nhận theo thông báo của cơ quan có thẩm quyền. ${then}`}
    </Note>
  )
}
