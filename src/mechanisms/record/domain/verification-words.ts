import { formatMoment } from '../../../kernel/plain-date.ts'

/** The kinds of breach, as they are said. */
export type BrokenWhat =
  | 'number-missing'
  | 'row-missing'
  | 'row-changed'
  | 'head-differs'
  | 'head-missing'
  | 'never-queued'

export type BrokenPlace = {
  readonly what: BrokenWhat
  readonly sealNo: number | null
  readonly row: { at: string; actorName: string; thingName: string } | null
}

/** «Dòng số 812 đã bị sửa: …»: what is wrong and where, for people and for the command line alike. */
export function brokenWords({ what, sealNo, row }: BrokenPlace): string {
  const which = row ? ` (${row.actorName}, ${formatMoment(new Date(row.at))}, “${row.thingName}”)` : ''
  switch (what) {
    case 'number-missing':
      return `Chuỗi đứt: thiếu dấu niêm phong số ${sealNo}`
    case 'row-missing':
      return `Dòng số ${sealNo} đã bị xóa khỏi nhật ký`
    case 'row-changed':
      return `Dòng số ${sealNo} không còn như lúc niêm phong${which}`
    case 'head-differs':
      return `Đầu chuỗi ở dòng số ${sealNo} khác mã đã lưu hoặc đã gửi ra ngoài: đoạn trước đó đã bị viết lại`
    case 'head-missing':
      return `Chuỗi đã bị cắt cụt: mã đã lưu hoặc đã gửi ra ngoài có dòng số ${sealNo}, nhật ký không còn tới đó`
    case 'never-queued':
      return `Có dòng ghi thẳng vào cơ sở dữ liệu, không qua hệ thống${which}`
  }
}
