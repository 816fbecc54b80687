import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { ButtonLink, Note, type NoteProps } from '../../../ui/index.ts'
import type { CampaignChange } from '../../contract.ts'
import type { CampaignDetails } from '../api.ts'
import { changePaperWords } from '../changes/change-paper-words.ts'

/** What one must know of its state before reading on. */
export function StateNote({ details }: { details: CampaignDetails }) {
  const { campaign } = details
  switch (campaign.state) {
    case 'closed':
      return (
        <ChangeNote
          tone="xam"
          title={`Đã kết thúc ngày ${campaign.closedOn === null ? '' : formatDate(campaign.closedOn)}`}
          why={campaign.closeReason}
          change={lastOf(details, 'closed')}
        />
      )
    case 'proposed':
      return (
        <Note tone="cham" title="Đang chờ người có thẩm quyền cho ý kiến">
          {campaign.proposedAt &&
            `Trình lúc ${formatMoment(new Date(campaign.proposedAt))}, ${campaign.createdByName}.`}
        </Note>
      )
    case 'agreed':
      return (
        <Note tone="cam" title="Đã được đồng ý, chờ số, ngày và tệp đã ký">
          Bộ phận thường trực nhập rồi phát động trên trang rà soát.
        </Note>
      )
    case 'returned':
      return (
        <Note tone="cam" icon="arrow-back-up" title="Đã bị trả lại">
          Lý do nằm ở trang rà soát. Sửa rồi trình lại.
        </Note>
      )
    case 'launched':
      return campaign.pausedOn === null ? null : (
        <ChangeNote
          tone="cam"
          icon="player-pause"
          title={`Tạm dừng từ ngày ${formatDate(campaign.pausedOn)}`}
          why={campaign.pauseReason}
          change={lastOf(details, 'paused')}
          then="Trong thời gian này không nhắc và không tính quá hạn"
        />
      )
    case 'draft':
      return null
  }
}

type ChangeNoteProps = Pick<NoteProps, 'tone' | 'icon' | 'title'> & {
  why: string | null
  change: CampaignChange | undefined
  then?: string
}

/** Why it stands as it stands, and by which paper. */
function ChangeNote({ why, change, then, ...note }: ChangeNoteProps) {
  const file = change?.document?.file
  const words = [why, change && changePaperWords(change), then].flatMap((one) => (one ? [withoutStop(one)] : []))
  return (
    <Note
      {...note}
      acts={
        file && (
          <ButtonLink size="s" icon="download" href={fileHref(file.id)} download>
            Tải văn bản
          </ButtonLink>
        )
      }
    >
      {words.map((one) => `${one}.`).join(' ')}
    </Note>
  )
}

/** People end a reason with a stop or without. */
function withoutStop(text: string): string {
  return text.trim().replace(/\.+$/, '')
}

function lastOf({ changes }: CampaignDetails, kind: CampaignChange['kind']): CampaignChange | undefined {
  return changes.filter((change) => change.kind === kind).sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}
