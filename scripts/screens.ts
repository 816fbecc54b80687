import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright'
import { DEMO_PASSWORD } from '../src/app/demo/cast.ts'
import { newId } from '../src/kernel/ids.ts'
import { launchBrowser } from '../test/browser.ts'
import { type RunningProduct, startProduct, stopProduct } from '../test/product.ts'
import { toPalette } from './lib/palette-png.ts'
import type { SampleIds, Screen } from './lib/screen.ts'
import { SCREENS } from './lib/screen-list.ts'

/**
 * Pictures of every screen into docs/screens, at a desk's width and a phone's: the sample world in a folder of its own, and the
 * first set-up on an empty one.
 *
 *   npm run screens                    all of them
 *   npm run screens -- nhat-ky don-vi  only these
 */

const SIZES = [
  { width: 1366, height: 900 },
  { width: 390, height: 844 },
]
/** A sheet of A4, and the margins that print.css asks of a printer. */
const PAPER = { width: 794, height: 1123, margins: '20mm 15mm 20mm 30mm' }
/** A longer page is cut: below it there is more of the same. */
const LONGEST = 2400

const target = fileURLToPath(new URL('../docs/screens/', import.meta.url))
const asked = process.argv.slice(2)
const wanted = ({ name }: Pick<Screen, 'name'>) => asked.length === 0 || asked.includes(name)

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-screens-'))
const browser = await launchBrowser()
try {
  mkdirSync(target, { recursive: true })
  await withProduct('demo', takeSampleWorld)
  await withProduct('start', takeSetUp)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

async function withProduct(program: 'start' | 'demo', take: (product: RunningProduct) => Promise<void>): Promise<void> {
  const product = await startProduct(join(folder, program), program)
  try {
    await take(product)
  } finally {
    await stopProduct(product)
  }
}

async function takeSampleWorld({ address }: RunningProduct): Promise<void> {
  const ids = await readIds(address)
  // one browser a person: a second one would be a new device, and his pages would tell of it
  const browsers = new Map<string | undefined, BrowserContext>()
  const still = SCREENS.filter((screen) => screen.story === undefined && wanted(screen))
  const byPerson = [...Map.groupBy(still, ({ who }) => who).values()].flat()
  for (const screen of [...byPerson, ...SCREENS.filter(isTold)]) {
    const context = browsers.get(screen.who) ?? (await openContext(address))
    if (screen.who && !browsers.has(screen.who)) await signIn(context, address, screen.who)
    browsers.set(screen.who, context)
    const page = await context.newPage()
    await (wanted(screen) ? takePictures(page, screen, ids) : openScreen(page, screen, ids))
    await page.close()
  }
  for (const context of browsers.values()) await context.close()
}

/** Of a story, what is wanted and what comes before it. */
function isTold(screen: Screen, no: number): boolean {
  return screen.story !== undefined && SCREENS.slice(no).some((later) => later.story === screen.story && wanted(later))
}

/** The first visit, and what the first administrator sees after it. */
async function takeSetUp({ address, says }: RunningProduct): Promise<void> {
  const code = await says(/Mã thiết lập dùng một lần: (\S+)/)
  const context = await openContext(address)
  const page = await context.newPage()
  const steps: Screen[] = [
    { name: 'thiet-lap', path: () => '/thiet-lap' },
    {
      name: 'thiet-lap-co-quan',
      path: () => '/thiet-lap',
      open: async (page) => {
        await page.getByRole('textbox', { name: 'Mã thiết lập' }).fill(code)
        await page.getByRole('button', { name: 'Kiểm mã thiết lập' }).click()
        await page.getByRole('textbox', { name: 'Tên cơ quan' }).waitFor()
      },
    },
  ]
  for (const screen of steps.filter(wanted)) await takePictures(page, screen, undefined)
  const after: Screen = { name: 'bat-dau', path: () => '/bat-dau' }
  if (!wanted(after)) return
  const administrator = {
    personId: newId(),
    name: 'Hồ Sỹ Quân',
    postTitle: 'Chuyên viên',
    signInName: 'quan',
    email: null,
  }
  const organisation = { id: newId(), name: 'Sở Nội vụ Hà Tĩnh', shortName: null }
  const input = { code, organisation, administrator: { ...administrator, password: DEMO_PASSWORD } }
  await call(context, address, 'accounts/setUp', input)
  await signIn(context, address, 'quan')
  await takePictures(page, after, undefined)
}

/** Opened once, shown at both widths: what is done on the way to a picture is done once. */
async function takePictures(page: Page, screen: Screen, ids: SampleIds | undefined): Promise<void> {
  await openScreen(page, screen, ids)
  if (screen.onPaper) {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate((margins) => document.body.style.setProperty('padding', margins), PAPER.margins)
    await takePicture(page, `${screen.name}.png`, PAPER)
    return
  }
  for (const size of SIZES) await takePicture(page, `${screen.name}-${size.width}.png`, size)
}

async function openScreen(page: Page, screen: Screen, ids: SampleIds | undefined): Promise<void> {
  await page.goto(screen.path(ids as SampleIds))
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await screen.open?.(page)
}

async function takePicture(page: Page, name: string, { width, height }: { width: number; height: number }) {
  await page.setViewportSize({ width, height })
  await page.evaluate(() => document.fonts.ready)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  // a window as high as the page: what stands at the foot of the window then stands at the foot of the picture
  if (whole > height) await page.setViewportSize({ width, height: Math.min(whole, LONGEST) })
  // what grew with the window is drawn a frame later
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const picture = toPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  writeFileSync(join(target, name), picture)
  console.log(`${name}  ${Math.ceil(picture.length / 1000)} kB`)
}

function openContext(address: URL): Promise<BrowserContext> {
  const look = { viewport: SIZES[0], locale: 'vi-VN', reducedMotion: 'reduce' } as const
  return browser.newContext({ ...look, baseURL: address.origin })
}

function signIn(context: BrowserContext, address: URL, name: string): Promise<unknown> {
  return call(context, address, 'accounts/signIn', { name, password: DEMO_PASSWORD })
}

/** Calls an operation as a screen does; the cookies it sets stay in the context. */
async function call(context: BrowserContext, address: URL, operation: string, input: unknown): Promise<unknown> {
  const options = { data: { json: input }, headers: { origin: address.origin } }
  const answer = await context.request.post(new URL(`/api/rpc/${operation}`, address).href, options)
  if (!answer.ok()) throw new Error(`${operation}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { json: unknown }).json
}

type Listed = { id: string; name: string }
type Campaign = { id: string; title: string; state: string }
type Owed = { id: string; kind: string; unitName: string }

async function readIds(address: URL): Promise<SampleIds> {
  const context = await openContext(address)
  await signIn(context, address, 'hoa')
  const { campaigns } = (await call(context, address, 'campaigns/list', {})) as { campaigns: Campaign[] }
  const campaign = (is: (one: Campaign) => boolean) => the(campaigns.find(is)).id
  const running = campaign(({ state }) => state === 'launched')
  const owed = new Map<string, Owed[]>()
  for (const kind of ['disseminate', 'report', 'task']) {
    const { rows } = (await call(context, address, 'obligations/ledger', { kind, state: 'all' })) as { rows: Owed[] }
    owed.set(kind, rows)
  }
  const owedBy = (unitName: string, kind: string) => the(owed.get(kind)?.find((row) => row.unitName === unitName)).id
  const { assignments } = (await call(context, address, 'assignments/list', {})) as { assignments: Listed[] }
  const { forms } = (await call(context, address, 'reports/listForms', {})) as { forms: Listed[] }
  const { clusters } = (await call(context, address, 'clusters/list', {})) as { clusters: Listed[] }
  await signIn(context, address, 'quan')
  const { units } = (await call(context, address, 'organisation/tree', {})) as { units: Listed[] }
  const found = new Map<string, string>()
  for (const name of ['Võ Văn Minh', 'Lê Đức Mạnh', 'Lê Thị Hoa', 'Nguyễn Thị Bích Lan']) {
    const { people } = (await call(context, address, 'organisation/people', { q: name })) as { people: Listed[] }
    found.set(name, the(people[0]).id)
  }
  await context.close()
  return {
    running,
    proposed: campaign(({ state }) => state === 'proposed'),
    reviewed: campaign(({ title }) => title.includes('cải cách hành chính')),
    duty: (unitName) => owedBy(unitName, 'disseminate'),
    owed: owedBy,
    assignment: the(assignments[0]).id,
    form: the(forms[0]).id,
    cluster: the(clusters.find(({ name }) => name === 'Khối các phòng chuyên môn')).id,
    unit: (name) => the(units.find((unit) => unit.name === name)).id,
    person: (name) => the(found.get(name)),
  }
}

function the<T>(found: T | undefined): T {
  if (found === undefined)
    throw new Error('the sample world has changed: scripts/lib/screen-list.ts asks for what is not there')
  return found
}
