import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { Button, Dialog, Empty, Failure, Field, StateWord, When } from '../ui/controls.tsx'
import { shortTime, words } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { brief } from './schema-field.tsx'
import type { Instance, May } from './use-instance.ts'

type Binding = NonNullable<graph.InstanceBindingsQuery['instance']>['bindings'][number]

/** Props that follow a source: what it last said, when, and what went wrong. */
export function BindingsTab({ instance, may }: { instance: Instance; may: May }) {
  const now = useNow()
  const { data, error } = useQuery(
    graph.InstanceBindingsDocument,
    { id: instance.id },
    { topic: instance.id, every: 5_000 },
  )
  const refresh = useAction(graph.RefreshBindingsDocument, instance.id)
  const save = useAction(graph.SaveBindingsDocument, instance.id)
  const [isNew, setNew] = useState(false)
  const bindings = data?.instance?.bindings ?? []
  const put = (next: readonly graph.BindingInput[]) =>
    save.run({
      input: {
        id: instance.id,
        bindings: [...next],
        expectedRevision: data?.instance?.revision ?? null,
        idempotencyKey: writeKey(),
      },
    })
  return (
    <>
      <Failure error={error ?? refresh.error ?? save.error} />
      {data && bindings.length === 0 && <Empty>No prop follows a source.</Empty>}
      <ul className="cards">
        {bindings.map((binding) => (
          <li key={binding.key}>
            <header>
              <b>{binding.key}</b> <StateWord value={binding.state} />
              {may.write && (
                <Button
                  tone="quiet"
                  aria-label={`Remove the binding of ${binding.key}`}
                  onClick={() => void put(bindings.filter(({ key }) => key !== binding.key).map(inputOf))}
                >
                  Remove
                </Button>
              )}
            </header>
            <p className="soft">
              {words(binding.source)} · {words(binding.strategy)}
              {binding.intervalSeconds && ` every ${binding.intervalSeconds} s`}
            </p>
            <p>
              <code>{binding.path}</code>
            </p>
            <pre dir="auto">{brief(binding.value)}</pre>
            {binding.lastResolvedAt && (
              <p className="soft">
                answered <When at={binding.lastResolvedAt} text={shortTime(binding.lastResolvedAt, now)} />
              </p>
            )}
            {binding.lastError && <p className="field-error">{binding.lastError}</p>}
          </li>
        ))}
      </ul>
      {may.write && (
        <p className="actions">
          <Button onClick={() => setNew(true)}>Bind a prop…</Button>
          {bindings.length > 0 && (
            <Button
              busy={refresh.busy}
              onClick={() => void refresh.run({ input: { id: instance.id, idempotencyKey: writeKey() } })}
            >
              Read all again
            </Button>
          )}
        </p>
      )}
      {isNew && (
        <NewBinding
          error={save.error?.message ?? null}
          busy={save.busy}
          onClose={() => (save.forget(), setNew(false))}
          onSave={async (binding) => {
            if (await put([...bindings.map(inputOf).filter(({ key }) => key !== binding.key), binding])) setNew(false)
          }}
        />
      )}
    </>
  )
}

const inputOf = ({ key, source, path, strategy, intervalSeconds }: Binding): graph.BindingInput => ({
  key,
  source,
  path,
  strategy,
  intervalSeconds,
})

type NewProps = {
  error: string | null
  busy: boolean
  onClose: () => void
  onSave: (binding: graph.BindingInput) => Promise<void>
}

function NewBinding({ error, busy, onClose, onSave }: NewProps) {
  const [binding, setBinding] = useState({ key: '', source: 'API', path: '', strategy: 'POLL', seconds: '60' })
  const set = (name: keyof typeof binding) => (event: { target: { value: string } }) =>
    setBinding((last) => ({ ...last, [name]: event.target.value }))
  const submit = () =>
    onSave({
      key: binding.key.trim(),
      path: binding.path.trim(),
      source: binding.source as graph.BindingSource,
      strategy: binding.strategy as graph.BindingStrategy,
      intervalSeconds: binding.strategy === 'POLL' ? Number(binding.seconds) : null,
    })
  return (
    <Dialog title="Bind a prop" onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), void submit())}>
        <Field label="Prop">{(props) => <input required value={binding.key} onChange={set('key')} {...props} />}</Field>
        <Field label="Source">
          {(props) => (
            <select value={binding.source} onChange={set('source')} {...props}>
              {['API', 'KV', 'DO', 'STATIC'].map((source) => (
                <option key={source}>{source}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Path" hint="https://host/path#/pointer, a key, inst-…#/pointer, or JSON" error={error}>
          {(props) => <input required dir="ltr" value={binding.path} onChange={set('path')} {...props} />}
        </Field>
        <Field label="Strategy">
          {(props) => (
            <select value={binding.strategy} onChange={set('strategy')} {...props}>
              {['STATIC', 'POLL', 'SSE', 'WEBHOOK', 'DURABLE'].map((strategy) => (
                <option key={strategy}>{strategy}</option>
              ))}
            </select>
          )}
        </Field>
        {binding.strategy === 'POLL' && (
          <Field label="Every (seconds)">
            {(props) => <input type="number" min={1} value={binding.seconds} onChange={set('seconds')} {...props} />}
          </Field>
        )}
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={busy}>
            Bind
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
