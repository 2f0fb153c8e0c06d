import { mutated } from './frames.ts'
import { anyJson, aText, heavyJson } from './json-values.ts'
import { randomBytesOf, times, type Random } from './random.ts'

/** HTTP as bytes: requests and upgrades, right and wrong. */

const crlf = '\r\n'

export const request = (method: string, path: string, headers: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from([`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, '', ''].join(crlf), 'latin1'),
    Buffer.from(body),
  ])

export const upgradeRequest = (
  path = '/graphql',
  headers: readonly string[] = [
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: ZnV6ei1mdXp6LWZ1enotZg==',
  ],
): Buffer => request('GET', path, ['Connection: Upgrade', 'Upgrade: websocket', ...headers])

const paths = [
  '/',
  '/graphql',
  '/graphql/',
  '/graphql?',
  '//graphql',
  '/GRAPHQL',
  '/live/inst-~~fuzz00',
  '/live/inst-~~fuzz00?since=%00',
  '/live/',
  '/live/..%2f..%2fetc%2fpasswd',
  '/live/%',
  '/live/%ff',
  '/live/inst-00000000/frame',
  '/live/inst-~~fuzz00/frame',
  '/dashboard',
  '/dashboard/x',
  '/bundles/x.js',
  `/bundles/${'a'.repeat(64)}.js`,
  '/bundles/..%2f..%2fpackage.json',
  '/healthz',
  '/readyz',
  '/metrics',
  '/apps/x.js',
  '/bindings/x',
  '/bindings/inst-~~fuzz00/title',
  '/internal/feeds',
  '/feeds',
  '*',
  'http://example.org/graphql',
  '/%00',
  `/${'a'.repeat(3000)}`,
  `/${'a/'.repeat(9000)}`,
  '/graphql?query=%7Bme%7BtenantId%7D%7D',
  '/graphql?query=%',
  '/graphql?query[]=x&query=y',
  '/graphql?query=%7Bme%7BtenantId%7D%7D&variables=%7B',
  '/graphql?query=mutation%7BsetKv(input:%7Bkey:%22a%22%7D)%7BchangeId%7D%7D',
  `/graphql?query=${'%7Ba'.repeat(1500)}`,
]
const methods = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'QUERY',
  'NOPE',
  'get',
]
const types = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/graphql',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  '',
  'x',
  'application/json;;;',
]
const accepts = [
  'application/json',
  'application/graphql-response+json',
  'text/html',
  'text/event-stream',
  'multipart/mixed; subscriptionSpec=1.0',
  '*/*',
  'image/png',
  '',
  'x'.repeat(5000),
]

/** What a client may put into a body for GraphQL that is no good request. */
export function graphqlBody(random: Random): Buffer {
  const query = JSON.stringify(
    random.pick([
      '{ me { tenantId } }',
      '{ instances { totalCount } }',
      'query A { me { tenantId } } query B { spaces { id } }',
      'subscription { displayChanged(instanceId: "inst-~~fuzz00") { type } }',
      aText(random),
    ]),
  )
  const text = random.pick([
    () => `{"query":${query},"variables":${anyJson(random)}}`,
    () => `{"query":${query},"operationName":${anyJson(random, 1)}}`,
    () => `{"query":${query},"extensions":${anyJson(random)}}`,
    () => `{"query":${query},"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}`,
    () => `{"query":${anyJson(random)}}`,
    () => `[{"query":${query}},{"query":${query}}]`,
    () => `[${times(random.int(2, 500), () => `{"query":${query}}`).join(',')}]`,
    () => anyJson(random),
    () => `{"query":${query},"query":${query},"__proto__":{"query":"x"}}`,
    () => `{"query":${query},"variables":${heavyJson(random, random.int(1000, 60_000))}}`,
    () => `{"query":${query},"operationName":"B","variables":null}`,
    () => heavyJson(random, random.int(1000, 60_000)),
    () => `\ufeff{"query":${query}}`,
    () => '',
    () => '{"query":',
  ])()
  const bytes = Buffer.from(text)
  return random.chance(0.15) ? mutated(random, bytes) : bytes
}

/** One request that is read to its end, or to where it breaks. */
export function hostileRequest(random: Random): Buffer {
  const body = random.chance(0.6) ? graphqlBody(random) : Buffer.alloc(0)
  const headers = [
    ...(random.chance(0.8) ? [`Content-Type: ${random.pick(types)}`] : []),
    ...(random.chance(0.7) ? [`Accept: ${random.pick(accepts)}`] : []),
    ...(random.chance(0.3)
      ? [
          `Authorization: ${random.pick(['Bearer ', 'Bearer x', 'Basic eDp5', 'Bearer ' + 'a.'.repeat(2000), 'Bearer eyJhbGciOiJub25lIn0.e30.', 'x'])}`,
        ]
      : []),
    ...(random.chance(0.2) ? [`X-Request-Id: ${random.pick(['', 'a b', 'x'.repeat(101), '<script>', 'ok-1'])}`] : []),
    ...(random.chance(0.2) ? [`Origin: ${random.pick(['null', 'https://example.org', 'x', ''])}`] : []),
    ...(random.chance(0.1) ? ['Access-Control-Request-Method: POST'] : []),
    ...(random.chance(0.1) ? [`Accept-Encoding: ${random.pick(['gzip', 'br', 'identity;q=0', '*;q=0', 'x'])}`] : []),
    ...(random.chance(0.1) ? [`Content-Encoding: ${random.pick(['gzip', 'br', 'deflate', 'x'])}`] : []),
    ...(random.chance(0.05) ? [`Expect: ${random.pick(['100-continue', 'x'])}`] : []),
    ...(random.chance(0.05) ? [`Cookie: ${'a=b; '.repeat(random.int(1, 3000))}`] : []),
    ...(random.chance(0.05) ? times(random.int(50, 3000), (index) => `X-H${index}: ${index}`) : []),
    ...lengthOf(random, body),
    'Connection: close',
  ]
  const bytes = request(random.pick(methods), random.pick(paths), headers, body)
  return random.chance(0.15) ? mutated(random, bytes) : bytes
}

function lengthOf(random: Random, body: Buffer): string[] {
  if (random.chance(0.85)) return [`Content-Length: ${body.length}`]
  return random.pick([
    [],
    ['Content-Length: -1'],
    ['Content-Length: 99999999999999999999'],
    ['Content-Length: 1', 'Content-Length: 2'],
    [`Content-Length: ${body.length + 10}`],
    ['Transfer-Encoding: chunked'],
    ['Transfer-Encoding: chunked', `Content-Length: ${body.length}`],
    ['Transfer-Encoding: x'],
  ])
}

/** An upgrade that is refused, or should be. */
export function hostileUpgrade(random: Random): Buffer {
  const headers = [
    ...(random.chance(0.8)
      ? [
          `Sec-WebSocket-Protocol: ${random.pick(['graphql-transport-ws', 'graphql-ws', '', ',,', 'x'.repeat(2000), 'graphql-transport-ws, graphql-transport-ws', '\u0001'])}`,
        ]
      : []),
    ...(random.chance(0.8) ? [`Sec-WebSocket-Version: ${random.pick(['13', '8', '0', '', 'x'])}`] : []),
    ...(random.chance(0.8) ? [`Sec-WebSocket-Key: ${random.pick(['ZnV6ei1mdXp6LWZ1enotZg==', 'x', '', 'ZnV6'])}`] : []),
    ...(random.chance(0.3)
      ? [
          `Sec-WebSocket-Extensions: ${random.pick(['permessage-deflate', 'permessage-deflate; client_max_window_bits=99', ';;;', 'x'.repeat(3000)])}`,
        ]
      : []),
    ...(random.chance(0.3) ? [`Origin: ${random.pick(['null', 'https://example.org', ''])}`] : []),
    ...(random.chance(0.1) ? [`Authorization: ${aText(random).replaceAll(/[^\x20-\x7e]/g, '')}`] : []),
  ]
  const bytes = random.chance(0.5)
    ? upgradeRequest(random.pick(paths), headers)
    : request(random.pick(methods), random.pick(paths), [
        'Connection: Upgrade',
        `Upgrade: ${random.pick(['websocket', 'h2c', 'x', ''])}`,
        ...headers,
      ])
  const behind = random.chance(0.3) ? randomBytesOf(random, random.int(1, 300)) : Buffer.alloc(0)
  return Buffer.concat([random.chance(0.2) ? mutated(random, bytes) : bytes, behind])
}
