import type pg from 'pg'
import type { Clock } from '../../kit/clock.ts'
import type { AccessTokens } from '../../kit/graphql/viewer/access-token.ts'
import { nodesWith } from '../../kit/graphql/viewer/access.ts'
import type { BaseContext, Subgraph } from '../../kit/graphql/subgraph.ts'
import { defaultLimits } from '../../kit/limits.ts'
import type { Viewer as Caller } from '../../kit/graphql/viewer/viewer.ts'
import { createDefinitionSource, type DefinitionSource } from './actions/definitions/definition-source.ts'
import type { CatalogueDeps } from './actions/deps.ts'
import { saveMacro, type MacroToSave } from './actions/definitions/save-macro.ts'
import { seedSystemDefinitions } from './actions/definitions/seed-definitions.ts'
import { defaultRunLimitsMax, type RunLimitsMax } from './domain/definitions/check-submission.ts'
import type { CatalogueContextPart } from './graphql/context.ts'
import { createLoaders } from './graphql/loaders.ts'
import { configMutations } from './graphql/resolvers/config-resources.ts'
import { contentMutations } from './graphql/resolvers/content.ts'
import { Credential, credentialMutations } from './graphql/resolvers/credentials.ts'
import { DefinitionVersion, FlowTemplate } from './graphql/resolvers/definition-version.ts'
import { Definition } from './graphql/resolvers/definition.ts'
import { Mutation } from './graphql/resolvers/mutation.ts'
import { organisationMutations } from './graphql/resolvers/organisation-mutations.ts'
import { Principal, Project, Space, Subspace, Viewer } from './graphql/resolvers/organisation.ts'
import { Query } from './graphql/resolvers/query.ts'
import { notFound } from './errors.ts'
import type { ActivitySink, DisplayKeys, InstanceNodes } from './ports.ts'
import { bootstrap } from './store/organisation/bootstrap.ts'
import { createCatalogueDb } from './store/client.ts'
import { createContentFolder, type ContentLimits } from './store/content/content-folder.ts'
import { bundleSource } from './store/definitions/version-reads.ts'

export type Catalogue = {
  subgraph: Subgraph<{ catalogue: CatalogueContextPart }>
  /** For other services. */
  source: DefinitionSource & { saveMacro(viewer: Caller, macro: MacroToSave): Promise<string> }
  /** The source of the ES module with that SHA-256; null when there is none. */
  bundle(hash: string): Promise<string | null>
  /** Makes what every installation needs; at every start, in every process, any number of times. */
  bootstrap(): Promise<void>
  /** Makes the definitions that Marquee brings; after bootstrap, any number of times. */
  seed(): Promise<void>
}

/**
 * The service that knows what can be made: definitions, their versions, and the tree they live in. It holds nothing
 * that would have to be stopped: the pool belongs to the caller, and Prisma works on it too. Content packages are folders below
 * `contentDir`; without it there are none. Without `tokens` none can be issued.
 */
export function createCatalogue(options: {
  pool: pg.Pool
  clock: Clock
  activities: ActivitySink
  /** Tells every process of principals whose access has changed; null: of all. Never rejects. */
  tellAccess(tenantId: string, principalIds: readonly string[] | null): Promise<void>
  instances: InstanceNodes
  /** Left out: there are none. */
  displayKeys?: DisplayKeys
  contentDir?: string | null
  tokens?: AccessTokens
  runLimits?: RunLimitsMax
  limits?: ContentLimits
}): Catalogue {
  const {
    pool,
    clock,
    activities,
    tellAccess,
    instances,
    displayKeys = noDisplayKeys,
    contentDir = null,
    tokens = null,
    runLimits = defaultRunLimitsMax,
    limits = defaultLimits,
  } = options
  const db = createCatalogueDb(pool)
  const deps: CatalogueDeps = {
    db,
    sql: pool,
    clock,
    activities,
    content: createContentFolder(contentDir, limits),
    tokens,
    runLimits,
    bundleBytesMax: limits.bundleBytes,
    tellAccess,
    instances,
    displayKeys,
  }
  return {
    subgraph: {
      name: 'catalogue',
      resolvers: {
        Query,
        Mutation: mutations,
        Credential,
        Definition,
        DefinitionVersion,
        FlowTemplate,
        Principal,
        Project,
        Space,
        Subspace,
        Viewer,
      },
      entities: {
        Definition: ({ id }, { catalogue }) => catalogue.loaders.definition.load(id),
        DefinitionVersion: ({ id }, { catalogue }) => catalogue.loaders.version.load(id),
        Principal: ({ id }, { catalogue }) => catalogue.loaders.principal.load(id),
        Project: ({ id }, { catalogue }) => catalogue.loaders.project.load(id),
      },
      context: (base) => ({ catalogue: contextPart(base, pool, deps) }),
    },
    source: { ...createDefinitionSource(pool, db), saveMacro: (viewer, macro) => saveMacro(deps, viewer, macro) },
    bundle: async (hash) => (/^[0-9a-f]{64}$/.test(hash) ? bundleSource(db, hash) : null),
    bootstrap: () => bootstrap(db),
    seed: () => seedSystemDefinitions(deps),
  }
}

const noDisplayKeys: DisplayKeys = {
  list: () => Promise.resolve({ rows: [], totalCount: 0 }),
  revoke: () => Promise.reject(notFound('credential')),
  rotate: () => Promise.reject(notFound('credential')),
}

const mutations = {
  ...Mutation,
  ...organisationMutations,
  ...configMutations,
  ...contentMutations,
  ...credentialMutations,
}

function contextPart({ viewer }: BaseContext, pool: pg.Pool, deps: CatalogueDeps): CatalogueContextPart {
  const nodes = nodesWith(viewer.access, 'definition.read')
  const reading = {
    tenantId: viewer.tenantId,
    unpublished: nodes === 'ALL',
    nodes: nodes === 'ALL' ? [] : nodes,
  }
  const part: CatalogueContextPart = {
    deps,
    reading,
    loaders: createLoaders(deps.db, pool, reading),
    forgetLoaded: () => {
      part.loaders = createLoaders(deps.db, pool, reading)
    },
  }
  return part
}

export type { ActivitySink, CatalogueContextPart, DefinitionSource }
export {
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_PROJECT_ID,
  SYSTEM_SPACE_ID,
  SYSTEM_TENANT_ID,
  SYSTEM_TENANT_ROOT_ID,
} from './domain/organisation/system-ids.ts'
export { adoptIdentity, type OutsideIdentity } from './actions/organisation/adopt-identity.ts'
export { noteTokensUsed } from './store/organisation/credentials.sql.ts'
export { readPrincipals } from './store/organisation/principal-access.sql.ts'
