import type DataLoader from 'dataloader'
import { BatchLoader } from '../../../kit/graphql/batch-loader.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { planInputs, type InstancePlan } from '../engine/programmes/plan-inputs.ts'
import type { RuntimeDeps } from '../engine/runtime-deps.ts'
import { targetCounts } from '../store/programmes/programme-targets.ts'
import { databaseNow } from '../store/schedules/schedules.ts'

export type ProgrammeLoaders = {
  /** What the programmes of an instance are planned with, by its id; null where it has none. */
  plans: DataLoader<string, InstancePlan | null>
  /** How many instances a programme is for, by its id. */
  targets: DataLoader<string, number>
  /** The time that workers go by, the same for the whole request. */
  now(): Promise<number>
}

export function programmeLoaders({ pool, placements }: RuntimeDeps, viewer: Viewer): ProgrammeLoaders {
  let now: Promise<number> | undefined
  return {
    plans: new BatchLoader(async (ids: readonly string[]) => {
      const found = await planInputs(pool, placements, viewer.tenantId, ids)
      return ids.map((id) => found.get(id) ?? null)
    }),
    targets: new BatchLoader(async (ids: readonly string[]) => {
      const found = await targetCounts(pool, ids)
      return ids.map((id) => found.get(id) ?? 0)
    }),
    now: () => (now ??= databaseNow(pool).then((text) => Date.parse(text))),
  }
}
