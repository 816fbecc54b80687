/**
 * The one catalogue of refusals: code, HTTP status, sentence. `{name}` is filled from the refusal's values.
 * A sentence says what happened, then what to do. A retired code is never used again for something else.
 */
export const REFUSALS = {
  // ---- at the door
  'invalid-input': { status: 422, text: 'Có mục nhập chưa đúng. Sửa các mục được đánh dấu' },
  'not-found': { status: 404, text: 'Không tìm thấy. Có thể đường dẫn đã cũ hoặc nội dung không thuộc phạm vi được xem' },
  'not-signed-in': { status: 401, text: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục' },
} as const satisfies Record<string, { status: number; text: string }>

export type RefusalCode = keyof typeof REFUSALS

/** The Vietnamese sentence with its values filled in. */
export function refusalSentence(code: RefusalCode, values: Readonly<Record<string, string>> = {}): string {
  return REFUSALS[code].text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export function refusalStatus(code: RefusalCode): number {
  return REFUSALS[code].status
}
