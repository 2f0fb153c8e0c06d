import { AppError } from '../../../../kit/errors/app-error.ts'
import { toError } from '../../domain/state/refusal.ts'
import { readFiring } from '../../domain/schedules/schedule-input.ts'
import { ticksAfter, type Tick } from '../../domain/schedules/schedule-ticks.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { databaseNow } from '../../store/schedules/schedules.ts'

export type PreviewInput = { expression: string; timezone: string; from?: string | null; count?: number | null }

/** Each costs some 0.1 ms of the process, and everybody may ask. */
const countMax = 100

/** The ticks that the scheduler would fire after `from` (now), by the function that it asks. */
export async function previewSchedule(
  { pool }: RuntimeDeps,
  { expression, timezone, from, count }: PreviewInput,
): Promise<Tick[]> {
  const wanted = count ?? 10
  if (wanted < 1 || wanted > countMax) {
    const problems = [{ pointer: '/count', message: `must be 1 to ${countMax}` }]
    throw new AppError('BAD_USER_INPUT', { public: `A preview has 1 to ${countMax} ticks.`, details: { problems } })
  }
  const start = from ?? (await databaseNow(pool))
  const read = readFiring(expression, timezone, start)
  if (!read.ok) throw toError(read.refusal)
  return ticksAfter(read.value.recurrence, start, wanted)
}
