import { formatMoment } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { ActButton, Link, Note, Stack, type Status, StatusWord, useNotices } from '../../ui/index.ts'
import { MAIL_STATE_WORDS, type MailState } from '../domain/mail-words.ts'
import { type SystemOutputs, system } from './api.ts'
import classes from './outbox.module.css'

type Mail = SystemOutputs['outbox']['mails'][number]

const LOOKS: Readonly<Record<MailState, Pick<Status, 'tone' | 'icon'>>> = {
  waiting: { tone: 'cham', icon: 'clock' },
  sending: { tone: 'cham', icon: 'send' },
  sent: { tone: 'luc', icon: 'circle-check' },
  failed: { tone: 'son', icon: 'circle-x' },
  stale: { tone: 'xam', icon: 'ban' },
}

/** One mail as its addressee reads it, how it stands, and why it could not go. */
export function OutboxMail({ mail }: { mail: Mail }) {
  const tell = useNotices()
  const again = useAct(
    () => system.resendMail.call({ id: mail.id }),
    () => tell({ text: `Thư tới ${mail.toName} sẽ được gửi lại trong ít phút` }),
  )
  return (
    <article aria-label={mail.subject}>
      <Stack gap="s">
        <h2 className={classes.subject}>{mail.subject}</h2>
        <StatusWord {...LOOKS[mail.state]} word={wordsOf(mail)} small />
        <p className={classes.meta}>
          Gửi {mail.toName} ({mail.toAddress}), lập lúc {formatMoment(new Date(mail.createdAt))}
        </p>
        <p className={classes.body}>{mail.body}</p>
        {mail.linkPath !== null && (
          <p>
            <Link href={mail.linkPath}>Trang mà thư dẫn tới</Link>
          </p>
        )}
        {mail.secret && <p className={classes.meta}>Đường dẫn dùng một lần trong thư chỉ người nhận xem được.</p>}
        {mail.lastError !== null && mail.state !== 'sent' && (
          <p className={classes.meta}>Máy chủ thư trả lời: “{mail.lastError}”</p>
        )}
        {again.problem && (
          <Note tone="son" alert>
            {again.problem.sentence}
          </Note>
        )}
        <div>
          <ActButton
            act={mail.actions['send-again']}
            size="s"
            icon="refresh"
            busy={again.busy}
            onClick={() => again.run(undefined)}
          >
            Gửi lại
          </ActButton>
        </div>
      </Stack>
    </article>
  )
}

function wordsOf({ state, attempts, sentAt, nextTryAt, notBefore, maybeTwice }: Mail): string {
  const word = MAIL_STATE_WORDS[state]
  if (state === 'sent' && sentAt !== null) {
    const twice = maybeTwice ? ', có thể đến hai lần vì máy chủ dừng giữa chừng' : ''
    return `${word} lúc ${formatMoment(new Date(sentAt))}${twice}`
  }
  if (state === 'waiting' && attempts === 0 && notBefore !== null) {
    return `${word} từ ${formatMoment(new Date(notBefore))}, trong giờ làm việc`
  }
  if (state === 'waiting' && attempts > 0 && nextTryAt !== null) {
    return `${word}, đã thử ${attempts} lần, thử lại lúc ${formatMoment(new Date(nextTryAt))}`
  }
  if (state === 'failed') return `${word} sau ${attempts} lần thử`
  return word
}
