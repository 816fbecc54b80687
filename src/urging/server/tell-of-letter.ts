import { sql } from 'kysely'
import { formatDate, type PlainDate } from '../../kernel/plain-date.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import { specialDaysFrom } from '../../platform/database/special-days.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { notBefore } from '../../platform/mail/sending-hours.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'

type Letter = { id: string; subject: string; number: string; issuedOn: PlainDate }
type Owed = { id: string; unitId: string; unitNo: number; lastDay: PlainDate }

/**
 * An issued letter stands in the log of every obligation it still urges, and its units' heads and officers get one mail each. What was done
 * since the draft is not urged.
 */
export async function tellOfLetter(tx: Tx, letter: Letter): Promise<{ told: number; unitNos: number[] }> {
  const { rows: owed } = await sql<Owed>`
    select o.id, o.unit_id as "unitId", o.unit_no as "unitNo", o.last_day as "lastDay"
    from app.urging_letter_obligation l join app.obligation o on o.id = l.obligation_id
    where l.letter_id = ${letter.id} and l.live and o.state = 'open' order by o.id`.execute(tx.db)
  const words = `Công văn đôn đốc số ${letter.number} ngày ${formatDate(letter.issuedOn)}: ${letter.subject}.`
  const people = new Map<string, { name: string; email: string | null }>()
  for (const [unitId, obligations] of Map.groupBy(owed, (row) => row.unitId)) {
    const { rows: readers } = await sql<{ id: string; name: string; email: string | null }>`
      select person_id as id, full_name as name, email
      from app.holders_of(array['head', 'officer'], array[${unitId}]::uuid[], ${tx.today}::date)`.execute(tx.db)
    for (const reader of readers) people.set(reader.id, reader)
    await sql`
      insert into app.reminder (id, obligation_id, sent_at, sent_on, sent_by, sent_by_name, to_names, message, stage, to_person_ids, urging_letter_id)
      select app.id_at(${tx.now}), o.id, ${tx.now}, ${tx.today}::date, ${tx.actor.kind === 'person' ? tx.actor.accountId : null}::uuid,
        ${actorName(tx.actor)}, ${readers.map((reader) => reader.name)}::text[], ${words}, 'letter', ${readers.map((reader) => reader.id)}::uuid[],
        ${letter.id}::uuid
      from unnest(${obligations.map((row) => row.id)}::uuid[]) as o (id)`.execute(tx.db)
  }
  const wait = notBefore(tx.now, await specialDaysFrom(tx, tx.today))
  for (const { name, email } of people.values()) {
    if (email === null) continue
    const linkPath = `/don-doc/cong-van/${letter.id}`
    await writeMail(tx, {
      toName: name,
      toAddress: email,
      subject: `Công văn đôn đốc số ${letter.number}`,
      body: words,
      linkPath,
      notBefore: wait,
    })
  }
  return { told: people.size, unitNos: [...new Set(owed.map((row) => row.unitNo))] }
}
