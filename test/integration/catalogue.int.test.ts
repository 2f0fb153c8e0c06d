import { graphql, type GraphQLSchema } from 'graphql'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../kit/clock.ts'
import { createPool } from '../../kit/db/pool.ts'
import { buildSubgraph } from '../../kit/graphql/build-schema.ts'
import { formatError } from '../../kit/graphql/format-error.ts'
import { adminViewer, anonymousViewer, type Viewer } from '../../kit/graphql/viewer.ts'
import { createLogger } from '../../kit/log.ts'
import { sha256Hex } from '../../kit/pure/hash.ts'
import { subgraphSdl } from '../../schema/load.ts'
import {
  createCatalogue, SYSTEM_PRINCIPAL_ID, SYSTEM_PROJECT_ID, SYSTEM_SPACE_ID, SYSTEM_TENANT_ID, SYSTEM_TENANT_ROOT_ID, type Catalogue,
} from '../../services/catalogue/index.ts'
import { testDatabase, type TestDatabase } from '../support/postgres.ts'

const log = createLogger({ level: 'silent', name: 'test' })
const admin = adminViewer(SYSTEM_TENANT_ID, SYSTEM_PRINCIPAL_ID)
const anonymous = anonymousViewer(SYSTEM_TENANT_ID)
const stranger = adminViewer('another-tenant', 'somebody')
const member: Viewer = { ...admin, principalId: 'member', isAdmin: false }
const bundle = 'export function mount(host, element) { element.textContent = host.props.title }'

let database: TestDatabase
let pool: pg.Pool
let catalogue: Catalogue
let schema: GraphQLSchema
let statements = 0
const activities: { action: string; resourceId: string; changeId: string }[] = []

function makeCatalogue(): Catalogue {
  return createCatalogue({
    pool,
    clock: systemClock,
    activities: {
      async record(tx, activity) {
        // In the mutation's own transaction: what is rolled back there leaves nothing here either.
        await tx.query('INSERT INTO test_activity (action, detail) VALUES ($1, $2::jsonb)', [activity.action, { after: activity.after }])
        activities.push(activity)
      },
    },
  })
}

beforeAll(async () => {
  database = await testDatabase()
  pool = createPool(database.url, { max: 8, name: 'catalogue-test', log })
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    client.query = ((...parameters: Parameters<typeof query>) => {
      statements += 1
      return query(...parameters)
    }) as typeof client.query
  })
  await pool.query('CREATE TABLE test_activity (action text, detail jsonb)')
  catalogue = makeCatalogue()
  schema = buildSubgraph(catalogue.subgraph, subgraphSdl('catalogue'))
  await catalogue.bootstrap()
})

afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

beforeEach(() => {
  activities.length = 0
})

type Answer = { data: Record<string, any> | null; errors: { message: string; extensions: Record<string, any> }[] }

async function ask(source: string, variableValues: Record<string, unknown> = {}, viewer: Viewer = admin): Promise<Answer> {
  const base = { viewer, requestId: 'req-test', log }
  const contextValue = { ...base, ...catalogue.subgraph.context(base) }
  const { data = null, errors = [] } = await graphql({ schema, source, variableValues, contextValue })
  const formatted = errors.map((error) => formatError(error, { service: 'catalogue', log, requestId: 'req-test' }))
  // Through JSON, as over the wire: graphql-js makes objects without a prototype.
  return JSON.parse(JSON.stringify({ data, errors: formatted }))
}

async function refusal(source: string, variables: Record<string, unknown>, viewer: Viewer = admin) {
  const { errors } = await ask(source, variables, viewer)
  expect(errors).toHaveLength(1)
  return { ...errors[0]!.extensions, message: errors[0]!.message } as Record<string, any>
}

const versionFields = 'id version status contentHash bundleUrl publishedAt definition { id status latestVersion { version } }'
const SUBMIT = `mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { ${versionFields} } } }`
const PUBLISH = `mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { ${versionFields} } } }`
const DEPRECATE = `mutation ($input: PublishDefinitionVersionInput!) { deprecateDefinitionVersion(input: $input) { definitionVersion { ${versionFields} } } }`
const RETIRE = 'mutation ($input: RetireDefinitionInput!) { retireDefinition(input: $input) { definition { id status latestVersion { id } } } }'

