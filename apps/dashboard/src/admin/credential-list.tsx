import { ListCredentialsDocument, RevokeCredentialDocument } from '@marquee/sdk'
import { useAction, writeKey } from '../graph/use-action.ts'
import { Button, Empty, Failure, StateWord } from '../ui/controls.tsx'
import { shortTime, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'

type Listed = { kind: 'TOKEN'; principalId: string } | { kind: 'DISPLAY' }

/** What somebody can sign in with, or the keys of screens, newest first; one that is ended stays listed. */
export function CredentialList({ topic, ...listed }: Listed & { topic: string }) {
  const now = useNow()
  const title = listed.kind === 'TOKEN' ? 'Credentials' : 'Display keys'
  const principalId = listed.kind === 'TOKEN' ? listed.principalId : null
  const pages = usePages(
    ListCredentialsDocument,
    { kind: listed.kind, principalId, instanceId: null, first: 50, after: null },
    ({ listCredentials }) => listCredentials,
    ({ id }) => id,
    { topic },
  )
  const revoke = useAction(RevokeCredentialDocument, topic)
  const stateOf = ({ revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null }) =>
    revokedAt ? 'REVOKED' : expiresAt && Date.parse(expiresAt) < now ? 'EXPIRED' : 'ACTIVE'
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Failure error={pages.error ?? revoke.error} />
      {pages.nodes.length === 0 && !pages.loading && !pages.error && <Empty>There are none.</Empty>}
      <ul className="rows">
        {pages.nodes.map((credential) => (
          <li key={credential.id}>
            {credential.instance ? (
              <b>
                <bdi>{credential.instance.name ?? credential.instance.id}</bdi>
              </b>
            ) : (
              <b>{words(credential.kind)}</b>
            )}{' '}
            <StateWord value={stateOf(credential)} />
            <span className="soft">
              {credential.name && (
                <>
                  <bdi>{credential.name}</bdi>,{' '}
                </>
              )}
              issued {shortTime(credential.createdAt, now)}
              {credential.expiresAt && `, until ${shortTime(credential.expiresAt, now)}`}
              {credential.lastUsedAt ? `, used ${shortTime(credential.lastUsedAt, now)}` : ', not used yet'}
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
