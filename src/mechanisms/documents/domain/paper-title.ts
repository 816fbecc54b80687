/** «Chỉ thị số 02/CT-UBND ngày 19/01/2022», of what the paper that cites it says of it; the date as it is to be shown. */
export function paperTitle({ type, number, date }: { type: string; number: string; date: string }): string {
  return [type, number && `số ${number}`, date && `ngày ${date}`].filter(Boolean).join(' ')
}