async function submit(typeKey: string, version = '1.0.0', more: Record<string, unknown> = {}) {
  const { data, errors } = await ask(SUBMIT, { input: { typeKey, kind: 'COMPONENT', version, ...more } })
  expect(errors).toEqual([])
  return data!['submitDefinition'].definitionVersion
}

async function publish(definitionVersionId: string) {
  const { data, errors } = await ask(PUBLISH, { input: { definitionVersionId } })
  expect(errors).toEqual([])
  return data!['publishDefinitionVersion'].definitionVersion
}

const submitAndPublish = async (typeKey: string, version?: string, more?: Record<string, unknown>) =>
  publish((await submit(typeKey, version, more)).id)

describe('bootstrap', () => {
  it('makes the system tenant, its tree and its administrator under fixed ids (S1-52, S1-54)', async () => {
    const { data } = await ask(
      '{ me { tenantId roles principal { id kind email } } spaces { id kind owner { id } subspaces { kind space { id } projects { id subspace { kind } } } } }',
    )
    expect(data).toEqual({
      me: {
        tenantId: SYSTEM_TENANT_ID,
        roles: ['OWNER'],
        principal: { id: SYSTEM_PRINCIPAL_ID, kind: 'HUMAN', email: 'admin@optaic.local' },
      },
      spaces: [
        {
          id: SYSTEM_SPACE_ID,
          kind: 'SYSTEM',
          owner: { id: SYSTEM_PRINCIPAL_ID },
          subspaces: [
            { kind: 'OFFICIAL', space: { id: SYSTEM_SPACE_ID }, projects: [{ id: SYSTEM_PROJECT_ID, subspace: { kind: 'OFFICIAL' } }] },
            { kind: 'STAGING', space: { id: SYSTEM_SPACE_ID }, projects: [] },
          ],
        },
      ],
    })
    const grants = await pool.query('SELECT node_type, node_id, role FROM catalogue.role_grant ORDER BY node_type')
    expect(grants.rows).toEqual([
      { node_type: 'SPACE', node_id: SYSTEM_SPACE_ID, role: 'OWNER' },
      { node_type: 'TENANT', node_id: SYSTEM_TENANT_ROOT_ID, role: 'OWNER' },
    ])
    const roles = await pool.query('SELECT DISTINCT role FROM catalogue.role_permission ORDER BY role')
    expect(roles.rows.map(({ role }) => role)).toEqual(['AUDITOR', 'OPERATOR', 'OWNER', 'VIEWER'])
  })

  it('changes nothing when it runs again, in two processes at once (S1-53)', async () => {
    const rows = () =>
      pool.query(`SELECT (SELECT json_agg(t) FROM catalogue.tenant t) AS tenants, (SELECT json_agg(s ORDER BY s.id) FROM catalogue.subspace s) AS subspaces,
        (SELECT json_agg(p) FROM catalogue.project p) AS projects, (SELECT count(*) FROM catalogue.role_permission) AS permissions`)
    const before = await rows()
    await Promise.all([catalogue.bootstrap(), makeCatalogue().bootstrap()])
    expect((await rows()).rows).toEqual(before.rows)
  })

  it('ends with the same rows when two processes meet on an empty database', async () => {
    const empty = await testDatabase()
    const pools = [1, 2].map(() => createPool(empty.url, { max: 2, name: 'bootstrap-test', log }))
    const make = (own: pg.Pool) => createCatalogue({ pool: own, clock: systemClock, activities: { record: async () => {} } })
    try {
      await Promise.all(pools.map((own) => make(own).bootstrap()))
      const { rows } = await pools[0]!.query('SELECT (SELECT count(*) FROM catalogue.subspace) AS subspaces, (SELECT count(*) FROM catalogue.role_grant) AS grants')
      expect(rows).toEqual([{ subspaces: 2, grants: 2 }])
    } finally {
      await Promise.all(pools.map((own) => own.end()))
      await empty.drop()
    }
  })
})

