import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../database/unit-of-work.ts'

export type NewMail = {
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  /** The page it leads to: `/viec/…`; the sender puts the address of the house before it. */
  readonly linkPath?: string
  /** The same where the address itself lets somebody in: kept sealed, shown to nobody but the addressee. */
  readonly secretPath?: string
  readonly reminderId?: string
  /** What can wait for working hours; none: it goes out at once. */
  readonly notBefore?: Date | null
}

/** What the sealed addresses are sealed for. */
export const SECRET_LINK = 'outbox-mail.link'

/** Puts a mail into the outbox, in the transaction of what it tells of: it goes out exactly if that has happened. */
export async function writeMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx.db
    .insertInto('outbox_mail')
    .values({
      id: newId(tx.now.getTime()),
      to_address: mail.toAddress,
      to_name: mail.toName,
      subject: mail.subject,
      body: mail.body,
      link_path: mail.linkPath ?? null,
      sealed_link_path: mail.secretPath === undefined ? null : tx.keys.seal(SECRET_LINK, mail.secretPath),
      secret: mail.secretPath !== undefined,
      reminder_id: mail.reminderId ?? null,
      not_before: mail.notBefore ?? null,
      created_at: tx.now,
    })
    .execute()
}
