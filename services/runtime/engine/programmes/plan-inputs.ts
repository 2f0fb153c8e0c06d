import type { Sql } from '../../../../kit/db/pool.ts'
import type { PlanInput } from '../../domain/programmes/programme-plan.ts'
import type { PlacementWriter } from '../../ports.ts'
import { programmesOf } from '../../store/programmes/programme-targets.ts'
import { calendarDates, type ProgrammeRecord } from '../../store/programmes/programmes.ts'

export type InstancePlan = Omit<PlanInput, 'programmes'> & { programmes: readonly ProgrammeRecord[] }

/** What the programmes of instances of one tenant are planned with, by instance; one that has none is missing. */
export async function planInputs(
  sql: Sql,
  placements: Pick<PlacementWriter, 'placementsOf'>,
  tenantId: string,
  instanceIds: readonly string[],
): Promise<Map<string, InstancePlan>> {
  const programmes = await programmesOf(sql, instanceIds)
  if (programmes.size === 0) return new Map()
  const calendars = await calendarDates(sql, tenantId, [
    ...new Set([...programmes.values()].flat().flatMap(({ calendarIds }) => calendarIds)),
  ])
  const places = await placements.placementsOf(sql, tenantId, [...programmes.keys()])
  return new Map(
    [...programmes].map(([id, list]) => [
      id,
      {
        programmes: list.filter((programme) => programme.tenantId === tenantId),
        calendars,
        zone: (places.get(id)?.['timezone'] as string | null | undefined) ?? null,
      },
    ]),
  )
}
