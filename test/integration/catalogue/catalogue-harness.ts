import { graphql, type GraphQLSchema } from 'graphql'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { systemClock } from '../../../kit/clock.ts'
import { createPool } from '../../../kit/db/pool.ts'
import { buildSubgraph } from '../../../kit/graphql/build-schema.ts'
import { formatError } from '../../../kit/graphql/format-error.ts'
import { adminViewer, anonymousViewer, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { createLogger } from '../../../kit/log.ts'
import { subgraphSdl } from '../../../schema/load.ts'
import {
  createCatalogue,
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_TENANT_ID,
  type ActivitySink,
  type Catalogue,
} from '../../../services/catalogue/index.ts'
import { testDatabase, type TestDatabase } from '../../support/postgres.ts'

export const log = createLogger({ level: 'silent', name: 'test' })
export const admin = adminViewer(SYSTEM_TENANT_ID, SYSTEM_PRINCIPAL_ID)
export const anonymous = anonymousViewer(SYSTEM_TENANT_ID)
export const stranger = adminViewer('another-tenant', 'somebody')
export const member: Viewer = {
  ...admin,
  principalId: 'member',
  isAdmin: false,
  access: { tenant: ['instance.read'], nodes: {} },
}
export const bundle = 'export function mount(host, element) { element.textContent = host.props.title }'

type Activity = Parameters<ActivitySink['record']>[1]
export type Answer<Data> = { data: Data | null; errors: { message: string; extensions: Record<string, unknown> }[] }
export type ShownVersion = {
  id: string
  status: string
  contentHash: string
  publishedAt: string | null
  definition: { id: string; latestVersion: unknown }
}

const versionFields =
  'id version status contentHash bundleUrl publishedAt definition { id status latestVersion { version } }'
export const SUBMIT = `mutation ($input: SubmitDefinitionInput!) { submitDefinition(input: $input) { definitionVersion { ${versionFields} } } }`
export const PUBLISH = `mutation ($input: PublishDefinitionVersionInput!) { publishDefinitionVersion(input: $input) { definitionVersion { ${versionFields} } } }`
export const DEPRECATE = `mutation ($input: PublishDefinitionVersionInput!) { deprecateDefinitionVersion(input: $input) { definitionVersion { ${versionFields} } } }`
export const RETIRE =
  'mutation ($input: RetireDefinitionInput!) { retireDefinition(input: $input) { definition { id status latestVersion { id } } } }'

/** What of the other services a catalogue by itself has: nobody to tell, and any instance is there. */
export const byItself = { tellAccess: async () => {}, instances: { nodeOf: async () => ({ projectId: null }) } }

/** The catalogue on a database of this test file's own, bootstrapped; asked through its schema as a server would. */
export class CatalogueHarness {
  readonly activities: Activity[] = []
  /** Sent to the database since the test began, or since it was set to 0. */
  statements = 0
  pool!: pg.Pool
  catalogue!: Catalogue
  private schema!: GraphQLSchema
  private database: TestDatabase | undefined

  /** Where this catalogue looks for content packages. */
  contentDir: string | null = null

  constructor() {
    beforeAll(() => this.start())
    beforeEach(() => void (this.activities.length = 0))
    afterAll(() => this.stop())
  }

  makeCatalogue(): Catalogue {
    const activities: ActivitySink = {
      record: async (tx, activity) => {
        await tx.query('INSERT INTO test_activity (action, detail) VALUES ($1, $2::jsonb)', [
          activity.action,
          { after: activity.after },
        ])
        this.activities.push(activity)
      },
    }
    return createCatalogue({
      ...byItself,
      pool: this.pool,
      clock: systemClock,
      activities,
      contentDir: this.contentDir,
    })
  }

  async ask<Data = Record<string, unknown>>(
    source: string,
    variableValues: Record<string, unknown> = {},
    viewer: Viewer = admin,
  ): Promise<Answer<Data>> {
    const base = { viewer, requestId: 'req-test', log }
    const contextValue = { ...base, ...this.catalogue.subgraph.context(base) }
    const { data = null, errors = [] } = await graphql({ schema: this.schema, source, variableValues, contextValue })
    const formatted = errors.map((error) => formatError(error, { service: 'catalogue', log, requestId: 'req-test' }))
    // Through JSON, as over the wire: graphql-js makes objects without a prototype.
    return JSON.parse(JSON.stringify({ data, errors: formatted })) as Answer<Data>
  }

  /** The one error of a request that has to fail. */
  async refusal(
    source: string,
    variables: Record<string, unknown>,
    viewer: Viewer = admin,
  ): Promise<Record<string, unknown>> {
    const { errors } = await this.ask(source, variables, viewer)
    expect(errors).toHaveLength(1)
    return { ...errors[0]?.extensions, message: errors[0]?.message }
  }

  async submit(typeKey: string, version = '1.0.0', more: Record<string, unknown> = {}): Promise<ShownVersion> {
    return this.change(SUBMIT, { typeKey, kind: 'COMPONENT', version, ...more })
  }

  async publish(definitionVersionId: string): Promise<ShownVersion> {
    return this.change(PUBLISH, { definitionVersionId })
  }

  async deprecate(definitionVersionId: string): Promise<ShownVersion> {
    return this.change(DEPRECATE, { definitionVersionId })
  }

  async submitAndPublish(typeKey: string, version?: string, more?: Record<string, unknown>): Promise<ShownVersion> {
    return this.publish((await this.submit(typeKey, version, more)).id)
  }

  /** Runs a mutation that must succeed, and answers its payload. */
  async write<Payload = Record<string, unknown>>(
    source: string,
    input: Record<string, unknown>,
    viewer: Viewer = admin,
  ): Promise<Payload> {
    const { data, errors } = await this.ask<Record<string, Payload>>(source, { input }, viewer)
    expect(errors).toEqual([])
    return Object.values(data!)[0]!
  }

  private async change(source: string, input: Record<string, unknown>): Promise<ShownVersion> {
    return (await this.write<{ definitionVersion: ShownVersion }>(source, input)).definitionVersion
  }

  private async start(): Promise<void> {
    this.database = await testDatabase()
    this.pool = createPool(this.database.url, { max: 8, name: 'catalogue-test', log })
    this.pool.on('connect', (client) => {
      const query = client.query.bind(client)
      client.query = ((...parameters: Parameters<typeof query>) => {
        this.statements += 1
        return query(...parameters)
      }) as typeof client.query
    })
    await this.pool.query('CREATE TABLE test_activity (action text, detail jsonb)')
    this.catalogue = this.makeCatalogue()
    this.schema = buildSubgraph(this.catalogue.subgraph, subgraphSdl('catalogue'))
    await this.catalogue.bootstrap()
  }

  private async stop(): Promise<void> {
    await this.pool?.end()
    await this.database?.drop()
  }
}
