import type { Deadline } from '../../kernel/deadline.ts'
import { actorName } from '../../mechanisms/record/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import { columnsOf } from './give.ts'

type WorkOfForm = { id: string; unitId: string; unitNo: number; title: string; due: Deadline }

/**
 * The work with which an office asks for reports by a form, outside any campaign; asked for again it stands as it was first given. Whoever
 * keeps the form has asked whether the actor may, writes what units owe, and records it.
 */
export async function giveWithForm(tx: Tx, work: WorkOfForm): Promise<{ kind: 'assignment'; id: string }> {
  await tx.db
    .insertInto('assignment')
    .values({
      id: work.id,
      unit_id: work.unitId,
      unit_no: work.unitNo,
      ...columnsOf({
        title: work.title,
        words: '',
        basis: null,
        due: work.due,
        recurrence: 'once',
        until: null,
        dayRule: 'as-written',
        needsProof: false,
        unitIds: [],
      }),
      made_by: tx.actor.kind === 'person' ? tx.actor.accountId : null,
      made_by_name: actorName(tx.actor),
      made_at: tx.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return { kind: 'assignment', id: work.id }
}
