import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { newToken, onTenant, revokeRole } from '../../support/graph/graph-principals.ts'
import { startMs } from '../../support/graph/graph-modes.ts'
import { startMarquee, type RunningMarquee } from '../../support/marquee.ts'
import { mcpSession, transportTo } from '../../support/mcp-client.ts'

const elsewhere = 'https://elsewhere.test'
let marquee: RunningMarquee

beforeAll(async () => {
  const env = {
    MARQUEE_LIMIT_MCP_SESSIONS_PER_PRINCIPAL: '3',
    MARQUEE_LIMIT_MCP_SESSIONS_PER_PROCESS: '6',
    MARQUEE_LIMIT_MCP_SUBSCRIPTIONS_PER_SESSION: '2',
    MARQUEE_LIMIT_BODY_BYTES: '1048576',
    MARQUEE_ALLOWED_ORIGINS: 'https://host.test',
  }
  marquee = await startMarquee({ mode: 'embedded', env })
}, startMs)
afterAll(() => marquee?.stop())

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}
type Init = { method?: string; body?: unknown; headers?: Record<string, string> }

async function send(token: string | null, { method = 'POST', body, headers = {} }: Init = {}) {
  const response = await fetch(`${marquee.url}/mcp`, {
    method,
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const session = response.headers.get('mcp-session-id')
  return { status: response.status, headers: response.headers, text, session }
}

const ai = async () => (await newToken(marquee, 'AI', 'OWNER')).token
const codeIn = (text: string) => (JSON.parse(text) as { error: { data?: { code: string } } }).error.data?.code
/** The process that was started, and no other, answers. */
async function isAlive() {
  const [{ process: child }] = marquee.parts as [RunningMarquee['parts'][0]]
  return child.exitCode === null && child.signalCode === null && (await fetch(`${marquee.url}/readyz`)).ok
}

/** A session, and what a client sends with each request of it. */
async function opened(token: string) {
  const { status, session } = await send(token, { body: initialize })
  expect(status).toBe(200)
  const headers = { 'mcp-session-id': session ?? '', 'mcp-protocol-version': '2025-06-18' }
  return { headers, end: () => send(token, { method: 'DELETE', headers }) }
}

describe('who may open a session', () => {
  it('is a principal of kind AI, from a page that is allowed or no page', async () => {
    const outcome = async (token: string | null, headers = {}) => {
      const { status, text } = await send(token, { body: initialize, headers })
      return [status, codeIn(text)]
    }
    expect(await outcome(null)).toEqual([401, 'UNAUTHENTICATED'])
    expect(await outcome('wrong')).toEqual([401, 'UNAUTHENTICATED'])
    expect(await outcome(marquee.adminKey)).toEqual([403, 'FORBIDDEN'])
    expect(await outcome((await newToken(marquee, 'HUMAN', 'OWNER')).token)).toEqual([403, 'FORBIDDEN'])
    const token = await ai()
    expect(await outcome(token, { origin: elsewhere })).toEqual([403, 'FORBIDDEN'])
    const allowed = await send(token, { body: initialize, headers: { origin: 'https://host.test' } })
    expect([allowed.status, allowed.headers.get('access-control-expose-headers')]).toEqual([
      200,
      expect.stringContaining('mcp-session-id'),
    ])
    await send(token, { method: 'DELETE', headers: { 'mcp-session-id': allowed.session ?? '' } })
  })

  it('is nobody else for a session that there is: another principal does not find it', async () => {
    const [token, other] = [await ai(), await ai()]
    const { headers, end } = await opened(token)
    const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' }
    expect((await send(token, { body: list, headers })).status).toBe(200)
    expect((await send(other, { body: list, headers })).status).toBe(404)
    expect((await send(null, { body: list, headers })).status).toBe(401)
    await end()
    expect((await send(token, { body: list, headers })).status).toBe(404)
  })
})

describe('sessions', () => {
  it('are bounded by principal and process, and make room when they end by DELETE', async () => {
    const token = await ai()
    const sessions = [await opened(token), await opened(token), await opened(token)]
    const refused = await send(token, { body: initialize })
    expect([refused.status, codeIn(refused.text), refused.headers.get('retry-after')]).toEqual([
      429,
      'RATE_LIMITED',
      '5',
    ])
    expect((await sessions.shift()?.end())?.status).toBe(200)
    sessions.push(await opened(token))
    const others = await ai()
    for (let count = 0; count < 3; count++) sessions.push(await opened(others))
    expect(await send(await ai(), { body: initialize })).toMatchObject({ status: 503 })
    for (const { end } of sessions) expect((await end()).status).toBe(200)
    await (await opened(token)).end()
  })

  it('keep what a client was to be told until its stream is open', async () => {
    const token = await ai()
    const { headers, end } = await opened(token)
    const { typeKey } = await publishScreen(marquee)
    const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey })
    const uri = `marquee://instances/${instance.id}`
    const subscribe = { jsonrpc: '2.0', id: 2, method: 'resources/subscribe', params: { uri } }
    expect((await send(token, { body: subscribe, headers })).status).toBe(200)
    for (const title of ['One', 'Two']) await write(marquee, 'patchProps', { id: instance.id, patch: { title } })
    // Whoever asks later than the feed has told has it told.
    const read = { jsonrpc: '2.0', id: 3, method: 'resources/read', params: { uri } }
    expect((await send(token, { body: read, headers })).text).toContain('Two')
    const left = new AbortController()
    const stream = await fetch(`${marquee.url}/mcp`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...headers },
      signal: left.signal,
    })
    const told = (await stream.body?.pipeThrough(new TextDecoderStream()).getReader().read())?.value
    expect(told).toContain(uri)
    left.abort()
    await end()
  })

  it('stay while a client listens, follow so many resources and no more, and end when access ends', async () => {
    const { token, principalId } = await newToken(marquee, 'AI', 'OWNER')
    const session = await mcpSession(transportTo('streamable HTTP', marquee.url, token))
    const { typeKey } = await publishScreen(marquee)
    const uris = []
    for (let count = 0; count < 3; count++) {
      const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey, name: unique() })
      uris.push(`marquee://instances/${instance.id}`)
    }
    const [one = '', two = '', three = ''] = uris
    await session.client.subscribeResource({ uri: one })
    await session.client.subscribeResource({ uri: two })
    await expect(session.client.subscribeResource({ uri: three })).rejects.toMatchObject({
      data: { code: 'LIMIT_REACHED' },
    })
    await session.client.unsubscribeResource({ uri: one })
    await session.client.subscribeResource({ uri: three })
    await ask(marquee, revokeRole, { input: { principalId, role: 'OWNER', ...onTenant } })
    const asked = async () => {
      try {
        await session.client.ping()
        return 'answered'
      } catch {
        return 'gone'
      }
    }
    await expect.poll(asked, { timeout: 30_000, interval: 200 }).toBe('gone')
    await session.client.close()
    // Those that were refused have left nothing behind.
    const room = await ai()
    const again = await Promise.all([opened(room), opened(room), opened(room)])
    for (const { end } of again) await end()
  })
})

