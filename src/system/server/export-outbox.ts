import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { systemContract } from '../contract.ts'
import { MAIL_STATE_WORDS, type MailState } from '../domain/mail-words.ts'
import { countMails, mailsInOrder, seesOutbox } from './list-outbox.ts'

const STATES = (Object.keys(MAIL_STATE_WORDS) as MailState[]).map((code) => ({ code, word: MAIL_STATE_WORDS[code] }))

const columns = sheetColumns([
  { key: 'createdAt', head: 'Lập lúc', kind: 'moment' },
  { key: 'toName', head: 'Gửi', kind: 'text', width: 30 },
  { key: 'toAddress', head: 'Thư điện tử', kind: 'text', width: 30 },
  { key: 'state', head: 'Tình trạng', kind: 'choice', width: 18, choices: STATES },
  { key: 'sentAt', head: 'Gửi lúc', kind: 'moment' },
  { key: 'attempts', head: 'Số lần thử', kind: 'whole' },
  { key: 'subject', head: 'Tiêu đề', kind: 'text', width: 50, wrap: true },
  { key: 'body', head: 'Nội dung', kind: 'text', width: 80, wrap: true },
])

export const outboxExport = listExport({
  name: 'outbox',
  fileName: 'thu-gui-di',
  title: 'Thư gửi đi',
  columns,
  filter: systemContract.outbox,
  open: async (tx, { state }) => {
    if (!(await seesOutbox(tx))) return refuse('not-yours-to-see', { who: 'quản trị viên' })
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      const mails = mailsInOrder(tx, state).select(['state', 'sent_at as sentAt', 'attempts'])
      for await (const batch of readInBatches(tx, mails)) {
        for (const { createdAt, sentAt, ...mail } of batch) {
          yield { ...mail, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null }
        }
      }
    }
    return ok({ total: await countMails(tx, state), rows: rows(), narrowedTo: state && MAIL_STATE_WORDS[state] })
  },
})
