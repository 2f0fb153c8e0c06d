import type { Page } from 'playwright-core'

/** Signs in as a user would, and comes back to the fleet, or to `path` below /dashboard. */
export async function signIn(page: Page, url: string, key: string, path = '/'): Promise<void> {
  await page.goto(`${url}/dashboard/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('Key or token').fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('.who').waitFor()
}

export const rowOf = (page: Page, id: string) => page.locator(`[role="row"][data-id="${id}"]`)

/** What axe-core finds wrong with the page as it is, as one line each. */
export async function violations(page: Page, axe: string): Promise<string[]> {
  // Run by the debugger and not by the page, whose policy lets no such script in.
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    type Result = { id: string; help: string; nodes: { target: unknown[] }[] }
    const { axe: runner } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Result[] }> }
    }
    // What a screen shows in its frame is its component's business.
    const found = await runner.run({ iframes: false })
    return found.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    )
  })
}
