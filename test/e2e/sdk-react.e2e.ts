import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createClient,
  CreateInstanceDocument,
  PatchPropsDocument,
  PublishDefinitionVersionDocument,
  SubmitDefinitionDocument,
  type MarqueeClient,
} from '../../sdk/src/index.ts'
import { startMarquee, type RunningMarquee } from '../support/marquee.ts'
import { hasBrowser, startBrowser } from './browser.ts'

/** A page as somebody would write it with the hooks. */
const source = `
import { createElement as h, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient, createLiveClient, InstanceDocument } from './sdk/src/index.ts'
import { MarqueeProvider, useDisplay, useInstance, useLiveQuery, useQuery } from './sdk/src/react/index.ts'

const { key, ids } = globalThis.given
const Sign = ({ id }) => {
  const { data, loading, refetch } = useQuery(InstanceDocument, { id })
  const { display } = useDisplay(id)
  const { instance, event } = useInstance(id)
  return h('section', { onClick: refetch },
    h('p', { id: 'read' }, loading ? '' : data.instance.props.title),
    h('p', { id: 'display' }, display ? display.props.title : ''),
    h('p', { id: 'instance' }, instance ? instance.name + ' ' + instance.revision + ' ' + event.type : ''))
}
const Refused = () => {
  const { error, loading } = useQuery(InstanceDocument, { id: { no: 'id' } })
  const { error: feedError } = useInstance('inst-zzzzzzzz')
  return h('p', { id: 'refused' }, loading || !feedError ? '' : error.code + ' ' + feedError.code)
}
const Page = () => {
  const [shown, show] = useState(0)
  const { instances, caughtUp } = useLiveQuery({ definitionTypeKey: 'display/hooks' })
  return h('main', null,
    h('p', { id: 'set' }, caughtUp ? instances.map(({ name }) => name).sort().join() : ''),
    h('button', { onClick: () => show(1) }, 'other'),
    h(Sign, { id: ids[shown] }), h(Refused))
}
const url = location.origin
const app = h(MarqueeProvider, { client: createClient({ url, key }), live: createLiveClient({ url, key }) }, h(Page))
createRoot(document.body.firstElementChild).render(h(StrictMode, null, app))`

describe.skipIf(!hasBrowser)('the hooks of the SDK in a browser', () => {
  let marquee: RunningMarquee
  let browser: Browser
  let admin: MarqueeClient
  let script: string
  beforeAll(async () => {
    ;[marquee, browser] = await Promise.all([startMarquee({ mode: 'embedded' }), startBrowser()])
    admin = createClient({ url: marquee.url, key: marquee.adminKey })
    const resolveDir = fileURLToPath(new URL('../../', import.meta.url))
    const define = { 'process.env.NODE_ENV': '"development"' }
    const { outputFiles } = await build({ bundle: true, write: false, define, stdin: { contents: source, resolveDir } })
    script = outputFiles[0]!.text
    const { submitDefinition } = await admin.mutate(SubmitDefinitionDocument, {
      input: { typeKey: 'display/hooks', kind: 'COMPONENT', version: '1.0.0', bundle: 'export function mount() {}' },
    })
    await admin.mutate(PublishDefinitionVersionDocument, {
      input: { definitionVersionId: submitDefinition.definitionVersion.id },
    })
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await marquee?.stop()
  })

  const create = async (name: string) => {
    const input = { definitionTypeKey: 'display/hooks', name, props: { title: `title of ${name}` } }
    return (await admin.mutate(CreateInstanceDocument, { input })).createInstance.instance.id
  }

  it('read, follow, say what was refused, and never show one thing as another', { timeout: 240_000 }, async () => {
    const ids = [await create('A'), await create('B')]
    // What is tested is the hooks: the server's own pages allow them no other script.
    const page = await browser.newPage({ bypassCSP: true })
    const problems: string[] = []
    page.on('pageerror', ({ message }) => problems.push(message))
    // A page of the server's own, emptied: a made-up one would not be let onto the local network.
    await page.goto(`${marquee.url}/healthz`)
    await page.evaluate(
      (given) => {
        Object.assign(globalThis, { given })
        document.body.replaceChildren(document.createElement('div'))
      },
      { key: marquee.adminKey, ids },
    )
    await page.evaluate(script)
    const shows = (id: string, text: string) =>
      page.waitForFunction(([at, wanted]) => document.getElementById(at!)?.textContent === wanted, [id, text], {
        timeout: 60_000,
      })
    await Promise.all([
      shows('set', 'A,B'),
      shows('read', 'title of A'),
      shows('display', 'title of A'),
      shows('instance', 'A 1 SNAPSHOT'),
      shows('refused', 'BAD_USER_INPUT NOT_FOUND'),
    ])

    await admin.mutate(PatchPropsDocument, { input: { id: ids[0]!, patch: { title: 'changed' } } })
    await Promise.all([shows('display', 'changed'), shows('instance', 'A 2 PROPS')])
    expect(await page.textContent('#read')).toBe('title of A')
    await page.click('section')
    await shows('read', 'changed')

    await create('C')
    await shows('set', 'A,B,C')
    // Whatever is shown from the first moment on is of the other one, or nothing.
    const seen = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const texts: string[] = []
          new MutationObserver(() => {
            texts.push(document.getElementById('display')?.textContent ?? '')
            if (document.getElementById('instance')?.textContent === 'B 1 SNAPSHOT') resolve(texts)
          }).observe(document.body, { subtree: true, childList: true, characterData: true })
        }),
    )
    await page.click('button')
    expect(new Set(await seen)).not.toContain('changed')
    await shows('display', 'title of B')
    expect(problems).toEqual([])
  })
})
