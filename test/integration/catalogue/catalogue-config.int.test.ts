import { describe, expect, it } from 'vitest'
import { anonymous, CatalogueHarness, member, stranger, SUBMIT } from './catalogue-harness.ts'

type Config = {
  id: string
  kind: string
  key: string
  title: string | null
  body: object
  revision: number
  provisioningSource: string
  updatedAt: string
}
type Page = {
  configResources: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Config[] }
}

const harness = new CatalogueHarness()
const fields = 'id kind key title body revision provisioningSource updatedAt'
const UPSERT = `mutation ($input: UpsertConfigResourceInput!) { upsertConfigResource(input: $input) { configResource { ${fields} } } }`
const LIST = `query ($kind: ConfigKind, $first: Int, $after: String) { configResources(kind: $kind, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`
const upsert = async (input: Record<string, unknown>) =>
  (await harness.write<{ configResource: Config }>(UPSERT, input)).configResource
const actions = () => harness.activities.map(({ action }) => action)

describe('config resources (S2-29)', () => {
  it.each(['DELIVERY_ENVIRONMENT', 'LAB_LOCATION', 'HOSTING_SITE_LOCATION', 'AUTHORIZATION_POLICY'])(
    'are kept for %s, by kind and key, source SEED, and have no instances',
    async (kind) => {
      const made = await upsert({ kind, key: 'europe/one', title: 'One', body: { region: 'eu' } })
      expect(made).toMatchObject({
        kind,
        key: 'europe/one',
        title: 'One',
        body: { region: 'eu' },
        revision: 1,
        provisioningSource: 'SEED',
      })
      expect(made.id).toMatch(/^cfg-[0-9a-z]{8}$/)
      expect(harness.activities).toEqual([expect.objectContaining({ action: 'config.created', resourceId: made.id })])
      const { data } = await harness.ask(
        `{ a: configResource(id: "${made.id}") { key } b: configResource(kind: ${kind}, key: "europe/one") { id } }`,
      )
      expect(data).toEqual({ a: { key: 'europe/one' }, b: { id: made.id } })
    },
  )

  it('change by the same mutation, with one activity, and not at all for equal content', async () => {
    const input = { kind: 'LAB_LOCATION', key: 'changing', body: { a: 1, b: [1, 2] } }
    const made = await upsert(input)
    harness.activities.length = 0
    expect(await upsert({ ...input, body: { b: [1, 2], a: 1 } })).toEqual(made)
    expect(actions()).toEqual([])
    expect(await upsert({ ...input, title: 'Named' })).toMatchObject({ id: made.id, title: 'Named', revision: 2 })
    expect(harness.activities).toEqual([
      expect.objectContaining({ action: 'config.changed', before: { title: null, body: input.body } }),
    ])
  })

  it('are made once when several make them at once', async () => {
    const input = { kind: 'LAB_LOCATION', key: 'raced', body: { a: 1 } }
    const made = await Promise.all([1, 2, 3, 4].map(() => upsert(input)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(actions()).toEqual(['config.created'])
  })

  it('change only from the revision that the writer expects', async () => {
    const input = { kind: 'LAB_LOCATION', key: 'expected', body: {} }
    expect(await harness.refusal(UPSERT, { input: { ...input, expectedRevision: 3 } })).toMatchObject({
      code: 'CONFLICT',
      details: { currentRevision: 0 },
    })
    await upsert({ ...input, expectedRevision: 0 })
    expect(await harness.refusal(UPSERT, { input: { ...input, expectedRevision: 0 } })).toMatchObject({
      code: 'CONFLICT',
      details: { currentRevision: 1 },
    })
    const writers = await Promise.all(
      [1, 2].map((a) => harness.ask(UPSERT, { input: { ...input, body: { a }, expectedRevision: 1 } })),
    )
    expect(writers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual(['CONFLICT'])
  })

  it('do the work of one idempotency key once', async () => {
    const input = { kind: 'LAB_LOCATION', key: 'once', body: {}, idempotencyKey: 'config-once' }
    const [one, two] = [await upsert(input), await upsert(input)]
    expect(two.id).toBe(one.id)
    expect(await harness.refusal(UPSERT, { input: { ...input, title: 'x' } })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a key that is none', { key: 'Not A Key' }, '/key'],
    ['a title over 200 characters', { title: 'x'.repeat(201) }, '/title'],
    ['a body over 64 KB', { body: { text: 'x'.repeat(64 * 1024) } }, '/body'],
  ])('refuse %s', async (_, wrong, pointer) => {
    const input = { kind: 'LAB_LOCATION', key: 'wrong', body: {}, ...wrong }
    expect(await harness.refusal(UPSERT, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer }] },
    })
  })

  it('are listed by kind and key, page by page', async () => {
    for (const key of ['c', 'a', 'b']) await upsert({ kind: 'DELIVERY_ENVIRONMENT', key: `page/${key}`, body: {} })
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer: { data: Page | null } = await harness.ask<Page>(LIST, {
        kind: 'DELIVERY_ENVIRONMENT',
        first: 2,
        after,
      })
      const { nodes, pageInfo, totalCount }: Page['configResources'] = answer.data!.configResources
      expect(totalCount).toBe(4)
      seen.push(...nodes.map(({ key }) => key))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(['europe/one', 'page/a', 'page/b', 'page/c'])
    expect(await harness.refusal(LIST, { after: 'xyz' })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await harness.refusal(LIST, { first: 0 })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await harness.refusal('{ configResource(kind: LAB_LOCATION) { id } }', {})).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('are read by those who are known, of their own tenant, and written by administrators', async () => {
    const made = await upsert({ kind: 'LAB_LOCATION', key: 'secret', body: {} })
    const read = `{ configResource(id: "${made.id}") { key } configResources { totalCount } }`
    expect((await harness.ask(read, {}, anonymous)).data).toEqual({
      configResource: null,
      configResources: { totalCount: 0 },
    })
    expect((await harness.ask(read, {}, stranger)).data).toEqual({
      configResource: null,
      configResources: { totalCount: 0 },
    })
    expect((await harness.ask(read, {}, member)).data).toMatchObject({ configResource: { key: 'secret' } })
    const input = { kind: 'LAB_LOCATION', key: 'secret', body: { a: 1 } }
    expect(await harness.refusal(UPSERT, { input }, anonymous)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await harness.refusal(UPSERT, { input }, member)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the authorization policy of a definition (S2-05)', () => {
  it('is a config resource of that kind, optional, and shown to those who may see it', async () => {
    const policy = await upsert({ kind: 'AUTHORIZATION_POLICY', key: 'only-owners', body: { write: ['OWNER'] } })
    await harness.submitAndPublish('policy/with', '1.0.0', { authorizationPolicyId: policy.id })
    await harness.submitAndPublish('policy/without')
    const read =
      '{ a: definition(typeKey: "policy/with") { authorizationPolicy { key body } } b: definition(typeKey: "policy/without") { authorizationPolicy { key } } }'
    const without = { b: { authorizationPolicy: null } }
    expect((await harness.ask(read)).data).toEqual({
      a: { authorizationPolicy: { key: 'only-owners', body: { write: ['OWNER'] } } },
      ...without,
    })
    expect((await harness.ask(read, {}, anonymous)).data).toEqual({ a: { authorizationPolicy: null }, ...without })
    await harness.submit('policy/with', '1.1.0')
    expect((await harness.ask(read)).data).toMatchObject({ a: { authorizationPolicy: { key: 'only-owners' } } })
  })

  it('is refused when it is another kind of config resource, or none', async () => {
    const { id } = await upsert({ kind: 'LAB_LOCATION', key: 'no-policy', body: {} })
    for (const authorizationPolicyId of [id, 'cfg-00000000']) {
      const input = { typeKey: 'policy/wrong', kind: 'COMPONENT', version: '1.0.0', authorizationPolicyId }
      expect(await harness.refusal(SUBMIT, { input })).toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { problems: [{ pointer: '/authorizationPolicyId' }] },
      })
    }
    expect((await harness.ask('{ definition(typeKey: "policy/wrong") { id } }')).data).toEqual({ definition: null })
  })
})
