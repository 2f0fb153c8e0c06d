import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { pointersOf, valueAt } from '../graph/json-schema.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { go, usePlace, withParams } from '../shell/router.tsx'
import { Button, Dialog, Empty, Failure, Field, When } from '../ui/controls.tsx'
import { age, shortTime } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { brief } from './schema-field.tsx'
import type { Instance, May } from './use-instance.ts'

/** Every prop with the value that is shown; of one of them who set it on which layer, and which one wins. */
export function LayersTab({ instance, may }: { instance: Instance; may: May }) {
  const { params } = usePlace()
  const versionId = instance.definitionVersion?.id ?? ''
  const { data } = useQuery(graph.VersionSchemaDocument, { id: versionId }, { pause: versionId === '' })
  const pointers = pointersOf(data?.definitionVersion?.propsSchema ?? null, instance.effectiveProps)
  const path = params.get('path') ?? pointers[0] ?? null
  if (path === null) return <Empty>It has no props.</Empty>
  return (
    <div className="layers">
      <ul className="pointers" aria-label="Props">
        {pointers.map((pointer) => (
          <li key={pointer}>
            <button
              type="button"
              aria-current={pointer === path ? 'true' : undefined}
              onClick={() => go(withParams({ path: pointer }), { replace: true })}
            >
              <code>{pointer}</code>
              <span className="soft" dir="auto">
                {brief(valueAt(instance.effectiveProps, pointer))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Explanation instance={instance} may={may} path={path} key={path} />
    </div>
  )
}

function Explanation({ instance, may, path }: { instance: Instance; may: May; path: string }) {
  const now = useNow()
  const { data, error } = useQuery(graph.ExplainPropDocument, { id: instance.id, path }, { topic: instance.id })
  const clear = useAction(graph.ClearOverrideDocument, instance.id)
  const unset = useAction(graph.SavePatchDocument, instance.id)
  const [asked, setAsked] = useState<'override' | 'lock' | null>(null)
  const unlock = useAction(graph.UnlockDocument, instance.id)
  const layers = data?.instance?.explainProp.layers ?? []
  const input = { id: instance.id, path }
  return (
    <section aria-label={`Layers of ${path}`}>
      <h3>
        <code>{path}</code>
      </h3>
      <Failure error={error} />
      {layers.length === 0 && data && <Empty>Nobody has set it, and its definition has no default.</Empty>}
      <ol className="layer-list">
        {layers.map(({ layer, value, writerId, since, expiresAt }, index) => (
          <li key={layer + index} className={index === 0 ? 'wins' : ''}>
            <b>{layer}</b>
            {index === 0 && <span className="soft"> wins</span>}
            <pre dir="auto">{brief(value)}</pre>
            <p className="soft">
              {writerId && <>by {writerId} </>}
              {since && <When at={since} text={shortTime(since, now)} />}
              {expiresAt && <> · ends in {age(new Date(now).toISOString(), Date.parse(expiresAt))}</>}
            </p>
            {may.write && layer === 'override' && (
              <Button busy={clear.busy} onClick={() => void clear.run({ input })}>
                Clear override
              </Button>
            )}
            {may.write && layer === 'own' && (
              <Button
                busy={unset.busy}
                onClick={() =>
                  void unset.run({ input: { id: instance.id, patch: removing(path), idempotencyKey: writeKey() } })
                }
              >
                Remove own value
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Failure error={clear.error ?? unset.error ?? unlock.error} />
      {may.write && (
        <p className="actions">
          <Button onClick={() => setAsked('override')}>Override…</Button>
          <Button onClick={() => setAsked('lock')}>Lock…</Button>
          <Button tone="quiet" busy={unlock.busy} onClick={() => void unlock.run({ input })}>
            Unlock
          </Button>
        </p>
      )}
      {asked === 'override' && (
        <OverrideDialog
          instance={instance}
          path={path}
          value={valueAt(instance.effectiveProps, path)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'lock' && <LockDialog instance={instance} path={path} onClose={() => setAsked(null)} />}
    </section>
  )
}

const removing = (path: string): Record<string, unknown> =>
  path
    .slice(1)
    .split('/')
    .reduceRight<unknown>(
      (inner, token) => ({ [token.replaceAll('~1', '/').replaceAll('~0', '~')]: inner }),
      null,
    ) as Record<string, unknown>

type DialogProps = { instance: Instance; path: string; onClose: () => void }

const spans = [
  ['900', '15 minutes'],
  ['3600', '1 hour'],
  ['28800', '8 hours'],
  ['86400', '1 day'],
  ['', 'until it is cleared'],
] as const

function SpanField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Field label="For">
      {(props) => (
        <select value={value} onChange={({ target }) => onChange(target.value)} {...props}>
          {spans.map(([seconds, label]) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function OverrideDialog({ instance, path, value, onClose }: DialogProps & { value: unknown }) {
  const action = useAction(graph.OverrideDocument, instance.id)
  const [text, setText] = useState(() => JSON.stringify(value ?? null))
  const [seconds, setSeconds] = useState('3600')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    try {
      const input = {
        id: instance.id,
        path,
        value: JSON.parse(text) as unknown,
        ttlSeconds: seconds === '' ? null : Number(seconds),
        reason: reason.trim() || null,
        idempotencyKey: writeKey(),
      }
      setWrong(null)
      if (await action.run({ input })) onClose()
    } catch (error) {
      setWrong(`This is not JSON: ${(error as Error).message}`)
    }
  }
  return (
    <Dialog title={`Override ${path}`} onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), void submit())}>
        <Field label="Value (JSON)" error={wrong ?? action.error?.message}>
          {(props) => (
            <textarea
              className="code"
              dir="ltr"
              rows={4}
              value={text}
              onChange={({ target }) => setText(target.value)}
              {...props}
            />
          )}
        </Field>
        <SpanField value={seconds} onChange={setSeconds} />
        <Field label="Reason">
          {(props) => <input dir="auto" value={reason} onChange={({ target }) => setReason(target.value)} {...props} />}
        </Field>
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={action.busy}>
            Override
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function LockDialog({ instance, path, onClose }: DialogProps) {
  const action = useAction(graph.LockDocument, instance.id)
  const [seconds, setSeconds] = useState('')
  const [reason, setReason] = useState('')
  const submit = async (): Promise<void> => {
    const input = {
      id: instance.id,
      path,
      ttlSeconds: seconds === '' ? null : Number(seconds),
      reason: reason.trim() || null,
    }
    if (await action.run({ input })) onClose()
  }
  return (
    <Dialog title={`Lock ${path}`} onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), void submit())}>
        <p>AI principals cannot write a locked path, nor anything below it.</p>
        <SpanField value={seconds} onChange={setSeconds} />
        <Field label="Reason" error={action.error?.message}>
          {(props) => <input dir="auto" value={reason} onChange={({ target }) => setReason(target.value)} {...props} />}
        </Field>
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={action.busy}>
            Lock
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
