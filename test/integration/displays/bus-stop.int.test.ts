import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { busStopDefinition } from '../../../demo/bus-stop/definition.ts'
import { FeedServer } from '../../support/feed-server.ts'
import { ask } from '../../support/graph/graph-client.ts'
import { publishVersion, write } from '../../support/graph/graph-data.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { adminKey, startPart, stopPart, type Part } from '../../support/marquee.ts'

type Json = Record<string, unknown>
type Display = { displayChanged: { type: string; revision: number; effectiveProps: Json | null; patch: Json | null } }

const displayChanged =
  'subscription ($id: ID!) { displayChanged(instanceId: $id) { type revision effectiveProps patch } }'
const setKv = 'mutation ($input: SetKvInput!) { setKv(input: $input) { entry { revision } } }'
const timetable = '/stops/42/timetable?key=of-the-operator'
const departure = (time: string) => ({ line: '42', destination: 'Harbour', time })

let feed: FeedServer
let dataDir: string
let marquee: Part

/** The whole installation in one process: database, three services, gateway and background work. */
const start = async () => {
  const env = {
    DATA_DIR: dataDir,
    PORT: '0',
    MARQUEE_ADMIN_KEY: adminKey,
    MARQUEE_DEMO: 'off',
    LOG_LEVEL: 'info',
    MARQUEE_FETCH_ALLOW: feed.host,
  }
  marquee = await startPart('all', env)
}

beforeAll(async () => {
  feed = await FeedServer.start()
  dataDir = await mkdtemp(path.join(tmpdir(), 'marquee-bus-stop-'))
  await start()
})
afterAll(async () => {
  if (marquee) await stopPart(marquee)
  await feed.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A screen at the stop: an anonymous reader of the live feed that keeps what it should show. */
function screen(id: string) {
  const client = liveClient(marquee, null)
  const feed = follow<Display>(client, displayChanged, { id })
  const seen: { type: string; revision: number; props: Json }[] = []
  /** Reads on until the feed shows props like these; revisions must come without gaps. */
  async function shows(expected: Json): Promise<void> {
    for (;;) {
      const last = seen.at(-1)
      if (last && Object.entries(expected).every(([key, value]) => isDeepStrictEqual(last.props[key], value))) return
      const [{ displayChanged: event }] = (await feed.take(1)) as [Display]
      if (last) expect(event.revision).toBe(last.revision + 1)
      seen.push({ type: event.type, revision: event.revision, props: event.effectiveProps as Json })
    }
  }
  return { shows, seen, leave: () => client.dispose() }
}

it('S4-74 S4-69: the bus stop follows its timetable and its alerts on the live feed, and still does after everything was killed', async () => {
  feed.put(timetable, { stop: 'Harbour Road', next: [departure('08:00'), departure('08:12')] })
  const { typeKey } = await publishVersion(marquee, { ...(await busStopDefinition()) })
  const { instance } = await write(marquee, 'createInstance', {
    definitionTypeKey: typeKey,
    name: 'Harbour Road, line 42',
    visibility: 'PUBLIC',
    props: { stopName: 'Harbour Road', route: '42', destination: 'Harbour' },
    placement: { location: 'harbour-road', geo: { lat: 38.7, lng: -9.14 }, tags: ['bus', 'line-42'] },
    bindings: [
      { key: 'departures', source: 'API', path: `${feed.url(timetable)}#/next`, strategy: 'POLL', intervalSeconds: 1 },
      { key: 'alert', source: 'KV', path: 'alerts:line-42' },
    ],
  })
  const { id } = instance

  const before = screen(id)
  await before.shows({
    stopName: 'Harbour Road',
    departures: [departure('08:00'), departure('08:12')],
    alert: undefined,
  })
  const works = { level: 'warning', message: 'Road works at the bridge' }
  await ask(marquee, setKv, { input: { key: 'alerts:line-42', value: works } })
  await before.shows({ alert: works })
  feed.put(timetable, { next: [departure('08:12'), departure('08:24')] })
  await before.shows({ departures: [departure('08:12'), departure('08:24')], alert: works })
  // What an assistant says of its own stands below the key, and shows when the key is gone.
  const said = { level: 'info', message: 'The next bus has room for wheelchairs' }
  await write(marquee, 'patchProps', { id, patch: { alert: said } })
  await ask(marquee, setKv, { input: { key: 'alerts:line-42', value: null } })
  await before.shows({ alert: said })
  await before.leave()

  await stopPart(marquee, 'SIGKILL')
  feed.put(timetable, { next: [departure('08:24')] })
  await start()

  const after = screen(id)
  await after.shows({ departures: [departure('08:24')], alert: said })
  await ask(marquee, setKv, { input: { key: 'alerts:line-42', value: works } })
  await after.shows({ alert: works })
  feed.put(timetable, 'the operator is away', 503)
  await ask(marquee, setKv, { input: { key: 'alerts:line-42', value: said } })
  await after.shows({ departures: [departure('08:24')], alert: said })
  const query =
    'query ($id: ID!) { instance(id: $id) { conditions { type } effectiveProps bindings { state lastError } } }'
  const state = async () => (await ask<{ instance: Json }>(marquee, query, { id })).instance
  await expect.poll(state, { timeout: 10_000 }).toMatchObject({
    conditions: [{ type: 'BindingFailing' }],
    effectiveProps: { departures: [departure('08:24')] },
    bindings: [{ state: 'FAILING', lastError: 'answers with status 503' }, { state: 'OK' }],
  })
  await after.leave()
}, 90_000)
