import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { follow, withClient } from '../../support/graph/graph-socket.ts'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'

const times = { headers: 600, request: 1500, keepAlive: 400, idle: 4000, heartbeat: 200, mcpIdle: 600, zoneResume: 500 }
const refusalsRecorded = 3
let marquee: RunningMarquee
beforeAll(async () => {
  const env = {
    MARQUEE_LIMIT_HEADERS_MS: String(times.headers),
    MARQUEE_LIMIT_REQUEST_MS: String(times.request),
    MARQUEE_LIMIT_KEEP_ALIVE_MS: String(times.keepAlive),
    MARQUEE_LIMIT_CONNECTION_IDLE_MS: String(times.idle),
    MARQUEE_LIMIT_STREAM_HEARTBEAT_MS: String(times.heartbeat),
    MARQUEE_LIMIT_MCP_SESSION_IDLE_MS: String(times.mcpIdle),
    MARQUEE_LIMIT_ZONE_RESUME_MS: String(times.zoneResume),
    MARQUEE_LIMIT_ZONE_EVENTS: '3',
    MARQUEE_LIMIT_REFUSALS_RECORDED_PER_MINUTE: String(refusalsRecorded),
  }
  marquee = await startMarquee({ mode: 'embedded', env })
}, startMs)
afterAll(() => marquee?.stop())

const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'
const body = '{"query":"{__typename}"}'
const whole = `${head}content-length: ${body.length}\r\n\r\n${body}`

/** Resolves however it ends. */
const closeOf = (socket: net.Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))

/** One connection that is written to as told; `said` is what came back, and how long after the first byte it ended. */
async function connection(work: (socket: net.Socket) => void | Promise<void>) {
  const socket = net.connect(marquee.parts[0]!.port, '127.0.0.1')
  let said = ''
  socket.on('error', () => {}).on('data', (bytes: Buffer) => (said += bytes.toString('latin1').slice(0, 10_000)))
  await once(socket, 'connect')
  const beganAt = performance.now()
  const ended = closeOf(socket)
  await work(socket)
  await ended
  return { said, afterMs: performance.now() - beganAt }
}

