import { type RefObject, useEffect, useRef } from 'react'

/** The keyboard and the screen reader begin at the content of the page. */
export function focusContent(): void {
  document.getElementById('noi-dung')?.focus({ preventScroll: true })
}

/**
 * When what stands here has changed and took what had the focus with it, the focus goes to this place, or to the content of the page:
 * whoever works without a mouse goes on from there and not from the address bar.
 */
export function useFocusKept(stands: string, place?: RefObject<HTMLElement | null>): void {
  const last = useRef(stands)
  useEffect(() => {
    if (last.current !== stands && document.activeElement === document.body) {
      if (place?.current) place.current.focus({ preventScroll: true })
      else focusContent()
    }
    last.current = stands
  }, [stands, place])
}
