import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { specialDaysFrom } from '../../../platform/database/special-days.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { notBefore } from '../../../platform/mail/sending-hours.ts'
import { actorName, record } from '../../record/server/index.ts'
import type { ObligationShape } from '../contract.ts'
import { titleWithTurn } from '../domain/turn-title.ts'
import { officeCapacity, openObligation, recorded, reloaded, whyUnitGone } from './act.ts'
import { personOfUnit } from './assign.ts'
import { dueWords, type LoadedObligation } from './load-obligations.ts'
import type { ObligationThings } from './things.ts'

/**
 * Reminds the unit from its row: it stands at once on the unit's own work page, and a mail to its head and officers goes into the outbox,
 * all in this transaction. Once a day is enough: the second click of a day finds it
 * done. What the ladder sent that morning does not count: a person who reminds says more than the machine.
 */
export function remind(things: ObligationThings) {
  return async (
    tx: Tx,
    input: { id: string; reminderId: string; message: string },
  ): Promise<Result<{ obligation: ObligationShape; toNames: string[] }>> => {
    const opened = await openObligation(tx, things, input.id, 'remind')
    if (!opened.ok) return opened
    const loaded = opened.value
    const gone = whyUnitGone(tx, loaded)
    if (gone) return gone
    const same = await tx.db.selectFrom('reminder').selectAll().where('id', '=', input.reminderId).executeTakeFirst()
    if (same) {
      if (same.obligation_id !== loaded.id) return refuse('id-taken')
      return ok({ obligation: await reloaded(tx, things, loaded.id), toNames: same.to_names })
    }
    if (loaded.remindedByHandOn === tx.today) return refuse('reminded-today')

    const people = await addressees(tx, loaded)
    const toNames = people.map((person) => person.full_name)
    const message = input.message === '' ? standardMessage(loaded) : input.message
    await tx.db
      .insertInto('reminder')
      .values({
        id: input.reminderId,
        obligation_id: loaded.id,
        sent_at: tx.now,
        sent_on: tx.today,
        sent_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
        sent_by_name: actorName(tx.actor),
        to_names: toNames,
        message,
      })
      .execute()
    const mails = people.flatMap((person) =>
      person.email === null ? [] : [{ name: person.full_name, address: person.email }],
    )
    if (mails.length > 0) {
      const waitUntil = notBefore(tx.now, await specialDaysFrom(tx, tx.today))
      await tx.db
        .insertInto('outbox_mail')
        .values(
          mails.map((mail) => ({
            id: newId(tx.now.getTime()),
            to_address: mail.address,
            to_name: mail.name,
            subject: `Nhắc: ${titleWithTurn(loaded)}`,
            body: `${message}\n\n${actorName(tx.actor)}, ${officeCapacity(tx, loaded)}`,
            link_path: `/viec/${loaded.id}`,
            reminder_id: input.reminderId,
            created_at: tx.now,
            not_before: waitUntil,
          })),
        )
        .execute()
    }
    await record(tx, 'obligation.reminded', recorded(loaded), {
      capacity: officeCapacity(tx, loaded),
      unitId: loaded.unitId,
      detail: { unit: loaded.unitName, title: loaded.title, to: toNames.join(', ') || 'chưa có ai phụ trách' },
    })
    return ok({ obligation: await reloaded(tx, things, loaded.id), toNames })
  }
}

type Addressee = { full_name: string; email: string | null }

/** The unit's head and officers of today, and whoever was named to carry it out and has not left the unit since. */
async function addressees(tx: Tx, loaded: LoadedObligation): Promise<Addressee[]> {
  const { rows } = await sql<Addressee & { person_id: string }>`
    select person_id, full_name, email
    from app.holders_of(array['head', 'officer'], array[${loaded.unitId}]::uuid[], ${tx.today}::date)`.execute(tx.db)
  if (loaded.assignedPersonId === null || rows.some((row) => row.person_id === loaded.assignedPersonId)) return rows
  const assigned = await tx.db
    .selectFrom('person')
    .select(['full_name', 'email'])
    .where('id', '=', loaded.assignedPersonId)
    .executeTakeFirst()
  const stillThere = await personOfUnit(tx, loaded.assignedPersonId, loaded.unitId)
  if (!stillThere.ok) return rows
  return assigned ? [...rows, assigned] : rows
}

/** «Phòng A còn việc “Quán triệt kế hoạch” của phong trào “…”. Chậm nhất ngày …»; work given by hand bears its own name. */
function standardMessage(loaded: LoadedObligation): string {
  const of = loaded.thingKind === 'campaign' ? ` của phong trào “${loaded.thing.title}”` : ''
  return `${loaded.unitName} còn việc “${titleWithTurn(loaded)}”${of}. ${dueWords(loaded)}.`
}
