import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import { titleWithTurn } from '../../mechanisms/obligations/domain/turn-title.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { unitPaths } from '../../platform/database/unit-tree.ts'
import { notBefore } from '../../platform/mail/sending-hours.ts'
import type { Stage } from '../domain/ladder.ts'
import { whyMayNotUrge } from '../domain/permissions.ts'
import { notStopped, whatIsStopped } from './plan-steps.ts'

type MailShape = {
  id: string
  toName: string
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'stale'
  sentAt: string | null
  notBefore: string | null
  lastError: string | null
  maybeTwice: boolean
}

export type LogEntry = {
  id: string
  at: string
  byName: string
  stage: Stage
  step: string | null
  forLastDay: string | null
  toNames: string[]
  message: string
  letterId: string | null
  mails: MailShape[]
}

type Log = {
  obligation: { id: string; title: string; unitName: string; owedToUnitName: string }
  entries: LogEntry[]
  actions: { 'send-again'?: { whyNot: null } }
}

/** Every reminder of one obligation, newest first: when, at which step, to whom, by which mail and whether that went. */
export async function reminderLog(tx: Tx, { id }: { id: string }): Promise<Result<Log>> {
  const found = await owedOf(tx, id, 'see')
  if (!found.ok) return found
  const owed = found.value
  const reminders = await tx.db
    .selectFrom('reminder')
    .selectAll()
    .where('obligation_id', '=', id)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const mails = Map.groupBy(await mailsOf(tx, id), (mail) => mail.reminderId)
  return ok({
    obligation: { id, title: owed.title, unitName: owed.unitName, owedToUnitName: owed.owedToName },
    entries: reminders.map((row) => ({
      id: row.id,
      at: row.sent_at.toISOString(),
      byName: row.sent_by_name,
      stage: row.stage,
      step: row.step,
      forLastDay: row.for_last_day,
      toNames: row.to_names,
      message: row.message,
      letterId: row.urging_letter_id,
      mails: (mails.get(row.id) ?? []).map(({ reminderId: _of, sentAt, notBefore: wait, ...mail }) => ({
        ...mail,
        sentAt: sentAt?.toISOString() ?? null,
        notBefore: wait?.toISOString() ?? null,
      })),
    })),
    actions:
      owed.urged && whyMayNotUrge(tx.actor, 'urge', owed.path) === undefined ? { 'send-again': { whyNot: null } } : {},
  })
}

/**
 * Sends the mail of a reminder once more: tried anew where it was given up, written again where it went out and no second one waits. Refused of
 * what need not be done any more.
 */
export async function sendReminderAgain(
  tx: Tx,
  input: { id: string; reminderId: string; mailId: string },
): Promise<Result<{ done: true }>> {
  const found = await owedOf(tx, input.id, 'urge')
  if (!found.ok) return found
  const owed = found.value
  if (!owed.urged) return refuse('reminder-settled')
  const [mail] = (await mailsOf(tx, input.id)).filter(
    (one) => one.id === input.mailId && one.reminderId === input.reminderId,
  )
  if (!mail) return refuse('reminder-mail-none')
  const wait = notBefore(tx.now, await specialDaysFrom(tx, tx.today))
  const { rows } = await sql<{ how: 'again' | 'anew' | 'waits' | null }>`
    select app.send_reminder_again(${input.id}, ${input.reminderId}, ${input.mailId}, ${tx.now}, ${wait}, ${newId(tx.now.getTime())}) as how`.execute(
    tx.db,
  )
  const how = rows[0]?.how ?? null
  if (how === null) return refuse('reminder-mail-none')
  if (how === 'waits') return refuse('reminder-mail-waits')
  const thing = { kind: 'obligation', id: input.id, name: owed.title } as const
  await record(tx, 'reminder.sent-again', thing, {
    unitId: owed.unitId,
    detail: { unit: owed.unitName, to: mail.toName },
  })
  return ok({ done: true })
}

type Owed = {
  title: string
  unitId: string
  unitName: string
  owedToName: string
  path: readonly string[]
  /** Is it open, and of nothing closed or paused? */
  urged: boolean
}

async function owedOf(tx: Tx, id: string, action: 'see' | 'urge'): Promise<Result<Owed>> {
  const { rows } = await sql<Omit<Owed, 'path'> & { owedTo: string; occurrence: string | null }>`
    select o.title, o.occurrence, u.id as "unitId", u.name as "unitName", t.id as "owedTo", t.name as "owedToName",
      o.state = 'open' and ${notStopped(await whatIsStopped(tx, tx.today))} as urged
    from app.obligation o join app.unit u on u.id = o.unit_id join app.unit t on t.id = o.owed_to_unit_id where o.id = ${id}::uuid`.execute(
    tx.db,
  )
  const [row] = rows
  if (!row) return refuse('not-found')
  const path = (await unitPaths(tx, [row.owedTo])).get(row.owedTo) ?? []
  const refused = whyMayNotUrge(tx.actor, action, path)
  return refused ? { ok: false, refusal: refused } : ok({ ...row, title: titleWithTurn(row), path })
}

type MailRow = Omit<MailShape, 'sentAt' | 'notBefore'> & {
  reminderId: string
  sentAt: Date | null
  notBefore: Date | null
}

async function mailsOf(tx: Tx, obligationId: string): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`
    select reminder_id as "reminderId", mail_id as id, to_name as "toName", state, sent_at as "sentAt", not_before as "notBefore",
      last_error as "lastError", maybe_twice as "maybeTwice"
    from app.mails_of_reminders(${obligationId}) order by created_at, mail_id`.execute(tx.db)
  return rows
}
