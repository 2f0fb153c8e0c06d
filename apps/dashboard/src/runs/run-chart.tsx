import type { RunRowFragment } from '../graph/generated.ts'
import { go } from '../shell/router.tsx'
import { useNow } from '../ui/use-now.ts'
import { barHeights, durationMs, runSummary } from './run-words.ts'

/** Runs side by side, oldest first: the height is how long each took, the colour how it went. */
export function RunChart({ runs }: { runs: readonly RunRowFragment[] }) {
  const now = useNow()
  const heights = barHeights(runs.map((run) => durationMs(run, now)))
  const newest = runs.at(-1)
  const caption = newest ? `Newest: ${runSummary(newest, now)}` : 'No run yet.'
  return (
    <figure className="chart">
      <div className="bars" role="img" aria-label={`${runs.length} runs. ${caption}`}>
        {runs.map((run, index) => (
          <span
            key={run.id}
            className={`bar ${run.status.toLowerCase()}`}
            title={`${new Date(run.createdAt).toLocaleString('en-GB')}: ${runSummary(run, now)}`}
            style={{ height: `${heights[index]}%` }}
            onClick={() => go(`/runs/${run.id}`)}
          />
        ))}
      </div>
      <figcaption className="hint">{caption}</figcaption>
    </figure>
  )
}
