import { useEffect, useRef, useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { changed, useQuery } from '../graph/use-query.ts'
import type { Instance, May } from '../instance/use-instance.ts'
import { instanceAddress, Link } from '../shell/router.tsx'
import { Button, Empty, Failure, StateWord } from '../ui/controls.tsx'
import { count, shortTime, words } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { Lineage } from './lineage.tsx'
import { RunChart } from './run-chart.tsx'
import { RunList } from './run-list.tsx'
import { hasEnded, runsShown } from './run-words.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { merged, useRunFeed } from './use-runs.ts'

type Flow = NonNullable<graph.FlowsOfQuery['instance']>['flows'][number]

const logLines = 12

/** What an instance carries out: its flows with their schedules, its newest runs, and both as they go on. */
export function FlowsTab({ instance, may }: { instance: Instance; may: May }) {
  const topic = `runs of ${instance.id}`
  const { data, error } = useQuery(graph.FlowsOfDocument, { id: instance.id, first: runsShown }, { topic })
  const { runs: told, lines } = useRunFeed({ instanceId: instance.id })
  const runs = merged(data?.instance?.runs.nodes ?? [], told)
  const statuses = [...told.values()].map(({ id, status }) => id + status).join()
  const before = useRef(statuses)
  useEffect(() => {
    // Status and next tick of a flow follow from its runs a moment later.
    if (before.current !== statuses) changed(topic)
    before.current = statuses
  }, [statuses, topic])
  if (!data) return error ? <Failure error={error} /> : <Empty>Loading…</Empty>
  return (
    <section aria-label="Flows and runs">
      <Failure error={error} />
      <ul className="cards flows">
        {data.instance?.flows.map((flow) => (
          <FlowCard key={flow.id} flow={flow} instance={instance} mayRun={may.run} runs={runs} topic={topic} />
        ))}
      </ul>
      <RunChart runs={runs.slice(0, runsShown).toReversed()} />
      {lines.length > 0 && (
        <pre className="json log" tabIndex={0} role="region" aria-label="What the run writes">
          {lines
            .slice(-logLines)
            .map(({ text }) => text)
            .join('\n')}
        </pre>
      )}
      <RunList runs={runs.slice(0, runsShown)} mayRun={may.run} topic={topic} />
      {(data.instance?.runs.totalCount ?? 0) > runsShown && (
        <p className="more">
          <Link to={`/runs?instance=${instance.id}`}>All {count(data.instance!.runs.totalCount)} runs</Link>
        </p>
      )}
      <Lineage id={instance.id} />
    </section>
  )
}

type CardProps = {
  flow: Flow
  instance: Instance
  mayRun: boolean
  runs: readonly graph.RunRowFragment[]
  topic: string
}

function FlowCard({ flow, instance, mayRun, runs, topic }: CardProps) {
  const now = useNow()
  const start = useAction(graph.StartRunDocument, topic)
  const stop = useAction(graph.StopRunDocument, topic)
  const turn = useAction(graph.SwitchScheduleDocument, topic)
  const [isAsked, setAsked] = useState(false)
  const active = runs.find((run) => run.flow.id === flow.id && !hasEnded(run))
  const { schedule } = flow
  const of = { instanceId: instance.id, flow: flow.name }
  return (
    <li>
      <header>
        <b>{flow.name}</b> <StateWord value={flow.status} />
        {mayRun &&
          (active ? (
            <Button busy={stop.busy} onClick={() => void stop.run({ input: { id: active.id } })}>
              Cancel
            </Button>
          ) : (
            <Button busy={start.busy} onClick={() => void start.run({ input: { ...of, idempotencyKey: writeKey() } })}>
              Run now
            </Button>
          ))}
      </header>
      {flow.staleReason && <p className="soft">Stale: {words(flow.staleReason)}</p>}
      {flow.lastSuccessAt && <p className="soft">Last success {shortTime(flow.lastSuccessAt, now)}</p>}
      {flow.dataTime && <p className="soft">Data of {shortTime(flow.dataTime, now)}</p>}
      {flow.upstreams.length > 0 && (
        <p className="soft">
          Works on{' '}
          {flow.upstreams.map(({ id, name, status, instance: upstream }) => (
            <Link key={id} to={instanceAddress(upstream.id)}>
              {upstream.name ?? upstream.id} {name} ({words(status)}){' '}
            </Link>
          ))}
        </p>
      )}
      {schedule && (
        <p>
          <code>{schedule.expression}</code> {schedule.timezone}
          {schedule.enabled
            ? schedule.nextTickAt && `, next ${shortTime(schedule.nextTickAt, now)}`
            : `, off${schedule.suspendedBecause ? `: ${schedule.suspendedBecause}` : ''}`}
        </p>
      )}
      {mayRun && flow.schedulable && (
        <p className="actions">
          <Button onClick={() => setAsked(true)}>{schedule ? 'Schedule…' : 'Add a schedule…'}</Button>
          {schedule && (
            <Button
              busy={turn.busy}
              onClick={() =>
                void turn.run({ input: { ...of, enabled: !schedule.enabled, idempotencyKey: writeKey() } })
              }
            >
              {schedule.enabled ? 'Turn off' : 'Turn on'}
            </Button>
          )}
        </p>
      )}
      <Failure error={start.error ?? stop.error ?? turn.error} />
      {isAsked && <ScheduleDialog of={of} schedule={schedule} topic={topic} onClose={() => setAsked(false)} />}
    </li>
  )
}
