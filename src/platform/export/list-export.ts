import type { AnyContractProcedure, AnySchema, InferSchemaOutput } from '@orpc/contract'
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

type FilterOf<From extends AnyContractProcedure | AnySchema> = From extends AnyContractProcedure
  ? InferSchemaOutput<NonNullable<From['~orpc']['inputSchema']>>
  : From extends AnySchema
    ? InferSchemaOutput<From>
    : never

/**
 * Describes how a list is written out. `filter` is the list's own operation in the contract, or a schema where the page
 * narrows further than its operation: the address of the export takes exactly these filters and refuses any other, for a
 * filter that were passed over would show more than the list. `open` must go the list's own way (the same query, rights
 * and order) without its pages, so that no export ever shows what the list hides.
 */
export function listExport<From extends AnyContractProcedure | AnySchema, const Columns extends SheetColumns>(list: {
  readonly name: string
  readonly fileName: string
  readonly title: string
  readonly columns: Columns
  readonly filter: From
  readonly open: (tx: Tx, filter: FilterOf<From>) => Promise<Result<OpenedList<Columns>>>
}): ListExport {
  const { filter: from, open, ...described } = list
  return {
    ...described,
    open: async (tx, query) => {
      const filter = await readFilter('~orpc' in from ? from['~orpc'].inputSchema : from, query)
      return filter.ok ? await open(tx, filter.value as FilterOf<From>) : filter
    },
  }
}

async function readFilter(
  schema: AnySchema | undefined,
  query: Readonly<Record<string, string>>,
): Promise<Result<unknown>> {
  const asked = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'page'))
  const read = (await schema?.['~standard'].validate(asked)) ?? { value: {} }
  // Numbers and yes or no come as words in an address.
  const taken = read.issues === undefined ? read : await schema?.['~standard'].validate(withValues(asked))
  if (taken?.issues === undefined) {
    const value = (taken?.value ?? {}) as object
    const passedOver = Object.keys(asked).find((name) => !Object.hasOwn(value, name))
    return passedOver === undefined ? ok(value) : refuse('invalid-input', {}, { field: passedOver })
  }
  const issues = fieldIssues(read.issues ?? [])
  return refuse('invalid-input', {}, { field: issues[0]?.path, data: { issues } })
}

function withValues(query: Readonly<Record<string, string>>): Record<string, unknown> {
  const value = (text: string) => {
    if (text === 'true' || text === 'false') return text === 'true'
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  }
  return Object.fromEntries(Object.entries(query).map(([name, text]) => [name, value(text)]))
}
