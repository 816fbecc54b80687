import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { refusalSentence } from '../../kernel/refusals.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type ObligationThings, remind } from '../../mechanisms/obligations/server/index.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'

type Outcome = { reminded: number; leftOut: { unitName: string; why: string }[] }

/**
 * Reminds about many late obligations in one act, each as from its row; who was reminded today, or has done it meanwhile, is left out and
 * named. The second press finds all reminded.
 */
export function remindMany(things: ObligationThings) {
  return async (tx: Tx, input: { ids: readonly string[]; message: string }): Promise<Result<Outcome>> => {
    const ids = [...new Set(input.ids)].sort()
    const names = await unitNames(tx, ids)
    let reminded = 0
    const leftOut: Outcome['leftOut'] = []
    for (const id of ids) {
      const done = await remind(things)(tx, { id, reminderId: newId(tx.now.getTime()), message: input.message })
      if (done.ok) reminded += 1
      // What refuses all alike refuses the act; what is of one row leaves that row out.
      else if (done.refusal.code === 'not-found' || done.refusal.code === 'not-yours-to-do') return done
      else leftOut.push({ unitName: names.get(id) ?? '', why: refusalSentence(done.refusal.code, done.refusal.values) })
    }
    return ok({ reminded, leftOut })
  }
}

async function unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, u.name from app.obligation o join app.unit u on u.id = o.unit_id where o.id = any (${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
