import { type CompiledQuery, CompiledQuery as Query } from 'kysely'
import type { Tx } from './unit-of-work.ts'

let last = 0

/**
 * The rows of a query in its order, some at a time, so that a hundred thousand never lie in memory: a cursor of this
 * transaction's. Other queries may be asked of the transaction between two batches.
 */
export async function* readInBatches<Row>(
  tx: Tx,
  query: { compile(): CompiledQuery<Row> },
  size = 500,
): AsyncGenerator<Row[]> {
  last += 1
  const name = `rows_${last}`
  const { sql, parameters } = query.compile()
  await tx.db.executeQuery(Query.raw(`declare ${name} no scroll cursor for ${sql}`, [...parameters]))
  for (;;) {
    const { rows } = await tx.db.executeQuery(Query.raw(`fetch ${size} from ${name}`))
    if (rows.length > 0) yield rows as Row[]
    if (rows.length < size) break
  }
  await tx.db.executeQuery(Query.raw(`close ${name}`))
}
