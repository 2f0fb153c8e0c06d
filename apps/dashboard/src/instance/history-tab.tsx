import { useState } from 'react'
import {
  HistoryStepDocument,
  InstanceHistoryDocument,
  SavePropsDocument,
  type InstanceHistoryQuery,
} from '../graph/generated.ts'
import { isObject } from '../graph/json-schema.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { Button, Empty, Failure, When } from '../ui/controls.tsx'
import { JsonDiff } from '../ui/diff.tsx'
import { shortTime, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'
import type { Instance, May } from './use-instance.ts'

type Event = NonNullable<InstanceHistoryQuery['instance']>['history']['edges'][number]['node'] & {
  /** Of the change after this one: what continues with this one. Null for the newest. */
  after: string | null
}

const pageOf = (answer: InstanceHistoryQuery) => {
  const history = answer.instance?.history
  return history && { ...history, nodes: history.edges.map(({ node, cursor }) => ({ ...node, cursor })) }
}

/** Every revision: who, when, why and what; newest first. */
export function HistoryTab({ instance, may }: { instance: Instance; may: May }) {
  const now = useNow()
  const variables = { id: instance.id, first: 50, after: null }
  const pages = usePages(InstanceHistoryDocument, variables, pageOf, ({ revision }) => String(revision), {
    topic: instance.id,
  })
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <Failure error={pages.error} />
      {pages.nodes.length === 0 && !pages.loading && <Empty>Nothing is recorded.</Empty>}
      <ol className="history">
        {pages.nodes.map((node, index) => {
          const event: Event = { ...node, after: pages.nodes[index - 1]?.cursor ?? null }
          return (
            <li key={event.revision}>
              <button
                type="button"
                aria-expanded={open === event.revision}
                onClick={() => setOpen(open === event.revision ? null : event.revision)}
              >
                <b>{event.revision}</b> <span>{words(event.type)}</span>
                <span className="soft" dir="auto">
                  {summaryOf(event)}
                </span>
                <When at={event.at} text={shortTime(event.at, now)} />
              </button>
              {open === event.revision && <Step instance={instance} event={event} mayWrite={may.write} />}
            </li>
          )
        })}
      </ol>
      <More pages={pages} />
    </>
  )
}

function summaryOf({ patch, reason, actorId }: Event): string {
  const members = Object.keys(isObject(patch?.['props']) ? patch['props'] : (patch ?? {}))
  return [members.slice(0, 4).join(', '), actorId && `by ${actorId}`, reason].filter(Boolean).join(' · ')
}

function Step({ instance, event, mayWrite }: { instance: Instance; event: Event; mayWrite: boolean }) {
  const { data, error } = useQuery(HistoryStepDocument, { id: instance.id, after: event.after })
  const restore = useAction(SavePropsDocument, instance.id)
  const [reached, before] = data?.instance?.history.nodes ?? []
  const isThis = reached?.revision === event.revision
  const propsInput = () => ({
    id: instance.id,
    props: reached!.instance.props,
    expectedRevision: instance.revision,
    idempotencyKey: writeKey(),
  })
  return (
    <div className="event">
      <Failure error={error} />
      {isThis && (
        <JsonDiff
          from={before?.instance.props ?? {}}
          to={reached.instance.props}
          label={`Props before and after revision ${event.revision}`}
        />
      )}
      {event.patch && !isObject(event.patch['props']) && (
        <pre className="json" tabIndex={0} role="region" aria-label={`Patch of revision ${event.revision}`}>
          {JSON.stringify(event.patch, null, 2)}
        </pre>
      )}
      <p className="soft">
        {event.changeId && <>change {event.changeId}</>} {event.reason && <>· {event.reason}</>}
      </p>
      {mayWrite && isThis && event.revision < instance.revision && (
        <Button busy={restore.busy} onClick={() => void restore.run({ input: propsInput() })}>
          Restore these props
        </Button>
      )}
      <Failure error={restore.error} />
    </div>
  )
}
