/** What somebody may ask to have corrected: a field of his file, or a post, an absence, anything else in his own words. */
export const CORRECTION_FIELDS = [
  'name',
  'birth',
  'gender',
  'ethnicity',
  'party-joined-on',
  'staff-code',
  'citizen-id',
  'email',
  'recruited-on',
  'post',
  'absence',
  'other',
] as const
export type CorrectionField = (typeof CORRECTION_FIELDS)[number]

/** Inside a sentence: «đề nghị sửa ngày sinh». */
export const CORRECTION_WORDS: Readonly<Record<CorrectionField, string>> = {
  name: 'họ và tên',
  birth: 'ngày sinh',
  gender: 'giới tính',
  ethnicity: 'dân tộc',
  'party-joined-on': 'ngày vào Đảng',
  'staff-code': 'mã cán bộ',
  'citizen-id': 'số định danh',
  email: 'thư điện tử',
  'recruited-on': 'ngày tuyển dụng',
  post: 'vị trí công tác',
  absence: 'thời gian vắng mặt',
  other: 'nội dung khác',
}

/** Put right by hand, by whoever accepts: the answer says how. */
export const BY_HAND: ReadonlySet<CorrectionField> = new Set(['post', 'absence', 'other'])

/** Not shown to the one who decides before he asks to see it, which is recorded: what is sensitive, and words that may be. */
export const VEILED: ReadonlySet<CorrectionField> = new Set([
  'birth',
  'gender',
  'ethnicity',
  'party-joined-on',
  'citizen-id',
  'absence',
  'other',
])

export type CorrectionState = 'open' | 'accepted' | 'refused' | 'withdrawn'
export const STATE_WORDS: Readonly<Record<CorrectionState, string>> = {
  open: 'chờ giải quyết',
  accepted: 'được chấp nhận',
  refused: 'không được chấp nhận',
  withdrawn: 'được rút',
}
