import { useCallback, useMemo } from 'react'
import { changedSearch } from '../link/changed-search.ts'
import { useAddressParams, useNavigation } from '../link/navigation.tsx'
import type { Sort } from './data-table.tsx'

export type ListState = {
  /** What is searched for, as typed. */
  q: string
  /** Each filter's value, `''` when it is off. */
  filters: Readonly<Record<string, string>>
  sort: Sort | undefined
  /** From 1. */
  page: number
  pageSize: number
}

export type ListAddress = ListState & {
  search(q: string): void
  filter(name: string, value: string): void
  clear(): void
  sortBy(sort: Sort): void
  resize(pageSize: number): void
  /** The address of another page, for a link. */
  pageHref(page: number): string
}

export const PAGE_SIZES = [20, 50, 100] as const

/** Reads a list's state from the address parameters; what is not a number or not offered falls back. */
export function readListState(
  params: URLSearchParams,
  how: { filters?: readonly string[]; defaultSort?: Sort; pageSize?: number },
): ListState {
  const sort = params.get('sort')
  const page = Number(params.get('page') ?? 1)
  const size = Number(params.get('size'))
  return {
    q: params.get('q') ?? '',
    filters: Object.fromEntries((how.filters ?? []).map((name) => [name, params.get(name) ?? ''])),
    sort: sort ? { by: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : how.defaultSort,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    pageSize: (PAGE_SIZES as readonly number[]).includes(size) ? size : (how.pageSize ?? PAGE_SIZES[0]),
  }
}

/**
 * A list's search, filters, sort and page, kept in the address bar so that Back, reload and a sent link give the same
 * list. Any change but the page itself goes back to the first page.
 */
export function useListAddress(
  how: { filters?: readonly string[]; defaultSort?: Sort; pageSize?: number } = {},
): ListAddress {
  const [params, change] = useAddressParams()
  const { address } = useNavigation()
  const path = address.split('?')[0] ?? '/'
  const names = how.filters?.join(' ') ?? ''
  const by = how.defaultSort?.by
  const descending = how.defaultSort?.descending ?? false
  const state = useMemo(
    () =>
      readListState(params, {
        filters: names === '' ? [] : names.split(' '),
        defaultSort: by === undefined ? undefined : { by, descending },
        pageSize: how.pageSize,
      }),
    [params, names, by, descending, how.pageSize],
  )
  const search = useCallback((q: string) => change({ q, page: undefined }, { replace: true }), [change])
  return {
    ...state,
    search,
    filter: (name, value) => change({ [name]: value, page: undefined }),
    clear: () =>
      change({
        q: undefined,
        page: undefined,
        ...Object.fromEntries(Object.keys(state.filters).map((name) => [name, undefined])),
      }),
    sortBy: (sort) => change({ sort: `${sort.descending ? '-' : ''}${sort.by}`, page: undefined }),
    resize: (pageSize) => change({ size: pageSize, page: undefined }),
    pageHref: (page) => path + changedSearch(params, { page: page === 1 ? undefined : page }),
  }
}
