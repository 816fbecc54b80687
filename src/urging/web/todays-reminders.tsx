import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Button, ButtonLink, dueStatus, Link, Note, Panel, WorkList, WorkRow } from '../../ui/index.ts'
import { urging } from './api.ts'

/** «Nhắc hôm nay» above *Việc của tôi*: what I was reminded of and is still open, until I have seen it; letters that urge my unit. */
export function TodaysReminders() {
  const found = useQuery(urging.digest.queryOptions({ input: {} }))
  const outages = useQuery(urging.outages.queryOptions({ input: {} }))
  const see = useAct((id: string) => urging.seeDigest.call({ id }))
  const now = outages.data?.outages.find((one) => one.id === outages.data.now)
  const digest = found.data?.digest ?? null
  const letters = found.data?.letters ?? []
  return (
    <>
      {now && (
        <Note tone="cham" title={`Hệ thống được công bố ngừng ${now.span}`}>
          {now.reason}. Trong thời gian này không nhắc việc; hạn rơi vào các ngày này được lùi khi hệ thống hoạt động
          lại.
        </Note>
      )}
      {letters.map((letter) => (
        <Note
          key={letter.id}
          tone="son"
          icon="file-text"
          title={`Công văn đôn đốc số ${letter.number} ngày ${formatDate(letter.issuedOn)}`}
          acts={
            <ButtonLink size="s" href={`/don-doc/cong-van/${letter.id}`}>
              Đọc công văn
            </ButtonLink>
          }
        >
          {letter.subject}. Còn {letter.open} việc của đơn vị chưa xong.
        </Note>
      ))}
      {digest && !digest.seen && (
        <Panel
          flush
          title="Nhắc hôm nay"
          count={digest.items.length}
          acts={
            <Button size="s" busy={see.busy} onClick={() => see.run(digest.id)}>
              Đã xem
            </Button>
          }
        >
          <WorkList>
            {digest.items.map((item) => (
              <WorkRow
                key={item.obligationId}
                status={dueStatus(item.daysLeft)}
                title={item.title}
                href={item.link}
                sub={item.message}
              />
            ))}
          </WorkList>
        </Panel>
      )}
      {digest?.seen && (
        <p>
          Hôm nay đã nhắc {digest.items.length} việc còn mở, đã xem. <Link href="/">Danh sách việc</Link> ở dưới.
        </p>
      )}
    </>
  )
}
