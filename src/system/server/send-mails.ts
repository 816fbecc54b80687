import { sql } from 'kysely'
import { addDays, startOfDay } from '../../kernel/plain-date.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { subtractWorkingDays } from '../../kernel/working-days.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx, UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { Job } from '../../platform/jobs/job.ts'
import { type Mailer, MailNotSent } from '../../platform/mail/mailer.ts'
import { notBefore } from '../../platform/mail/sending-hours.ts'
import { SECRET_LINK } from '../../platform/mail/write-mail.ts'
import { openOutage } from '../../urging/server/index.ts'

export type MailGround = {
  /** Opens the way out for one round; none: no mail server is set up, or the data is a sample. */
  readonly openMailer: (() => Mailer) | undefined
  /** What stands before the path of a link. */
  readonly baseUrl: URL
}

const WHO = { kind: 'job', name: 'gửi thư' } as const
const BATCH = 20
/** Longer than a batch takes, also where each waits for its time-out: after it another server may take what this one had taken. */
const TAKEN_MINUTES = 30
/** Minutes before the next try; after the last the mail is given up. */
const WAITS = [1, 5, 15, 60, 180, 360, 720]
/**
 * What nobody could send for so long (no server was set up) tells nothing any more: it is not sent when one is. What keeps to working hours
 * counts working days: the last minute before a long holiday is as fresh on the morning after it as any evening.
 */
const STALE_DAYS = 3

type Taken = {
  id: string
  toName: string
  toAddress: string
  subject: string
  body: string
  linkPath: string | null
  sealedLinkPath: Buffer | null
  attempts: number
  /** From when on it could have gone out. */
  since: Date
  /** Does it keep to working hours? */
  waits: boolean
}

/**
 * Sends what waits in the outbox, every minute. A mail is taken before it is sent and marked after the server has it: a crash between the
 * two sends it once more, half an hour later, under the same Message-ID. So it is at least once, and twice only over a crash.
 */
export function sendMails({ openMailer, baseUrl }: MailGround): Job[] {
  if (openMailer === undefined) return []
  return [
    {
      name: 'send-mails',
      words: 'Gửi thư',
      every: '* * * * *',
      run: async (_payload, { work, signal }) => {
        await settled(work.write(WHO, giveUpStale))
        const mailer = openMailer()
        try {
          for (let more = true; more && !signal.aborted; ) more = await sendBatch(work, mailer, baseUrl, signal)
        } finally {
          mailer.close()
        }
      },
    },
  ]
}

/** True while there may be more and the server takes what it is given. */
async function sendBatch(work: UnitOfWork, mailer: Mailer, baseUrl: URL, signal: AbortSignal): Promise<boolean> {
  const taken = await settled(work.write(WHO, take))
  let reachable = true
  for (const mail of taken) {
    if (!reachable || signal.aborted) {
      await settled(work.write(WHO, (tx) => putBack(tx, mail)))
      continue
    }
    try {
      const path = await settled(work.read(WHO, (tx) => linkOf(tx, mail)))
      await mailer.send({ ...mail, text: textOf(mail, path, baseUrl) })
    } catch (fault) {
      if (!(fault instanceof MailNotSent)) throw fault
      reachable = fault.blame !== 'server'
      await settled(work.write(WHO, (tx) => failed(tx, mail, fault)))
      continue
    }
    await settled(work.write(WHO, (tx) => sent(tx, mail.id)))
  }
  return reachable && taken.length === BATCH
}

