import { AppError } from '../../../../kit/errors/app-error.ts'
import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { listConfigResources } from '../../actions/config/list-config-resources.ts'
import { listDefinitions } from '../../actions/definitions/list-definitions.ts'
import { isKnownAt } from '../../domain/access/access.ts'
import type { ConfigResourceRow } from '../../domain/config/config-resource.ts'
import { credentialQueries } from './credentials.ts'
import { permissionsOn } from '../../actions/organisation/permissions-on.ts'
import { configResourceByKey } from '../../store/config/config-resources.ts'
import { spacesOfTenant } from '../../store/organisation/organisation-reads.ts'
import type { QueryResolvers } from '../generated.ts'

export const Query: QueryResolvers = {
  me: (_, __, { viewer: { principalId, tenantId } }) => (principalId === null ? null : { principalId, tenantId }),

  definition(_, { id = null, typeKey = null }, { catalogue: { loaders } }) {
    if (id !== null && typeKey === null) return loaders.definition.load(id)
    if (id === null && typeKey !== null) return loaders.definitionOfTypeKey.load(typeKey)
    throw new AppError('BAD_USER_INPUT', { public: "Give either 'id' or 'typeKey'." })
  },

  definitions(_, { filter, first, after = null }, { catalogue: { deps, reading } }) {
    const { kinds = null, statuses = null, projectId = null, search = null } = filter ?? {}
    const page = { first: pageSize(first, { fallback: 50 }), after }
    return listDefinitions(deps.db, reading, { kinds, statuses, projectId, search }, page)
  },

  definitionVersion: (_, { id }, { catalogue }) => catalogue.loaders.version.load(id),

  async configResources(_, { kind = null, first: given, after = null }, { catalogue: { deps }, viewer }) {
    const first = pageSize(given, { fallback: 50 })
    if (viewer.principalId === null)
      return connection<ConfigResourceRow>([], { first, after, totalCount: 0, cursorOf: ({ key }) => key })
    return listConfigResources(deps.db, { tenantId: viewer.tenantId, kind }, { first, after })
  },

  configResource(_, { id = null, kind = null, key = null }, { catalogue: { deps, loaders }, viewer }) {
    const byKey = kind !== null && key !== null
    if ((id !== null) === (kind !== null || key !== null) || (id === null && !byKey)) {
      throw new AppError('BAD_USER_INPUT', { public: "Give either 'id', or 'kind' and 'key'." })
    }
    if (viewer.principalId === null) return null
    if (id !== null) return loaders.configResource.load(id)
    return byKey ? configResourceByKey(deps.db, viewer.tenantId, kind, key) : null
  },

  spaces: async (_, __, { catalogue: { deps }, viewer }) =>
    viewer.principalId === null
      ? []
      : (await spacesOfTenant(deps.db, viewer.tenantId)).filter(({ id }) => isKnownAt(viewer.access, [id])),

  ...credentialQueries,

  myPermissions: (_, { resourceId }, { catalogue: { deps }, viewer }) => permissionsOn(deps, viewer, resourceId),
}
