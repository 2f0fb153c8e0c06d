import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMs } from '../support/graph/graph-modes.ts'
import { ask } from '../support/graph/graph-client.ts'
import { startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { hasBrowser, startBrowser, untilShown } from './browser.ts'
import { signIn, violations } from './dashboard-page.ts'

const component = `
export function mount(host, element) {
  const show = () => { element.textContent = 'shows ' + host.props.text }
  show()
  return host.onPropsChange(show)
}`

let marquee: RunningMarquee
let browser: Browser
let context: BrowserContext
let page: Page

const mutate = async <Payload>(name: string, type: string, input: object, selection: string): Promise<Payload> =>
  (
    await ask<Record<string, Payload>>(
      marquee,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`,
      { input },
    )
  )[name] as Payload

const codeOn = async (glass: Page): Promise<string> => {
  await glass.waitForFunction(() =>
    /^[A-Z0-9]{3} [A-Z0-9]{3}$/.test(document.getElementById('code')?.textContent ?? ''),
  )
  return (await glass.textContent('#code')) as string
}

const enrol = (code: string, instanceId: string) =>
  mutate<{ credentialId: string }>(
    'confirmEnrolment',
    'ConfirmEnrolmentInput',
    { code, instanceId, name: 'Hall' },
    'credentialId',
  )

describe.skipIf(!hasBrowser)('a screen without a keyboard', () => {
  let id: string
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    const { definitionVersion } = await mutate<{ definitionVersion: { id: string } }>(
      'submitDefinition',
      'SubmitDefinitionInput',
      { typeKey: 'display/enrolled', kind: 'COMPONENT', version: '1.0.0', bundle: component },
      'definitionVersion { id }',
    )
    await mutate(
      'publishDefinitionVersion',
      'PublishDefinitionVersionInput',
      { definitionVersionId: definitionVersion.id },
      '__typename',
    )
    const { instance } = await mutate<{ instance: { id: string } }>(
      'createInstance',
      'CreateInstanceInput',
      {
        ...{ kind: 'DISPLAY', definitionTypeKey: 'display/enrolled', name: 'Hall', visibility: 'PRIVATE' },
        props: { text: 'one' },
      },
      'instance { id }',
    )
    id = instance.id
    await mutate('startInstance', 'TransitionInput', { id }, '__typename')
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

  it('shows a code, then the PRIVATE instance that it was given, and a new code once its key is revoked', async () => {
    await page.goto(`${marquee.url}/screen`)
    const code = await codeOn(page)
    // Loaded anew, it waits with the same code.
    await page.reload()
    expect(await codeOn(page)).toBe(code)

    const { credentialId } = await enrol(code, id)
    await page.waitForURL(`${marquee.url}/live/${id}`, { timeout: 15_000 })
    await untilShown(page, 'shows one', 15_000)
    expect(page.url()).not.toContain('key')
    await mutate('patchProps', 'PatchPropsInput', { id, patch: { text: 'two' } }, 'revision')
    await untilShown(page, 'shows two')

    // A new window after a reboot: the same address leads to the instance, without anybody.
    await page.close()
    page = await context.newPage()
    await page.goto(`${marquee.url}/screen`)
    await untilShown(page, 'shows two', 15_000)

    await mutate('revokeCredential', 'RevokeCredentialInput', { id: credentialId }, 'id')
    await page.waitForURL(`${marquee.url}/screen`, { timeout: 15_000 })
    const next = await codeOn(page)
    expect(next).not.toBe(code)
    await enrol(next, id)
    await untilShown(page, 'shows two', 15_000)
  })

  it.each([390, 1280, 1920])(
    'is enrolled in the dashboard, %i pixels wide, by whoever reads its code',
    async (width) => {
      await page.goto(`${marquee.url}/screen`)
      const code = await codeOn(page)
      const desk = await context.newPage()
      await desk.setViewportSize({ width, height: 900 })
      await signIn(desk, marquee.url, marquee.adminKey, '/admin/screens')
      await desk.getByRole('heading', { name: 'Enrol a screen' }).waitFor()
      await desk.getByLabel('Waiting screens').getByText('HeadlessChrome').first().waitFor()
      await desk.getByLabel('Code on the screen').fill('AAAAAA')
      await desk.getByLabel('Shows the instance').fill(id)
      await desk.getByRole('button', { name: 'Enrol' }).click()
      await desk.getByText('No screen shows this code').waitFor()
      await desk.getByLabel('Code on the screen').fill(code)
      await desk.getByLabel('Name of the screen').fill(`Desk ${width}`)
      await desk.getByRole('button', { name: 'Enrol' }).click()
      await desk.getByText('The screen shows Hall').waitFor()
      await untilShown(page, 'shows two', 15_000)
      const row = desk
        .getByLabel('Display keys')
        .getByRole('listitem')
        .filter({ hasText: `Desk ${width}` })
      await row.waitFor()
      expect(await violations(desk, axe.source)).toEqual([])
      const scrolls = () => document.documentElement.scrollWidth > document.documentElement.clientWidth
      expect(await desk.evaluate(scrolls)).toBe(false)
      if (process.env['SCREENSHOTS']) {
        await desk.screenshot({ path: `${process.env['SCREENSHOTS']}/enrol-${width}.png`, fullPage: true })
      }
      await row.getByRole('button', { name: 'Revoke' }).click()
      await page.waitForURL(`${marquee.url}/screen`, { timeout: 15_000 })
      await codeOn(page)
      if (process.env['SCREENSHOTS']) {
        await page.setViewportSize({ width, height: 900 })
        await page.screenshot({ path: `${process.env['SCREENSHOTS']}/screen-${width}.png` })
      }
    },
  )
})
