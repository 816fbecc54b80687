import { useQuery } from '@tanstack/react-query'
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
  Tabs,
  useListAddress,
} from '../../ui/index.ts'
import { MAIL_STATE_WORDS, type MailState } from '../domain/mail-words.ts'
import { type SystemOutputs, system } from './api.ts'
import { OutboxMail } from './outbox-mail.tsx'

type Outbox = SystemOutputs['outbox']

const PAGE = '/thu-cho-gui'
/** The states one looks for; what is being sent this minute is among all. */
const PARTS: readonly MailState[] = ['waiting', 'failed', 'stale', 'sent']

/** The mails of the product: what waits, what went out, what could not, for an administrator. */
export function OutboxPage() {
  const list = useListAddress({ filters: ['state'], pageSize: 50 })
  const state = PARTS.find((one) => one === list.filters.state)
  const input = { page: list.page, ...(state ? { state } : {}) }
  const found = useQuery(system.outbox.queryOptions({ input, placeholderData: (before: Outbox | undefined) => before }))
  const { data } = found
  return (
    <>
      <PageHeader
        title="Thư gửi đi"
        lead={data === undefined ? undefined : leadOf(data.mailsGoOut)}
        acts={<ExportButton count={data?.total} onExport={() => takeList('outbox', state ? { state } : {})} />}
      />
      <Stack>
        <Tabs
          label="Tình trạng thư"
          current={state ? `${PAGE}?state=${state}` : PAGE}
          tabs={[
            { href: PAGE, word: 'Tất cả' },
            ...PARTS.map((one) => ({ href: `${PAGE}?state=${one}`, word: MAIL_STATE_WORDS[one] })),
          ]}
        />
        <Panel flush label="Thư gửi đi">
          {data === undefined ? (
            <PanelBody>
              <Answer {...answerOf(found)} lines={6}>
                {() => null}
              </Answer>
            </PanelBody>
          ) : data.mails.length === 0 ? (
            <Empty level={2} title={state ? `Không có thư nào ở mục “${MAIL_STATE_WORDS[state]}”` : 'Chưa có thư nào'}>
              {state ? 'Chọn mục khác để xem thư ở đó.' : 'Khi nhắc một đơn vị, thư gửi người phụ trách sẽ hiện ở đây.'}
            </Empty>
          ) : (
            <>
              <PanelBody>
                <span role="status">{`${data.total.toLocaleString('vi-VN')} thư, mới nhất ở trên`}</span>
              </PanelBody>
              {data.mails.map((mail) => (
                <PanelBody key={mail.id} line>
                  <OutboxMail mail={mail} />
                </PanelBody>
              ))}
              {data.mails.length < data.total && (
                <Pager
                  label="thư gửi đi"
                  list={{ ...list, pageSize: data.pageSize }}
                  total={data.total}
                  shown={data.mails.length}
                  fixedSize
                />
              )}
            </>
          )}
        </Panel>
      </Stack>
    </>
  )
}

function leadOf(mailsGoOut: boolean): string {
  return mailsGoOut
    ? 'Thư chờ được gửi mỗi phút. Thư gửi không được thì thử lại trong khoảng một ngày rồi thôi.'
    : 'Chưa nối máy chủ thư, nên thư nằm ở đây. Người nhận vẫn thấy lời nhắc trong Việc của tôi.'
}
