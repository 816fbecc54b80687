import { useQuery } from '@tanstack/react-query'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import {
  Answer,
  Empty,
  ExportButton,
  PageHeader,
  Pager,
  Panel,
  PanelBody,
  Stack,
  useListAddress,
} from '../../ui/index.ts'
import { type SystemOutputs, system } from './api.ts'
import classes from './outbox.module.css'

type Outbox = SystemOutputs['outbox']

/** What the product would have sent by mail: kept here for an administrator to read. */
export function OutboxPage() {
  const list = useListAddress({ pageSize: 50 })
  const found = useQuery(
    system.outbox.queryOptions({ input: { page: list.page }, placeholderData: (before: Outbox | undefined) => before }),
  )
  const { data } = found
  return (
    <>
      <PageHeader
        title="Thư chờ gửi"
        lead="Chưa nối máy chủ thư, nên thư nhắc việc nằm ở đây. Người nhận vẫn thấy lời nhắc trong Việc của tôi."
        acts={<ExportButton count={data?.total} onExport={() => takeList('outbox', {})} />}
      />
      <Panel flush label="Thư chờ gửi">
        {data === undefined ? (
          <PanelBody>
            <Answer {...answerOf(found)} lines={6}>
              {() => null}
            </Answer>
          </PanelBody>
        ) : data.mails.length === 0 ? (
          <Empty level={2} title="Chưa có thư nào">
            Khi nhắc một đơn vị, thư gửi người phụ trách sẽ hiện ở đây.
          </Empty>
        ) : (
          <>
            <PanelBody>
              <span role="status">{`${data.total.toLocaleString('vi-VN')} thư, mới nhất ở trên`}</span>
            </PanelBody>
            {data.mails.map((mail) => (
              <PanelBody key={mail.id} line>
                <Mail mail={mail} />
              </PanelBody>
            ))}
            {data.mails.length < data.total && (
              <Pager
                label="thư chờ gửi"
                list={{ ...list, pageSize: data.pageSize }}
                total={data.total}
                shown={data.mails.length}
                fixedSize
              />
            )}
          </>
        )}
      </Panel>
    </>
  )
}

function Mail({ mail }: { mail: Outbox['mails'][number] }) {
  return (
    <article aria-label={mail.subject}>
      <Stack gap="s">
        <h2 className={classes.subject}>{mail.subject}</h2>
        <p className={classes.meta}>
          Gửi {mail.toName} ({mail.toAddress}), lúc {formatMoment(new Date(mail.createdAt))}
        </p>
        <p className={classes.body}>{mail.body}</p>
      </Stack>
    </article>
  )
}
