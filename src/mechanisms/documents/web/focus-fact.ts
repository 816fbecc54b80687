/** The element id of one box of a fact. */
export function boxId(factId: string, member: string): string {
  return `o-${factId}-${member}`
}

/** The element id of a fact as a whole: its row, or the group of its boxes. */
export function factElementId(factId: string): string {
  return `muc-${factId}`
}

/** Puts the cursor into a fact's first box, or on its first button while its boxes are shut, once it has been drawn. */
export function focusFact(factId: string): void {
  whenDrawn(() => {
    const place = placeOf(factId)
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  })
}

/** After an act whose button is gone: the keyboard stays at the fact and does not fall back to the top of the page. */
export function keepFocus(factId: string): void {
  const stay = () => {
    if (document.activeElement !== document.body) return
    const place = document.getElementById(factElementId(factId)) ?? placeOf(factId)
    place?.focus({ preventScroll: true })
  }
  whenDrawn(stay)
  // the button may go only when the page has heard of the change
  setTimeout(stay, 250)
}

function placeOf(factId: string): HTMLElement | null | undefined {
  const row = document.getElementById(factElementId(factId))
  const box = document.querySelector<HTMLElement>(`[id^="${boxId(factId, '')}"]`)
  return box ?? row?.querySelector<HTMLElement>('button') ?? row
}

/** Two frames on: what was asked for is then on the page. */
function whenDrawn(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
