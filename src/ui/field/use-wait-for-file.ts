import { type RefObject, useEffect, useState } from 'react'

/** A form sent while its file is still on its way would go without it: it is held back, and says why. Whoever needs no file stops it. */
export function useWaitForFile(area: RefObject<HTMLElement | null>, isSending: boolean): boolean {
  const [waits, setWaits] = useState(false)
  useEffect(() => {
    if (!isSending) return
    const form = area.current?.closest('form')
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setWaits(true)
      area.current?.focus()
    }
    form?.addEventListener('submit', hold, true)
    return () => {
      form?.removeEventListener('submit', hold, true)
      setWaits(false)
    }
  }, [isSending, area])
  return waits
}
