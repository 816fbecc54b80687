import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { notBefore } from '../../platform/mail/sending-hours.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import { stillUrgedBy } from './still-urged.ts'

type Letter = { id: string; subject: string; number: string; issuedOn: PlainDate }
type Reader = { unitId: string; id: string; name: string; email: string | null }

const BATCH = 1000

/**
 * An issued letter stands in the log of every obligation it still urges, and its units' heads and officers get one mail each, which hangs on
 * one of their reminders. What was done, prolonged or stopped since the draft is not urged.
 */
export async function tellOfLetter(tx: Tx, letter: Letter): Promise<{ told: number; unitNos: number[] }> {
  const owed = await stillUrgedBy(tx, letter.id)
  const readers = await readersOf(
    tx,
    owed.map((one) => one.unitId),
  )
  const ofUnit = Map.groupBy(readers, (reader) => reader.unitId)
  const words = `Công văn đôn đốc số ${letter.number} ngày ${formatDate(letter.issuedOn)}: ${letter.subject}.`
  const reminders = owed.map((one) => {
    const told = ofUnit.get(one.unitId) ?? []
    return {
      id: newId(tx.now.getTime()),
      obligation_id: one.id,
      sent_at: tx.now,
      sent_on: tx.today,
      sent_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      sent_by_name: actorName(tx.actor),
      to_names: told.map((reader) => reader.name),
      message: words,
      for_last_day: one.lastDay,
      stage: 'letter' as const,
      to_person_ids: told.map((reader) => reader.id),
      urging_letter_id: letter.id,
    }
  })
  for (let start = 0; start < reminders.length; start += BATCH) {
    await tx.db
      .insertInto('reminder')
      .values(reminders.slice(start, start + BATCH))
      .execute()
  }
  const wait = notBefore(tx.now, await specialDaysFrom(tx, tx.today))
  const people = new Map(readers.map((reader) => [reader.id, reader]))
  for (const { id, name, email } of people.values()) {
    if (email === null) continue
    await writeMail(tx, {
      toName: name,
      toAddress: email,
      subject: `Công văn đôn đốc số ${letter.number}`,
      body: words,
      linkPath: `/don-doc/cong-van/${letter.id}`,
      reminderId: reminders.find((one) => one.to_person_ids.includes(id))?.id,
      notBefore: wait,
    })
  }
  return { told: people.size, unitNos: [...new Set(owed.map((row) => row.unitNo))] }
}

/** Who answers for each of these units today. */
async function readersOf(tx: Tx, unitIds: readonly string[]): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select u.id as "unitId", h.person_id as id, h.full_name as name, h.email
    from unnest(${[...new Set(unitIds)]}::uuid[]) as u (id)
    cross join lateral app.holders_of(array['head', 'officer'], array[u.id], ${tx.today}::date) h`.execute(tx.db)
  return rows
}
