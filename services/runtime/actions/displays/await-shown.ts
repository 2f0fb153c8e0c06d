import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { convergenceOf } from '../../store/displays/convergence.ts'

export type WaitFor = { percent?: number | null; timeoutSeconds?: number | null }

/** In distributed mode the gateway gives a subgraph 15 seconds for an answer, and the change itself takes some of them. */
export const waitSecondsMax = 10

export function checkWait({ percent, timeoutSeconds }: WaitFor): void {
  const problems = [
    ...(percent != null && (percent < 1 || percent > 100)
      ? [{ pointer: '/waitFor/percent', message: 'must be 1 to 100' }]
      : []),
    ...(timeoutSeconds != null && (timeoutSeconds < 1 || timeoutSeconds > waitSecondsMax)
      ? [{ pointer: '/waitFor/timeoutSeconds', message: `must be 1 to ${waitSecondsMax}` }]
      : []),
  ]
  const [first] = problems
  if (first)
    throw new AppError('BAD_USER_INPUT', { public: `${first.pointer} ${first.message}.`, details: { problems } })
}

/** Resolves when so many percent of what the change changed are shown, or when the time is over. */
export async function awaitShown(
  deps: Pick<RuntimeDeps, 'pool'>,
  viewer: Viewer,
  { changeId, waitFor }: { changeId: string; waitFor: WaitFor },
): Promise<void> {
  const until = performance.now() + (waitFor.timeoutSeconds ?? 5) * 1000
  for (;;) {
    const startedAt = performance.now()
    const now = await convergenceOf(deps.pool, { viewer, changeId })
    if (!now || now.shown * 100 >= (waitFor.percent ?? 95) * now.targeted) return
    // A large change costs more to look at: at most a tenth of the time.
    const pauseMs = Math.max(250, (performance.now() - startedAt) * 9)
    if (performance.now() + pauseMs >= until) return
    await sleep(pauseMs)
  }
}
