import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
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
  type Visibility,
} from '../../sdk/src/index.ts'
import { startMs } from '../support/graph/graph-modes.ts'
import { graphql, startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { componentFrame, hasBrowser, shownText, startBrowser, untilShown } from './browser.ts'
import { rowOf, signIn } from './dashboard-page.ts'
import { startNetwork } from './network.ts'

/** Shows its props and where it stands; falls over when it is told to. */
const component = `
export function mount(host, element) {
  const show = () => {
    if (host.props.broken) throw new Error('told to fall over')
    element.textContent = [host.props.text, host.instance.name, host.instance.placement?.timezone].join(' | ')
  }
  show()
  return host.onPropsChange(show)
}`

/** The same in React, with React in it: null where no package has brought React along. */
const reactComponent = await bundleOf(`
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { mountReact, useForgeHost } from './sdk/src/react/index.ts'
const Sign = () => createElement('p', null, 'React says ' + useForgeHost().props.text)
export const mount = mountReact(createRoot, Sign)`)

async function bundleOf(contents: string): Promise<string | null> {
  const resolveDir = fileURLToPath(new URL('../../', import.meta.url))
  const options = { bundle: true, format: 'esm', minify: true, write: false, logLevel: 'silent' } as const
  const define = { 'process.env.NODE_ENV': '"production"' }
  return await build({ ...options, define, stdin: { contents, resolveDir } }).then(
    ({ outputFiles }) => outputFiles[0]?.text ?? null,
    () => null,
  )
}

let marquee: RunningMarquee
let browser: Browser
let network: Awaited<ReturnType<typeof startNetwork>>
let admin: MarqueeClient
let context: BrowserContext
let page: Page
let problems: string[]
let names = 0

async function createScreen(
  text: string,
  visibility: Visibility = 'PUBLIC',
  definitionTypeKey = 'display/e2e',
): Promise<string> {
  const { createInstance } = await admin.mutate(CreateInstanceDocument, {
    input: {
      kind: 'DISPLAY',
      definitionTypeKey,
      name: `screen ${(names += 1)}`,
      visibility,
      props: { text },
      placement: { geo: { lat: 35.68, lng: 139.76 }, timezone: 'Asia/Tokyo' },
    },
  })
  const { id } = createInstance.instance
  await admin.mutate(StartInstanceDocument, { input: { id } })
  return id
}

const patch = (id: string, props: Record<string, unknown>) =>
  admin.mutate(PatchPropsDocument, { input: { id, patch: props } })

describe.skipIf(!hasBrowser)('a live screen in a browser', () => {
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    admin = createClient({ url: marquee.url, key: marquee.adminKey })
    const { submitDefinition } = await admin.mutate(SubmitDefinitionDocument, {
      input: { typeKey: 'display/e2e', kind: 'COMPONENT', version: '1.0.0', bundle: component },
    })
    await admin.mutate(PublishDefinitionVersionDocument, {
      input: { definitionVersionId: submitDefinition.definitionVersion.id },
    })
  }, startMs)
  afterAll(async () => {
    await browser?.close()
    await marquee?.stop()
  })
  beforeEach(async () => {
    network = await startNetwork(marquee.url)
    context = await browser.newContext()
    page = await context.newPage()
    problems = []
    page.on('pageerror', (error) => problems.push(error.message))
  })
  afterEach(async () => {
    await context.close()
    await network.stop()
    expect(problems).toEqual([])
  })

  /** As a browser says it when its network is back; without that, the next try may be ten seconds away. */
  const comeBack = async () => {
    network.mend()
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
  const open = (id: string, fragment = '') => page.goto(`${network.url}/live/${id}${fragment}`)

  it('shows a changed prop within a second', async () => {
    const id = await createScreen('first')
    await open(id)
    await untilShown(page, 'first')
    const [shownAfterMs] = await Promise.all([untilShown(page, 'second'), patch(id, { text: 'second' })])
    expect(shownAfterMs).toBeLessThan(1_000)
  })

  it('tells the component its name and where it stands', async () => {
    const id = await createScreen('placed')
    await open(id)
    await untilShown(page, `placed | screen ${names} | Asia/Tokyo`)
  })

  it('shows the newest state after the network was away', async () => {
    const id = await createScreen('before')
    await open(id)
    await untilShown(page, 'before')
    network.cut()
    await patch(id, { text: 'missed' })
    await patch(id, { text: 'newest' })
    await page.locator('#offline').waitFor({ state: 'visible', timeout: 10_000 })
    expect(await shownText(page)).toContain('before')
    await comeBack()
    await untilShown(page, 'newest')
    await page.locator('#offline').waitFor({ state: 'hidden' })
  })

  it('starts without network and shows the last state, then the newest', async () => {
    const id = await createScreen('kept')
    await open(id)
    await untilShown(page, 'kept')
    await patch(id, { text: 'kept too' })
    await untilShown(page, 'kept too')
    // The service worker has its copies, and the state is written at most once a second.
    await page.waitForFunction(async () => (await (await caches.open('marquee-live')).keys()).length >= 4)
    await page.waitForFunction(() => Object.values(localStorage).some((text: string) => text.includes('kept too')))
    network.cut()
    await page.close()
    page = await context.newPage()
    await open(id)
    await untilShown(page, `kept too | screen ${names} | Asia/Tokyo`, 10_000)
    await patch(id, { text: 'meanwhile' })
    await comeBack()
    await untilShown(page, 'meanwhile')
  })

  it('shows a private screen to its key only, and the key leaves the address bar', async () => {
    const id = await createScreen('secret', 'PRIVATE')
    await open(id)
    await page.getByText('This screen is not available').waitFor()
    // No component either: nothing that could show anything.
    expect(page.frames()).toHaveLength(1)
    expect(await page.content()).not.toContain('secret')

    await page.close()
    page = await context.newPage()
    await open(id, `#key=${marquee.adminKey}`)
    await untilShown(page, 'secret')
    expect(page.url()).toBe(`${network.url}/live/${id}`)
    await page.reload()
    await untilShown(page, 'secret')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('secret')
  })

  it('opens a private screen with a display key of its own, which says what it shows', async () => {
    const id = await createScreen('by its own key', 'PRIVATE')
    const issue = 'mutation ($input: DisplayKeyInput!) { issueDisplayKey(input: $input) { key } }'
    const { data } = await graphql<{ issueDisplayKey: { key: string } }>(marquee, issue, { input: { id } })
    await open(id, `#key=${data?.issueDisplayKey.key}`)
    await untilShown(page, 'by its own key')
    const seen = async () =>
      (await graphql<{ instance: object }>(marquee, `{ instance(id: "${id}") { presence shownRevision } }`)).data
        ?.instance
    await expect.poll(seen, { timeout: 20_000 }).toEqual({ presence: 'ONLINE', shownRevision: 3 })
    await patch(id, { text: 'and changed' })
    await untilShown(page, 'and changed')
    await expect.poll(seen, { timeout: 20_000 }).toEqual({ presence: 'ONLINE', shownRevision: 4 })
  })

  it.skipIf(reactComponent === null)(
    'shows a component that React renders, again with every change (S4-58)',
    async () => {
      const { submitDefinition } = await admin.mutate(SubmitDefinitionDocument, {
        input: { typeKey: 'display/react', kind: 'COMPONENT', version: '1.0.0', bundle: reactComponent },
      })
      await admin.mutate(PublishDefinitionVersionDocument, {
        input: { definitionVersionId: submitDefinition.definitionVersion.id },
      })
      const id = await createScreen('first', 'PUBLIC', 'display/react')
      await open(id)
      await untilShown(page, 'React says first')
      await patch(id, { text: 'second' })
      await untilShown(page, 'React says second')
      expect(problems).toEqual([])
    },
  )

  it('S4-53: paints what the server has put into the page, while no WebSocket and no question gets through', async () => {
    const id = await createScreen('served')
    await page.routeWebSocket('**', () => undefined)
    await page.route('**/graphql', (route) => route.abort())
    await open(id)
    await untilShown(page, `served | screen ${names} | Asia/Tokyo`)
    expect(await page.title()).toBe(`screen ${names}`)
    expect(await page.evaluate(() => document.body.dataset.revision)).toBe('2')
  })

  it('follows on from what the page came with, without being sent it again', async () => {
    const id = await createScreen('served')
    const frames: string[] = []
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))))
    await open(id)
    await untilShown(page, 'served')
    await page.locator('#offline').waitFor({ state: 'hidden' })
    await patch(id, { text: 'changed' })
    await untilShown(page, 'changed')
    expect(frames.filter((frame) => frame.includes('SNAPSHOT'))).toEqual([])
  })

  it('does not go back to an older state that a page comes with, and paints a newer one', async () => {
    await context.close()
    // Without a service worker every page is the one that this test serves.
    context = await browser.newContext({ serviceWorkers: 'block' })
    page = await context.newPage()
    page.on('pageerror', (error) => problems.push(error.message))
    const id = await createScreen('older')
    const older = await fetch(`${network.url}/live/${id}`)
    const body = await older.text()
    expect(body).toContain('older')
    await open(id)
    await untilShown(page, 'older')
    await patch(id, { text: 'newer' })
    await untilShown(page, 'newer')
    await page.waitForFunction(() => Object.values(localStorage).some((text: string) => text.includes('newer')))

    await page.routeWebSocket('**', () => undefined)
    await page.route('**/graphql', (route) => route.abort())
    await page.route(`**/live/${id}`, (route) => route.fulfill({ body, headers: Object.fromEntries(older.headers) }))
    await page.addInitScript(() => {
      const revisions: (string | undefined)[] = []
      Object.assign(globalThis, { revisions })
      const observer = new MutationObserver(() => revisions.push(document.body?.dataset.revision))
      observer.observe(document, { subtree: true, attributeFilter: ['data-revision'] })
    })
    await page.reload()
    await untilShown(page, 'newer')
    expect(await page.evaluate(() => (globalThis as unknown as { revisions: string[] }).revisions)).toEqual(['3'])

    await patch(id, { text: 'newest' })
    await page.unroute(`**/live/${id}`)
    await page.reload()
    await untilShown(page, 'newest')
    expect(await page.evaluate(() => document.body.dataset.revision)).toBe('4')
  })

  it('says so when there is no such screen', async () => {
    await open('inst-00000000')
    await page.getByText('This screen is not available').waitFor()
  })

  it('keeps the component away from the page, its storage, its key and the network', async () => {
    const id = await createScreen('shut in')
    await open(id, `#key=${marquee.adminKey}`)
    await untilShown(page, 'shut in')
    const leaks = await componentFrame(page).evaluate(async () => {
      const tries: Record<string, () => unknown> = {
        'parent document': () => parent.document.title,
        'parent location': () => parent.location.href,
        localStorage: () => localStorage.length,
        sessionStorage: () => sessionStorage.length,
        cookies: () => document.cookie,
        fetch: () => fetch('/healthz'),
        WebSocket: () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${new URL(document.baseURI).host}/graphql`)
            socket.onopen = resolve
            socket.onerror = reject
          }),
        worker: () => navigator.serviceWorker.getRegistration(),
        eval: () => (0, eval)('1'),
      }
      const open: string[] = []
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          await attempt()
          open.push(name)
        } catch {
          // As it should be.
        }
      }
      return open
    })
    expect(leaks).toEqual([])
  })

  it('survives a component that throws, and shows it again with better props', async () => {
    const id = await createScreen('fine')
    await open(id)
    await untilShown(page, 'fine')
    await patch(id, { broken: true })
    await untilShown(page, 'This display will be back shortly.')
    await patch(id, { broken: null, text: 'fine again' })
    await untilShown(page, 'fine again')
  })

  it('is listed on the dashboard, where a change shows and can be made', async () => {
    const id = await createScreen('listed')
    await page.goto(`${network.url}/dashboard?name=${encodeURIComponent(`screen ${names}`)}`)
    const row = rowOf(page, id)
    await row.getByText('text: listed').waitFor()
    await patch(id, { text: 'changed elsewhere' })
    await row.getByText('text: changed elsewhere').waitFor({ timeout: 2_000 })
    await signIn(page, network.url, marquee.adminKey, `/?name=${encodeURIComponent(`screen ${names}`)}`)
    await row.getByRole('link').click()
    await page.getByLabel('text', { exact: true }).fill('changed here')
    await page.getByRole('button', { name: 'Save' }).click()
    await row.getByText('text: changed here').waitFor({ timeout: 2_000 })
  })
})
