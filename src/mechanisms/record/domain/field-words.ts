/** What the fields of a change are called on screen. A capability that records changes adds its fields here. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Tên',
  fullName: 'Họ và tên',
  shortName: 'Tên viết tắt',
  symbol: 'Ký hiệu văn bản',
  orderNo: 'Thứ tự nghi thức',
  email: 'Thư điện tử',
  title: 'Chức vụ',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  citizenId: 'Số định danh',
  birthOn: 'Ngày sinh',
  gender: 'Giới tính',
  ethnicity: 'Dân tộc',
  partyJoinedOn: 'Ngày vào Đảng',
  staffCode: 'Mã cán bộ',
  recruitedOn: 'Ngày tuyển dụng',
  startsOn: 'Bắt đầu từ ngày',
  endsOn: 'Ngày hết kỷ luật',
  side: 'Loại kỷ luật',
  disciplineReason: 'Lý do kỷ luật',
  decisionNumber: 'Số quyết định',
  decisionOn: 'Ngày quyết định',
  recipient: 'Người, tập thể được khen',
  recipientUnit: 'Đơn vị khi được khen',
  award: 'Khen thưởng',
  awardCode: 'Mã khen thưởng',
  awardPeriod: 'Kỳ xét',
  method: 'Loại hình khen thưởng',
  achievedFrom: 'Thành tích từ ngày',
  achievedTo: 'Thành tích đến hết ngày',
  achievement: 'Thành tích',
  year: 'Năm',
  issuer: 'Cơ quan quyết định',
  signer: 'Người ký',
  matchedTo: 'Người, đơn vị của hệ thống',
}

/** The field in words; one that has none yet by its code. */
export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field
}
