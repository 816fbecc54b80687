import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright'
import { inject } from 'vitest'
import { launchBrowser } from '../../test/browser.ts'
import { type RunningProduct, startProduct, stopProduct } from '../../test/product.ts'

/** Slow machines are given time: what is waited for is a state of the page, and it comes. */
const PATIENCE_MS = 45_000

/** How a browser begins to say that the server refused. */
const REFUSED = 'Failed to load resource: the server responded with a'

export type Office = {
  readonly product: RunningProduct
  /** A browser of somebody's own, at the product's address. What it complained of is asked for with `complaints`. */
  readonly sitDown: (options?: BrowserContextOptions) => Promise<Page>
  /** Faults in a page, and styles, scripts or requests that were refused, since the last time they were asked for. */
  readonly complaints: () => string[]
  readonly close: () => Promise<void>
}

/**
 * The product in a process of its own on a folder of its own, and a browser before it; for `beforeAll`. With `from`, the sample office as
 * it stands on that day, without any campaign.
 */
export async function openOffice(program: 'start' | 'demo', from?: string): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-e2e-'))
  const data = join(folder, 'data')
  // PostgreSQL looks at who owns its folder and at who may read it: both are copied.
  if (program === 'demo' && from === undefined) execFileSync('cp', ['-a', inject('sampleWorld'), data])
  const product = await startProduct(data, program, from === undefined ? {} : { DEMO_FROM: from })
  const browser: Browser = await launchBrowser()
  const heard: string[] = []
  const sitDown = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      baseURL: product.address.origin,
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
      locale: 'vi-VN',
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    page.on('pageerror', (fault) => heard.push(fault.message))
    page.on('console', (message) => {
      // What was refused is told below, with what the server said.
      if (message.type() === 'error' && !message.text().startsWith(REFUSED)) {
        heard.push(`${page.url()}: ${message.text()}`)
      }
    })
    page.on('response', (answer) => {
      if (answer.status() < 400) return
      const refused = `${page.url()}: ${REFUSED} status of ${answer.status()}, ${new URL(answer.url()).pathname}`
      const at = heard.push(refused) - 1
      const tellWhy = (said: string) => {
        if (heard[at] === refused) heard[at] = `${refused}: ${said.slice(0, 300)}`
      }
      void answer.text().then(tellWhy, () => undefined)
    })
    return page
  }
  const close = async () => {
    await browser.close()
    await stopProduct(product)
    rmSync(folder, { recursive: true, force: true })
  }
  return { product, sitDown, complaints: () => heard.splice(0), close }
}

/** Somebody of the cast takes the seat, by the button of the sample world's sign-in page. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click()
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
}

/** The short notice that says what was done. */
export async function expectNotice(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: 'Thông báo' }).getByText(words).first().waitFor()
}

/** The page with this title stands. */
export async function expectTitle(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** The page says by itself that what was typed is kept. */
export async function expectSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Đã lưu/ })
    .waitFor()
}

/** Chooses the person of this name, whatever his post is called. */
export async function choose(box: Locator, name: string): Promise<void> {
  const value = await box.locator('option').filter({ hasText: name }).first().getAttribute('value')
  await box.selectOption(value)
}

/** The administrator sets the sample world's clock forward to a day, «20/07/2022». */
export async function moveTheClock(quan: Page, day: string): Promise<void> {
  await quan.goto('/')
  await quan
    .getByRole('banner')
    .getByRole('button', { name: /\d\d\/\d\d\/\d{4}/ })
    .click()
  const dialog = quan.getByRole('dialog', { name: 'Chuyển đồng hồ của bản mẫu' })
  await dialog.getByRole('textbox', { name: 'Ngày' }).fill(day)
  await dialog.getByRole('button', { name: 'Chuyển đồng hồ' }).click()
  await quan.getByRole('banner').getByText(day).waitFor()
}

/** What a job writes comes a moment after the act that began it: the page is opened anew until it stands there. */
export async function openUntil(page: Page, path: string, place: Locator): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    await page.goto(path)
    try {
      return await place.first().waitFor({ timeout: 3000 })
    } catch (late) {
      if (Date.now() > until) throw late
    }
  }
}

/** Presses what hands out a file; gives the name under which it is saved. */
export async function takeAway(page: Page, button: string | RegExp): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return saved.suggestedFilename()
}
