import type { KeptTable } from './kept-data.ts'
import { KEPT_FACTS } from './kept-facts.ts'
import { KEPT_TABLES } from './kept-tables.ts'
import { KEPT_WORK } from './kept-work.ts'

/** Everything that is kept about people, a table each. A test reads the database: a column of these tables without a line fails it. */
export const ALL_KEPT: readonly KeptTable[] = [...KEPT_TABLES, ...KEPT_FACTS, ...KEPT_WORK]
