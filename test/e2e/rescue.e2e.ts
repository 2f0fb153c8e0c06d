import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createClient,
  CreateInstanceDocument,
  PatchPropsDocument,
  PublishDefinitionVersionDocument,
  StartInstanceDocument,
  SubmitDefinitionDocument,
  type MarqueeClient,
} from '../../sdk/src/index.ts'
import { startMs } from '../support/graph/graph-modes.ts'
import { graphql, startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { hasBrowser, startBrowser, untilShown } from './browser.ts'

/** Shows its text, and does what it is told to: on mounting, and at a change. */
const good = `
export function mount(host, element) {
  const show = () => { element.textContent = 'good ' + host.props.text }
  show()
  return host.onPropsChange(show)
}`

/** Each shows something first, as a bad version would, so that the page has no reason to doubt it. */
const broken: Record<string, string> = {
  'hangs at once': 'export function mount(host, element) { for (;;) {} }',
  'hangs after it was shown': `export function mount(host, element) {
    element.textContent = 'bad'
    setTimeout(() => { for (;;) {} }, 300)
  }`,
  'leads its frame elsewhere': `export function mount(host, element) {
    element.textContent = 'bad'
    setTimeout(() => { location.href = 'https://example.invalid/' }, 300)
  }`,
  'loads its frame again and again': `export function mount(host, element) {
    element.textContent = 'bad'
    setTimeout(() => location.reload(), 300)
  }`,
  'forges the first word of the frame': `export function mount(host, element) {
    element.textContent = 'bad'
    setTimeout(() => parent.postMessage('marquee:frame-ready', '*'), 300)
  }`,
  'throws when it is mounted': `export function mount() { throw new Error('cannot start') }`,
  'throws again and again': `export function mount(host, element) {
    element.textContent = 'bad'
    setInterval(() => { throw new Error('cannot go on') }, 50)
  }`,
}

type Health = {
  presence: string
  health: { status: string }
  conditions: { type: string; message: string; since: string }[]
  displays: {
    state: string
    error: string | null
    shownRevision: number | null
    shownVersion: { version: string } | null
  }[]
}

let marquee: RunningMarquee
let browser: Browser
let admin: MarqueeClient
let context: BrowserContext
let page: Page
let names = 0

/** A definition of two versions, and a screen that shows the first. */
async function startScreen(bad: string): Promise<string> {
  const typeKey = `display/rescue-${(names += 1)}`
  for (const [version, bundle] of [
    ['1.0.0', good],
    ['1.1.0', bad],
  ]) {
    const input = { typeKey, kind: 'COMPONENT' as const, version: version as string, bundle: bundle as string }
    const { submitDefinition } = await admin.mutate(SubmitDefinitionDocument, { input })
    await admin.mutate(PublishDefinitionVersionDocument, {
      input: { definitionVersionId: submitDefinition.definitionVersion.id },
    })
  }
  const { createInstance } = await admin.mutate(CreateInstanceDocument, {
    input: {
      ...{ kind: 'DISPLAY', definitionTypeKey: typeKey, definitionVersion: '1.0.0' },
      ...{ name: `rescue ${names}`, visibility: 'PUBLIC', props: { text: 'morning' } },
    },
  })
  const { id } = createInstance.instance
  await admin.mutate(StartInstanceDocument, { input: { id } })
  await page.goto(`${marquee.url}/live/${id}#key=${marquee.adminKey}`)
  await untilShown(page, 'good morning')
  return id
}

const upgrade = async (id: string, targetVersion: string) => {
  const mutation = 'mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision } }'
  const { errors } = await graphql(marquee, mutation, { input: { id, targetVersion } })
  expect(errors).toBeUndefined()
}

const healthOf = async (id: string): Promise<Health> => {
  const query = `{ instance(id: "${id}") { presence health { status } conditions { type message since }
    displays { state error shownRevision shownVersion { version } } } }`
  const { data, errors } = await graphql<{ instance: Health }>(marquee, query)
  expect(errors).toBeUndefined()
  return data!.instance
}
const conditionsOf = async (id: string) => (await healthOf(id)).conditions.map(({ type }) => type)

describe.skipIf(!hasBrowser)('a screen whose component breaks', () => {
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    admin = createClient({ url: marquee.url, key: marquee.adminKey })
  }, startMs)
  afterAll(async () => {
    await browser?.close()
    await marquee?.stop()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
  })
  afterEach(() => context.close())

  it.each(Object.entries(broken))(
    'that %s shows what was good before within 30 s, the graph says so within 15, and the next version is shown without a hand on it',
    async (name, bad) => {
      const id = await startScreen(bad)
      await upgrade(id, '1.1.0')
      const expected = name.startsWith('hangs') ? 'ScreenStuck' : 'ScreenError'
      const [said, rescued] = await Promise.all([
        expect.poll(() => conditionsOf(id), { timeout: 15_000, interval: 200 }).toContain(expected),
        // Not what is in front while the other is starting: what is there when the graph has said that it is broken.
        expect
          .poll(async () => (await healthOf(id)).displays[0], { timeout: 30_000, interval: 200 })
          .toMatchObject({ state: expected === 'ScreenStuck' ? 'STUCK' : 'FAILED', shownVersion: { version: '1.0.0' } })
          .then(() => untilShown(page, 'good morning')),
      ])
      expect([said, rescued]).toBeDefined()
      expect((await healthOf(id)).health.status).toBe('UNHEALTHY')

      await upgrade(id, '1.0.0')
      const { patchProps } = await admin.mutate(PatchPropsDocument, { input: { id, patch: { text: 'again' } } })
      await untilShown(page, 'good again', 15_000)
      await expect
        .poll(() => healthOf(id), { timeout: 15_000, interval: 200 })
        .toMatchObject({
          health: { status: 'HEALTHY' },
          conditions: [],
          displays: [
            {
              ...{ state: 'SHOWN', error: null, shownRevision: patchProps.revision },
              shownVersion: { version: '1.0.0' },
            },
          ],
        })
    },
    120_000,
  )

  it('stays responsive when a component says 200,000 things in one turn', async () => {
    const id = await startScreen(`export function mount(host, element) {
      for (let index = 0; index < 200_000; index += 1) host.emit('flood', { index })
      element.textContent = 'said it all'
    }`)
    await page.evaluate(() => {
      const state = { longest: 0, last: performance.now() }
      Object.assign(globalThis, { turns: state })
      setInterval(() => {
        const now = performance.now()
        state.longest = Math.max(state.longest, now - state.last)
        state.last = now
      }, 10)
    })
    await upgrade(id, '1.1.0')
    await untilShown(page, 'said it all', 15_000)
    const longest = await page.evaluate(() => (globalThis as unknown as { turns: { longest: number } }).turns.longest)
    expect(longest).toBeLessThan(1_000)
    await patchAndShow(id)
  })
})

/** The page still takes what the feed brings. */
async function patchAndShow(id: string): Promise<void> {
  const { patchProps } = await admin.mutate(PatchPropsDocument, { input: { id, patch: { text: 'more' } } })
  await expect
    .poll(async () => (await healthOf(id)).displays[0]?.shownRevision, { timeout: 15_000 })
    .toBe(patchProps.revision)
}
