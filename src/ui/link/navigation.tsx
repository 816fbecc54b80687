import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type AddressChanges, changedSearch } from './changed-search.ts'

/** What the house's router gives to the parts: where we are, and how to go elsewhere without loading the page anew. */
export type Navigation = {
  /** Path and search of the page, as in the address bar: `/phong-trao?q=ha`. */
  readonly address: string
  go(href: string, how?: { replace?: boolean }): void
  /** Called when a link is about to be pressed, so that the page can be fetched early. */
  prepare?(href: string): void
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

export function NavigationProvider({ value, children }: { value: Navigation; children: ReactNode }) {
  return <NavigationContext value={value}>{children}</NavigationContext>
}

/** The router's navigation; without a provider, the browser's own. */
export function useNavigation(): Navigation {
  const given = useContext(NavigationContext)
  return useMemo(
    () =>
      given ?? {
        address: window.location.pathname + window.location.search,
        go: (href, how) => (how?.replace ? window.location.replace(href) : window.location.assign(href)),
      },
    [given],
  )
}

/**
 * Search and filters kept in the address: the parameters there, and a function that changes some of them (`undefined`
 * or an empty text removes one) and leaves the others. `replace` for typing, so that Back does not step letter by letter.
 */
export function useAddressParams(): [URLSearchParams, (changes: AddressChanges, how?: { replace?: boolean }) => void] {
  const { address, go } = useNavigation()
  return useMemo(() => {
    const [path = '/', search = ''] = address.split('?')
    const params = new URLSearchParams(search)
    const change = (changes: AddressChanges, how?: { replace?: boolean }) =>
      go(path + changedSearch(params, changes), how)
    return [params, change]
  }, [address, go])
}
