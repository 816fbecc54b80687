import type { ApiProblem } from '../../../platform/web/problem.ts'

/** What can be done after a document was refused, beyond what the refusal itself says. */
export function whatToDo(code: ApiProblem['code']): string {
  switch (code) {
    case 'file-too-large':
    case 'file-empty':
    case 'file-kind-not-taken':
    case 'file-encrypted':
    case 'file-broken':
    case 'file-unpacks-too-large':
      return 'Chọn tệp khác ở trên, hoặc nhập tay ở dưới'
    case 'offline':
      return 'Tệp chưa được đọc. Có kết nối lại thì chọn tệp lần nữa'
    case 'not-yours-to-do':
    case 'not-signed-in':
      return ''
    default:
      return 'Có thể nhập tay ở dưới; tệp đã tải lên được giữ làm tệp gốc'
  }
}
