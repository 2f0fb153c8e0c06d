import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, CreateInstanceDocument, TriggerRunDocument, type MarqueeClient } from '../../sdk/src/index.ts'
import { startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { hasBrowser, startBrowser } from './browser.ts'
import { rowOf, signIn } from './dashboard-page.ts'

const patience = { timeout: 30_000 }

let files: string
let marquee: RunningMarquee
let browser: Browser
let page: Page
let admin: MarqueeClient

async function createDataset(name: string, file: string): Promise<string> {
  const input = {
    kind: 'DATASET' as const,
    definitionTypeKey: 'data/files',
    name,
    visibility: 'PUBLIC' as const,
    config: { path: file },
  }
  return (await admin.mutate(CreateInstanceDocument, { input })).createInstance.instance.id
}

describe.skipIf(!hasBrowser)('flows and runs on the dashboard', () => {
  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'marquee-files-'))
    await cp('node_modules/vega-datasets/data/sp500.csv', path.join(files, 'sp500.csv'))
    ;[marquee, browser] = await Promise.all([
      startMarquee({ mode: 'embedded', env: { MARQUEE_FILES: files } }),
      startBrowser(),
    ])
    admin = createClient({ url: marquee.url, key: marquee.adminKey })
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await marquee?.stop()
    await rm(files, { recursive: true, force: true })
  })

  it('starts a run by hand and follows it, its log and the readiness it leads to, without a reload', async () => {
    const id = await createDataset('prices', 'sp500.csv')
    await signIn(page, marquee.url, marquee.adminKey, '/?name=prices')
    await rowOf(page, id).getByRole('link').click()
    await page.getByText('Stale: never run').waitFor(patience)
    await page.getByRole('button', { name: 'Run now' }).click()
    await page.locator('.bar.succeeded').waitFor(patience)
    await page.locator('.flows .state.ready').waitFor(patience)
    await page.getByText('123 rows added').waitFor(patience)
    await page.locator('.detail-head .state.ready').waitFor(patience)
  })

  it('shows a run that somebody else started, and why it failed', async () => {
    const id = await createDataset('missing file', 'no-such-file.csv')
    await page.goto(`${marquee.url}/dashboard?name=missing`)
    await rowOf(page, id).getByRole('link').click()
    await page.getByText('No run yet.').waitFor(patience)
    await admin.mutate(TriggerRunDocument, { input: { instanceId: id } })
    await page.locator('.bar.failed').waitFor(patience)
    await page.locator('.flows .state.error').waitFor(patience)
    await expect.poll(() => page.locator('.chart .hint').textContent(), patience).toMatch(/failed.*no-such-file\.csv/)
  })
})
