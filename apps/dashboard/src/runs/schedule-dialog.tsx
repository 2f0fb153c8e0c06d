import { useEffect, useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { Button, Dialog, Field } from '../ui/controls.tsx'
import { words } from '../ui/format.ts'

type Schedule = NonNullable<graph.FlowsOfQuery['instance']>['flows'][number]['schedule']
type DialogProps = {
  of: { instanceId: string; flow: string }
  schedule: Schedule
  topic: string
  onClose: () => void
}

const settleMs = 300

/** When a flow runs by itself, with the next ticks as they would be. */
export function ScheduleDialog({ of, schedule, topic, onClose }: DialogProps) {
  const [expression, setExpression] = useState(schedule?.expression ?? '0 6 * * 1-5')
  const [timezone, setTimezone] = useState(schedule?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [catchUp, setCatchUp] = useState<graph.CatchUp>(schedule?.catchUp ?? 'LATEST')
  const [concurrency, setConcurrency] = useState<graph.ConcurrencyPolicy>(schedule?.concurrency ?? 'FORBID')
  const [asked, setAsked] = useState({ expression, timezone, count: 5 })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ expression, timezone, count: 5 }), settleMs)
    return () => clearTimeout(timer)
  }, [expression, timezone])
  const ticks = useQuery(graph.TicksDocument, asked)
  const save = useAction(graph.SaveScheduleDocument, topic)
  const remove = useAction(graph.RemoveScheduleDocument, topic)
  const submit = async (): Promise<void> => {
    const input = { ...of, expression, timezone, catchUp, concurrency, idempotencyKey: writeKey() }
    if (await save.run({ input })) onClose()
  }
  return (
    <Dialog title={`Schedule of ${of.flow}`} onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), void submit())}>
        <Field
          label="Expression"
          hint="Cron, an ISO duration such as PT15M, or a time"
          error={save.error?.message ?? ticks.error?.message}
        >
          {(props) => (
            <input
              required
              dir="ltr"
              className="code"
              value={expression}
              onChange={({ target }) => setExpression(target.value)}
              {...props}
            />
          )}
        </Field>
        <Field label="Time zone">
          {(props) => (
            <input
              required
              dir="ltr"
              value={timezone}
              onChange={({ target }) => setTimezone(target.value)}
              {...props}
            />
          )}
        </Field>
        <div className="columns-2">
          <Field label="Ticks that were missed">
            {(props) => (
              <select value={catchUp} onChange={({ target }) => setCatchUp(target.value as graph.CatchUp)} {...props}>
                {['NONE', 'LATEST', 'ALL'].map((name) => (
                  <option key={name} value={name}>
                    {words(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="While one runs">
            {(props) => (
              <select
                value={concurrency}
                onChange={({ target }) => setConcurrency(target.value as graph.ConcurrencyPolicy)}
                {...props}
              >
                {['ALLOW', 'FORBID', 'REPLACE', 'ENQUEUE'].map((name) => (
                  <option key={name} value={name}>
                    {words(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <h3>Next ticks</h3>
        <ol className="ticks" aria-live="polite">
          {!ticks.error &&
            ticks.data?.schedulePreview.map(({ at, local, dst }) => (
              <li key={at}>
                {local} {dst !== 'NONE' && <span className="state warn">{words(dst)}</span>}
              </li>
            ))}
        </ol>
        <footer>
          {schedule && (
            <Button
              tone="danger"
              busy={remove.busy}
              onClick={() => void remove.run({ input: of }).then((done) => done && onClose())}
            >
              Remove
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={save.busy}>
            Save
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
