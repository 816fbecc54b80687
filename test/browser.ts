import { type Browser, chromium } from 'playwright'
import { findBrowser } from './find-browser.ts'

/** Opens the browser the machine has; throws with the line that tells what to install where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if ('missing' in found) throw new Error(found.missing)
  return chromium.launch({
    executablePath: found.environment.CHROMIUM_PATH,
    env: { ...process.env, ...found.environment } as Record<string, string>,
    // Chromium's own sandbox refuses to run as root, which is who runs tests in a container.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}
