/** What each number of the page opens: late, late since last week, due within a week, done last week, returned and not sent again, more time asked for. */
export const OVERVIEW_ROWS = ['late', 'newly-late', 'due-soon', 'done-lately', 'returned', 'more-time'] as const
export type OverviewRows = (typeof OVERVIEW_ROWS)[number]

/** What the rows behind each number are called. */
export const OVERVIEW_WORDS: Readonly<Record<OverviewRows, string>> = {
  late: 'Đang quá hạn',
  'newly-late': 'Mới quá hạn trong tuần qua',
  'due-soon': 'Đến hạn trong 7 ngày tới',
  'done-lately': 'Xong trong tuần qua',
  returned: 'Bị trả lại, chưa gửi lại',
  'more-time': 'Đang xin gia hạn',
}