describe('what a client sends cannot end the process', () => {
  it.each([
    ['no JSON', '{"jsonrpc":', 400],
    ['nothing', '', 400],
    ['a batch', [initialize, initialize], 400],
    ['a number', 1, 400],
    ['no JSON-RPC', { hello: 'there' }, 400],
    ['another version', { ...initialize, jsonrpc: '1.0' }, 400],
    ['an unknown method before a session', { jsonrpc: '2.0', id: 1, method: 'tools/list' }, 400],
    ['parameters of another kind', { ...initialize, params: [[]] }, 400],
    ['deep JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    [
      'a deep message',
      `{"jsonrpc":"2.0","id":1,"method":"initialize","params":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`,
      400,
    ],
  ])('%s', async (_what, body, status) => {
    expect((await send(await ai(), { body })).status).toBe(status)
    expect(await isAlive()).toBe(true)
  })

  it('wrong headers and methods', async () => {
    const token = await ai()
    const { headers, end } = await opened(token)
    const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' }
    const status = async (init: Init) => (await send(token, init)).status
    expect(await status({ body: list, headers: { 'mcp-session-id': 'x'.repeat(8000) } })).toBe(404)
    expect(await status({ body: list, headers: { ...headers, 'mcp-protocol-version': 'never' } })).toBe(400)
    expect(await status({ body: list, headers: { ...headers, accept: 'text/html' } })).toBe(406)
    expect(await status({ body: list, headers: { ...headers, 'content-type': 'text/plain' } })).toBe(415)
    expect(await status({ method: 'PUT', body: list, headers })).toBe(405)
    expect([413, 'cut']).toContain(await status({ body: 'x'.repeat(2_000_000), headers }).catch(() => 'cut'))
    // The connection is closed with the answer, which a client that still writes may not read.
    const large = { body: list, headers: { ...headers, 'x-large': 'x'.repeat(40_000) } }
    expect([431, 'cut']).toContain(await status(large).catch(() => 'cut'))
    await end()
    expect(await isAlive()).toBe(true)
  })

  it('any message in an open session', async () => {
    const token = await ai()
    const { headers, end } = await opened(token)
    const method = fc.constantFrom(
      ...['initialize', 'ping', 'tools/list', 'tools/call', 'resources/read', 'resources/subscribe', 'resources/list'],
      ...['notifications/cancelled', 'notifications/progress', 'logging/setLevel', 'completion/complete', '__proto__'],
    )
    const name = fc.constantFrom(
      'forge_instance_get',
      'forge_find_nearby',
      'forge_instance_list',
      '__proto__',
      'constructor',
    )
    const params = fc.oneof(
      fc.jsonValue(),
      fc.record({
        name,
        arguments: fc.dictionary(fc.constantFrom('instance_id', 'lat', 'tags', '__proto__', 'confirm'), fc.jsonValue()),
      }),
      fc.record({ uri: fc.oneof(fc.string(), fc.constant('marquee://instances/inst-00000000')), cursor: fc.string() }),
      fc.record({ requestId: fc.jsonValue(), _meta: fc.jsonValue(), protocolVersion: fc.string() }),
    )
    const message = fc.record(
      {
        jsonrpc: fc.constantFrom('2.0', '1.0'),
        id: fc.oneof(fc.integer(), fc.string(), fc.jsonValue()),
        method,
        params,
        result: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(message, async (body) => {
        const { status } = await send(token, { body, headers })
        expect([200, 202, 400, 404]).toContain(status)
      }),
      { numRuns: 150 },
    )
    await end()
    expect(await isAlive()).toBe(true)
  })
})

describe('the program for standard input and output', () => {
  const program = fileURLToPath(new URL('../../../server/mcp-stdio.ts', import.meta.url))
  const start = (env: Record<string, string>) =>
    spawn(process.execPath, [program], { env: { PATH: process.env['PATH'] ?? '', ...env } })

  it.each([
    ['no token', () => Promise.resolve({})],
    ['the key of a person', () => Promise.resolve({ MARQUEE_URL: marquee.url, MARQUEE_TOKEN: marquee.adminKey })],
    ['a wrong address', async () => ({ MARQUEE_URL: 'http://127.0.0.1:9', MARQUEE_TOKEN: await ai() })],
  ])('says what is wrong and ends: %s', async (_what, env) => {
    const child = start(await env())
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const [code] = (await once(child, 'exit')) as [number]
    expect([code, said]).toEqual([1, expect.stringMatching(/MARQUEE_TOKEN|kind AI|no Marquee at/)])
  })

  it('passes over lines that are no messages, and ends with its input', async () => {
    const child = start({ MARQUEE_URL: marquee.url, MARQUEE_TOKEN: await ai() })
    let answers = ''
    child.stdout.on('data', (text: Buffer) => (answers += text.toString()))
    child.stdin.write(`not json\n{"jsonrpc":"3"}\n[]\n${JSON.stringify(initialize)}\n`)
    await expect.poll(() => answers, { timeout: 30_000 }).toContain('"serverInfo"')
    child.stdin.end()
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
  })
})
