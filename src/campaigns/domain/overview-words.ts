type What = 'late' | 'newly-late' | 'due-soon' | 'done-lately' | 'returned' | 'more-time'

/** What the rows behind each number are called. */
export const OVERVIEW_WORDS: Readonly<Record<What, string>> = {
  late: 'Đang quá hạn',
  'newly-late': 'Mới quá hạn trong tuần qua',
  'due-soon': 'Đến hạn trong 7 ngày tới',
  'done-lately': 'Xong trong tuần qua',
  returned: 'Bị trả lại, chưa gửi lại',
  'more-time': 'Đang xin gia hạn',
}
