import { ConfirmEnrolmentDocument, PendingEnrolmentsDocument } from '@marquee/sdk'
import { useState } from 'react'
import { useAction } from '../graph/use-action.ts'
import { changed, useQuery } from '../graph/use-query.ts'
import { Button, Empty, Failure, Field } from '../ui/controls.tsx'
import { shortTime } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { CredentialList } from './credential-list.tsx'

const pendingEveryMs = 5_000
/** What the list of display keys is read again for. */
const keysTopic = 'display keys'

/** Screens: those that show a code and wait, and the keys of those that somebody has enrolled. */
export function ScreensSection() {
  return (
    <div className="columns-2">
      <div>
        <EnrolForm />
        <WaitingScreens />
      </div>
      <CredentialList kind="DISPLAY" topic={keysTopic} />
    </div>
  )
}

function EnrolForm() {
  const action = useAction(ConfirmEnrolmentDocument)
  const [code, setCode] = useState('')
  const [instanceId, setInstance] = useState('')
  const [name, setName] = useState('')
  const [shown, setShown] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    setShown(null)
    const input = { code, instanceId: instanceId.trim(), name, ttlSeconds: null }
    const done = (await action.run({ input }))?.confirmEnrolment
    if (!done) return
    setShown(done.instance.name ?? done.instance.id)
    setCode('')
    setName('')
    changed(keysTopic)
  }
  return (
    <form className="card narrow" onSubmit={(event) => (event.preventDefault(), void submit())}>
      <h2>Enrol a screen</h2>
      <Field label="Code on the screen" hint="Open /screen in its browser" error={action.error?.message}>
        {(props) => (
          <input
            required
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            value={code}
            onChange={({ target }) => setCode(target.value)}
            {...props}
          />
        )}
      </Field>
      <Field label="Shows the instance" hint="Its id, such as inst-1a2b3c4d">
        {(props) => (
          <input
            required
            dir="ltr"
            value={instanceId}
            onChange={({ target }) => setInstance(target.value)}
            {...props}
          />
        )}
      </Field>
      <Field label="Name of the screen" hint="Where it stands, to find its key again">
        {(props) => <input maxLength={200} value={name} onChange={({ target }) => setName(target.value)} {...props} />}
      </Field>
      <footer>
        <Button type="submit" tone="primary" busy={action.busy}>
          Enrol
        </Button>
      </footer>
      {shown !== null && (
        <p role="status">
          The screen shows <bdi>{shown}</bdi>.
        </p>
      )}
    </form>
  )
}

function WaitingScreens() {
  const now = useNow()
  const { data, error } = useQuery(
    PendingEnrolmentsDocument,
    { first: 50, after: null },
    { every: pendingEveryMs, topic: keysTopic },
  )
  const waiting = data?.pendingEnrolments
  return (
    <section aria-label="Waiting screens">
      <h2>Waiting screens</h2>
      <Failure error={error} />
      {waiting?.nodes.length === 0 && <Empty>None shows a code.</Empty>}
      <ul className="rows">
        {waiting?.nodes.map(({ id, device, address, requestedAt }) => (
          <li key={id}>
            <bdi>{device ?? 'A screen'}</bdi>
            <span className="soft">
              {address && `from ${address}, `}since {shortTime(requestedAt, now)}
            </span>
          </li>
        ))}
      </ul>
      {waiting && waiting.totalCount > waiting.nodes.length && <p className="soft">{waiting.totalCount} in all.</p>}
    </section>
  )
}
