/** How far urging has gone, of the four rungs that are drawn: the unit reminded, again after its last day, told above, the letter issued. */
export type UrgedHeight = 0 | 1 | 2 | 3 | 4

export const URGED_HEIGHTS = [0, 1, 2, 3, 4] as const

export const HEIGHT_WORDS: Readonly<Record<UrgedHeight, string>> = {
  0: 'Chưa nhắc',
  1: 'Đã nhắc',
  2: 'Đã nhắc sau hạn',
  3: 'Đã báo cấp trên',
  4: 'Đã có công văn',
}
