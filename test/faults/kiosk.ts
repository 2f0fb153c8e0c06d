import type { JsonObject } from '../../schema/events.ts'
import { componentFrame, hasBrowser, startBrowser } from '../e2e/browser.ts'
import { contentHash } from './screen-log.ts'

/** A component that shows its props as they are. */
export const kioskBundle = `
export function mount(host, element) {
  const show = () => { element.textContent = JSON.stringify(host.props) }
  show()
  return host.onPropsChange(show)
}`

export type Kiosk = {
  readonly instanceId: string
  /** The hash of what stands on the screen; null where nothing that can be read does. */
  shown(): Promise<string | null>
  close(): Promise<void>
}

/** A real page in a real browser that stays open through everything; null where there is no browser. */
export async function openKiosk(url: string, instanceId: string): Promise<Kiosk | null> {
  if (!hasBrowser) return null
  const browser = await startBrowser()
  const page = await browser.newPage()
  // Its instance is never started, which the ledger would have to count: a preview shows it all the same.
  await page.goto(`${url}/live/${instanceId}?preview`)
  return {
    instanceId,
    async shown() {
      try {
        const text = await componentFrame(page).evaluate(() => document.querySelector('.component')?.textContent ?? '')
        return contentHash(JSON.parse(text) as JsonObject)
      } catch {
        return null
      }
    },
    close: () => browser.close(),
  }
}
