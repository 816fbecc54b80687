import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect } from 'vitest'

const DESK = { width: 1366, height: 768 }
const PHONE = { width: 360, height: 740 }

/** What axe finds on the page as it stands, each with its place. */
export async function violations(page: Page): Promise<string[]> {
  // In one go and in the page itself: there are no frames of other origins, and a window of its own for the count takes as long again.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

/** How far the page can be pushed sideways; wide tables scroll in regions of their own. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** The page stands at a desk: axe finds nothing, nothing has to be pushed sideways. */
export async function expectSound(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
  expect(await sideways(page), page.url()).toBe(0)
}

/** The same at a desk and in a hand. */
export async function expectSoundEverywhere(page: Page): Promise<void> {
  await expectSound(page)
  await page.setViewportSize(PHONE)
  await expect.poll(() => sideways(page), { message: `${page.url()} at 360 px` }).toBe(0)
  expect(await violations(page), `${page.url()} at 360 px`).toEqual([])
  await page.setViewportSize(DESK)
}

/** How many sheets of paper the page takes as it is printed. */
export async function sheetsOf(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true })
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
