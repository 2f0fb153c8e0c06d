import { graphql } from 'graphql'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../kit/clock.ts'
import { createPool } from '../../../kit/db/pool.ts'
import { buildSubgraph } from '../../../kit/graphql/build-schema.ts'
import { formatError } from '../../../kit/graphql/format-error.ts'
import { subgraphSdl } from '../../../schema/load.ts'
import {
  createCatalogue,
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_PROJECT_ID,
  SYSTEM_SPACE_ID,
  SYSTEM_TENANT_ID,
  SYSTEM_TENANT_ROOT_ID,
} from '../../../services/catalogue/index.ts'
import { testDatabase } from '../../support/postgres.ts'
import {
  byItself,
  admin,
  anonymous,
  CatalogueHarness,
  DEPRECATE,
  log,
  member,
  PUBLISH,
  RETIRE,
  SUBMIT,
} from './catalogue-harness.ts'

const harness = new CatalogueHarness()

describe('bootstrap', () => {
  it('makes the system tenant, its tree and its administrator under fixed ids (S1-52, S1-54)', async () => {
    const { data } = await harness.ask(
      '{ me { tenantId roles principal { id kind email } } spaces { id kind owner { id } subspaces { kind space { id } projects { id subspace { kind } } } } }',
    )
    expect(data).toEqual({
      me: {
        tenantId: SYSTEM_TENANT_ROOT_ID,
        roles: ['OWNER'],
        principal: { id: SYSTEM_PRINCIPAL_ID, kind: 'HUMAN', email: 'admin@optaic.local' },
      },
      spaces: [
        {
          id: SYSTEM_SPACE_ID,
          kind: 'SYSTEM',
          owner: { id: SYSTEM_PRINCIPAL_ID },
          subspaces: [
            {
              kind: 'OFFICIAL',
              space: { id: SYSTEM_SPACE_ID },
              projects: [{ id: SYSTEM_PROJECT_ID, subspace: { kind: 'OFFICIAL' } }],
            },
            { kind: 'STAGING', space: { id: SYSTEM_SPACE_ID }, projects: [] },
          ],
        },
      ],
    })
    const grants = await harness.pool.query(
      'SELECT node_type, node_id, role FROM catalogue.role_grant ORDER BY node_type',
    )
    expect(grants.rows).toEqual([
      { node_type: 'SPACE', node_id: SYSTEM_SPACE_ID, role: 'OWNER' },
      { node_type: 'TENANT', node_id: SYSTEM_TENANT_ROOT_ID, role: 'OWNER' },
    ])
    const roles = await harness.pool.query('SELECT DISTINCT role FROM catalogue.role_permission ORDER BY role')
    expect(roles.rows.map(({ role }) => role)).toEqual(['AUDITOR', 'OPERATOR', 'OWNER', 'VIEWER'])
  })

  it('changes nothing when it runs again, in two processes at once (S1-53)', async () => {
    const rows = () =>
      harness.pool
        .query(`SELECT (SELECT json_agg(t) FROM catalogue.tenant t) AS tenants, (SELECT json_agg(s ORDER BY s.id) FROM catalogue.subspace s) AS subspaces,
        (SELECT json_agg(p) FROM catalogue.project p) AS projects, (SELECT count(*) FROM catalogue.role_permission) AS permissions`)
    const before = await rows()
    await Promise.all([harness.catalogue.bootstrap(), harness.makeCatalogue().bootstrap()])
    expect((await rows()).rows).toEqual(before.rows)
  })

  it('ends with the same rows when two processes meet on an empty database', async () => {
    const empty = await testDatabase()
    const pools = [1, 2].map(() => createPool(empty.url, { max: 2, name: 'bootstrap-test', log }))
    const make = (own: pg.Pool) =>
      createCatalogue({ ...byItself, pool: own, clock: systemClock, activities: { record: async () => {} } })
    try {
      await Promise.all(pools.map((own) => make(own).bootstrap()))
      const { rows } = await pools[0]!.query(
        'SELECT (SELECT count(*) FROM catalogue.subspace) AS subspaces, (SELECT count(*) FROM catalogue.role_grant) AS grants',
      )
      expect(rows).toEqual([{ subspaces: 2, grants: 2 }])
    } finally {
      await Promise.all(pools.map((own) => own.end()))
      await empty.drop()
    }
  })
})

