import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createClient,
  CreateInstanceDocument,
  InstanceDocument,
  PatchPropsDocument,
  PublishDefinitionVersionDocument,
  SubmitDefinitionDocument,
  type MarqueeClient,
} from '../../sdk/src/index.ts'
import { newToken } from '../support/graph/graph-principals.ts'
import { graphql, startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { hasBrowser, startBrowser } from './browser.ts'
import { rowOf, signIn, violations } from './dashboard-page.ts'
import { startNetwork } from './network.ts'

const patience = { timeout: 20_000 }
const propsSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', maxLength: 40 },
    level: { enum: ['info', 'warning', 'closed'] },
    count: { type: 'integer', minimum: 0 },
    theme: { type: 'object', properties: { accent: { type: 'string' } } },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { to: { type: 'string' }, minutes: { type: 'integer' } } },
    },
  },
}

let marquee: RunningMarquee
let browser: Browser
let network: Awaited<ReturnType<typeof startNetwork>>
let admin: MarqueeClient
let context: BrowserContext
let page: Page
let problems: string[]
/** Names are unique, so that a test can be tried again. */
let names = 0

async function create(title: string, props: Record<string, unknown> = {}): Promise<{ id: string; name: string }> {
  const name = `${title} ${(names += 1)}`
  const input = {
    definitionTypeKey: 'display/dashboard',
    name,
    visibility: 'PUBLIC' as const,
    props: { title, level: 'info', count: 1, theme: { accent: '#000000' }, ...props },
    placement: { geo: { lat: 30.04, lng: 31.24 }, tags: ['e2e'] },
  }
  return { id: (await admin.mutate(CreateInstanceDocument, { input })).createInstance.instance.id, name }
}

const patch = (id: string, props: Record<string, unknown>) =>
  admin.mutate(PatchPropsDocument, { input: { id, patch: props } })
const propsOf = async (id: string) => (await admin.query(InstanceDocument, { id })).instance?.props
const open = (path: string, key = marquee.adminKey) => signIn(page, network.url, key, path)
const field = (name: string) => page.getByLabel(name, { exact: true })

