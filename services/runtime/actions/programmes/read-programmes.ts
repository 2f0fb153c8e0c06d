import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { refuseProgramme } from '../../domain/programmes/programme-layer.ts'
import { layerOf, segments, type Segment } from '../../domain/programmes/programme-plan.ts'
import { planInputs } from '../../engine/programmes/plan-inputs.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { databaseNow } from '../../store/schedules/schedules.ts'
import type { ProgrammeRecord } from '../../store/programmes/programmes.ts'

export type SegmentRow = {
  from: string
  to: string
  programme: ProgrammeRecord | null
  entry: string | null
  item: number | null
  props: Record<string, unknown> | null
  dst: 'GAP' | 'FOLD' | null
  blockedBecause: string | null
}

const hoursMax = 31 * 24

/** What the instance will show, by the functions that the worker asks. LIMIT_REACHED for more segments than allowed. */
export async function previewProgramme(
  deps: RuntimeDeps,
  viewer: Viewer,
  state: InstanceState,
  { from, hours }: { from?: string | null; hours: number },
): Promise<SegmentRow[]> {
  if (!(hours > 0 && hours <= hoursMax)) {
    const problems = [{ pointer: '/hours', message: `must be more than 0 and at most ${hoursMax}` }]
    throw new AppError('BAD_USER_INPUT', { public: `A preview has at most ${hoursMax} hours.`, details: { problems } })
  }
  const start = Date.parse(from ?? (await databaseNow(deps.pool)))
  const input = (await planInputs(deps.pool, deps.placements, viewer.tenantId, [state.id])).get(state.id)
  if (!input) return []
  const facts = await deps.facts.get(state.resolvedVersionId)
  const { programmeSegments: limit } = deps.programmes
  const rows: SegmentRow[] = []
  for (const segment of segments(input, start, start + Math.round(hours * 3_600_000))) {
    if (rows.length === limit)
      throw new AppError('LIMIT_REACHED', {
        public: `A preview has at most ${limit} segments: ask for fewer hours.`,
        details: { limit },
      })
    const layer = segment.shown && { ...layerOf(segment.shown, ''), blocked: null }
    const refusal = layer && refuseProgramme({ ...state, programme: layer }, facts)
    rows.push(segmentRow(segment, refusal?.public ?? null))
  }
  return rows
}

export function segmentRow({ from, to, shown, dst }: Segment, blockedBecause: string | null): SegmentRow {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    programme: (shown?.programme as ProgrammeRecord | undefined) ?? null,
    entry: shown?.entry.name ?? null,
    item: shown?.item ?? null,
    props: shown?.props ?? null,
    ...{ dst, blockedBecause },
  }
}
