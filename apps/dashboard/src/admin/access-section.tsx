import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { holds, useSession } from '../graph/session.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { Button, Copy, Failure, Field } from '../ui/controls.tsx'

const nodes = ['TENANT', 'SPACE', 'SUBSPACE', 'PROJECT', 'RESOURCE'] as const
const roles = ['VIEWER', 'AUDITOR', 'OPERATOR', 'OWNER'] as const

/** Who there is, and what they may. */
export function AccessSection() {
  const { permissions } = useSession()
  return (
    <div className="columns-2">
      {holds(permissions, 'principal.manage') && <NewPrincipal />}
      {holds(permissions, 'grant.write') && <Grants />}
    </div>
  )
}

function NewPrincipal() {
  const action = useAction(graph.NewUserDocument)
  const [typed, setTyped] = useState({ displayName: '', email: '', kind: 'HUMAN' })
  const [made, setMade] = useState<{ id: string; displayName: string } | null>(null)
  const submit = async (): Promise<void> => {
    const input = { ...typed, kind: typed.kind as graph.PrincipalKind, idempotencyKey: writeKey() }
    const answer = await action.run({ input })
    if (!answer) return
    setMade(answer.createUserWithPersonalSpace.principal)
    setTyped({ displayName: '', email: '', kind: 'HUMAN' })
  }
  return (
    <form className="card" onSubmit={(event) => (event.preventDefault(), void submit())}>
      <h2>New principal</h2>
      <Field label="Name">
        {(props) => (
          <input
            required
            dir="auto"
            value={typed.displayName}
            onChange={({ target }) => setTyped({ ...typed, displayName: target.value })}
            {...props}
          />
        )}
      </Field>
      <Field label="E-mail" error={action.error?.message}>
        {(props) => (
          <input
            required
            type="email"
            value={typed.email}
            onChange={({ target }) => setTyped({ ...typed, email: target.value })}
            {...props}
          />
        )}
      </Field>
      <Field label="Kind">
        {(props) => (
          <select value={typed.kind} onChange={({ target }) => setTyped({ ...typed, kind: target.value })} {...props}>
            <option value="HUMAN">human</option>
            <option value="SERVICE">service</option>
            <option value="AI">AI</option>
          </select>
        )}
      </Field>
      <footer>
        <Button type="submit" tone="primary" busy={action.busy}>
          Create
        </Button>
      </footer>
      {made && (
        <p role="status">
          <bdi>{made.displayName}</bdi> is <code>{made.id}</code> <Copy text={made.id} label="Copy the id" />
        </p>
      )}
    </form>
  )
}

function Grants() {
  const { viewer } = useSession()
  const grant = useAction(graph.GrantDocument)
  const revoke = useAction(graph.RevokeDocument)
  const [typed, setTyped] = useState({
    principalId: '',
    nodeType: 'TENANT',
    nodeId: viewer?.tenantId ?? '',
    role: 'VIEWER',
  })
  const [done, setDone] = useState<string | null>(null)
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) => {
    setDone(null)
    setTyped((last) => ({ ...last, [name]: event.target.value }))
  }
  const submit = async (verb: 'grant' | 'revoke'): Promise<void> => {
    const input = {
      ...typed,
      role: typed.role as graph.Role,
      nodeType: typed.nodeType as graph.RoleNode,
      idempotencyKey: writeKey(),
    }
    const action = verb === 'grant' ? grant : revoke
    ;(verb === 'grant' ? revoke : grant).forget()
    if (await action.run({ input }))
      setDone(`${typed.role.toLowerCase()} ${verb === 'grant' ? 'granted to' : 'revoked from'} ${typed.principalId}.`)
  }
  return (
    <form className="card" onSubmit={(event) => (event.preventDefault(), void submit('grant'))}>
      <h2>Roles</h2>
      <Field label="Principal">
        {(props) => <input required dir="ltr" value={typed.principalId} onChange={set('principalId')} {...props} />}
      </Field>
      <Field label="At">
        {(props) => (
          <select value={typed.nodeType} onChange={set('nodeType')} {...props}>
            {nodes.map((node) => (
              <option key={node} value={node}>
                {node.toLowerCase()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Its id" hint="Roles hold at this node and at all below it">
        {(props) => <input required dir="ltr" value={typed.nodeId} onChange={set('nodeId')} {...props} />}
      </Field>
      <Field label="Role">
        {(props) => (
          <select value={typed.role} onChange={set('role')} {...props}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {role.toLowerCase()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Failure error={grant.error ?? revoke.error} />
      {done && <p role="status">{done}</p>}
      <footer>
        <Button tone="danger" busy={revoke.busy} onClick={() => void submit('revoke')}>
          Revoke
        </Button>
        <Button type="submit" tone="primary" busy={grant.busy}>
          Grant
        </Button>
      </footer>
    </form>
  )
}
