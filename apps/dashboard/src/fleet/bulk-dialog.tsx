import type { InstanceFilter, JsonObject } from '@marquee/sdk'
import { useState } from 'react'
import { isObject } from '../graph/json-schema.ts'
import { Button, Dialog, Field } from '../ui/controls.tsx'
import { count } from '../ui/format.ts'
import type { BulkAction, Verdict } from './bulk-plan.ts'
import type { Row } from './row-state.ts'
import { useBulk, type BulkOrder, type BulkState } from './use-bulk.ts'

type BulkDialogProps = {
  rows: readonly Row[]
  /** The filter that these rows are all matches of, or null when they were picked. */
  everything: InstanceFilter | null
  byId: ReadonlyMap<string, Row>
  may: { write: boolean; lifecycle: boolean }
  onClose: () => void
}

const actions: { name: BulkAction; label: string; needs: 'write' | 'lifecycle' }[] = [
  { name: 'patch', label: 'Patch props', needs: 'write' },
  { name: 'upgrade', label: 'Upgrade', needs: 'write' },
  { name: 'start', label: 'Start', needs: 'lifecycle' },
  { name: 'pause', label: 'Pause', needs: 'lifecycle' },
  { name: 'resume', label: 'Resume', needs: 'lifecycle' },
  { name: 'stop', label: 'Stop', needs: 'lifecycle' },
  { name: 'archive', label: 'Archive', needs: 'lifecycle' },
]

/** Choose, try on all, look at what would happen, do it, and watch it arrive. */
export function BulkDialog({ rows, everything, byId, may, onClose }: BulkDialogProps) {
  // What was selected when the dialog was opened; the list below it goes on changing.
  const [targets] = useState(rows)
  const { state, check, carryOut, cancel, again } = useBulk(targets, everything)
  const [order, setOrder] = useState<BulkOrder>({ action: 'patch', patch: {}, version: '' })
  return (
    <Dialog
      title={`Change ${count(targets.length)} ${targets.length === 1 ? 'instance' : 'instances'}`}
      className="bulk"
      onClose={() => {
        cancel()
        onClose()
      }}
    >
      {state.step === 'choose' && (
        <Choose
          order={order}
          error={state.error}
          actions={actions.filter(({ needs }) => may[needs])}
          onCheck={(next) => {
            setOrder(next)
            void check(next)
          }}
        />
      )}
      {(state.step === 'checking' || state.step === 'doing') && <Working state={state} onStop={cancel} />}
      {state.step === 'checked' && (
        <Checked verdicts={state.verdicts} onBack={again} onDo={() => void carryOut(order, state.verdicts)} />
      )}
      {state.step === 'done' && <Done state={state} byId={byId} onClose={onClose} isPatch={order.action === 'patch'} />}
    </Dialog>
  )
}

type ChooseProps = {
  order: BulkOrder
  error: string | null
  actions: typeof actions
  onCheck: (order: BulkOrder) => void
}