it('headersMs: who finishes later is told 408 and cut, who finishes in time is answered', async () => {
  const slow = await connection((socket) => void socket.write(head))
  expect(slow.said).toMatch(/^HTTP\/1.1 408 /)
  expect(slow.said).toContain('REQUEST_TIMEOUT')
  expect(slow.afterMs).toBeGreaterThan(times.headers * 0.9)
  const inTime = await connection(async (socket) => {
    socket.write(head)
    await once(socket, 'drain', { signal: AbortSignal.timeout(times.headers / 4) }).catch(() => {})
    socket.write(`connection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
  })
  expect(inTime.said).toMatch(/^HTTP\/1.1 200 /)
})

it('requestMs: a body that is not there by then is answered 408, and the connection cut', async () => {
  const slow = await connection((socket) => void socket.write(`${head}content-length: 100\r\n\r\n{`))
  expect(slow.said).toMatch(/^HTTP\/1.1 408 /)
  expect(slow.afterMs).toBeGreaterThan(times.request * 0.9)
})

it('keepAliveMs: a connection waits that long for its next request', async () => {
  const { said, afterMs } = await connection((socket) => void socket.write(whole))
  expect(said).toMatch(/^HTTP\/1.1 200 /)
  expect(afterMs).toBeGreaterThan(times.keepAlive * 0.9)
})

it('connectionIdleMs: who reads nothing of its answer for so long is cut', async () => {
  const aliases = Array.from({ length: 90 }, (_, index) => `a${index}: __type(name: "Instance") { fields { name } }`)
  const large = JSON.stringify({ query: `{ ${aliases.join(' ')} }` })
  const socket = net.connect({ port: marquee.parts[0]!.port, host: '127.0.0.1' }).on('error', () => {})
  await once(socket, 'connect')
  // Enough answers that no buffer of a kernel holds them.
  const request = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(large)}\r\n\r\n${large}`
  const keepAsking = setInterval(() => socket.write(request), 1)
  const closed = closeOf(socket)
  socket.pause()
  // Whoever does not read learns of the end when it writes.
  await closed
  clearInterval(keepAsking)
})

it('streamHeartbeatMs: a subscription over HTTP gives a sign of life that often, and stays while it is read', async () => {
  const { typeKey } = await publishScreen(marquee)
  const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PUBLIC' })
  const left = new AbortController()
  const stream = await fetch(`${marquee.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: `subscription { displayChanged(instanceId: "${instance.id}") { type } }` }),
    signal: left.signal,
  })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let said = ''
  // More signs than a client that reads nothing would live for.
  while ((said.match(/^:/gm) ?? []).length < 6) said += (await reader.read()).value ?? expect.fail('the stream ended')
  await write(marquee, 'patchProps', { id: instance.id, patch: { title: 'Still here' } })
  while (!said.includes('PROPS')) said += (await reader.read()).value ?? expect.fail('the stream ended')
  left.abort()
})

it('mcpSessionIdleMs: a session that asks nothing is gone, and its client opens another one', async () => {
  const { token } = await newToken(marquee, 'AI', 'OWNER')
  const send = async (method: string, session: string | null) =>
    fetch(`${marquee.url}/mcp`, {
      method: 'POST',
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(session === null ? {} : { 'mcp-session-id': session }),
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method,
        params:
          method === 'initialize'
            ? { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } }
            : {},
      }),
    })
  const opened = async () => (await send('initialize', null)).headers.get('mcp-session-id')
  const session = await opened()
  expect((await send('tools/list', session)).status).toBe(200)
  // Asking would keep it: it is looked at once, later than it may live.
  await new Promise((resolve) => setTimeout(resolve, times.mcpIdle * 3))
  expect((await send('tools/list', session)).status).toBe(404)
  expect((await send('tools/list', await opened())).status).toBe(200)
})

const zoneFeed = `subscription ($zoneId: ID!, $since: Cursor) { zoneChanged(zoneId: $zoneId, since: $since) {
  type cursor instance { id } } }`
type ZoneEvent = { zoneChanged: { type: string; cursor: string } }

it('zoneEvents: who resumes within three events is told them, who resumes further back is told the present', async () => {
  const { typeKey } = await publishScreen(marquee)
  const zoneId = unique()
  await ask(marquee, 'mutation ($i: UpsertZoneInput!) { upsertZone(input: $i) { changeId } }', {
    i: {
      id: zoneId,
      name: zoneId,
      polygon: [
        [3, 50],
        [3.5, 50],
        [3.5, 50.5],
        [3, 50.5],
      ],
    },
  })
  const enter = () =>
    write(marquee, 'createInstance', {
      ...{ definitionTypeKey: typeKey, visibility: 'PUBLIC', placement: { geo: { lat: 50.1, lng: 3.1 }, tags: [] } },
    })
  await withClient(marquee, async (client) => {
    const all = follow<ZoneEvent>(client, zoneFeed, { zoneId })
    await all.take(1)
    const cursors: string[] = []
    for (let count = 0; count < 5; count++) {
      await enter()
      cursors.push((await all.take(1))[0]!.zoneChanged.cursor)
    }
    const resumed = async (since: string, count: number) =>
      (await follow<ZoneEvent>(client, zoneFeed, { zoneId, since }).take(count)).map(
        ({ zoneChanged }) => zoneChanged.type,
      )
    expect(await resumed(cursors[2]!, 2)).toEqual(['ENTERED', 'ENTERED'])
    expect(await resumed(cursors[1]!, 3)).toEqual(['ENTERED', 'ENTERED', 'ENTERED'])
    expect((await resumed(cursors[0]!, 1))[0]).toBe('RESYNC')
  })
})

it('refusalsRecordedPerMinute: so many forbidden attempts of one principal are in the audit log, more are answered only', async () => {
  const { typeKey } = await publishScreen(marquee)
  const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey })
  const { principalId, token } = await newToken(marquee, 'HUMAN', 'VIEWER')
  const input = { id: instance.id, patch: {} }
  for (let count = 0; count <= refusalsRecorded; count++)
    expect((await refusal(marquee, writes.patchProps, { input }, token)).extensions.code).toBe('FORBIDDEN')
  const read = 'query ($filter: ActivityFilter) { activities(filter: $filter) { totalCount } }'
  const { activities } = await ask<{ activities: { totalCount: number } }>(marquee, read, {
    filter: { actorId: principalId },
  })
  expect(activities.totalCount).toBe(refusalsRecorded)
})