describe('access', () => {
  it('lets an anonymous viewer read what has been published, and nothing else', async () => {
    const published = await harness.submitAndPublish('open/published')
    await harness.submit('open/published', '2.0.0')
    const draft = await harness.submit('open/draft')
    const read = `query ($draft: ID!, $version: ID!) {
      definition(typeKey: "open/published") { status project { name } versions { totalCount nodes { version } } }
      draft: definition(id: $draft) { id }
      version: definitionVersion(id: $version) { id }
      definitions(filter: { search: "open/" }) { totalCount nodes { typeKey } }
      me { tenantId }
      spaces { id }
    }`
    const { data, errors } = await harness.ask(read, { draft: draft.definition.id, version: draft.id }, anonymous)
    expect(errors).toEqual([])
    expect(data).toEqual({
      definition: {
        status: 'PUBLISHED',
        project: { name: 'Definitions' },
        versions: { totalCount: 1, nodes: [{ version: '1.0.0' }] },
      },
      draft: null,
      version: null,
      definitions: { totalCount: 1, nodes: [{ typeKey: 'open/published' }] },
      me: null,
      spaces: [],
    })
    const up = `{ definition(id: "${published.definition.id}") { project { subspace { space { name } } } } }`
    expect(await harness.refusal(up, {}, anonymous)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('hides addresses from those who are not known', async () => {
    const entities = `{ _entities(representations: [{ __typename: "Principal", id: "${SYSTEM_PRINCIPAL_ID}" }]) { ... on Principal { displayName email } } }`
    expect((await harness.ask(entities, {}, anonymous)).data).toEqual({
      _entities: [{ displayName: 'Administrator', email: null }],
    })
    expect((await harness.ask(entities, {}, admin)).data).toEqual({
      _entities: [{ displayName: 'Administrator', email: 'admin@optaic.local' }],
    })
  })

  it.each([
    ['an anonymous viewer', anonymous, 'UNAUTHENTICATED'],
    ['a viewer who is no administrator', member, 'FORBIDDEN'],
  ])('lets %s change nothing', async (_, viewer, code) => {
    const input = { typeKey: 'open/refused', kind: 'COMPONENT', version: '1.0.0' }
    expect(await harness.refusal(SUBMIT, { input: { ...input, typeKey: '!' } }, viewer)).toMatchObject({ code })
    expect(await harness.refusal(SUBMIT, { input }, viewer)).toMatchObject({ code })
    for (const change of [PUBLISH, DEPRECATE]) {
      expect(await harness.refusal(change, { input: { definitionVersionId: 'defv-00000000' } }, viewer)).toMatchObject({
        code,
      })
    }
    expect(await harness.refusal(RETIRE, { input: { definitionId: 'def-00000000' } }, viewer)).toMatchObject({ code })
  })
})

describe('a database that is away', () => {
  it('is UNAVAILABLE and worth a retry, through Prisma and through our own statements', async () => {
    const gone = createPool('postgres://nobody@127.0.0.1:1/none', { max: 1, name: 'gone', log })
    const away = createCatalogue({
      ...byItself,
      pool: gone,
      clock: systemClock,
      activities: { record: async () => {} },
    })
    const base = { viewer: admin, requestId: 'req-test', log }
    const source =
      'mutation { publishDefinitionVersion(input: { definitionVersionId: "x" }) { definitionVersion { id } } }'
    const awaySchema = buildSubgraph(away.subgraph, subgraphSdl('catalogue'))
    const changed = await graphql({
      schema: awaySchema,
      source,
      contextValue: { ...base, ...away.subgraph.context(base) },
    })
    const read = await graphql({
      schema: awaySchema,
      source: '{ spaces { id } }',
      contextValue: { ...base, ...away.subgraph.context(base) },
    })
    const own = await away.source.forNewInstance(SYSTEM_TENANT_ID, 'a', null).catch((error: unknown) => error)
    for (const error of [changed.errors?.[0], read.errors?.[0], own]) {
      expect(formatError(error, { service: 'catalogue', log, requestId: 'r' }).extensions).toMatchObject({
        code: 'UNAVAILABLE',
        retryable: true,
      })
    }
    await gone.end()
  })
})
