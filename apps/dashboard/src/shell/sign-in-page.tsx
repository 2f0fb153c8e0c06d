import { isMarqueeError } from '@marquee/sdk'
import { useState } from 'react'
import { signIn } from '../graph/session.ts'
import { Button, Field } from '../ui/controls.tsx'
import { go, usePlace } from './router.tsx'

/** With the admin key or a token. It stays in this tab and goes with it. */
export function SignInPage() {
  const { params } = usePlace()
  const [key, setKey] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    setBusy(true)
    setError(null)
    try {
      await signIn(key.trim())
      const next = params.get('next') ?? '/'
      // Below /dashboard and nowhere else, whatever an address says.
      go(next.startsWith('/') && !next.startsWith('//') ? next : '/', { replace: true })
    } catch (reason) {
      setError(
        isMarqueeError(reason) && reason.code === 'UNAUTHENTICATED'
          ? 'The server does not know this key, or it has ended.'
          : reason instanceof Error
            ? reason.message
            : String(reason),
      )
      setBusy(false)
    }
  }
  return (
    <section className="page sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <h1>Sign in</h1>
        <Field label="Key or token" error={error} hint="The admin key of the installation, or a token of your own">
          {(props) => (
            <input
              type="password"
              name="key"
              autoComplete="current-password"
              autoFocus
              required
              value={key}
              onChange={({ target }) => setKey(target.value)}
              {...props}
            />
          )}
        </Field>
        <footer>
          <Button onClick={() => history.back()}>Back</Button>
          <Button type="submit" tone="primary" busy={busy}>
            Sign in
          </Button>
        </footer>
        <p className="hint">Without a key you see what is public and change nothing.</p>
      </form>
    </section>
  )
}
