import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

/** A long plan has some four hundred stops: more than this and there is no way to the place. */
const FAR = 700

export type Keyboard = {
  /** Tab until the place has the focus. */
  readonly to: (place: Locator) => Promise<void>
  /** To the place, then these keys: `Enter`, `Space`, `ArrowDown`. */
  readonly press: (place: Locator, ...keys: string[]) => Promise<void>
  /** To the box, and these words instead of what stands there. */
  readonly type: (place: Locator, words: string) => Promise<void>
}

/** Hands that have no mouse: everything is reached with Tab. */
export function keyboardOf(page: Page): Keyboard {
  const to = async (place: Locator) => {
    await place.waitFor({ state: 'attached' })
    for (let step = 0; step < FAR; step++) {
      if (await place.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`no way by Tab to ${place}`)
  }
  const press = async (place: Locator, ...keys: string[]) => {
    await to(place)
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = async (place: Locator, words: string) => {
    await press(place, 'ControlOrMeta+A')
    await page.keyboard.insertText(words)
  }
  return { to, press, type }
}

/** What was pressed may be gone: the next Tab goes on from the content of the page all the same. */
export async function expectFocusKept(page: Page): Promise<void> {
  const kept = () => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))
  await expect.poll(kept, { message: `${page.url()} lost the focus` }).toBe(true)
}
