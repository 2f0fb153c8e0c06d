import { useSession } from '../graph/session.ts'
import { Empty, Tabs } from '../ui/controls.tsx'
import { AccessSection } from './access-section.tsx'
import { adminSections } from './admin-sections.ts'
import { AuditSection } from './audit-section.tsx'
import { CredentialsSection } from './credentials-section.tsx'
import { ScreensSection } from './screens-section.tsx'
import { SpacesSection } from './spaces-section.tsx'

export function AdminPage({ section }: { section: string | undefined }) {
  const { permissions, viewer } = useSession()
  const offered = viewer ? adminSections(permissions) : []
  const current = offered.find(({ name }) => name === section) ?? offered[0]
  return (
    <section className="page">
      <header className="page-head">
        <h1>Admin</h1>
      </header>
      {current ? (
        <>
          <Tabs
            current={current.name}
            tabs={offered.map(({ name, label }) => ({ name, label, to: `/admin/${name}` }))}
          />
          <div className="tab">
            {current.name === 'audit' && <AuditSection />}
            {current.name === 'access' && <AccessSection />}
            {current.name === 'credentials' && <CredentialsSection />}
            {current.name === 'screens' && <ScreensSection />}
            {current.name === 'spaces' && <SpacesSection />}
          </div>
        </>
      ) : (
        <Empty>Sign in to see what there is to do.</Empty>
      )}
    </section>
  )
}
