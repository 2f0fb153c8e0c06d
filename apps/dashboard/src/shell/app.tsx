import { useEffect } from 'react'
import { AdminPage } from '../admin/admin-page.tsx'
import { DefinitionPage } from '../definitions/definition-page.tsx'
import { DefinitionsPage } from '../definitions/definitions-page.tsx'
import { FleetPage } from '../fleet/fleet-page.tsx'
import { offline, sessionEnded } from '../graph/connection.ts'
import { signOut, useSession } from '../graph/session.ts'
import { useStore } from '../graph/store.ts'
import { HealthPage } from '../health/health-page.tsx'
import { InstancePage } from '../instance/instance-page.tsx'
import { RunPage } from '../runs/run-page.tsx'
import { RunsPage } from '../runs/runs-page.tsx'
import { Button, Empty } from '../ui/controls.tsx'
import { useMedia, wide } from '../ui/use-media.ts'
import { Icon } from './icon.tsx'
import { Palette, openPalette } from './palette.tsx'
import { Link, usePlace } from './router.tsx'
import { signInAddress, useSections } from './sections.ts'
import { SignInPage } from './sign-in-page.tsx'
import { setTheme, theme, themes } from './theme.ts'

export function App() {
  const { parts } = usePlace()
  const { viewer } = useSession()
  const sections = useSections()
  const [first = 'fleet'] = parts
  const current = first === 'instances' ? 'fleet' : first
  useEffect(() => {
    document.title = `${sections.find(({ name }) => name === current)?.label ?? 'Sign in'} · Marquee`
  }, [current, sections])
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <nav className="rail" aria-label="Pages">
        <Link className="brand" to="/" aria-label="Marquee">
          <Icon name="brand" /> <span>Marquee</span>
        </Link>
        {sections.map(({ name, label, to, icon }) => (
          <Link key={name} to={to} aria-current={name === current ? 'page' : undefined}>
            <Icon name={icon} /> <span>{label}</span>
          </Link>
        ))}
        <div className="rail-end">
          <button
            type="button"
            className="rail-button"
            onClick={openPalette}
            title="Ctrl K"
            aria-label="Search and commands (Ctrl K)"
          >
            <Icon name="search" /> <span>Search</span>
          </button>
          <ThemeButton />
          <WhoAmI />
        </div>
      </nav>
      <div className="stage">
        <Notices />
        <main id="content" tabIndex={-1}>
          {viewer === undefined ? <Empty>Signing in…</Empty> : <Page parts={parts} />}
        </main>
      </div>
      <Palette />
    </>
  )
}

function Page({ parts }: { parts: readonly string[] }) {
  const isWide = useMedia(wide)
  const [page, id, tab] = parts
  switch (page) {
    case undefined:
    case 'instances': {
      const open = page === 'instances' ? (id ?? null) : null
      // The list stays where it is beside what is open; where there is no room for both, it gives way.
      return (
        <div className={`split ${open === null ? '' : 'open'}`}>
          {(isWide || open === null) && <FleetPage open={open} />}
          {open !== null && <InstancePage id={open} tab={tab} />}
        </div>
      )
    }
    case 'runs':
      return id === undefined ? <RunsPage /> : <RunPage id={id} />
    case 'definitions':
      return id === undefined ? <DefinitionsPage /> : <DefinitionPage id={id} tab={tab} />
    case 'admin':
      return <AdminPage section={id} />
    case 'health':
      return <HealthPage />
    case 'sign-in':
      return <SignInPage />
    default:
      return (
        <section className="page">
          <h1>There is no such page</h1>
          <p>
            <Link to="/">To the fleet</Link>
          </p>
        </section>
      )
  }
}

/** What holds for the whole page is said once, here. */
function Notices() {
  const isOffline = useStore(offline)
  const isEnded = useStore(sessionEnded)
  return (
    <div className="notices" aria-live="polite">
      {isOffline && (
        <p className="notice">The server cannot be reached. What is shown may be old; it comes back by itself.</p>
      )}
      {isEnded && (
        <p className="notice">
          Your session has ended. <Link to={signInAddress()}>Sign in again</Link>
        </p>
      )}
    </div>
  )
}

function WhoAmI() {
  const { viewer } = useSession()
  const { parts } = usePlace()
  if (viewer === undefined) return null
  if (viewer === null)
    return parts[0] === 'sign-in' ? null : (
      <Link className="rail-button" to={signInAddress()}>
        <Icon name="person" /> <span>Sign in</span>
      </Link>
    )
  return (
    <details className="menu who">
      <summary aria-label={`Signed in as ${viewer.principal.displayName}`}>
        <Icon name="person" />{' '}
        <span dir="auto" className="who-name">
          {viewer.principal.displayName}
        </span>
      </summary>
      <div className="menu-body">
        <p>
          <b dir="auto">{viewer.principal.displayName}</b>
          <br />
          <span className="soft">
            {viewer.principal.kind.toLowerCase()} · {viewer.roles.join(', ').toLowerCase() || 'no role in the tenant'}
          </span>
        </p>
        <Button onClick={signOut}>Sign out</Button>
      </div>
    </details>
  )
}

function ThemeButton() {
  const current = useStore(theme)
  const next = themes[(themes.indexOf(current) + 1) % themes.length]!
  return (
    <button
      type="button"
      className="rail-button theme"
      onClick={() => setTheme(next)}
      aria-label={`Colours: ${current}. Change to ${next}`}
      title={`Colours: ${current}`}
    >
      <Icon name="theme" /> <span>{current}</span>
    </button>
  )
}
