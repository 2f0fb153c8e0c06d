import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '../support/graph/graph-client.ts'
import { startMs } from '../support/graph/graph-modes.ts'
import { startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { componentFrame, hasBrowser, shownText, startBrowser, untilShown } from './browser.ts'

/** Shows its text and counts by itself, in every way in which a component can move. */
const component = `
export function mount(host, element) {
  element.innerHTML = '<b></b> <i>0</i> <u>0</u>'
  const [text, ticks, frames] = element.children
  const show = () => { text.textContent = host.props.text }
  show()
  setInterval(() => { ticks.textContent = Number(ticks.textContent) + 1 }, 20)
  const draw = () => { frames.textContent = Number(frames.textContent) + 1; requestAnimationFrame(draw) }
  draw()
  text.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: 1000, iterations: Infinity })
  return host.onPropsChange(show)
}`

let marquee: RunningMarquee
let browser: Browser
let context: BrowserContext
let names = 0

const mutate = async <Payload>(name: string, type: string, input: object, selection = '__typename'): Promise<Payload> =>
  (
    await ask<Record<string, Payload>>(
      marquee,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
      { input },
    )
  )[name] as Payload
const move = (verb: string, id: string) => mutate(`${verb}Instance`, 'TransitionInput', { id })
const patch = (id: string, text: string) => mutate('patchProps', 'PatchPropsInput', { id, patch: { text } })

async function create(more: object = {}): Promise<{ id: string; name: string }> {
  const name = `شاشة ${(names += 1)}`
  const input = { kind: 'DISPLAY', definitionTypeKey: 'display/lifecycle', name, visibility: 'PUBLIC', ...more }
  const { instance } = await mutate<{ instance: { id: string } }>(
    'createInstance',
    'CreateInstanceInput',
    { ...input, props: { text: 'one' } },
    'instance { id }',
  )
  return { id: instance.id, name }
}

async function open(id: string, query = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${marquee.url}/live/${id}${query}`)
  return page
}
const untilSays = (page: Page, text: string) => page.getByRole('alert').getByText(text, { exact: true }).waitFor()
const untilIs = (page: Page, lifecycle: string) =>
  page.waitForFunction((wanted) => document.body.dataset['lifecycle'] === wanted, lifecycle)
/** What moves by itself, at this moment. */
const motion = (page: Page) =>
  componentFrame(page).evaluate(() => [
    document.body.innerText,
    ...document.getAnimations().map(({ currentTime }) => Number(currentTime)),
  ])
/** As long as a component that is not held would have moved many times. */
const severalFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 20
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve())
        next()
      }),
  )

describe.skipIf(!hasBrowser)('the lifecycle on the glass', () => {
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    const { definitionVersion } = await mutate<{ definitionVersion: { id: string } }>(
      'submitDefinition',
      'SubmitDefinitionInput',
      { typeKey: 'display/lifecycle', kind: 'COMPONENT', version: '1.0.0', bundle: component },
      'definitionVersion { id }',
    )
    await mutate('publishDefinitionVersion', 'PublishDefinitionVersionInput', {
      definitionVersionId: definitionVersion.id,
    })
  }, startMs)
  afterAll(async () => {
    await browser?.close()
    await marquee?.stop()
  })
  beforeEach(async () => {
    context = await browser.newContext()
  })
  afterEach(() => context.close())

  it('CREATED says its name and that it waits; a preview shows what it will be; started, it shows it', async () => {
    const { id, name } = await create()
    const page = await open(id)
    await untilSays(page, 'It has not been started yet.')
    await untilSays(page, name)
    // Arabic is set from right to left, English beside it from left to right.
    const directions = await page.evaluate(() =>
      ['h1', 'p'].map((part) => getComputedStyle(document.querySelector(`#notice ${part}`)!).direction),
    )
    expect(directions).toEqual(['rtl', 'ltr'])
    const preview = await open(id, '?preview')
    await untilShown(preview, 'one', 15_000)
    await move('start', id)
    await untilShown(page, 'one', 15_000)
    await page.locator('#notice').waitFor({ state: 'hidden' })
  })

  it('PAUSED holds the last picture, still; what came meanwhile is shown when it is resumed', async () => {
    const { id } = await create()
    await move('start', id)
    const page = await open(id)
    await untilShown(page, 'one', 15_000)
    await move('pause', id)
    await untilIs(page, 'PAUSED')
    await severalFrames(page)
    const held = await motion(page)
    await patch(id, 'two')
    await page.waitForFunction(() => Number(document.body.dataset['revision']) >= 4)
    await severalFrames(page)
    expect(await motion(page)).toEqual(held)
    await move('resume', id)
    await untilShown(page, 'two')
    await expect.poll(() => motion(page)).not.toEqual(await motion(page))

    // A screen that starts while its instance is paused shows it as it is, and holds that.
    await move('pause', id)
    const late = await open(id)
    await untilShown(late, 'two', 15_000)
    await severalFrames(late)
    const lateHeld = await motion(late)
    await severalFrames(late)
    expect(await motion(late)).toEqual(lateHeld)
  })

  it('STOPPED and ARCHIVED go dark and say why', async () => {
    const { id } = await create()
    await move('start', id)
    const page = await open(id)
    await untilShown(page, 'one', 15_000)
    await move('stop', id)
    await untilSays(page, 'This screen is switched off')
    expect(page.frames().length).toBe(1)
    await move('archive', id)
    await untilSays(page, 'This screen is out of use')
    await page.reload()
    await untilSays(page, 'It was archived.')
  })

  it('reaches the screens below when it cascades', async () => {
    const parent = await create()
    const children = [await create({ parentId: parent.id }), await create({ parentId: parent.id })]
    for (const { id } of [parent, ...children]) await move('start', id)
    const pages = await Promise.all(children.map(({ id }) => open(id)))
    for (const page of pages) await untilShown(page, 'one', 15_000)
    await move('pause', parent.id)
    await Promise.all(pages.map((page) => untilIs(page, 'PAUSED')))
    await move('resume', parent.id)
    await Promise.all(pages.map((page) => untilIs(page, 'ACTIVE')))
    expect(await Promise.all(pages.map(shownText))).toEqual(pages.map(() => expect.stringContaining('one') as unknown))
    await move('stop', parent.id)
    await Promise.all(pages.map((page) => untilSays(page, 'This screen is switched off')))
  })
})
