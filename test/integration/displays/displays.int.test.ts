import { beforeAll, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { graphql } from '../../support/marquee.ts'

type Json = Record<string, unknown>
type Condition = { type: string; message: string; since: string }
type Instance = {
  presence: string
  shownRevision: number | null
  health: { status: string; problems: { message: string }[] }
  conditions: Condition[]
  displays: Json[]
}

const fields = `presence shownRevision health { status problems { message } } conditions { type message since }
  displays { device presence state stateSince since lastSeenAt receivedRevision shownRevision shownVersion { version }
    behindSince error clockOffsetMs userAgent }`
const read = `query ($id: ID!) { instance(id: $id) { ${fields} } }`
const report = 'mutation ($input: ReportDisplayStateInput!) { reportDisplayState(input: $input) { revision } }'
const changed = `subscription ($id: ID!) { instanceChanged(id: $id) { type revision instance { health { status } conditions { type message } } } }`
const failing = `subscription ($name: String!) { instancesChanged(filter: { name: $name }) { change instance { health { status } } } }`

eachMode('the screens of an instance', (marquee) => {
  let typeKey: string
  beforeAll(async () => {
    ;({ typeKey } = await publishScreen(marquee))
    await publishScreen(marquee, { typeKey, version: '1.1.0', bundle: 'export function mount() { /* second */ }' })
  })
  const create = async (input: Json = {}) =>
    (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, definitionVersion: '1.0.0', ...input }))
      .instance.id
  const say = (input: Json) => ask(marquee, report, { input })
  const shown = async (id: string) => (await ask<{ instance: Instance }>(marquee, read, { id })).instance

  it('are listed each apart: what arrived, what was painted and of which version, their clock and browser', async () => {
    const id = await create({ visibility: 'PUBLIC' })
    await say({
      id,
      device: 'left',
      revision: 1,
      userAgent: 'Kiosk/1',
      clock: new Date(Date.now() + 420_000).toISOString(),
    })
    const upgrade = 'mutation ($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { revision } }'
    await ask(marquee, upgrade, { input: { id, targetVersion: '1.1.0' } })
    await say({ id, device: 'right', revision: 2 })
    await say({ id, device: 'third', receivedRevision: 2, state: 'STARTING' })
    const { displays, presence, shownRevision } = await shown(id)
    expect({ presence, shownRevision }).toEqual({ presence: 'ONLINE', shownRevision: null })
    const byDevice = Object.fromEntries(displays.map((display) => [display['device'], display]))
    expect(byDevice).toMatchObject({
      left: {
        ...{ state: 'SHOWN', presence: 'ONLINE', receivedRevision: 1, shownRevision: 1, error: null },
        ...{ shownVersion: { version: '1.0.0' }, userAgent: 'Kiosk/1', behindSince: null },
      },
      right: { receivedRevision: 2, shownRevision: 2, shownVersion: { version: '1.1.0' }, userAgent: null },
      third: { state: 'STARTING', receivedRevision: 2, shownRevision: null, shownVersion: null },
    })
    // Seven minutes ahead, less the way.
    expect(Math.abs((byDevice['left']?.['clockOffsetMs'] as number) - 420_000)).toBeLessThan(60_000)
    await say({ id, device: 'third', revision: 2 })
    expect((await shown(id)).shownRevision).toBe(1)
    // A stranger may see what a public screen shows, and not whose browser shows it.
    const { data } = await graphql<{ instance: Instance }>(marquee, read, { id }, null)
    expect(data?.instance.displays).toHaveLength(3)
    for (const display of data?.instance.displays ?? [])
      expect(display).toMatchObject({ device: null, userAgent: null })
  })

  it('are named in conditions and health as soon as one reports trouble, and by nobody when it is over', async () => {
    const name = unique()
    const id = await create({ name })
    const live = liveClient(marquee)
    const feed = follow<{ instanceChanged: Json }>(live, changed, { id })
    const list = follow<{ instancesChanged: Json }>(live, failing, { name })
    await Promise.all([feed.take(1), list.take(2)])
    await say({ id, revision: 1 })
    expect(await feed.take(1)).toMatchObject([
      { instanceChanged: { type: 'PRESENCE', instance: { health: { status: 'HEALTHY' }, conditions: [] } } },
    ])
    const trouble = { type: 'ScreenError', message: 'HDMI unplugged' }
    await say({ id, revision: 1, error: trouble.message })
    expect(await feed.take(1)).toMatchObject([
      {
        instanceChanged: {
          type: 'PRESENCE',
          revision: 1,
          instance: { health: { status: 'UNHEALTHY' }, conditions: [trouble] },
        },
      },
    ])
    await expect
      .poll(async () => (await list.take(1))[0]?.instancesChanged)
      .toEqual({ change: 'UPDATE', instance: { health: { status: 'UNHEALTHY' } } })
    const { conditions, health, displays } = await shown(id)
    expect(conditions).toMatchObject([{ ...trouble, since: displays[0]?.['stateSince'] }])
    expect(health.problems).toEqual([{ message: `ScreenError: ${trouble.message}` }])
    await say({ id, revision: 1, state: 'STUCK', error: 'It hangs.' })
    expect((await shown(id)).conditions).toMatchObject([{ type: 'ScreenStuck', message: 'It hangs.' }])
    await say({ id, revision: 1 })
    expect(await shown(id)).toMatchObject({ conditions: [], health: { status: 'HEALTHY' } })
    feed.stop()
    list.stop()
  })

  it('are behind when they do not paint what is newest, since it was made, until they do', async () => {
    const id = await create()
    await say({ id, revision: 1 })
    await write(marquee, 'patchProps', { id, patch: { title: 'Second' } })
    const [patchedAt] = [Date.now()]
    await say({ id, revision: 1, receivedRevision: 2 })
    await expect
      .poll(async () => (await shown(id)).conditions, { timeout: 40_000, interval: 500 })
      .toMatchObject([{ type: 'ScreenBehind' }])
    const { conditions, health, displays } = await shown(id)
    expect(Math.abs(Date.parse(conditions[0]!.since) - patchedAt)).toBeLessThan(10_000)
    expect({ status: health.status, behindSince: displays[0]?.['behindSince'] }).toEqual({
      status: 'DEGRADED',
      behindSince: conditions[0]!.since,
    })
    await say({ id, revision: 2 })
    expect(await shown(id)).toMatchObject({ conditions: [], health: { status: 'HEALTHY' }, shownRevision: 2 })
  }, 60_000)
})
