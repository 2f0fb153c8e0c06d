import type { Sql } from '../../../../kit/db/pool.ts'
import { anonymousViewer, type Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { parseInstanceFilter } from '../../domain/instances/instance-filter.ts'
import { kindNames } from '../../domain/instances/kinds.ts'
import { programmedKinds } from '../../domain/programmes/programme-input.ts'
import { lifecycles } from '../../domain/lifecycle/lifecycle.ts'
import { matchingIds } from '../../store/instances/instance-search.ts'
import type { FilterProgramme } from '../../store/programmes/programme-targets.ts'

/** Instances that one programme may be for. */
export const targetsMax = 100_000

const hasProgrammes = (kind: string) => programmedKinds.some((one) => one === kind)

const living = lifecycles.filter((lifecycle) => lifecycle !== 'ARCHIVED')

/**
 * The instances that match a programme's filter now (of these ids, if any are given), as far as its writer could patch
 * their props. Those that are ARCHIVED are none unless the filter asks for them. LIMIT_REACHED beyond `targetsMax`.
 */
export async function matchTargets(
  sql: Sql,
  { tenantId, filter, nodes }: Omit<FilterProgramme, 'id'>,
  ids: readonly string[] | null = null,
): Promise<string[]> {
  const spec = parseInstanceFilter(filter)
  const found = await matchingIds(sql, {
    viewer: reachOf(tenantId, nodes),
    permission: permissionOf('createProgramme'),
    ids: ids ?? undefined,
    filter: { ...spec, lifecycles: spec.lifecycles ?? living, kinds: (spec.kinds ?? kindNames).filter(hasProgrammes) },
    limit: targetsMax + 1,
  })
  if (found.length <= targetsMax) return found
  throw new AppError('LIMIT_REACHED', {
    public: `A programme is for at most ${targetsMax} instances.`,
    details: { limit: targetsMax },
  })
}

/** Somebody who may patch props where the programme's writer could. */
function reachOf(tenantId: string, nodes: readonly string[] | null): Viewer {
  const held = [permissionOf('createProgramme')]
  const access = nodes
    ? { tenant: [], nodes: Object.fromEntries(nodes.map((node) => [node, held])) }
    : { tenant: held, nodes: {} }
  return { ...anonymousViewer(tenantId), access }
}
