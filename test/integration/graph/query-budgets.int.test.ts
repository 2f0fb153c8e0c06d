import { describe, expect, it } from 'vitest'
import { adminKey, graphql, type GraphqlAnswer } from '../../support/marquee.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { liveClient } from '../../support/graph/graph-socket.ts'
import { post } from '../../support/graph/graph-client.ts'

type Payload = { query: string; variables?: Record<string, unknown>; extensions?: Record<string, unknown> }
type Answer = GraphqlAnswer<unknown> & { extensions?: Record<string, unknown> }

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
const env = {
  MARQUEE_LIMIT_COST_ANONYMOUS: '210',
  MARQUEE_LIMIT_COST_ADMIN: '2010',
  MARQUEE_LIMIT_COST_INTROSPECTION: '100',
  MARQUEE_LIMIT_ANSWER_BYTES: '20000',
  MARQUEE_LIMIT_DOCUMENT_TOKENS: '800',
  MARQUEE_LIMIT_DOCUMENT_NESTING: '30',
  MARQUEE_LIMIT_DOCUMENT_DIRECTIVES: '5',
  MARQUEE_LIMIT_DOCUMENT_OPERATIONS: '5',
  MARQUEE_LIMIT_DOCUMENT_FRAGMENTS: '5',
  MARQUEE_LIMIT_DOCUMENT_ROOT_FIELDS: '5',
  MARQUEE_LIMIT_DOCUMENT_SELECTIONS: '300',
  MARQUEE_LIMIT_DOCUMENT_REPEATS: '10',
}

