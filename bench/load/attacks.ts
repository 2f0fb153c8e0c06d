import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { frame, initMessage, subscribeMessage } from '../../test/fuzz/frames.ts'
import { request, upgradeRequest } from '../../test/fuzz/requests.ts'

/** How often each thing was tried. */
export type Attacked = { tries: Record<string, number> }

type Attack = {
  name: string
  bytes: Buffer
  isSocket: boolean
  /** Until when the connection is held: the answer, or so many ms. */ holdMs: number | null
  reads: boolean
}

/** One client, anonymous, from an address of its own. */
const localAddress = '127.0.0.2'
const answerMs = 5000

const post = (query: string, variables = '{}') => {
  const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`
  return request(
    'POST',
    '/graphql',
    ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close'],
    body,
  )
}
const many = (count: number, make: (index: number) => string | Buffer): Buffer =>
  Buffer.concat(Array.from({ length: count }, (_, index) => Buffer.from(make(index))))
const http = (name: string, bytes: Buffer): Attack => ({ name, bytes, isSocket: false, holdMs: null, reads: true })
const socket = (name: string, bytes: Buffer, { holdMs = 1000, reads = true } = {}): Attack => ({
  name,
  bytes,
  isSocket: true,
  holdMs,
  reads,
})

/** The ten worst things that one client could do to the others before there were budgets. */
const attacks = (id: string): Attack[] => [
  http(
    'pages of pages',
    post(
      '{ instances(first: 200) { nodes { definition { instances(first: 200) { nodes { id placement { tags } } } } } } }',
    ),
  ),
  http(
    'ten pages of history with states',
    post(
      `{ ${many(10, (index) => `a${index}: instance(id: "${id}") { history(first: 200) { nodes { patch instance { effectiveProps props } } } } `).toString()}}`,
    ),
  ),
  http(
    '100,000 operations in one document',
    post(many(100_000, (index) => `query Q${index}{me{tenantId}} `).toString()),
  ),
  http(
    'an exponential chain of fragments',
    post(
      `{ ...F0 } ${many(900, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} } `).toString()}`,
    ),
  ),
  http(
    'a filter of 2 MB, 100,000 deep',
    post(
      'query ($f: InstanceFilter!) { instances(filter: $f) { totalCount } }',
      `{"f":{"propsContain":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
    ),
  ),
  socket(
    '100 pings of 1 MB whose answers nobody reads',
    many(100, () => frame(`{"type":"ping","payload":{"a":"${'x'.repeat(1_000_000)}"}}`)),
    { holdMs: 3000, reads: false },
  ),
  socket(
    '300 live queries',
    Buffer.concat([
      initMessage(null),
      many(300, (index) =>
        subscribeMessage(
          `q${index}`,
          `subscription { instancesChanged(filter: { propsContain: { destination: "Quay ${index}" } }) { type } }`,
          '{}',
          null,
        ),
      ),
    ]),
    { holdMs: 3000 },
  ),
  socket(
    'frames that ended the process: a deep ping, a long id twice, a subscription without its variable',
    Buffer.concat([
      initMessage(null),
      subscribeMessage(
        's',
        'subscription($s:Boolean!){displayChanged(instanceId:"inst-00000000") @skip(if:$s){type}}',
        '{"s":true}',
        null,
      ),
      many(2, () =>
        subscribeMessage('i'.repeat(200), `subscription { displayChanged(instanceId: "${id}") { type } }`, '{}', null),
      ),
      frame(`{"type":"ping","payload":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`),
    ]),
  ),
  {
    name: 'bodies that never come',
    bytes: request('POST', '/graphql', ['Content-Type: application/json', 'Content-Length: 4000000'], '{"query":"'),
    isSocket: false,
    holdMs: 2000,
    reads: true,
  },
  {
    name: 'sockets that are reset as soon as they are open',
    bytes: upgradeRequest('/nowhere'),
    isSocket: false,
    holdMs: 0,
    reads: true,
  },
]

/** Tries them all side by side, each again as soon as it has been answered or refused, for `ms`. */
export async function attack({ port, id, ms }: { port: number; id: string; ms: number }): Promise<Attacked> {
  const tries: Record<string, number> = {}
  const deadline = performance.now() + ms
  await Promise.all(
    attacks(id).map(async (one) => {
      while (performance.now() < deadline) {
        await tryOnce(port, one, deadline)
        tries[one.name] = (tries[one.name] ?? 0) + 1
        // What is refused at once is tried two hundred times a second, not in a loop that only burns the client's core.
        await sleep(5)
      }
    }),
  )
  return { tries }
}

function tryOnce(port: number, { bytes, isSocket, holdMs, reads }: Attack, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const connection = net.connect({ port, host: '127.0.0.1', localAddress })
    const end = () => {
      clearTimeout(timer)
      connection.resetAndDestroy()
      resolve()
    }
    const timer = setTimeout(end, Math.max(1, Math.min(holdMs ?? answerMs, deadline - performance.now())))
    connection.on('error', end).on('close', end)
    connection.on('connect', () => connection.write(isSocket ? Buffer.concat([upgradeRequest(), bytes]) : bytes))
    if (reads) connection.resume()
    else connection.pause()
  })
}
