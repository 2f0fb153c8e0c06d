import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from 'graphql-ws'
import { ask, refusal, unique } from '../support/graph-client.ts'
import { publishScreen, write } from '../support/graph-data.ts'
import { eachMode } from '../support/graph-modes.ts'
import { follow, liveClient } from '../support/graph-socket.ts'

type Json = Record<string, unknown>
type Display = { displayChanged: { type: string; revision: number; effectiveProps: Json; bundleUrl: string | null } }

const display = 'subscription ($id: ID!) { displayChanged(instanceId: $id) { type revision effectiveProps bundleUrl } }'
const observed = 'subscription ($id: ID!) { instanceChanged(id: $id) { revision instance { presence shownRevision explainProp(path: "/title") { value layers { layer value } } } } }'
const setOverride = 'mutation ($input: SetOverrideInput!) { setOverride(input: $input) { revision instance { id placement { tags } definitionVersion { version } } } }'
const upgrade = 'mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision instance { effectiveProps definitionVersion { version } } } }'
const report = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision instance { presence shownRevision } } }'
const check = 'query ($id: ID!) { checkDefinitionVersion(definitionVersionId: $id) { moves breaks stays instances { verdict instance { id name definition { typeKey } } } } }'

eachMode('what a screen shows', (marquee) => {
  let live: Client
  let typeKey: string
  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee, { bundle: 'export function mount() {}' }))
    live = liveClient(marquee)
  })
  afterAll(() => live.dispose())

  it('follows an override as it comes and as it leaves by itself, and a new version without a new page', async () => {
    const { id } = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, upgradeStrategy: 'MINOR' })).instance
    const feed = follow<Display>(live, display, { id })
    const [first] = await feed.take(1)
    expect(first?.displayChanged).toMatchObject({ type: 'SNAPSHOT', revision: 1, effectiveProps: { title: 'Untitled' } })

    const answer = await ask<{ setOverride: Json }>(marquee, setOverride, { input: { id, path: '/title', value: 'Closed', ttlSeconds: 1 } })
    expect(answer.setOverride).toEqual({ revision: 2, instance: { id, placement: null, definitionVersion: { version: '1.0.0' } } })
    const shown = (await feed.take(2)).map(({ displayChanged: { type, revision, effectiveProps } }) => [type, revision, effectiveProps['title']])
    expect(shown).toEqual([['PROPS', 2, 'Closed'], ['PROPS', 3, 'Untitled']])

    await publishScreen(marquee, { typeKey, version: '1.1.0', bundle: 'export function mount() { /* new */ }', defaultProps: { title: 'Renewed' } })
    const [moved] = await feed.take(1)
    expect(moved?.displayChanged).toMatchObject({ type: 'VERSION', revision: 4, effectiveProps: { title: 'Renewed' } })
    expect(moved?.displayChanged.bundleUrl).not.toBe(first?.displayChanged.bundleUrl)
    feed.stop()
  })

  it('is reported by the screen, and seen by those who follow the instance with its next change', async () => {
    const { id } = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, definitionVersion: '1.0.0', props: { title: 'Own' } })).instance
    const feed = follow<{ instanceChanged: Json }>(live, observed, { id })
    const explained = (value: string) => ({ value, layers: [{ layer: 'own', value }, { layer: 'default', value: 'Untitled' }] })
    expect(await feed.take(1)).toEqual([{ instanceChanged: { revision: 1, instance: { presence: 'NEVER', shownRevision: null, explainProp: explained('Own') } } }])
    expect(await ask(marquee, report, { input: { id, revision: 1, device: 'kiosk' } })).toEqual({ reportDisplayState: { revision: 1, instance: { presence: 'ONLINE', shownRevision: 1 } } })
    await write(marquee, 'patchProps', { id, patch: { title: 'New' } })
    expect(await feed.take(1)).toEqual([{ instanceChanged: { revision: 2, instance: { presence: 'ONLINE', shownRevision: 1, explainProp: explained('New') } } }])
    feed.stop()
  })

  it('is upgraded by hand or refused with the places, and a draft tells beforehand', async () => {
    const key = `test/${unique()}`
    await publishScreen(marquee, { typeKey: key })
    const name = unique()
    const { id } = (await write(marquee, 'createInstance', { definitionTypeKey: key, name, props: { title: 'A text' }, upgradeStrategy: 'LATEST' })).instance
    const { versionId } = await publishScreen(marquee, { typeKey: key, version: '2.0.0', propsSchema: { properties: { title: { type: 'integer' } } }, defaultProps: {} })
    expect((await ask<{ checkDefinitionVersion: Json }>(marquee, check, { id: versionId })).checkDefinitionVersion).toEqual({
      moves: 0, breaks: 1, stays: 0, instances: [{ verdict: 'BREAKS', instance: { id, name, definition: { typeKey: key } } }],
    }) // prettier-ignore
    const { extensions } = await refusal(marquee, upgrade, { input: { id, targetVersion: '2' } })
    expect(extensions).toMatchObject({ code: 'UPGRADE_BLOCKED', service: 'runtime', details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/title' }] } })
  })
})
