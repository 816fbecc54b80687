import { formatMoment } from '../../kernel/plain-date.ts'
import { Note } from '../../ui/index.ts'
import type { Sheet } from './api.ts'

/** What stands above the list: why it came back, why it is being corrected, who waits for whom. */
export function SheetNotes({ sheet: { list, actions } }: { sheet: Sheet }) {
  return (
    <>
      {list?.state === 'returned' && (
        <Note tone="cam" icon="arrow-back-up" title={`${list.decidedByName ?? 'Người đứng đầu'} trả lại danh sách`}>
          “{list.returnReason}”
        </Note>
      )}
      {list !== null && list.correctionReason !== null && (
        <Note tone="cam" icon="pencil" title="Đang đính chính">
          Lý do: {list.correctionReason}. Kết quả đã xác nhận vẫn có hiệu lực cho đến khi bản đính chính được xác nhận.
        </Note>
      )}
      {list?.state === 'proposed' && (
        <Note tone="cham" icon="hourglass" title="Chờ người đứng đầu xác nhận">
          {list.preparedByName} chuyển
          {list.proposedAt === null ? '' : ` lúc ${formatMoment(new Date(list.proposedAt))}`}.
          {actions['take-back'] ? ' Cần sửa thì lấy danh sách về.' : ''}
        </Note>
      )}
    </>
  )
}