async function take(tx: Tx): Promise<Result<Taken[]>> {
  const until = new Date(tx.now.getTime() + TAKEN_MINUTES * 60_000)
  // What can wait goes out in working hours also when it is tried again, or was left over from the evening; not while nobody is urged.
  const inHours = notBefore(tx.now, await specialDaysFrom(tx, tx.today)) <= tx.now
  const open = inHours && (await openOutage(tx, tx.today)) === undefined
  const { rows } = await sql<Taken>`
    update app.outbox_mail set state = 'sending', taken_until = ${until}, attempts = attempts + 1,
      maybe_twice = maybe_twice or state = 'sending'
    where id in (
      select id from app.outbox_mail
      where (not_before is null or (${open} and not_before <= ${tx.now}))
        and ((state = 'waiting' and (next_try_at is null or next_try_at <= ${tx.now}))
          or (state = 'sending' and taken_until < ${tx.now}))
      order by created_at, id limit ${BATCH} for update skip locked
    )
    returning id, to_name as "toName", to_address as "toAddress", subject, body, link_path as "linkPath",
      sealed_link_path as "sealedLinkPath", attempts, greatest(created_at, not_before) as since, not_before is not null as waits`.execute(
    tx.db,
  )
  return ok(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
}

async function linkOf(tx: Tx, { linkPath, sealedLinkPath }: Taken): Promise<Result<string | null>> {
  return ok(sealedLinkPath === null ? linkPath : tx.keys.open(SECRET_LINK, sealedLinkPath))
}

function textOf({ toName, body }: Taken, path: string | null, baseUrl: URL): string {
  const link = path === null ? [] : ['', new URL(path, baseUrl).href]
  const foot = `Thư tự động của hệ thống Thi Đua tại ${baseUrl.host}. Không trả lời thư này.`
  return [`Gửi ${toName},`, '', body, ...link, '', '-- ', foot, ''].join('\n')
}

/** Not tried: it waits as it did. */
async function putBack(tx: Tx, { id, attempts }: Taken): Promise<Result<void>> {
  await tx.db
    .updateTable('outbox_mail')
    .set({ state: 'waiting', taken_until: null, attempts: attempts - 1 })
    .where('id', '=', id)
    .execute()
  return ok(undefined)
}

async function sent(tx: Tx, id: string): Promise<Result<void>> {
  await tx.db
    .updateTable('outbox_mail')
    .set({ state: 'sent', sent_at: tx.now, taken_until: null, last_error: null, sealed_link_path: null })
    .where('id', '=', id)
    .execute()
  return ok(undefined)
}

async function failed(tx: Tx, mail: Taken, { blame, message }: MailNotSent): Promise<Result<void>> {
  const { id, attempts } = triesOf(mail, blame)
  const wait = blame === 'mail-for-good' ? undefined : WAITS[attempts - 1]
  const tooOld = mail.since < (await staleBefore(tx))[mail.waits ? 'waiting' : 'other']
  const next =
    wait === undefined || (blame === 'server' && tooOld)
      ? { state: 'failed' as const, next_try_at: null, sealed_link_path: null }
      : { state: 'waiting' as const, next_try_at: new Date(tx.now.getTime() + wait * 60_000) }
  await tx.db
    .updateTable('outbox_mail')
    .set({ ...next, attempts, taken_until: null, last_error: message })
    .where('id', '=', id)
    .execute()
  return ok(undefined)
}

/** A server that is down for a day wears out nobody's tries: its mails are tried every quarter of an hour until they are too old to matter. */
function triesOf({ id, attempts }: Taken, blame: MailNotSent['blame']) {
  return { id, attempts: blame === 'server' ? Math.min(attempts, 3) : attempts }
}

/** Before which moment a mail had to be ready to be too old now. */
async function staleBefore(tx: Tx): Promise<{ waiting: Date; other: Date }> {
  const special = await specialDaysFrom(tx, addDays(tx.today, -60))
  return {
    waiting: startOfDay(subtractWorkingDays(tx.today, STALE_DAYS, special)),
    other: new Date(tx.now.getTime() - STALE_DAYS * 86_400_000),
  }
}

async function giveUpStale(tx: Tx): Promise<Result<void>> {
  const { waiting, other } = await staleBefore(tx)
  await tx.db
    .updateTable('outbox_mail')
    .set({ state: 'stale', sealed_link_path: null })
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    // Not what an administrator wants sent all the same.
    .where('next_try_at', 'is', null)
    // What waits for a working morning is as young on that morning as on the day it was written.
    .where((eb) =>
      eb.or([
        eb.and([eb('not_before', 'is', null), eb('created_at', '<', other)]),
        eb(eb.fn('greatest', ['created_at', 'not_before']), '<', waiting).and('not_before', 'is not', null),
      ]),
    )
    .execute()
  return ok(undefined)
}

async function settled<T>(result: Promise<Result<T>>): Promise<T> {
  const known = await result
  if (!known.ok) throw new Error(`the outbox was refused: ${known.refusal.code}`)
  return known.value
}