describe.skipIf(!hasBrowser)('the dashboard', () => {
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    network = await startNetwork(marquee.url)
    admin = createClient({ url: marquee.url, key: marquee.adminKey })
    const { submitDefinition } = await admin.mutate(SubmitDefinitionDocument, {
      input: {
        typeKey: 'display/dashboard',
        kind: 'COMPONENT',
        version: '1.0.0',
        propsSchema,
        bundle: 'export function mount(host, element) { element.textContent = host.props.title }',
      },
    })
    const input = { definitionVersionId: submitDefinition.definitionVersion.id }
    await admin.mutate(PublishDefinitionVersionDocument, { input })
  })
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    problems = []
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      if (/Content.Security.Policy|Warning: /i.test(message.text())) problems.push(message.text())
    })
  })
  afterEach(async () => {
    await context.close()
    expect(problems).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await network?.stop()
    await marquee?.stop()
  })

  it('says beside the field that a key is wrong, and takes a right one', async () => {
    await page.goto(`${network.url}/dashboard/sign-in?next=/runs`)
    await page.getByLabel('Key or token').fill('nobody-has-this-key')
    await page.getByRole('button', { name: 'Sign in' }).click()
    const error = page.locator('.field-error')
    await error.waitFor()
    expect(await page.getByLabel('Key or token').getAttribute('aria-describedby')).toBe(await error.getAttribute('id'))
    await page.getByLabel('Key or token').fill(marquee.adminKey)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/dashboard/runs')
    await page.getByText('Administrator').first().waitFor()
  })

  it('offers a viewer nothing that would be refused', async () => {
    const { id } = await create('only to look at')
    const { token } = await newToken(marquee, 'HUMAN', 'VIEWER')
    await open(`/instances/${id}`, token)
    await field('title').waitFor()
    expect(await field('title').getAttribute('readonly')).not.toBeNull()
    expect(await page.getByRole('button', { name: /^(Start|Save|Override…|Remove)/ }).count()).toBe(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await page.goto(`${network.url}/dashboard/admin`)
    await page.getByRole('heading', { name: 'Issue a token' }).waitFor()
    expect(await page.locator('.tabs a').allTextContents()).not.toContain('Audit')
  })

  it('keeps the filter in the address, and Back goes one step back', async () => {
    const [one, other] = [(await create('filter one')).id, await create('filter other')]
    await open('/?tag=e2e')
    await rowOf(page, one).waitFor()
    await page.getByLabel('Name', { exact: true }).fill(other.name)
    await page.waitForURL(/name=filter\+other/)
    await rowOf(page, one).waitFor({ state: 'detached' })
    await rowOf(page, other.id).waitFor()
    await page.reload()
    await rowOf(page, other.id).waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe(other.name)
    await rowOf(page, other.id).getByRole('link').click()
    await page.waitForURL(/instances\/.*name=filter/)
    await page.goBack()
    await page.goBack()
    await rowOf(page, one).waitFor()
    expect(new URL(page.url()).search).toBe('?tag=e2e')
  })

  it('keeps what is half typed while a live change arrives, and sends nothing but that', async () => {
    const { id } = await create('typed')
    await open(`/instances/${id}`)
    await field('title').fill('half ty')
    await patch(id, { title: 'changed elsewhere', level: 'closed' })
    await page.getByText('Changed meanwhile to changed elsewhere').waitFor(patience)
    await expect.poll(() => field('level').locator('option:checked').textContent()).toBe('closed')
    expect(await field('title').inputValue()).toBe('half ty')
    expect(await field('title').evaluate((node) => node === document.activeElement)).toBe(true)
    await field('title').pressSequentially('ped')
    await page.keyboard.press('Control+s')
    await expect.poll(() => propsOf(id), patience).toMatchObject({ title: 'half typed', level: 'closed' })
    await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })
  })

  it('keeps a draft while one looks elsewhere', async () => {
    const { id } = await create('left')
    await open(`/instances/${id}`)
    await field('count').fill('12')
    await page.getByRole('link', { name: 'Definitions' }).click()
    await page.getByRole('heading', { name: 'Definitions' }).waitFor()
    await page.goBack()
    await expect.poll(() => field('count').inputValue()).toBe('12')
    expect(await propsOf(id)).toMatchObject({ count: 1 })
  })

  it('says what is wrong beside the field, while one types and when the server refuses', async () => {
    const { id } = await create('refused')
    await graphql(marquee, 'mutation ($i: LockPathInput!) { lockPath(input: $i) { revision } }', {
      i: { id, path: '/title', reason: 'the legal text' },
    })
    const { token } = await newToken(marquee, 'AI', 'OPERATOR')
    await open(`/instances/${id}`, token)
    await field('count').fill('-1')
    await page.locator('[data-pointer="/count"]').waitFor()
    await field('count').fill('3')
    await page.locator('[data-pointer="/count"]').waitFor({ state: 'detached' })
    await field('title').fill('something else')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.locator('[data-pointer="/title"]').textContent(), patience).toMatch(/locked/)
    expect(await field('title').inputValue()).toBe('something else')
    expect(await propsOf(id)).toMatchObject({ title: 'refused', count: 1 })
  })

  it('tries a bulk change on all first, then makes it, and moves them through their lives', async () => {
    const group = `bulk${names}`
    const ids = (await Promise.all(['a', 'b', 'c'].map((letter) => create(`${group} ${letter}`)))).map(({ id }) => id)
    await open(`/?name=${group}`)
    await Promise.all(ids.map((id) => rowOf(page, id).waitFor()))
    await page.getByLabel('Select all that match').check()
    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByLabel(/^Patch/).fill('{ "count": -1 }')
    await page.getByRole('button', { name: 'Dry run' }).click()
    await expect.poll(() => page.locator('.tally').textContent()).toMatch(/^0 would change.*3 cannot/)
    expect(await page.getByRole('button', { name: 'Change 0' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByLabel(/^Patch/).fill('{ "count": 7 }')
    await page.getByRole('button', { name: 'Dry run' }).click()
    await page.getByRole('button', { name: 'Change 3' }).click()
    await expect.poll(() => page.locator('.tally').textContent(), patience).toMatch(/^3 changed/)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    expect(await Promise.all(ids.map(propsOf))).toMatchObject(ids.map(() => ({ count: 7 })))
    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByLabel('Start', { exact: true }).check()
    await page.getByRole('button', { name: 'Dry run' }).click()
    await page.getByRole('button', { name: 'Change 3' }).click()
    await expect.poll(() => page.locator('.tally').textContent(), patience).toMatch(/^3 changed/)
    const read = await Promise.all(
      ids.map(async (id) => (await admin.query(InstanceDocument, { id })).instance?.lifecycle),
    )
    expect(read).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
  })

  it('opens a tapped row as a page of its own on a phone', async () => {
    const { id, name } = await create('tapped')
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`/?name=${encodeURIComponent(name)}`)
    await rowOf(page, id).click()
    await page.getByRole('heading', { name }).waitFor()
    expect(await page.getByRole('table', { name: 'Instances' }).count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.goBack()
    await rowOf(page, id).waitFor()
  })

  it('is walked with the keyboard alone', async () => {
    const { id, name } = await create('keyboard only')
    await open('/')
    await page.getByRole('table', { name: 'Instances' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type(name)
    await page.getByRole('option', { name: `${name} display` }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/instances/${id}`)
    await page.getByRole('heading', { name }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/dashboard$/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('data-index')))
      .toBe('0')
    await page.keyboard.press('Enter')
    await page.waitForURL(/instances\//)
  })

  it('writes Arabic names from the right', async () => {
    const { id, name } = await create('محطة القاهرة', { title: 'القطار التالي' })
    await open(`/?name=${encodeURIComponent(name)}`)
    const link = rowOf(page, id).getByRole('link', { name })
    await link.click()
    const heading = page.getByRole('heading', { name })
    await heading.waitFor()
    for (const node of [link, heading, field('title')])
      expect(await node.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  })

  it('says once that the server is away, keeps what was typed, and comes back by itself', async () => {
    const { id } = await create('offline')
    await open(`/instances/${id}?name=offline`)
    await field('title').waitFor()
    network.cut()
    try {
      await page.getByText('The server cannot be reached').waitFor(patience)
      expect(await page.locator('.notice').count()).toBe(1)
      await page.getByLabel('Name', { exact: true }).fill('offline')
      await field('title').fill('typed meanwhile')
      await patch(id, { count: 40 })
    } finally {
      network.mend()
    }
    await page.locator('.notice').waitFor({ state: 'detached', timeout: 45_000 })
    await expect.poll(() => field('count').inputValue(), patience).toBe('40')
    expect(await field('title').inputValue()).toBe('typed meanwhile')
  })

  it('has nothing that axe finds wrong, on any page', async () => {
    const { id } = await create('axe', { lines: [{ to: 'Central', minutes: 4 }] })
    await patch(id, { title: 'axe again' })
    const { data } = await graphql<{ definition: { id: string } }>(
      marquee,
      '{ definition(typeKey: "display/dashboard") { id } }',
    )
    await open('/')
    const found: Record<string, string[]> = {}
    const tabs = ['', '/layers', '/history', '/bindings', '/version', '/tree', '/about', '/activity'].map(
      (tab) => `/instances/${id}${tab}`,
    )
    const definition = `/definitions/${data?.definition.id}`
    for (const path of [
      '/sign-in',
      '',
      '?view=map',
      ...tabs,
      `/instances/${id}?as=json`,
      '/runs',
      '/definitions',
      definition,
      `${definition}/impact`,
      '/admin/audit',
      '/admin/access',
      '/admin/credentials',
      '/admin/spaces',
      '/health',
    ]) {
      await page.goto(`${network.url}/dashboard${path}`)
      await page.locator('h1, h2').first().waitFor()
      await expect.poll(() => page.getByText(/^(Loading|Asking|Checking|Signing)/).count(), patience).toBe(0)
      const wrong = await violations(page, axe.source)
      if (wrong.length > 0) found[path] = wrong
    }
    expect(found).toEqual({})
  }, 240_000)
})
