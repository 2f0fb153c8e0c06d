import { Pool } from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertInstances, instanceId } from '../support/insert-instances.ts'
import { adminKey, graphql, startPart, stopPart, type Part } from '../support/marquee.ts'
import { testDatabase, type TestDatabase } from '../support/postgres.ts'
import { describeRedis } from '../support/redis.ts'
import { hasBrowser, startBrowser } from './browser.ts'
import { rowOf, signIn } from './dashboard-page.ts'

const many = 10_000
const patience = { timeout: 45_000 }

describeRedis('the dashboard of ten thousand instances', (redisUrl) => {
  let database: TestDatabase
  let part: Part
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    if (!hasBrowser) return
    database = await testDatabase()
    part = await startPart('all', {
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl,
      PORT: '0',
      MARQUEE_ADMIN_KEY: adminKey,
      MARQUEE_DEMO: 'off',
      MARQUEE_DRAIN_SECONDS: '0',
    })
    const pool = new Pool({ connectionString: database.url })
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM catalogue.tenant')
    await insertInstances(
      pool,
      Array.from({ length: many }, (_, index) => ({
        id: instanceId(index),
        tenant_id: rows[0]!.id,
        name: `screen ${String(index).padStart(5, '0')}`,
        effective_props: { text: `text ${index}` },
        props: { text: `text ${index}` },
      })),
    )
    await pool.end()
    browser = await startBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    if (part) await stopPart(part)
    await database?.drop()
  })

  it.skipIf(!hasBrowser)(
    'shows all of them with few rows in the document, and a change of one in its place',
    async () => {
      await signIn(page, part.url, adminKey)
      await page.getByText('10,000 instances').waitFor(patience)
      const drawn = () => page.locator('[role="row"][data-id]').count()
      expect(await drawn()).toBeGreaterThan(10)
      expect(await drawn()).toBeLessThan(80)
      await page.getByRole('table', { name: 'Instances' }).evaluate((node) => node.scrollTo(0, node.scrollHeight))
      const last = rowOf(page, instanceId(many - 1))
      await last.waitFor(patience)
      expect(await drawn()).toBeLessThan(80)
      await graphql(part, 'mutation ($i: PatchPropsInput!) { patchProps(input: $i) { revision } }', {
        i: { id: instanceId(many - 1), patch: { text: 'changed at the end' } },
      })
      await last.getByText('text: changed at the end').waitFor(patience)
      await page.getByLabel('Name', { exact: true }).fill('screen 0001')
      await page.getByText('10 instances').waitFor(patience)
    },
    120_000,
  )
})
