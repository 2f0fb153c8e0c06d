import { createHash } from 'node:crypto'
import { cacheExchange, Client, fetchExchange } from '@urql/core'
import { serverAudits } from 'graphql-http'
import { describe, expect, it } from 'vitest'
import { eachMode } from '../../support/graph/graph-modes.ts'
import type { GraphqlAnswer } from '../../support/marquee.ts'

const count = '{ instances(first: 1) { totalCount } }'

eachMode('GraphQL over HTTP', (marquee) => {
  const at = (search: Record<string, string> = {}) => `${marquee.url}/graphql?${new URLSearchParams(search).toString()}`
  const ask = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, init)
    return {
      status: response.status,
      headers: response.headers,
      answer: (await response.json()) as GraphqlAnswer<unknown>,
    }
  }
  const post = (body: object, headers: Record<string, string> = {}) =>
    ask(at(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })

  describe('passes the audits of the graphql-http package', () => {
    // The address is known only when a test runs.
    it.each(serverAudits({ url: () => at() }).map((audit) => [audit.id, audit.name, audit] as const))(
      '%s %s',
      async (_id, _name, audit) => {
        const result = await audit.fn()
        expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok')
      },
    )

    it('which are 61', () => {
      expect(serverAudits({ url: at() })).toHaveLength(61)
    })
  })

  it('answers urql with its defaults, which sends GET', async () => {
    const methods: string[] = []
    const client = new Client({
      url: `${marquee.url}/graphql`,
      exchanges: [cacheExchange, fetchExchange],
      fetch: (input, init) => {
        methods.push(init?.method ?? 'GET')
        return fetch(input, init)
      },
    })
    const { data, error } = await client
      .query('query ($n: Int!) { instances(first: $n) { totalCount } }', { n: 1 })
      .toPromise()
    expect([error, methods]).toEqual([undefined, ['GET']])
    expect(data).toMatchObject({ instances: { totalCount: expect.any(Number) } })
    const written = await client
      .mutation('mutation { archiveInstance(input: { id: "inst-00000000" }) { revision } }', {})
      .toPromise()
    expect([written.error?.graphQLErrors[0]?.extensions['code'], methods]).toMatchObject([
      expect.stringMatching(/^(FORBIDDEN|UNAUTHENTICATED|GRAPHQL_VALIDATION_FAILED)$/),
      ['GET', 'POST'],
    ])
  })

  it('lets nothing that a form, a link or an image can send have an effect', async () => {
    const mutation =
      'mutation { upsertLocation(input: { id: "planted", name: "x", timezone: "UTC" }) { location { id } } }'
    const authorization = `Bearer ${marquee.adminKey}`
    const link = await ask(at({ query: mutation }), { headers: { authorization } })
    expect([link.status, link.headers.get('allow'), link.answer.errors?.[0]?.extensions.code]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ])
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/plain; application/json',
    ]) {
      const form = await ask(at(), {
        method: 'POST',
        headers: { 'content-type': type, authorization },
        body: JSON.stringify({ query: mutation }),
      })
      expect([form.status, form.answer.errors?.[0]?.extensions.code], type).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
    }
    const { answer } = await post({ query: '{ locations(first: 200) { nodes { id } } }' }, { authorization })
    expect(JSON.stringify(answer)).not.toContain('planted')
  })

  it('says what is wrong in the status where the client reads application/graphql-response+json, and in the body alone where it does not', async () => {
    for (const [query, code] of [
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ nope }', 'GRAPHQL_VALIDATION_FAILED'],
      ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ] as const) {
      for (const [accept, status] of [
        ['application/graphql-response+json', 400],
        ['application/json', 200],
        ['*/*', 200],
      ] as const) {
        const { answer, ...response } = await post({ query }, { accept })
        expect(
          [response.status, answer.errors?.map(({ extensions }) => extensions.code), 'data' in answer],
          `${query} ${accept}`,
        ).toEqual([status, [code], false])
      }
    }
    const refused = await post({ query: count }, { accept: 'image/png' })
    expect([refused.status, refused.answer.errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE'])
  })

  it('takes a document by its hash once it has had its text', async () => {
    const query = `query P${Date.now()} { instances(first: 1) { totalCount } }`
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    const search = { extensions: JSON.stringify(extensions) }
    expect((await ask(at(search))).answer.errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
    expect((await post({ query: count, extensions })).answer.errors?.[0]?.extensions.code).toBe('BAD_REQUEST')
    expect((await post({ query, extensions })).answer.errors).toBeUndefined()
    expect((await ask(at(search))).answer).toMatchObject({ data: { instances: { totalCount: expect.any(Number) } } })
    for (const persistedQuery of [{}, { version: 2, sha256Hash }, { version: 1, sha256Hash: 5 }, [], 'x']) {
      expect((await post({ extensions: { persistedQuery } })).answer.errors?.[0]?.extensions.code).toBe('BAD_REQUEST')
    }
  })

  it('asks pages of this server nothing more, and refuses those of every other origin', async () => {
    const same = await post({ query: count }, { origin: marquee.url })
    expect([same.status, same.headers.get('access-control-allow-origin')]).toEqual([200, null])
    const preflight = {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    }
    for (const init of [
      preflight,
      { headers: { origin: 'https://elsewhere.test' } },
      { headers: { origin: 'null' } },
    ]) {
      const { status, headers, answer } = await ask(at({ query: count }), init)
      expect([status, headers.get('access-control-allow-origin'), answer.errors?.[0]?.extensions.code]).toEqual([
        403,
        null,
        'FORBIDDEN',
      ])
    }
  })
})
