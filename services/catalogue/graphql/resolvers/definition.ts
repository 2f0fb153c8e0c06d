import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { decodePageCursor, encodePageCursor } from '../../../../kit/pure/ids/page-cursor.ts'
import { brokenCursor } from '../../actions/definitions/list-definitions.ts'
import { existing } from '../existing.ts'
import type { DefinitionResolvers } from '../generated.ts'

const orderName = 'versions-greatest'

export const Definition: DefinitionResolvers = {
  latestVersion: ({ latestVersionId }, _, { catalogue }) =>
    latestVersionId === null ? null : catalogue.loaders.version.load(latestVersionId),

  project: async ({ projectId }, _, { catalogue }) =>
    existing(await catalogue.loaders.project.load(projectId), 'project'),

  derivedFrom: ({ derivedFromId }, _, { catalogue }) =>
    derivedFromId === null ? null : catalogue.loaders.definition.load(derivedFromId),

  owner: async ({ ownerId }, _, { catalogue }) =>
    existing(await catalogue.loaders.principal.load(ownerId), 'principal'),

  authorizationPolicy: ({ authorizationPolicyId: id }, _, { catalogue, viewer }) =>
    id === null || viewer.principalId === null ? null : catalogue.loaders.configResource.load(id),

  async versions({ id }, { first: given, after }, { catalogue: { loaders } }) {
    const first = pageSize(given, { fallback: 50 })
    const found = await loaders.versionPage.load({ definitionId: id, after: sortKeyOf(after), limit: first + 1 })
    const orders = new Map(found.map((row) => [row.id, row.versionOrder]))
    const rows = await Promise.all(found.map(async (row) => existing(await loaders.version.load(row.id), 'version')))
    return connection(rows, {
      first,
      after,
      // A page behind the last version has no row to tell the total: ask for the first one.
      totalCount:
        found[0]?.totalCount ??
        (await loaders.versionPage.load({ definitionId: id, after: null, limit: 1 }))[0]?.totalCount ??
        0,
      cursorOf: (row) => encodePageCursor(orderName, [orders.get(row.id) ?? '']),
    })
  },
}

function sortKeyOf(after: string | null | undefined): string | null {
  if (after === null || after === undefined) return null
  const keys = decodePageCursor(after, orderName)
  const [key] = keys ?? []
  if (keys?.length !== 1 || typeof key !== 'string') throw brokenCursor()
  return key
}
