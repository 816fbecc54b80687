import type { View } from './view.ts'

/** The sign an item opens with. A smaller `level` stands higher; `end` is where the words begin. */
export type Marker = { readonly level: number; readonly end: number; readonly label: string }

const FORMS: readonly (readonly [level: number, form: RegExp])[] = [
  [0, /^(?:PHẦN|Phần|CHƯƠNG|Chương) (?:THỨ |thứ )?[\p{L}\d]+(?: ?[.:-] ?| |$)/u],
  [1, /^[A-HĐ][.)] ?(?=\p{Lu})/u],
  [2, /^[IVXL]{1,5}(?: ?[.)/:-] ?| (?=\p{Lu}{2}))(?=\S)/u],
  [3, /^(?:Điều|ĐIỀU) \d{1,3}(?: ?[.:-] ?| (?=\p{Lu}))/u],
  [4, /^(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là ?[,:]? ?(?=\p{L}|\d)/u],
  [4, /^Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám) ?[,:] ?(?=\p{L}|\d)/u],
  [4, /^(?:Bước|Mục) \d{1,2} ?[.:] ?/u],
  [4, /^\d{1,2} ?[.)/] ?(?=[\p{L}“(])/u],
  [4, /^\d{1,2}[.)] (?=\d)/u],
  [4, /^\d{1,2} ?- ?(?=\p{Lu})/u],
  [5, /^\d{1,2}\.\d{1,2}(?: ?[.):] ?(?=[\p{L}“(])| ?(?=\p{Lu}))/u],
  [5, /^\d{1,2}\.\d{1,2}[.)] (?=\d)/u],
  [6, /^\d{1,2}\.\d{1,2}\.\d{1,2}(?: ?[.):] ?(?=[\p{L}“(])| ?(?=\p{Lu}))/u],
  [7, /^(?:[a-zđ]|[a-z]\d)[).] ?(?=[\p{L}\d“(])/u],
  [8, /^[-][ \t]?(?=[\p{L}\p{N}“(])/u],
  [9, /^[+*•●▪◦○◆❖➢✓][ \t]?(?=[\p{L}\p{N}“(])/u],
]

/** The marker a line or block begins with. «07/4/2014» and «2.000 hộ» begin with none. */
export function markerOf(view: View): Marker | null {
  const head = view.text.slice(0, 60)
  for (const [level, form] of FORMS) {
    const match = form.exec(head)
    if (match) return { level, end: match[0].length, label: match[0].trim() }
  }
  return null
}
