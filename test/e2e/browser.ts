import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Where there is a browser. Without one the suite is skipped and says so; in CI it fails instead. */
export const hasBrowser = existsSync(executablePath)
if (!hasBrowser) {
  const message = `No browser at ${executablePath} (CHROMIUM names another one): the browser tests cannot run.`
  if (process.env['CI']) throw new Error(message)
  process.stderr.write(`\n${message} They are skipped.\n`)
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The frame that the component runs in: the one in front, where another is starting behind it. */
export function componentFrame(page: Page) {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame())
  if (!frame) throw new Error('the page has no frame yet')
  return frame
}

/** What the component shows, as text. */
export async function shownText(page: Page): Promise<string> {
  return await componentFrame(page).evaluate(
    () => document.querySelector('.component')?.textContent ?? document.body.innerText,
  )
}

/** Resolves with the milliseconds it took until the component shows `text`; rejects after `withinMs`. */
export async function untilShown(page: Page, text: string, withinMs = 5_000): Promise<number> {
  const start = performance.now()
  for (;;) {
    const last = await shownText(page).catch((error: unknown) => String(error))
    const passed = performance.now() - start
    if (last.includes(text)) return passed
    if (passed > withinMs)
      throw new Error(`the screen does not show ${JSON.stringify(text)} but ${JSON.stringify(last)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
