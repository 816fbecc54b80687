const STOPS = 'button, a[href], input:not([type="hidden"]), select, textarea, summary'

/**
 * Where the keyboard goes on when `going` is about to vanish with the focus in it: to `next` if that is there by then, else to the stop
 * before it. Called before the change; moves only a focus that was lost.
 */
export function keepFocusNear(going: Element, next: () => Element | null | undefined): void {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.tabIndex >= 0)
  const before = stops.findLast(
    (one) => !going.contains(one) && (one.compareDocumentPosition(going) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const place = next()
    if (place instanceof HTMLElement) place.focus()
    else before?.focus()
  })
}