describe('submitDefinition', () => {
  it('makes a definition and its first version, DRAFT, with one activity (S1-24)', async () => {
    const version = await submit('made/first', 'v1', { bundle, title: 'First' })
    expect(version).toMatchObject({
      version: '1.0.0',
      status: 'DRAFT',
      bundleUrl: `/bundles/${sha256Hex(bundle)}.js`,
      publishedAt: null,
      definition: { status: 'DRAFT', latestVersion: null },
    })
    expect(version.id).toMatch(/^defv-[0-9a-z]{8}$/)
    expect(version.definition.id).toMatch(/^def-[0-9a-z]{8}$/)
    expect(activities).toEqual([expect.objectContaining({ action: 'definition.submitted', resourceId: version.id, actorId: SYSTEM_PRINCIPAL_ID })])
    expect(activities[0]!.changeId).toMatch(/^chg-[0-9a-z]{16}$/)
    expect(await catalogue.bundle(sha256Hex(bundle))).toBe(bundle)
    expect(await catalogue.bundle('0'.repeat(64))).toBeNull()
    expect(await catalogue.bundle("' OR 1=1")).toBeNull()
  })

  it('replaces a DRAFT of the same number and keeps its id', async () => {
    const first = await submit('made/replaced')
    const again = await submit('made/replaced', '1', { defaultProps: { title: 'x' } })
    expect(again.id).toBe(first.id)
    expect(again.contentHash).not.toBe(first.contentHash)
    const { data } = await ask('{ definition(typeKey: "made/replaced") { versions { totalCount nodes { defaultProps } } } }')
    expect(data!['definition'].versions).toEqual({ totalCount: 1, nodes: [{ defaultProps: { title: 'x' } }] })
  })

  it('does not touch what has been published, whatever its status now', async () => {
    const version = await submitAndPublish('made/immutable')
    const input = { typeKey: 'made/immutable', kind: 'COMPONENT', version: '1.0.0', defaultProps: { a: 1 } }
    expect(await refusal(SUBMIT, { input })).toMatchObject({ code: 'IMMUTABLE' })
    await ask(DEPRECATE, { input: { definitionVersionId: version.id } })
    expect(await refusal(SUBMIT, { input })).toMatchObject({ code: 'IMMUTABLE' })
  })

  it('takes two first submissions of one type key at once: one definition, both versions', async () => {
    const [one, two] = await Promise.all([submit('made/raced', '1.0.0'), submit('made/raced', '2.0.0')])
    expect(one.definition.id).toBe(two.definition.id)
  })

  it.each([
    ['a malformed type key', { typeKey: 'Made Wrong' }, { code: 'BAD_USER_INPUT', pointer: '/input/typeKey' }],
    ['a schema that does not compile', { propsSchema: { type: 'text' } }, { code: 'SCHEMA_VIOLATION', pointer: '/input/propsSchema/type' }],
    ['a null default', { defaultProps: { a: null } }, { code: 'SCHEMA_VIOLATION', pointer: '/input/defaultProps/a' }],
    ['a bundle without mount', { bundle: 'export const a = 1' }, { code: 'BAD_USER_INPUT', pointer: '/input/bundle' }],
    ['a bundle for what shows nothing', { bundle, kind: 'POD' }, { code: 'BAD_USER_INPUT', pointer: '/input/bundle' }],
  ])('refuses %s, points at it, and writes nothing', async (_, wrong, { code, pointer }) => {
    const input = { typeKey: 'made/wrong', kind: 'COMPONENT', version: '1.0.0', ...wrong }
    const { message, ...extensions } = await refusal(SUBMIT, { input })
    expect(extensions).toMatchObject({ code, retryable: false, requestId: 'req-test', details: { problems: [{ pointer }] } })
    expect(message).toContain(pointer)
    expect((await ask('{ definition(typeKey: "made/wrong") { id } }')).data).toEqual({ definition: null })
    expect(activities).toEqual([])
  })

  it('refuses a version that is no semver, a bundle over 1 MB, and another kind under the same key', async () => {
    await submit('made/kind')
    const input = { typeKey: 'made/kind', kind: 'COMPONENT', version: '2.0.0' }
    expect(await refusal(SUBMIT, { input: { ...input, version: 'latest' } })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await refusal(SUBMIT, { input: { ...input, bundle: `${bundle}//${'x'.repeat(1024 * 1024)}` } })).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      details: { limitBytes: 1024 * 1024 },
    })
    expect(await refusal(SUBMIT, { input: { ...input, kind: 'POD' } })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await refusal(SUBMIT, { input: { ...input, projectId: 'nowhere' } })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(SUBMIT, { input: { ...input, title: 'x\0y' } })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('does the work of one idempotency key once, at whatever time it is sent again', async () => {
    const input = { typeKey: 'made/once', kind: 'COMPONENT', version: '1.0.0', idempotencyKey: 'key-1' }
    const answers = await Promise.all([ask(SUBMIT, { input }), ask(SUBMIT, { input }), ask(SUBMIT, { input })])
    answers.push(await ask(SUBMIT, { input }))
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    expect(new Set(answers.map(({ data }) => data!['submitDefinition'].definitionVersion.id)).size).toBe(1)
    expect(activities).toHaveLength(1)
    expect(await refusal(SUBMIT, { input: { ...input, title: 'Other' } })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  })

  it('frees an idempotency key whose work was refused', async () => {
    const published = await submitAndPublish('made/freed')
    const input = { definitionVersionId: published.id, idempotencyKey: 'key-2' }
    expect(await refusal(PUBLISH, { input })).toMatchObject({ code: 'IMMUTABLE' })
    const next = await submit('made/freed', '1.1.0')
    expect((await ask(PUBLISH, { input: { ...input, definitionVersionId: next.id } })).errors).toEqual([])
  })
})

describe('publishing', () => {
  it('makes the version the latest and the definition PUBLISHED', async () => {
    const version = await submitAndPublish('pub/one')
    expect(version).toMatchObject({ status: 'PUBLISHED', definition: { status: 'PUBLISHED', latestVersion: { version: '1.0.0' } } })
    expect(version.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(activities.map(({ action }) => action)).toEqual(['definition.submitted', 'definition.published'])
  })

  it('takes only versions greater than every published one, deprecated ones included', async () => {
    await submitAndPublish('pub/greater', '1.9.0')
    const greatest = await submitAndPublish('pub/greater', '1.10.0')
    await ask(DEPRECATE, { input: { definitionVersionId: greatest.id } })
    for (const number of ['1.9.5', '1.10.0-rc.1']) {
      const { id } = await submit('pub/greater', number)
      expect(await refusal(PUBLISH, { input: { definitionVersionId: id } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { latest: '1.10.0' } })
    }
    expect((await submitAndPublish('pub/greater', '1.10.1')).definition.latestVersion).toEqual({ version: '1.10.1' })
  })

  it('has one winner when two publish the same version at once', async () => {
    const { id } = await submit('pub/raced')
    const answers = await Promise.all([1, 2].map(() => ask(PUBLISH, { input: { definitionVersionId: id } })))
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))
    expect(codes).toEqual(['IMMUTABLE'])
    expect(activities.filter(({ action }) => action === 'definition.published')).toHaveLength(1)
  })

  it('never ends with a lesser version published after a greater one, however two race', async () => {
    const [lesser, greater] = [await submit('pub/order', '1.0.0'), await submit('pub/order', '2.0.0')]
    await Promise.all([greater, lesser].map(({ id }) => ask(PUBLISH, { input: { definitionVersionId: id } })))
    const { data } = await ask('{ definition(typeKey: "pub/order") { latestVersion { version } } }')
    expect(data).toEqual({ definition: { latestVersion: { version: '2.0.0' } } })
  })

  it('is final: the database itself refuses a change of a published version', async () => {
    const { id } = await submitAndPublish('pub/trigger')
    const change = pool.query(`UPDATE catalogue.definition_version SET default_props = '{"a":1}' WHERE id = $1`, [id])
    await expect(change).rejects.toMatchObject({ code: 'MQ001' })
    await expect(pool.query('DELETE FROM catalogue.definition_version WHERE id = $1', [id])).rejects.toMatchObject({ code: 'MQ001' })
  })

  it('goes on to DEPRECATED and RETIRED, and nowhere else', async () => {
    const one = await submitAndPublish('pub/end', '1.0.0')
    const two = await submitAndPublish('pub/end', '2.0.0')
    const draft = await submit('pub/end', '3.0.0')
    expect(await refusal(DEPRECATE, { input: { definitionVersionId: draft.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'DRAFT', allowed: ['PUBLISHED', 'RETIRED'] },
    })
    const deprecated = await ask(DEPRECATE, { input: { definitionVersionId: two.id } })
    expect(deprecated.data!['deprecateDefinitionVersion'].definitionVersion).toMatchObject({
      status: 'DEPRECATED',
      definition: { status: 'PUBLISHED', latestVersion: { version: '1.0.0' } },
    })
    const retired = await ask(RETIRE, { input: { definitionId: one.definition.id, reason: 'over' } })
    expect(retired.data!['retireDefinition'].definition).toMatchObject({ status: 'RETIRED', latestVersion: null })
    expect(await refusal(PUBLISH, { input: { definitionVersionId: draft.id } })).toMatchObject({ code: 'INVALID_TRANSITION' })
    expect(await refusal(RETIRE, { input: { definitionId: one.definition.id } })).toMatchObject({ code: 'INVALID_TRANSITION' })
    const input = { typeKey: 'pub/end', kind: 'COMPONENT', version: '4.0.0' }
    expect(await refusal(SUBMIT, { input })).toMatchObject({ code: 'INVALID_TRANSITION' })
  })

  it('knows nothing of ids that are not the tenant’s', async () => {
    const { id, definition } = await submit('pub/foreign')
    for (const viewer of [admin, stranger]) {
      const definitionVersionId = viewer === admin ? 'defv-00000000' : id
      expect(await refusal(PUBLISH, { input: { definitionVersionId } }, viewer)).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await refusal(RETIRE, { input: { definitionId: definition.id } }, stranger)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await ask(`{ definition(id: "${definition.id}") { id } definitionVersion(id: "${id}") { id } }`, {}, stranger)).data).toEqual({
      definition: null,
      definitionVersion: null,
    })
  })
})

describe('access', () => {
  it('lets an anonymous viewer read what has been published, and nothing else', async () => {
    const published = await submitAndPublish('open/published')
    await submit('open/published', '2.0.0')
    const draft = await submit('open/draft')
    const read = `query ($draft: ID!, $version: ID!) {
      definition(typeKey: "open/published") { status project { name } versions { totalCount nodes { version } } }
      draft: definition(id: $draft) { id }
      version: definitionVersion(id: $version) { id }
      definitions(filter: { search: "open/" }) { totalCount nodes { typeKey } }
      me { tenantId }
      spaces { id }
    }`
    const { data, errors } = await ask(read, { draft: draft.definition.id, version: draft.id }, anonymous)
    expect(errors).toEqual([])
    expect(data).toEqual({
      definition: { status: 'PUBLISHED', project: { name: 'Definitions' }, versions: { totalCount: 1, nodes: [{ version: '1.0.0' }] } },
      draft: null,
      version: null,
      definitions: { totalCount: 1, nodes: [{ typeKey: 'open/published' }] },
      me: null,
      spaces: [],
    })
    const up = `{ definition(id: "${published.definition.id}") { project { subspace { space { name } } } } }`
    expect(await refusal(up, {}, anonymous)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('hides addresses from those who are not known', async () => {
    const entities = `{ _entities(representations: [{ __typename: "Principal", id: "${SYSTEM_PRINCIPAL_ID}" }]) { ... on Principal { displayName email } } }`
    expect((await ask(entities, {}, anonymous)).data).toEqual({ _entities: [{ displayName: 'Administrator', email: null }] })
    expect((await ask(entities, {}, admin)).data).toEqual({ _entities: [{ displayName: 'Administrator', email: 'admin@optaic.local' }] })
  })

  it.each([
    ['an anonymous viewer', anonymous, 'UNAUTHENTICATED'],
    ['a viewer who is no administrator', member, 'FORBIDDEN'],
  ])('lets %s change nothing', async (_, viewer, code) => {
    const input = { typeKey: 'open/refused', kind: 'COMPONENT', version: '1.0.0' }
    expect(await refusal(SUBMIT, { input: { ...input, typeKey: '!' } }, viewer)).toMatchObject({ code })
    expect(await refusal(SUBMIT, { input }, viewer)).toMatchObject({ code })
    for (const change of [PUBLISH, DEPRECATE]) {
      expect(await refusal(change, { input: { definitionVersionId: 'defv-00000000' } }, viewer)).toMatchObject({ code })
    }
    expect(await refusal(RETIRE, { input: { definitionId: 'def-00000000' } }, viewer)).toMatchObject({ code })
  })
})

describe('reading', () => {
  const PAGE = `query ($first: Int, $after: String) {
    definitions(filter: { search: "many/" }, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage endCursor }
      nodes { typeKey latestVersion { version definition { typeKey } } project { name subspace { space { owner { displayName } } } } versions(first: 2) { nodes { version } } }
    }
  }`

  beforeAll(async () => {
    for (let index = 0; index < 50; index++) await submitAndPublish(`many/d${String(index).padStart(2, '0')}`)
  })

  it('needs the same number of statements for a page of 50 as for a page of 2', async () => {
    const count = async (first: number) => {
      statements = 0
      const { data, errors } = await ask(PAGE, { first })
      expect(errors).toEqual([])
      expect(data!['definitions'].nodes).toHaveLength(first)
      return statements
    }
    const two = await count(2)
    expect(await count(50)).toBe(two)
    // The page, its count, version pages, versions, definitions of versions, projects, subspaces, spaces, principals.
    expect(two).toBeLessThanOrEqual(9)
  })

  it('pages newest first, without a gap and without repeating', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data } = await ask(PAGE, { first: 20, after })
      const { nodes, pageInfo, totalCount } = data!['definitions']
      expect(totalCount).toBe(50)
      expect(pageInfo.hasPreviousPage).toBe(after !== null)
      seen.push(...nodes.map(({ typeKey }: { typeKey: string }) => typeKey))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toHaveLength(50)
    expect(new Set(seen).size).toBe(50)
    expect(seen[0]).toBe('many/d49')
  })

  it.each([
    ['first: 0', 'definitions(first: 0) { totalCount }'],
    ['first: 10000', 'definitions(first: 10000) { totalCount }'],
    ['a broken cursor', 'definitions(after: "xyz") { totalCount }'],
    ['a cursor of another list', 'definition(typeKey: "many/d00") { versions(after: "WyJkZWZpbml0aW9ucy1uZXdlc3QiXQ") { totalCount } }'],
    ['neither id nor typeKey', 'definition { id }'],
    ['both id and typeKey', 'definition(id: "a", typeKey: "b") { id }'],
  ])('refuses %s', async (_, field) => {
    expect(await refusal(`{ ${field} }`, {})).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('filters by kind, status, project and text, and takes % and _ for themselves', async () => {
    await submit('find/pod', '1.0.0', { kind: 'POD', title: '100% Sure_Thing' })
    const find = async (filter: Record<string, unknown>) => {
      const { data } = await ask('query ($filter: DefinitionFilter) { definitions(filter: $filter) { nodes { typeKey } } }', { filter })
      return data!['definitions'].nodes.map(({ typeKey }: { typeKey: string }) => typeKey)
    }
    expect(await find({ kinds: ['POD'] })).toEqual(['find/pod'])
    expect(await find({ kinds: ['POD'], statuses: ['PUBLISHED'] })).toEqual([])
    expect(await find({ search: '100% sure_' })).toEqual(['find/pod'])
    expect(await find({ search: 'FIND/' })).toEqual(['find/pod'])
    expect(await find({ search: 'f_nd' })).toEqual([])
    expect(await find({ search: '%' })).toEqual(['find/pod'])
    expect(await find({ search: 'find', projectId: SYSTEM_PROJECT_ID })).toEqual(['find/pod'])
    expect(await find({ search: 'find', projectId: 'nowhere' })).toEqual([])
  })

  it('lists versions greatest first by precedence, page by page', async () => {
    for (const number of ['1.9.0', '1.10.0-rc.1', '1.10.0', '2.0.0-alpha', '2.0.0']) await submit('find/versions', number)
    const page = async (after: string | null) => {
      const { data } = await ask(
        'query ($after: String) { definition(typeKey: "find/versions") { versions(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { version } } } }',
        { after },
      )
      return data!['definition'].versions
    }
    const first = await page(null)
    expect(first.nodes.map(({ version }: { version: string }) => version)).toEqual(['2.0.0', '2.0.0-alpha', '1.10.0'])
    const second = await page(first.pageInfo.endCursor)
    expect(second).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: false }, nodes: [{ version: '1.10.0-rc.1' }, { version: '1.9.0' }] })
    expect(await page(second.pageInfo.endCursor)).toEqual({ totalCount: 5, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] })
  })

  it('loads entities of all its types, null for those that are not there', async () => {
    const { id, definition } = await submitAndPublish('find/entity')
    const representations = [
      { __typename: 'DefinitionVersion', id },
      { __typename: 'Definition', id: definition.id },
      { __typename: 'Project', id: SYSTEM_PROJECT_ID },
      { __typename: 'Definition', id: 'def-00000000' },
    ]
    const { data } = await ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        __typename ... on DefinitionVersion { version definition { typeKey } } ... on Definition { typeKey latestVersion { version } } ... on Project { name }
      } }`,
      { representations },
    )
    expect(data!['_entities']).toEqual([
      { __typename: 'DefinitionVersion', version: '1.0.0', definition: { typeKey: 'find/entity' } },
      { __typename: 'Definition', typeKey: 'find/entity', latestVersion: { version: '1.0.0' } },
      { __typename: 'Project', name: 'Definitions' },
      null,
    ])
  })
})

describe('source, for those who make instances', () => {
  const forNew = (typeKey: string, version: string | null = null) => catalogue.source.forNewInstance(SYSTEM_TENANT_ID, typeKey, version)

  it('gives the greatest published version, and a newer one as soon as it is published', async () => {
    await submitAndPublish('src/newest', '1.9.0', { bundle, defaultProps: { a: 1 }, propsSchema: { type: 'object' } })
    const draft = await submit('src/newest', '1.10.0')
    expect(await forNew('src/newest')).toMatchObject({
      typeKey: 'src/newest',
      definitionKind: 'COMPONENT',
      version: '1.9.0',
      defaultProps: { a: 1 },
      propsSchema: { type: 'object' },
      bundleUrl: `/bundles/${sha256Hex(bundle)}.js`,
    })
    await publish(draft.id)
    expect((await forNew('src/newest')).version).toBe('1.10.0')
    expect((await forNew('src/newest', 'v1.9')).version).toBe('1.9.0')
  })

  it('gives a deprecated version to those who ask for it by number only', async () => {
    const one = await submitAndPublish('src/deprecated')
    await ask(DEPRECATE, { input: { definitionVersionId: one.id } })
    await expect(forNew('src/deprecated')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect((await forNew('src/deprecated', '1.0.0')).id).toBe(one.id)
    await ask(RETIRE, { input: { definitionId: one.definition.id } })
    await expect(forNew('src/deprecated', '1.0.0')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    expect((await catalogue.source.version(one.id)).version).toBe('1.0.0')
  })

  it('refuses what is not there, not published, or no version', async () => {
    await submit('src/draft')
    await expect(forNew('src/draft')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    await expect(forNew('src/draft', '1.0.0')).rejects.toMatchObject({ code: 'VERSION_NOT_PUBLISHED' })
    await expect(forNew('src/draft', '9.0.0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(forNew('src/draft', 'latest')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(forNew('src/nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(catalogue.source.forNewInstance('another-tenant', 'src/draft', null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(catalogue.source.version('defv-00000000')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('asks the database once for a version that never changes, and each time for a draft', async () => {
    const draft = await submit('src/kept')
    expect((await catalogue.source.version(draft.id)).defaultProps).toEqual({})
    await submit('src/kept', '1.0.0', { defaultProps: { a: 1 } })
    expect((await catalogue.source.version(draft.id)).defaultProps).toEqual({ a: 1 })
    await publish(draft.id)
    await catalogue.source.version(draft.id)
    statements = 0
    await catalogue.source.version(draft.id)
    expect(statements).toBe(0)
  })

  it('knows the project that things live in unless they say otherwise', async () => {
    expect(await catalogue.source.project(SYSTEM_TENANT_ID, null)).toBe(SYSTEM_PROJECT_ID)
    expect(await catalogue.source.project(SYSTEM_TENANT_ID, SYSTEM_PROJECT_ID)).toBe(SYSTEM_PROJECT_ID)
    await expect(catalogue.source.project(SYSTEM_TENANT_ID, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(catalogue.source.project('another-tenant', SYSTEM_PROJECT_ID)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a database that is away', () => {
  it('is UNAVAILABLE and worth a retry, through Prisma and through our own statements', async () => {
    const gone = createPool('postgres://nobody@127.0.0.1:1/none', { max: 1, name: 'gone', log })
    const away = createCatalogue({ pool: gone, clock: systemClock, activities: { record: async () => {} } })
    const base = { viewer: admin, requestId: 'req-test', log }
    const source = 'mutation { publishDefinitionVersion(input: { definitionVersionId: "x" }) { definitionVersion { id } } }'
    const awaySchema = buildSubgraph(away.subgraph, subgraphSdl('catalogue'))
    const changed = await graphql({ schema: awaySchema, source, contextValue: { ...base, ...away.subgraph.context(base) } })
    const read = await graphql({ schema: awaySchema, source: '{ spaces { id } }', contextValue: { ...base, ...away.subgraph.context(base) } })
    const own = await away.source.forNewInstance(SYSTEM_TENANT_ID, 'a', null).catch((error: unknown) => error)
    for (const error of [changed.errors?.[0], read.errors?.[0], own]) {
      expect(formatError(error, { service: 'catalogue', log, requestId: 'r' }).extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true })
    }
    await gone.end()
  })
})
