import { useQuery } from '@tanstack/react-query'
import { formatDate, plainDate } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, Button, PageHeader, Paper, ScrollRegion } from '../../ui/index.ts'
import { acting, type Handover } from './api.ts'
import classes from './handover-page.module.css'

const CRUMBS = [{ href: '/uy-quyen', word: 'Ủy quyền, bàn giao' }]

/** The list of one handover, as it is printed and signed by both. */
export function HandoverPage() {
  const id = usePageParam('id')
  const found = useQuery(acting.handover.queryOptions({ input: { id } }))
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Danh sách bàn giao"
          crumbs={CRUMBS}
          lead={found.data && `${found.data.handover.fromName}, ngày ${formatDate(found.data.handover.onDay)}`}
          acts={
            found.data && (
              <Button icon="printer" onClick={() => window.print()}>
                In danh sách
              </Button>
            )
          }
        />
      </div>
      <Answer {...answerOf(found)} lines={8}>
        {({ handover }) => <HandoverPaper handover={handover} />}
      </Answer>
    </>
  )
}

function HandoverPaper({ handover }: { handover: Handover }) {
  const [year, month, day] = plainDate(handover.onDay).split('-')
  const receivers = [...new Map(handover.items.map((item) => [item.toName, item.toPost])).entries()]
  return (
    <Paper sheet label="Danh sách bàn giao">
      <p className={classes.organisation}>{handover.organisationName}</p>
      <h2 className={classes.title}>Danh sách bàn giao</h2>
      <p className={classes.day}>
        Ngày {day} tháng {month} năm {year}
      </p>
      <p>
        <b>Người giao:</b> {handover.fromName}, {handover.fromPost}
      </p>
      {receivers.map(([name, post]) => (
        <p key={name}>
          <b>Người nhận:</b> {name}, {post}
        </p>
      ))}
      <p>
        <b>Lý do:</b> {handover.reason}
      </p>
      <ScrollRegion label="Các việc bàn giao">
        <table className={classes.table}>
          <caption className="visually-hidden">Các việc bàn giao</caption>
          <thead>
            <tr>
              <th scope="col">STT</th>
              <th scope="col">Nội dung</th>
              <th scope="col">Hạn</th>
              <th scope="col">Người nhận</th>
            </tr>
          </thead>
          <tbody>
            {handover.items.map((item, index) => (
              <tr key={`${item.kind} ${item.title} ${item.toName} ${item.note}`}>
                <td>{index + 1}</td>
                <td>
                  {item.title}
                  {item.note && <div>{item.note}</div>}
                </td>
                <td>{item.due === null ? '' : formatDate(item.due)}</td>
                <td>{item.toName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p>
        Danh sách gồm {handover.items.length} việc, ghi trong hệ thống ngày {formatDate(handover.onDay)}, người ghi:{' '}
        {handover.madeByName}.
      </p>
      <div className={classes.signs}>
        <div>
          <b>Người giao</b>
          <i>(ký, ghi rõ họ tên)</i>
          <span>{handover.fromName}</span>
        </div>
        <div>
          <b>Người nhận</b>
          <i>(ký, ghi rõ họ tên)</i>
          <span>{receivers.map(([name]) => name).join(', ')}</span>
        </div>
      </div>
    </Paper>
  )
}
