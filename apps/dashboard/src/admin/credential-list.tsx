import { ListCredentialsDocument, RevokeCredentialDocument } from '@marquee/sdk'
import { useAction, writeKey } from '../graph/use-action.ts'
import { Button, Empty, Failure, StateWord } from '../ui/controls.tsx'
import { shortTime, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'

/** What somebody can sign in with, newest first; one that is ended stays listed. */
export function CredentialList({ principalId }: { principalId: string }) {
  const now = useNow()
  const topic = `credentials of ${principalId}`
  const pages = usePages(
    ListCredentialsDocument,
    { principalId, first: 50, after: null },
    ({ listCredentials }) => listCredentials,
    ({ id }) => id,
    { topic },
  )
  const revoke = useAction(RevokeCredentialDocument, topic)
  const stateOf = ({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null }) =>
    revokedAt ? 'REVOKED' : expiresAt && Date.parse(expiresAt) < now ? 'EXPIRED' : 'ACTIVE'
  return (
    <section aria-label="Credentials">
      <h2>Credentials</h2>
      <Failure error={pages.error ?? revoke.error} />
      {pages.nodes.length === 0 && !pages.loading && !pages.error && <Empty>There are none.</Empty>}
      <ul className="rows">
        {pages.nodes.map((credential) => (
          <li key={credential.id}>
            <b>{words(credential.kind)}</b> <StateWord value={stateOf(credential)} />
            <span className="soft">
              issued {shortTime(credential.createdAt, now)}
              {credential.expiresAt && `, until ${shortTime(credential.expiresAt, now)}`}
              {credential.permissions && `, only ${credential.permissions.join(', ')}`}
            </span>
            {stateOf(credential) === 'ACTIVE' && (
              <Button
                tone="danger"
                busy={revoke.busy}
                onClick={() => void revoke.run({ input: { id: credential.id, idempotencyKey: writeKey() } })}
              >
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  )
}
