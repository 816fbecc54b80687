import { ok, refuse } from '../../kernel/result.ts'
import { type SheetRow, sheetColumns } from '../../kernel/sheet-columns.ts'
import { readInBatches } from '../../platform/database/read-in-batches.ts'
import { listExport } from '../../platform/export/list-export.ts'
import { systemContract } from '../contract.ts'
import { MAIL_STATE_WORDS } from '../domain/mail-words.ts'
import { mailsInOrder, seesOutbox } from './list-outbox.ts'

const columns = sheetColumns([
  { key: 'createdAt', head: 'Lập lúc', kind: 'moment' },
  { key: 'state', head: 'Tình trạng', kind: 'text', width: 20 },
  { key: 'toName', head: 'Gửi', kind: 'text', width: 30 },
  { key: 'toAddress', head: 'Thư điện tử', kind: 'text', width: 30 },
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
    const { total } = await tx.db
      .selectFrom('outbox_mail')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
      .executeTakeFirstOrThrow()
    async function* rows(): AsyncGenerator<SheetRow<typeof columns>> {
      for await (const batch of readInBatches(
        tx,
        mailsInOrder(tx)
          .select('state')
          .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting')),
      )) {
        for (const mail of batch)
          yield { ...mail, state: MAIL_STATE_WORDS[mail.state], createdAt: mail.createdAt.toISOString() }
      }
    }
    return ok({ total, rows: rows() })
  },
})
