import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Tx } from '../../../platform/database/unit-of-work.ts'
import type { LoadedObligation } from './load-obligations.ts'

/** The obligation is met, by a submission that was sent. The caller holds its lock; gives it as it stands now. */
export async function setDone(
  tx: Tx,
  obligation: LoadedObligation,
  done: { on: PlainDate; way: 'product' | 'paper'; byName: string },
): Promise<LoadedObligation> {
  const version = obligation.version + 1
  await tx.db
    .updateTable('obligation')
    .set({
      state: 'done',
      done_on: done.on,
      done_way: done.way,
      done_by_name: done.byName,
      version,
    })
    .where('id', '=', obligation.id)
    .execute()
  return { ...obligation, state: 'done', doneOn: done.on, doneWay: done.way, doneByName: done.byName, version }
}

/** Owed again: what was sent has been returned or withdrawn. */
export async function reopen(tx: Tx, obligation: LoadedObligation): Promise<void> {
  await tx.db
    .updateTable('obligation')
    .set({ state: 'open', done_on: null, done_way: null, done_by_name: null, version: obligation.version + 1 })
    .where('id', '=', obligation.id)
    .execute()
}
