import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useSession } from '../graph/session.ts'
import { useAction } from '../graph/use-action.ts'
import { changed } from '../graph/use-query.ts'
import { Button, Copy, Field } from '../ui/controls.tsx'
import { CredentialList } from './credential-list.tsx'

const lifetimes = [
  [3600, '1 hour'],
  [86_400, '1 day'],
  [604_800, '1 week'],
  [2_592_000, '30 days'],
] as const

/** Tokens: for oneself, or for others where one may; and what there is already. */
export function CredentialsSection() {
  const { viewer } = useSession()
  const action = useAction(graph.NewTokenDocument)
  const [principalId, setPrincipal] = useState(viewer?.principal.id ?? '')
  const [seconds, setSeconds] = useState(3600)
  const [scope, setScope] = useState('')
  const [made, setMade] = useState<graph.NewTokenMutation['issueToken'] | null>(null)
  const submit = async (): Promise<void> => {
    const permissions = scope.split(/[\s,]+/).filter(Boolean)
    const input = { principalId, ttlSeconds: seconds, ...(permissions.length > 0 && { permissions }) }
    setMade((await action.run({ input }))?.issueToken ?? null)
    changed(`credentials of ${principalId}`)
  }
  return (
    <div className="columns-2">
      <form className="card narrow" onSubmit={(event) => (event.preventDefault(), void submit())}>
        <h2>Issue a token</h2>
        <Field label="Principal" error={action.error?.message}>
          {(props) => (
            <input
              required
              dir="ltr"
              value={principalId}
              onChange={({ target }) => setPrincipal(target.value)}
              {...props}
            />
          )}
        </Field>
        <Field label="For">
          {(props) => (
            <select value={seconds} onChange={({ target }) => setSeconds(Number(target.value))} {...props}>
              {lifetimes.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Only these permissions"
          hint="Such as instance.read, run.trigger; empty: all that the principal has"
        >
          {(props) => <input dir="ltr" value={scope} onChange={({ target }) => setScope(target.value)} {...props} />}
        </Field>
        <footer>
          <Button type="submit" tone="primary" busy={action.busy}>
            Issue
          </Button>
        </footer>
        {made && (
          <div role="status">
            <p>
              For <bdi>{made.principal.displayName}</bdi>, until {new Date(made.expiresAt).toLocaleString('en-GB')}. It
              is shown once.
            </p>
            <p>
              <code className="secret">{made.token}</code> <Copy text={made.token} label="Copy" />
            </p>
          </div>
        )}
      </form>
      {principalId.trim() !== '' && (
        <CredentialList
          key={principalId}
          kind="TOKEN"
          principalId={principalId.trim()}
          topic={`credentials of ${principalId}`}
        />
      )}
    </div>
  )
}
