import { useQuery } from '@tanstack/react-query'
import { formatDate, formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Answer,
  Empty,
  ExportButton,
  History,
  type HistoryEntry,
  Link,
  PageHeader,
  Panel,
  useNotices,
} from '../../ui/index.ts'
import { stepInWords } from '../domain/ladder-words.ts'
import { type UrgingOutputs, urging } from './api.ts'
import { mailWords } from './words.ts'

type Log = UrgingOutputs['log']
type Entry = Log['entries'][number]

/** *Sổ nhắc* of one obligation: every reminder with its step, whom it went to, and its mails, each to be sent again. */
export function ReminderLogPage() {
  const id = usePageParam('id')
  const found = useQuery(urging.log.queryOptions({ input: { id } }))
  return (
    <Answer {...answerOf(found)} title="Sổ nhắc" lines={6}>
      {(log) => (
        <>
          <PageHeader
            title={`Sổ nhắc: ${log.obligation.unitName}`}
            crumbs={[{ href: '/don-doc', word: 'Đơn vị quá hạn' }]}
            lead={log.obligation.title}
          />
          <Panel
            title="Các lần nhắc"
            count={log.entries.length}
            acts={
              <ExportButton count={log.entries.length} size="s" onExport={() => takeList('reminder-log', { id })} />
            }
          >
            {log.entries.length === 0 ? (
              <Empty title="Chưa nhắc lần nào">Lời nhắc của hệ thống và của bộ phận thường trực hiện ở đây.</Empty>
            ) : (
              <History
                label="Các lần nhắc, mới nhất ở trên"
                entries={log.entries.map((entry) => toHistory(log, entry))}
              />
            )}
          </Panel>
        </>
      )}
    </Answer>
  )
}

function toHistory(log: Log, entry: Entry): HistoryEntry {
  const to = entry.toNames.length === 0 ? 'chưa có ai nhận' : `tới ${entry.toNames.join(', ')}`
  const step =
    entry.step === null
      ? entry.stage === 'letter'
        ? 'Công văn đôn đốc'
        : 'Nhắc từ bảng'
      : stepInWords(entry.stage, entry.step)
  const forDay = entry.forLastDay === null ? '' : `, cho hạn đến hết ${formatDate(entry.forLastDay)}`
  return {
    id: entry.id,
    tone: entry.toNames.length === 0 ? 'cam' : 'cham',
    icon: entry.stage === 'letter' ? 'file-text' : 'bell-ringing',
    title: `${step}${forDay}: ${to}`,
    sub: `${formatMoment(new Date(entry.at))}, ${entry.byName}`,
    body: (
      <>
        <p>{entry.message}</p>
        {entry.letterId && <Link href={`/don-doc/cong-van/${entry.letterId}`}>Đọc công văn</Link>}
        {entry.mails.length > 0 && (
          <ul>
            {entry.mails.map((mail) => (
              <li key={mail.id}>
                Thư gửi {mail.toName}: {mailWords(mail)}. <SendAgain log={log} entry={entry} mail={mail} />
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }
}

function SendAgain({ log, entry, mail }: { log: Log; entry: Entry; mail: Entry['mails'][number] }) {
  const tell = useNotices()
  const again = useAct(
    () => urging.sendAgain.call({ id: log.obligation.id, reminderId: entry.id, mailId: mail.id }),
    () => tell({ text: `Thư nhắc ${mail.toName} sẽ gửi lại trong giờ làm việc` }),
  )
  if (mail.state === 'waiting' || mail.state === 'sending') return null
  return (
    <>
      <ActButton
        act={log.actions['send-again']}
        size="s"
        icon="send"
        busy={again.busy}
        onClick={() => again.run(undefined)}
      >
        Gửi lại<span className="visually-hidden"> thư tới {mail.toName}</span>
      </ActButton>
      {again.problem && <span role="alert">{again.problem.sentence}</span>}
    </>
  )
}
