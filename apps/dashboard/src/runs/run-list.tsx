import * as graph from '../graph/generated.ts'
import { useAction } from '../graph/use-action.ts'
import { instanceAddress, Link } from '../shell/router.tsx'
import { Button, Empty, Failure, StateWord, When } from '../ui/controls.tsx'
import { shortDuration, shortTime, words } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { durationMs, hasEnded } from './run-words.ts'

type ListProps = { runs: readonly graph.RunRowFragment[]; mayRun: boolean; topic: string; withInstance?: boolean }

/** Runs as lines, newest first. */
export function RunList({ runs, mayRun, topic, withInstance = false }: ListProps) {
  const now = useNow()
  const retry = useAction(graph.RepeatRunDocument, topic)
  const stop = useAction(graph.StopRunDocument, topic)
  if (runs.length === 0) return withInstance ? <Empty>No run yet.</Empty> : null
  return (
    <>
      <Failure error={retry.error ?? stop.error} />
      <div className="scroll" tabIndex={0} role="region" aria-label="Runs">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">State</th>
              {withInstance && <th scope="col">Instance</th>}
              <th scope="col">Flow</th>
              <th scope="col">By</th>
              <th scope="col">Made</th>
              <th scope="col">Took</th>
              <th scope="col">Says</th>
              {mayRun && (
                <th scope="col">
                  <span className="hidden">Actions</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id} data-run={run.id}>
                <td>
                  <Link to={`/runs/${run.id}`}>
                    <StateWord value={run.status} />
                  </Link>
                </td>
                {withInstance && (
                  <th scope="row">
                    <Link to={instanceAddress(run.instance.id)} dir="auto">
                      {run.instance.name ?? run.instance.id}
                    </Link>
                  </th>
                )}
                <td>{run.flow.name}</td>
                <td>
                  {words(run.trigger)}
                  {run.attempt > 1 && ` ${run.attempt}/${run.maxAttempts}`}
                </td>
                <td>
                  <When at={run.createdAt} text={shortTime(run.createdAt, now)} />
                </td>
                <td className="number">{run.startedAt ? shortDuration(durationMs(run, now)) : '–'}</td>
                <td className="soft" dir="auto">
                  {saysOf(run)}
                </td>
                {mayRun && (
                  <td>
                    {hasEnded(run) ? (
                      (run.status === 'FAILED' || run.status === 'CRASHED' || run.status === 'CANCELLED') && (
                        <Button tone="quiet" onClick={() => void retry.run({ input: { id: run.id } })}>
                          Retry
                        </Button>
                      )
                    ) : (
                      <Button tone="quiet" onClick={() => void stop.run({ input: { id: run.id } })}>
                        Cancel
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function saysOf(run: graph.RunRowFragment): string {
  const message = run.error?.['message']
  if (typeof message === 'string') return message
  const [blocker] = run.blockedBy
  if (blocker) return `waits for ${String(blocker['name'])}`
  if (!hasEnded(run) && run.progress !== null) return `${Math.round(run.progress * 100)} %`
  const metrics = Object.entries(run.metrics ?? {}).filter(([, value]) => typeof value === 'number')
  return metrics
    .slice(0, 3)
    .map(([name, value]) => `${name} ${Number((value as number).toPrecision(4))}`)
    .join(' · ')
}
