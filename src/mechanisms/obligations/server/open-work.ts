import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import { record } from '../../record/server/index.ts'
import { peopleOfUnit } from './assign.ts'
import { findObligation, loadObligations, takeObligation } from './load-obligations.ts'
import type { ObligationThings } from './things.ts'

/** One thing that hangs on a person and is not finished. */
export type OpenItem = {
  id: string
  title: string
  note: string | null
  due: PlainDate | null
  unitId: string
  /** Why it does not go to another by a handover; nothing when it may. */
  stays: string | null
}

export type Receiver = { id: string; name: string }

/** What each mechanism and capability tells about the work of a person, and how it gives it to another. */
export type OpenWork = {
  readonly kind: string
  /** «Việc được giao»: the heading of its part of the list. */
  readonly words: string
  readonly openWorkOf: (tx: Tx, personId: string) => Promise<OpenItem[]>
  /** Gives those items of the one person to the other; refuses what has changed meanwhile and a receiver who cannot take it. */
  readonly handOver: (tx: Tx, itemIds: readonly string[], from: Receiver, to: Receiver) => Promise<Result<void>>
}

/** What a person was named for: goes to another with a post in the unit that owes it. */
export function assignedWork(things: ObligationThings): OpenWork {
  const load = (tx: Tx, personId: string) =>
    loadObligations(tx, things, (query) =>
      query
        .where('obligation.assigned_person_id', '=', personId)
        .where('obligation.state', '=', 'open')
        .orderBy('obligation.last_day'),
    )
  return {
    kind: 'assigned',
    words: 'Việc được giao',
    openWorkOf: async (tx, personId) =>
      (await load(tx, personId))
        .filter((one) => one.thing.closedOn === null)
        .map((one) => ({
          id: one.id,
          title: `${one.title}: ${one.thing.title}`,
          note: [one.unitName, one.submissionState === null ? null : DRAFT_WORDS[one.submissionState]]
            .filter(Boolean)
            .join('. '),
          due: one.deadline.day,
          unitId: one.unitId,
          stays: null,
        })),
    handOver: async (tx, itemIds, from, to) => {
      for (const id of [...itemIds].sort()) {
        const before = await findObligation(tx, things, id)
        if (!before) return refuse('not-found')
        const owed = (await takeObligation(tx, things, before)) ?? before
        const title = `${owed.title}: ${owed.thing.title}`
        if (owed.assignedPersonId !== from.id || owed.state !== 'open' || owed.thing.closedOn !== null) {
          return refuse('handover-item-changed', { title })
        }
        const there = (await peopleOfUnit(tx, owed.unitId)).some((one) => one.id === to.id)
        if (!there) return refuse('receiver-not-there', { name: to.name, unit: owed.unitName, title })
        await tx.db
          .updateTable('obligation')
          .set({ assigned_person_id: to.id, assigned_name: to.name, version: owed.version + 1 })
          .where('id', '=', id)
          .execute()
        await record(
          tx,
          'obligation.assigned',
          { kind: 'obligation', id, name: owed.thing.title },
          {
            unitId: owed.unitId,
            detail: { person: to.name, title: owed.title, unit: owed.unitName },
          },
        )
      }
      return ok(undefined)
    },
  }
}

const DRAFT_WORDS = {
  draft: 'Đang soạn',
  'for-signature': 'Đã chuyển ký',
  submitted: 'Đã gửi',
  returned: 'Bị trả lại, chờ sửa',
  accepted: 'Đã được chấp nhận',
} as const
