import { useQuery } from '@tanstack/react-query'
import { type ObligationOutputs, obligations } from '../../../mechanisms/obligations/web/index.ts'
import { type ListAddress, useListAddress } from '../../../ui/index.ts'

export type Ledger = ObligationOutputs['ledger']
export type LedgerRow = Ledger['rows'][number]

const KINDS = ['confirm-receipt', 'disseminate', 'task', 'report'] as const
const STATES = ['late', 'soon', 'asked', 'done', 'done-late', 'exempt', 'paused', 'left', 'all'] as const

/** The ledger as the address says it is narrowed; on the page of one thing to that thing, whole. */
export function useLedger(thingId: string | undefined) {
  const list = useListAddress({
    filters: ['trang-thai', 'don-vi', 'loai', 'thuoc', 'nguoi', 'tu', 'den'],
    defaultSort: { by: 'day', descending: false },
    pageSize: 50,
  })
  const filter = filterOf(list, thingId)
  const found = useQuery(
    obligations.ledger.queryOptions({
      input: { ...filter, sort: list.sort?.descending ? '-day' : 'day', page: list.page },
      placeholderData: (before: Ledger | undefined) => before,
    }),
  )
  return { list, filter, found }
}

function filterOf({ q, filters }: ListAddress, thingId: string | undefined) {
  const state = STATES.find((one) => one === filters['trang-thai'])
  return {
    q: q || undefined,
    thingId: thingId ?? idOf(filters.thuoc),
    unitId: idOf(filters['don-vi']),
    personId: idOf(filters.nguoi),
    kind: KINDS.find((one) => one === filters.loai),
    // Of one thing everything is shown, of the whole ledger what is still owed.
    state: state ?? (thingId === undefined ? undefined : ('all' as const)),
    from: dayOf(filters.tu),
    to: dayOf(filters.den),
  }
}

function idOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f-]{36}$/.test(text) ? text : undefined
}

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
