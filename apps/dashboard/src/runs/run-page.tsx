import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { useMay } from '../instance/use-instance.ts'
import { Link, usePlace, go, withParams } from '../shell/router.tsx'
import { Button, Empty, Facts, Failure, Json, StateWord } from '../ui/controls.tsx'
import { figure, shortDuration, shortTime, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'
import { RunOutput, tablesIn } from './run-output.tsx'
import { durationMs, hasEnded } from './run-words.ts'
import { isOlder, useRunFeed } from './use-runs.ts'

/** One run: how it goes, what it writes, what came of it. */
export function RunPage({ id }: { id: string }) {
  const { data, error } = useQuery(graph.RunPageDocument, { id }, { topic: id })
  const read = data?.run
  const followed = useRunFeed({ id }, read === undefined || read === null || hasEnded(read))
  const told = followed.runs.get(id)
  if (!read)
    return (
      <section className="page">
        <h1>{id}</h1>
        <Failure error={error} />
        {data && <Empty>There is no such run, or it is not yours to see.</Empty>}
      </section>
    )
  const run = told && !isOlder(told, read) ? { ...read, ...told } : read
  return <Run key={id} run={run} lines={followed.lines.map(({ text }) => text)} />
}

type WholeRun = NonNullable<graph.RunPageQuery['run']>

function Run({ run, lines }: { run: WholeRun; lines: readonly string[] }) {
  const now = useNow()
  const may = useMay(run.instance.id)
  const retry = useAction(graph.RepeatRunDocument, run.id)
  const stop = useAction(graph.StopRunDocument, run.id)
  const message = run.error?.['message']
  const repeat = async (): Promise<void> => {
    const answer = await retry.run({ input: { id: run.id } })
    if (answer) go(`/runs/${answer.retryRun.run.id}`)
  }
  return (
    <section className="page run">
      <header className="page-head">
        <h1>
          <Link to={`/instances/${run.instance.id}/runs`} dir="auto">
            {run.instance.name ?? run.instance.id}
          </Link>{' '}
          <span className="soft">{run.flow.name}</span>
        </h1>
        <StateWord value={run.status} />
        {may.run && !hasEnded(run) && (
          <Button busy={stop.busy} onClick={() => void stop.run({ input: { id: run.id } })}>
            Cancel
          </Button>
        )}
        {may.run && (run.status === 'FAILED' || run.status === 'CRASHED' || run.status === 'CANCELLED') && (
          <Button tone="primary" busy={retry.busy} onClick={() => void repeat()}>
            Retry
          </Button>
        )}
      </header>
      <Failure error={retry.error ?? stop.error} />
      {!hasEnded(run) && run.progress !== null && <progress value={run.progress} max={1} aria-label="Progress" />}
      {typeof message === 'string' && (
        <p className="failure" role="alert">
          {message}
        </p>
      )}
      {run.blockedBy.length > 0 && (
        <p className="soft">Waits for {run.blockedBy.map((by) => String(by['name'])).join(', ')}.</p>
      )}
      <Facts
        facts={[
          ['Run', run.id],
          ['Kind', run.kind],
          ['By', words(run.trigger)],
          ['Attempt', `${run.attempt} of ${run.maxAttempts}`],
          ['Made', shortTime(run.createdAt, now)],
          run.startedAt && ['Started', shortTime(run.startedAt, now)],
          run.startedAt && ['Took', shortDuration(durationMs(run, now))],
          run.codeRef && ['Code', run.codeRef],
          run.definitionVersion && ['Version', run.definitionVersion.version],
          run.worker && ['Worker', run.worker],
          run.retryOf && [
            'Retry of',
            <Link key="o" to={`/runs/${run.retryOf.id}`}>
              {run.retryOf.id}
            </Link>,
          ],
          run.retriedBy && [
            'Retried by',
            <Link key="b" to={`/runs/${run.retriedBy.id}`}>
              {run.retriedBy.id}
            </Link>,
          ],
        ]}
      />
      <Metrics run={run} />
      <Outputs run={run} />
      <Log id={run.id} lines={lines} isLive={!hasEnded(run)} />
      <details>
        <summary>Parameters and config</summary>
        <Json value={{ parameters: run.parameters, config: run.config }} label="Parameters and config" />
      </details>
    </section>
  )
}

function Metrics({ run }: { run: WholeRun }) {
  const numbers = Object.entries(run.fullMetrics ?? run.metrics ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  if (numbers.length === 0) return null
  return (
    <dl className="figures" aria-label="Metrics">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{words(name)}</dt>
          <dd>{figure(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Outputs({ run }: { run: WholeRun }) {
  const { params } = usePlace()
  const outputs = run.fullOutputs ?? run.outputs
  const names = tablesIn(outputs)
  const current = names.find((name) => name === params.get('output')) ?? names[0]
  if (!outputs || Object.keys(outputs).length === 0) return null
  return (
    <section aria-label="Outputs">
      <h2>Outputs</h2>
      {current && (
        <>
          <nav className="switch" aria-label="Output">
            {names.map((name) => (
              <Button
                key={name}
                aria-pressed={name === current}
                onClick={() => go(withParams({ output: name }), { replace: true })}
              >
                {words(name)}
              </Button>
            ))}
          </nav>
          <RunOutput key={current} id={run.id} name={current} />
        </>
      )}
      <details>
        <summary>As JSON</summary>
        <Json value={outputs} label="Outputs as JSON" />
      </details>
    </section>
  )
}

function Log({ id, lines, isLive }: { id: string; lines: readonly string[]; isLive: boolean }) {
  const pages = usePages(
    graph.RunLogDocument,
    { id, first: 100, after: null },
    ({ run }) => run?.log,
    ({ at, lines: said }) => at + said[0],
    { pause: isLive && lines.length > 0 },
  )
  const [isWhole, setWhole] = useState(false)
  const read = pages.nodes.flatMap((entry) => entry.lines)
  // What was read may have been told too.
  const all =
    read.length > 0 && lines.length > 0 && read.includes(lines[0]!)
      ? [...read.slice(0, read.indexOf(lines[0]!)), ...lines]
      : [...read, ...lines]
  if (all.length === 0) return null
  return (
    <section aria-label="Log">
      <h2>Log</h2>
      <pre className="json log" tabIndex={0} role="log" aria-label="What the run writes">
        {(isWhole ? all : all.slice(-500)).join('\n')}
      </pre>
      {all.length > 500 && !isWhole && <Button onClick={() => setWhole(true)}>All {all.length} lines</Button>}
      <More pages={pages} />
    </section>
  )
}