eachMode(
  'budgets of a document',
  (marquee) => {
    const overHttp = async (payload: Payload, key: string | null): Promise<Answer> =>
      (await post(marquee, JSON.stringify(payload), { authorization: key === null ? '' : `Bearer ${key}` })).answer
    const overSocket = async (payload: Payload, key: string | null): Promise<Answer> => {
      const client = liveClient(marquee, key)
      try {
        return await new Promise<Answer>((resolve) => {
          client.subscribe(payload, {
            next: (answer) => resolve(answer as Answer),
            error: (errors) => resolve({ errors } as Answer),
            complete: () => {},
          })
        })
      } finally {
        await client.dispose()
      }
    }

    describe.each([
      ['HTTP', overHttp],
      ['a socket', overSocket],
    ] as const)('over %s', (_, send) => {
      const refused = async (payload: Payload, key: string | null) =>
        (await send(payload, key)).errors?.map(({ extensions: { code, retryable, service, details } }) => ({
          code,
          retryable,
          service,
          details,
        }))
      const instances = (first: number): Payload => ({
        query: 'query ($first: Int) { instances(first: $first) { nodes { id } } }',
        variables: { first },
      })
      const tooExpensive = (details: object) => [
        { code: 'QUERY_TOO_EXPENSIVE', retryable: false, service: 'gateway', details },
      ]

      it('cost: an operation below and at the limit of its viewer is answered, one above is refused', async () => {
        for (const first of [99, 100]) expect((await send(instances(first), null)).data).toHaveProperty('instances')
        expect(await refused(instances(101), null)).toEqual(tooExpensive({ cost: 212, limit: 210 }))
        expect((await send(instances(101), adminKey)).data).toHaveProperty('instances')
        const nested = '{ instances(first: 100) { nodes { definition { instances(first: 10) { nodes { id } } } } } }'
        expect(await refused({ query: nested }, adminKey)).toEqual(tooExpensive({ cost: 2310, limit: 2010 }))
      })

      it.each([null, adminKey])('introspection: is answered below its limit and refused above, for %s', async (key) => {
        const introspection = (count: number) => ({
          query: `{ ${times(count, (index) => `a${index}: __type(name: "Nothing") { fields { type { fields { name } } } }`)} }`,
        })
        expect((await send(introspection(1), key)).data).toEqual({ a0: null })
        expect(await refused(introspection(2), key)).toEqual(
          tooExpensive({ budget: 'costIntrospection', cost: 122, limit: 100 }),
        )
      })

      const documents: [string, number, (count: number) => string][] = [
        [
          'documentNesting',
          30,
          (count) =>
            `{ instances(first: 1, filter: { propsContain: { a: ${'['.repeat(count - 4)}${']'.repeat(count - 4)} } }) { totalCount } }`,
        ],
        [
          'documentDirectives',
          5,
          (count) => `{ me { ${times(count, (index) => `a${index}: tenantId @skip(if: false)`)} } }`,
        ],
        ['documentOperations', 5, (count) => times(count, (index) => `query Q${index} { me { tenantId } }`)],
        [
          'documentFragments',
          5,
          (count) =>
            `{ me { ${times(count, (index) => `...F${index}`)} } } ${times(count, (index) => `fragment F${index} on Viewer { tenantId }`)}`,
        ],
        ['documentRootFields', 5, (count) => `{ ${times(count, (index) => `a${index}: me { tenantId }`)} }`],
        ['documentRepeats', 10, (count) => `{ me { ${times(count + 1, () => 'tenantId')} } }`],
      ]
      it.each(documents)(
        '%s: a document below and at the limit is read, one above is refused',
        async (budget, limit, document) => {
          const read = async (count: number) =>
            (await refused({ query: document(count) }, adminKey))?.filter(
              ({ code }) => code === 'QUERY_TOO_EXPENSIVE',
            ) ?? []
          expect([await read(limit - 1), await read(limit)]).toEqual([[], []])
          expect(await read(limit + 1)).toEqual(tooExpensive({ budget, cost: limit + 1, limit }))
        },
      )

      it('a document of a hundred thousand operations, or of one endless list, is refused unread', async () => {
        const flood = times(20_000, (index) => `query Q${index} { me { tenantId } }`)
        expect(await refused({ query: flood }, null)).toEqual(
          tooExpensive({ budget: 'documentTokens', cost: 801, limit: 800 }),
        )
        expect(await refused({ query: `{ a(b: ${'['.repeat(190)}` }, null)).toEqual(
          tooExpensive({ budget: 'documentNesting', cost: 31, limit: 30 }),
        )
      })

      it('a syntax error and an unknown field are still told as such', async () => {
        const codes = async (query: string) => (await refused({ query }, null))?.map(({ code }) => code)
        expect([await codes('{ me {'), await codes('{ nothing }')]).toEqual([
          ['GRAPHQL_PARSE_FAILED'],
          ['GRAPHQL_VALIDATION_FAILED'],
        ])
      })
    })

    it('cost: is told where it is asked for', async () => {
      const query = '{ instances(first: 7) { nodes { id } } }'
      expect((await overHttp({ query, extensions: { cost: true } }, null)).extensions).toEqual({
        cost: { cost: 24, limit: 210 },
      })
      expect((await overHttp({ query }, null)).extensions).toBeUndefined()
    })

    it('bytes: an answer below its budget is given, one above is refused with nothing of it, over both transports', async () => {
      const { typeKey } = await publishScreen(marquee)
      const { id } = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, name: 'n'.repeat(150) }))
        .instance
      const named = (count: number) => `{ instance(id: "${id}") { ${times(count, (index) => `a${index}: name`)} } }`
      expect(Object.keys((await graphql<{ instance: object }>(marquee, named(30))).data?.instance ?? {})).toHaveLength(
        30,
      )
      for (const send of [overHttp, overSocket]) {
        const { data, errors } = await send(
          {
            query: `{ a: ${named(30).slice(1, -1)} b: ${named(30).slice(1, -1)} c: ${named(30).slice(1, -1)} d: ${named(30).slice(1, -1)} e: ${named(30).slice(1, -1)} }`,
          },
          adminKey,
        )
        expect([
          data ?? null,
          errors?.map(({ extensions: { code, service, details } }) => ({ code, service, details })),
        ]).toEqual([null, [{ code: 'ANSWER_TOO_LARGE', service: 'gateway', details: { limitBytes: 20_000 } }]])
      }
    })

    it('cost: a subscription whose selection costs too much is refused before it is opened', async () => {
      const query =
        'subscription { instanceChanged(id: "inst-00000000") { instance { descendants(first: 200) { nodes { id } } } } }'
      const { errors } = await overSocket({ query }, null)
      expect(errors?.map(({ extensions: { code, details } }) => ({ code, details }))).toEqual([
        { code: 'QUERY_TOO_EXPENSIVE', details: { cost: 422, limit: 210 } },
      ])
    })
  },
  env,
)