function Choose({ order, error, actions, onCheck }: ChooseProps) {
  const [action, setAction] = useState(order.action)
  const [text, setText] = useState(Object.keys(order.patch).length > 0 ? JSON.stringify(order.patch, null, 2) : '')
  const [version, setVersion] = useState(order.version)
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = (): void => {
    const patch = action === 'patch' ? readPatch(text) : {}
    if (typeof patch === 'string') return setWrong(patch)
    if (action === 'upgrade' && !/^\d+(\.\d+){0,2}/.test(version)) return setWrong('A version, such as 1.4.0.')
    onCheck({ action, patch, version })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset className="choices">
        <legend>Action</legend>
        {actions.map(({ name, label }) => (
          <label key={name}>
            <input
              type="radio"
              name="action"
              checked={action === name}
              onChange={() => (setAction(name), setWrong(null))}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {action === 'patch' && (
        <Field label="Patch (JSON; null removes a member)" error={wrong}>
          {(props) => (
            <textarea
              rows={7}
              spellCheck={false}
              dir="ltr"
              className="code"
              placeholder={'{ "theme": "dark" }'}
              value={text}
              onChange={({ target }) => setText(target.value)}
              {...props}
            />
          )}
        </Field>
      )}
      {action === 'upgrade' && (
        <Field label="Version" error={wrong}>
          {(props) => (
            <input placeholder="1.4.0" value={version} onChange={({ target }) => setVersion(target.value)} {...props} />
          )}
        </Field>
      )}
      {error && (
        <p className="failure" role="alert">
          {error}
        </p>
      )}
      <footer>
        <Button type="submit" tone="primary">
          Dry run
        </Button>
      </footer>
    </form>
  )
}

function readPatch(text: string): JsonObject | string {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : 'A patch is a JSON object.'
  } catch (error) {
    return `This is not JSON: ${(error as Error).message}`
  }
}

function Working({ state, onStop }: { state: Extract<BulkState, { done: number }>; onStop: () => void }) {
  return (
    <div className="working" role="status">
      <p>
        {state.step === 'checking' ? 'Trying it' : 'Doing it'}: {count(state.done)} of {count(state.of)}
      </p>
      <progress value={state.done} max={state.of} aria-label="Progress" />
      <footer>
        <Button onClick={onStop}>Stop here</Button>
      </footer>
    </div>
  )
}

function Checked({ verdicts, onBack, onDo }: { verdicts: readonly Verdict[]; onBack: () => void; onDo: () => void }) {
  const of = (verdict: Verdict['verdict']) => verdicts.filter((one) => one.verdict === verdict)
  const [changes, same, refused] = [of('changes'), of('same'), of('refused')]
  return (
    <div role="status">
      <p className="tally">
        <strong>{count(changes.length)}</strong> would change, <strong>{count(same.length)}</strong> are so already,{' '}
        <strong>{count(refused.length)}</strong> cannot.
      </p>
      {refused.length > 0 && (
        <ul className="refusals">
          {refused.slice(0, 50).map(({ row, why }) => (
            <li key={row.id}>
              <bdi>{row.name ?? row.id}</bdi>: {why}
            </li>
          ))}
          {refused.length > 50 && <li>… and {count(refused.length - 50)} more</li>}
        </ul>
      )}
      <footer>
        <Button onClick={onBack}>Back</Button>
        <Button tone="primary" disabled={changes.length === 0} onClick={onDo}>
          Change {count(changes.length)}
        </Button>
      </footer>
    </div>
  )
}

type DoneProps = {
  state: Extract<BulkState, { step: 'done' }>
  byId: ReadonlyMap<string, Row>
  isPatch: boolean
  onClose: () => void
}

function Done({ state: { tally, rows, refused }, byId, isPatch, onClose }: DoneProps) {
  const online = rows.flatMap(({ id }) => byId.get(id) ?? []).filter(({ presence }) => presence === 'ONLINE')
  const showing = online.filter(({ shownRevision, revision }) => shownRevision !== null && shownRevision >= revision)
  const changed = tally.done - (isPatch ? 0 : tally.failed.length)
  return (
    <div role="status">
      <p className="tally">
        <strong>{count(changed)}</strong> changed
        {tally.failed.length > 0 && !isPatch && <>, {count(tally.failed.length)} refused</>}.
        {online.length > 0 && (
          <>
            {' '}
            <strong>{count(showing.length)}</strong> of {count(online.length)} with screens online show it.
          </>
        )}
      </p>
      {online.length > 0 && <progress value={showing.length} max={online.length} aria-label="Screens that show it" />}
      {tally.failed.length > 0 && (
        <ul className="refusals" role="alert">
          {tally.failed.slice(0, 50).map(({ row, message }) => (
            <li key={row.id}>
              {isPatch ? (
                message
              ) : (
                <>
                  <bdi>{row.name ?? row.id}</bdi>: {message}
                </>
              )}
            </li>
          ))}
          {refused.map((text) => (
            <li key={text} className="code">
              {text}
            </li>
          ))}
        </ul>
      )}
      <footer>
        <Button tone="primary" onClick={onClose}>
          Close
        </Button>
      </footer>
    </div>
  )
}
