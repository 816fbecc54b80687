import { useQuery } from '@tanstack/react-query'
import { useHouseState } from '../../accounts/web/index.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Answer, DataTable, Link, PageHeader, Panel, Stack, TwoColumns } from '../../ui/index.ts'
import classes from './acting.module.css'
import { acting, type Newcomer } from './api.ts'
import { FIRST_STEPS } from './first-steps.ts'

/** *Người mới nhận việc*: what somebody new in a post has to know and do first. */
export function NewcomerPage() {
  const found = useQuery(acting.newcomer.queryOptions({ input: {} }))
  return (
    <Answer {...answerOf(found)} lines={8} title="Người mới nhận việc">
      {(page) => (
        <>
          <PageHeader
            title="Người mới nhận việc"
            lead={`${page.post.title}, ${page.post.unitName}, từ ${formatDate(page.post.from)}, ngày thứ ${page.post.day}`}
          />
          <TwoColumns asideLabel="Hỏi ai" aside={<WhomToAsk page={page} />}>
            <Stack gap="l">
              <FirstSteps />
              <OwedPanel title="Đơn vị đang phải làm" none="Đơn vị không còn việc nào đang mở." owed={page.owed} />
              <HandedOver page={page} />
              <Panel title="Phong trào đang chạy" count={page.campaigns.length || undefined}>
                {page.campaigns.length === 0 ? (
                  <p>Chưa có phong trào nào đang chạy.</p>
                ) : (
                  <ul className={classes.list}>
                    {page.campaigns.map((one) => (
                      <li key={one.id}>
                        <Link href={`/phong-trao/${one.id}`}>{one.title}</Link>
                        {one.endsOn !== null && `, đến ${formatDate(one.endsOn)}`}
                      </li>
                    ))}
                  </ul>
                )}
              </Panel>
              <OwedPanel
                title="Cùng thời gian năm trước"
                none="Chưa có dữ liệu của cùng thời gian năm trước."
                owed={page.lastYear}
              />
            </Stack>
          </TwoColumns>
        </>
      )}
    </Answer>
  )
}

function FirstSteps() {
  const { me } = useHouseState()
  const steps = (me?.roles ?? []).flatMap((role) => FIRST_STEPS[role])
  if (steps.length === 0) return null
  return (
    <Panel title="Việc đầu tiên">
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.words}>
            <Link href={step.href}>{step.words}</Link>
            {step.why && `: ${step.why}`}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function OwedPanel({ title, none, owed }: { title: string; none: string; owed: Newcomer['owed'] }) {
  if (owed.length === 0) {
    return (
      <Panel title={title}>
        <p>{none}</p>
      </Panel>
    )
  }
  return (
    <Panel flush title={title} count={owed.length}>
      <DataTable
        label={title}
        rows={owed}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'title',
            head: 'Việc',
            cell: (one) => (
              <Link strong href={`/viec/${one.id}`}>
                {one.title}
              </Link>
            ),
          },
          { key: 'thing', head: 'Phong trào', cell: (one) => one.thingTitle },
          { key: 'due', head: 'Hạn', width: 130, cell: (one) => formatDate(one.due) },
        ]}
      />
    </Panel>
  )
}

function HandedOver({ page }: { page: Newcomer }) {
  return (
    <Panel title="Đã được bàn giao" count={page.handovers.length || undefined}>
      {page.handovers.length === 0 ? (
        <p>Chưa có danh sách bàn giao nào. Cần thì đề nghị người tiền nhiệm hoặc người đứng đầu đơn vị bàn giao.</p>
      ) : (
        <ul className={classes.list}>
          {page.handovers.map((one) => (
            <li key={one.id}>
              <Link href={`/ban-giao/${one.id}`}>
                {one.fromName} bàn giao {one.items} việc, ngày {formatDate(one.onDay)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const ASK_WORDS = {
  head: 'Người đứng đầu đơn vị',
  'standing-office': 'Bộ phận thường trực',
  administrator: 'Quản trị viên (tài khoản, quyền)',
} as const

function WhomToAsk({ page }: { page: Newcomer }) {
  return (
    <Panel title="Hỏi ai">
      <Stack>
        <div>
          <b>Đầu mối theo dõi đơn vị</b>
          <p>
            {page.contact === null
              ? 'Chưa có người theo dõi đơn vị này.'
              : `${page.contact.name}, ${page.contact.post}`}
          </p>
        </div>
        {page.ask.map(({ role, people }) => (
          <div key={role}>
            <b>{ASK_WORDS[role]}</b>
            {people.map((one) => (
              <p key={one.personId}>{`${one.name}, ${one.post}`}</p>
            ))}
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
