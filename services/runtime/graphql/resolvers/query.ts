import { connection, pageSize } from '../../../../kit/graphql/connection.ts'
import { matchesId } from '../../../../kit/pure/id-format.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { parseInstanceFilter } from '../../domain/instance-filter.ts'
import { searchInstances } from '../../store/instance-search.ts'
import type { RuntimeContext } from '../context.ts'
import type { DefinitionResolvers, InstanceOrder, QueryResolvers } from '../generated.ts'

type ListArgs = { filter?: unknown; orderBy?: InstanceOrder | null; first?: number | null; after?: string | null }

/** A page of instances that the viewer may list; one statement, total included. */
export async function listInstances(args: ListArgs, { viewer, runtime }: RuntimeContext, definitionId?: string) {
  const first = pageSize(args.first, { fallback: 50 })
  const { rows, cursors, totalCount } = await searchInstances(runtime.deps.pool, {
    viewer,
    filter: parseInstanceFilter(args.filter ?? {}),
    orderBy: args.orderBy ?? null,
    first,
    after: args.after ?? null,
    definitionId,
  })
  for (const row of rows) runtime.instances.prime(row.id, row)
  return connection(rows, { first, totalCount, cursorOf: (_row: InstanceState, index: number) => cursors[index] as string })
}

export const query: QueryResolvers = {
  instance: (_parent, { id }, { runtime }) => (matchesId('inst', 8, id) ? runtime.instances.load(id) : null),
  instances: (_parent, args, context) => listInstances(args, context),
}

export const definition: DefinitionResolvers = {
  instances: (parent, args, context) => listInstances(args, context, parent.id),
}
