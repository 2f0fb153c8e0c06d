import { AppError } from '../../../../kit/errors/app-error.ts'
import { pageSize } from '../../../../kit/graphql/connection.ts'
import { listDefinitions } from '../../actions/list-definitions.ts'
import { may } from '../../domain/access.ts'
import { spacesOfTenant } from '../../store/organisation-reads.ts'
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

  spaces: (_, __, { catalogue: { deps }, viewer }) =>
    may(viewer, 'read-spaces') ? spacesOfTenant(deps.db, viewer.tenantId) : [],
}
