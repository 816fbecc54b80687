/**
 * draft → proposed → (returned → …) agreed → launched → closed.
 * An issued document skips `agreed`: the authority's agreement launches it. A draft waits in `agreed` for number, date and signed file.
 */
export type CampaignState = 'draft' | 'proposed' | 'returned' | 'agreed' | 'launched' | 'closed'
export type Door = 'issued' | 'draft'

/** «Phong trào {…}»: how a refusal names the state. */
export const STATE_WORDS: Readonly<Record<CampaignState, string>> = {
  draft: 'đang soạn',
  proposed: 'đang chờ ý kiến',
  returned: 'đã bị trả lại',
  agreed: 'đã được đồng ý, chờ phát động',
  launched: 'đã phát động',
  closed: 'đã kết thúc',
}

export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  issued: 'Văn bản đã ban hành',
  draft: 'Dự thảo',
}

/** While it may still be corrected. In `proposed` the reader of the proposal is protected by the version he saw. */
export function isBeforeLaunch(state: CampaignState): boolean {
  return state !== 'launched' && state !== 'closed'
}
