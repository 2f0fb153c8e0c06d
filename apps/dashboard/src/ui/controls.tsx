import type { MarqueeError } from '@marquee/sdk'
import { useEffect, useId, useRef, useState, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { Link } from '../shell/router.tsx'
import { words } from './format.ts'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: 'primary' | 'danger' | 'quiet'
  busy?: boolean
}

export function Button({ tone, busy = false, className = '', children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button ${tone ?? ''} ${className}`}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {children}
    </button>
  )
}

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  children: (props: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode
}

/** A labelled control with what is wrong about it right below it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const told = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': told, 'aria-invalid': Boolean(error) })}
      {error ? (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}

/** Why something did not work, with the reference that a log knows it by. */
export function Failure({ error, retry }: { error: MarqueeError | null; retry?: () => void }) {
  if (!error) return null
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {error.requestId && <p className="hint">Request {error.requestId}</p>}
      {retry && <Button onClick={retry}>Try again</Button>}
    </div>
  )
}

/** A state in one word; the shape says it too, for those who do not see the colour. */
export function StateWord({
  value,
  tone,
  title,
}: {
  value: string
  tone?: string | undefined
  title?: string | undefined
}) {
  return (
    <span className={`state ${tone ?? toneOf(value)} ${value.toLowerCase()}`} title={title}>
      {words(value)}
    </span>
  )
}

const tones: Record<string, string> = Object.fromEntries(
  Object.entries({
    good: 'ACTIVE READY ONLINE OK SUCCEEDED HEALTHY PUBLISHED PASSED SYNCED DELIVERED',
    busy: 'RUNNING QUEUED SCHEDULED PENDING SUBMITTED SYNCING',
    warn: 'STALE PAUSED BLOCKED DEGRADED DEPRECATED CRASHED NOT_SYNCED',
    bad: 'ERROR FAILED FAILING OFFLINE UNHEALTHY SYNC_FAILED DEAD',
  }).flatMap(([tone, names]) => names.split(' ').map((name) => [name, tone])),
)

export const toneOf = (value: string): string => tones[value] ?? 'calm'

export function Tabs({ tabs, current }: { tabs: { name: string; label: string; to: string }[]; current: string }) {
  return (
    <nav className="tabs" aria-label="Sections">
      {tabs.map(({ name, label, to }) => (
        <Link key={name} to={to} aria-current={name === current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

type DialogProps = { title: string; onClose: () => void; children: ReactNode; className?: string }

/** A modal dialog; Escape closes it and focus goes back to where it was. */
export function Dialog({ title, onClose, children, className = '' }: DialogProps) {
  const node = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    node.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={node}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === node.current && onClose()}
    >
      <div className="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          <Button tone="quiet" aria-label="Close" onClick={onClose}>
            ×
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** JSON to read, select and copy. */
export function Json({ value, label }: { value: unknown; label: string }) {
  return (
    <pre className="json" tabIndex={0} role="region" aria-label={label} dir="ltr">
      {JSON.stringify(value, null, 2)}
    </pre>
  )
}

export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode] | null | false | undefined | '')[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) =>
        fact ? (
          <div key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1] ?? '–'}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>

/** A time as an age, with the whole of it for who points at it. */
export function When({ at, text }: { at: string; text: string }) {
  return (
    <time dateTime={at} title={new Date(at).toLocaleString('en-GB')}>
      {text}
    </time>
  )
}

/** Puts a text on the clipboard and says so. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [done, setDone] = useState(false)
  return (
    <Button
      tone="quiet"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}
      onBlur={() => setDone(false)}
    >
      {done ? 'Copied' : label}
    </Button>
  )
}
