import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { reference } from '../../../../kit/graphql/subgraph.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import { listCredentials, revokeCredential, rotateCredential } from '../../actions/organisation/credentials.ts'
import { setPrincipalDisabled } from '../../actions/organisation/set-principal-disabled.ts'
import { brokenCursor } from '../../actions/definitions/list-definitions.ts'
import type { CredentialPosition } from '../../store/organisation/credentials.sql.ts'
import { existing } from '../existing.ts'
import type { CredentialResolvers, MutationResolvers, QueryResolvers } from '../generated.ts'

const order = 'credentials'

export const Credential: CredentialResolvers = {
  principal: async (row, _, { catalogue }) =>
    row.kind === 'DISPLAY' ? null : existing(await catalogue.loaders.principal.load(row.principalId), 'principal'),
  instance: (row) => (row.kind === 'DISPLAY' ? reference('Instance', row.instanceId) : null),
  name: (row) => (row.kind === 'DISPLAY' ? row.name : null),
  createdBy: ({ createdBy }, _, { catalogue }) =>
    createdBy === null ? null : catalogue.loaders.principal.load(createdBy),
  permissions: (row) => (row.kind === 'DISPLAY' ? null : row.scope),
}

export const credentialQueries: Pick<QueryResolvers, 'listCredentials'> = {
  async listCredentials(_, { kind, first: given, after = null, ...of }, { catalogue: { deps }, viewer }) {
    const first = pageSize(given, { fallback: 50 })
    const page = { first, after: after === null ? null : positionOf(after) }
    const { rows, totalCount } = await listCredentials(
      deps,
      viewer,
      { kind, principalId: of.principalId ?? null, instanceId: of.instanceId ?? null },
      page,
    )
    const cursorOf = ({ createdAt, id }: CredentialPosition) => encodePageCursor(order, [createdAt, id])
    return connection(rows, { first, after, totalCount, cursorOf })
  },
}

export const credentialMutations: Pick<
  MutationResolvers,
  'revokeCredential' | 'rotateCredential' | 'setPrincipalDisabled'
> = {
  revokeCredential: async (_, { input }, { catalogue, viewer }) => ({
    id: await revokeCredential(catalogue.deps, viewer, input),
  }),
  rotateCredential: (_, { input }, { catalogue, viewer }) => rotateCredential(catalogue.deps, viewer, input),
  async setPrincipalDisabled(_, { input }, { catalogue, viewer }) {
    const id = await setPrincipalDisabled(catalogue.deps, viewer, input)
    return { principal: existing(await catalogue.loaders.principal.load(id), 'principal') }
  },
}

function positionOf(after: string): CredentialPosition {
  const [createdAt, id, ...more] = decodePageCursor(after, order) ?? []
  const isTime = typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt))
  if (isTime && typeof id === 'string' && !id.includes('\0') && more.length === 0)
    return { createdAt: new Date(createdAt).toISOString(), id }
  throw brokenCursor()
}
