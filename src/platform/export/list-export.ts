import type { AnyContractProcedure, InferSchemaOutput } from '@orpc/contract'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { SheetColumns, SheetRow } from '../../kernel/sheet-columns.ts'
import type { Tx } from '../database/unit-of-work.ts'
import { fieldIssues } from '../http/vietnamese-issues.ts'

/** The longest list that is written out: what people still look through in a sheet. Whoever needs more asks for a part. */
export const MOST_EXPORTED = 100_000

/** A list as it lies open in a transaction: how many rows it has, and they themselves as they are asked for. */
export type OpenedList<Columns extends SheetColumns = SheetColumns> = {
  readonly total: number
  readonly rows: AsyncIterable<SheetRow<Columns>> | Iterable<SheetRow<Columns>>
  /** What the list was narrowed to, for the record and the foot of the page: «tìm “lan”, Phòng A». */
  readonly narrowedTo?: string | undefined
  /** Where the columns are known only now. */
  readonly columns?: Columns
}

/** A list of the product that can be taken away as a sheet. Each capability gives its own from `server/index.ts`. */
export type ListExport = {
  /** In the address: `/api/export/people.xlsx`. */
  readonly name: string
  /** How the file's name begins: «danh-sach-nguoi». */
  readonly fileName: string
  /** Over the printed pages, and in the record: «Danh sách người». */
  readonly title: string
  readonly columns: SheetColumns
  /** The list of this filter as this actor sees it, whole. Refuses what the list itself refuses. */
  readonly open: (tx: Tx, query: Readonly<Record<string, string>>) => Promise<Result<OpenedList>>
}

type FilterOf<Operation extends AnyContractProcedure> = InferSchemaOutput<
  NonNullable<Operation['~orpc']['inputSchema']>
>

/**
 * Describes how a list is written out. `operation` is the list's own operation in the contract: the address of the export
 * takes exactly its filters. `open` must go the list's own way (the same query, rights and order) without its pages, so
 * that no export ever shows what the list hides.
 */
export function listExport<Operation extends AnyContractProcedure, const Columns extends SheetColumns>(list: {
  readonly name: string
  readonly fileName: string
  readonly title: string
  readonly columns: Columns
  readonly operation: Operation
  readonly open: (tx: Tx, filter: FilterOf<Operation>) => Promise<Result<OpenedList<Columns>>>
}): ListExport {
  const { operation, open, ...described } = list
  return {
    ...described,
    open: async (tx, query) => {
      const filter = await readFilter(operation, query)
      return filter.ok ? await open(tx, filter.value as FilterOf<Operation>) : filter
    },
  }
}

async function readFilter(
  operation: AnyContractProcedure,
  query: Readonly<Record<string, string>>,
): Promise<Result<unknown>> {
  const schema = operation['~orpc'].inputSchema
  if (schema === undefined) return ok({})
  const asked = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'page'))
  const read = await schema['~standard'].validate(asked)
  if (read.issues === undefined) return ok(read.value)
  // Numbers and yes or no come as words in an address.
  const again = await schema['~standard'].validate(withValues(asked))
  if (again.issues === undefined) return ok(again.value)
  const issues = fieldIssues(read.issues)
  return refuse('invalid-input', {}, { field: issues[0]?.path, data: { issues } })
}

function withValues(query: Readonly<Record<string, string>>): Record<string, unknown> {
  const value = (text: string) => {
    if (text === 'true' || text === 'false') return text === 'true'
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  }
  return Object.fromEntries(Object.entries(query).map(([name, text]) => [name, value(text)]))
}
