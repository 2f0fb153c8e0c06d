import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from 'graphql-ws'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'

type Json = Record<string, unknown>
type Display = { displayChanged: { type: string; revision: number; effectiveProps: Json; bundleUrl: string | null } }

const display = 'subscription ($id: ID!) { displayChanged(instanceId: $id) { type revision effectiveProps bundleUrl } }'
const observed =
  'subscription ($id: ID!, $since: Cursor) { instanceChanged(id: $id, since: $since) { type revision cursor instance { presence shownRevision } } }'
const online =
  'subscription ($name: String) { instancesChanged(filter: { nameContains: $name, presence: [ONLINE] }) { change changeId instance { id revision presence } } }'
const setOverride =
  'mutation ($input: SetOverrideInput!) { setOverride(input: $input) { revision instance { id placement { tags } definitionVersion { version } } } }'
const upgrade =
  'mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision instance { effectiveProps definitionVersion { version } } } }'
const report =
  'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision instance { presence shownRevision } } }'
const check =
  'query ($id: ID!) { checkDefinitionVersion(definitionVersionId: $id) { moves breaks stays instances { verdict instance { id name definition { typeKey } } } } }'

eachMode('what a screen shows', (marquee) => {
  let live: Client
  let typeKey: string
  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee, { bundle: 'export function mount() {}' }))
    live = liveClient(marquee)
  })
  afterAll(() => live.dispose())

  it('follows an override as it comes and as it leaves by itself, and a new version without a new page', async () => {
    const { id } = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, upgradeStrategy: 'MINOR' }))
      .instance
    const feed = follow<Display>(live, display, { id })
    const [first] = await feed.take(1)
    expect(first?.displayChanged).toMatchObject({
      type: 'SNAPSHOT',
      revision: 1,
      effectiveProps: { title: 'Untitled' },
    })

    const answer = await ask<{ setOverride: Json }>(marquee, setOverride, {
      input: { id, path: '/title', value: 'Closed', ttlSeconds: 1 },
    })
    expect(answer.setOverride).toEqual({
      revision: 2,
      instance: { id, placement: null, definitionVersion: { version: '1.0.0' } },
    })
    const shown = (await feed.take(2)).map(({ displayChanged: { type, revision, effectiveProps } }) => [
      type,
      revision,
      effectiveProps['title'],
    ])
    expect(shown).toEqual([
      ['PROPS', 2, 'Closed'],
      ['PROPS', 3, 'Untitled'],
    ])

    await publishScreen(marquee, {
      typeKey,
      version: '1.1.0',
      bundle: 'export function mount() { /* new */ }',
      defaultProps: { title: 'Renewed' },
    })
    const [moved] = await feed.take(1)
    expect(moved?.displayChanged).toMatchObject({ type: 'VERSION', revision: 4, effectiveProps: { title: 'Renewed' } })
    expect(moved?.displayChanged.bundleUrl).not.toBe(first?.displayChanged.bundleUrl)
    feed.stop()
  })

  it('is reported by the screen: PRESENCE at the present revision for those who follow the instance, nothing for the screen, no log row', async () => {
    const { id } = (
      await write(marquee, 'createInstance', {
        definitionTypeKey: typeKey,
        definitionVersion: '1.0.0',
        props: { title: 'Own' },
      })
    ).instance
    const say = (revision: number) => ask(marquee, report, { input: { id, revision, device: 'kiosk' } })
    const screen = follow<Display>(live, display, { id })
    await screen.take(1)
    const feed = follow<{ instanceChanged: Json }>(live, observed, { id })
    const event = (type: string, revision: number, presence: string, shownRevision: number | null) => ({
      instanceChanged: { type, revision, instance: { presence, shownRevision } },
    })
    const [snapshot] = await feed.take(1)
    expect(snapshot).toMatchObject(event('SNAPSHOT', 1, 'NEVER', null))
    expect(await say(1)).toEqual({
      reportDisplayState: { revision: 1, instance: { presence: 'ONLINE', shownRevision: 1 } },
    })
    expect(await feed.take(1)).toMatchObject([event('PRESENCE', 1, 'ONLINE', 1)])
    await write(marquee, 'patchProps', { id, patch: { title: 'New' } })
    expect(await feed.take(1)).toMatchObject([event('PROPS', 2, 'ONLINE', 1)])
    await say(2)
    expect(await feed.take(1)).toMatchObject([event('PRESENCE', 2, 'ONLINE', 2)])
    // The same once more is no news.
    await say(2)
    await write(marquee, 'patchProps', { id, patch: { title: 'Newer' } })
    const [newer] = await feed.take(1)
    expect(newer).toMatchObject(event('PROPS', 3, 'ONLINE', 2))
    expect((await screen.take(2)).map(({ displayChanged: { type, revision } }) => `${type} ${revision}`)).toEqual([
      'PROPS 2',
      'PROPS 3',
    ])
    // Who comes back has missed what no log tells, and is told how it is now.
    const resumed = follow<{ instanceChanged: Json }>(live, observed, { id, since: newer?.instanceChanged['cursor'] })
    expect(await resumed.take(1)).toMatchObject([event('PRESENCE', 3, 'ONLINE', 2)])
    for (const one of [screen, feed, resumed]) one.stop()
  })

  it('lets an instance enter a live query by its presence alone', async () => {
    const name = unique()
    const { id } = (
      await write(marquee, 'createInstance', { definitionTypeKey: typeKey, definitionVersion: '1.0.0', name })
    ).instance
    const feed = follow<{ instancesChanged: Json }>(live, online, { name })
    expect(await feed.take(1)).toEqual([{ instancesChanged: { change: 'CAUGHT_UP', changeId: null, instance: null } }])
    await ask(marquee, report, { input: { id, revision: 1 } })
    expect(await feed.take(1)).toEqual([
      { instancesChanged: { change: 'ENTER', changeId: null, instance: { id, revision: 1, presence: 'ONLINE' } } },
    ])
    feed.stop()
  })

  it('is upgraded by hand or refused with the places, and a draft tells beforehand', async () => {
    const key = `test/${unique()}`
    await publishScreen(marquee, { typeKey: key })
    const name = unique()
    const { id } = (
      await write(marquee, 'createInstance', {
        definitionTypeKey: key,
        name,
        props: { title: 'A text' },
        upgradeStrategy: 'LATEST',
      })
    ).instance
    const { versionId } = await publishScreen(marquee, {
      typeKey: key,
      version: '2.0.0',
      propsSchema: { properties: { title: { type: 'integer' } } },
      defaultProps: {},
    })
    expect(
      (await ask<{ checkDefinitionVersion: Json }>(marquee, check, { id: versionId })).checkDefinitionVersion,
    ).toEqual({
      moves: 0,
      breaks: 1,
      stays: 0,
      instances: [{ verdict: 'BREAKS', instance: { id, name, definition: { typeKey: key } } }],
    })
    const { extensions } = await refusal(marquee, upgrade, { input: { id, targetVersion: '2' } })
    expect(extensions).toMatchObject({
      code: 'UPGRADE_BLOCKED',
      service: 'runtime',
      details: { targetVersion: '2.0.0', problems: [{ pointer: '/props/title' }] },
    })
  })
})
