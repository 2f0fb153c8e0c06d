import { adminSections } from '../admin/admin-sections.ts'
import { useSession } from '../graph/session.ts'
import type { IconName } from './icon.tsx'

type Section = { name: string; label: string; to: string; icon: IconName }

/** Where there is something for this viewer. */
export function useSections(): Section[] {
  const { permissions, viewer } = useSession()
  return [
    { name: 'fleet', label: 'Fleet', to: '/', icon: 'fleet' },
    { name: 'runs', label: 'Runs', to: '/runs', icon: 'runs' },
    { name: 'definitions', label: 'Definitions', to: '/definitions', icon: 'definitions' },
    ...(viewer && adminSections(permissions).length > 0
      ? [{ name: 'admin', label: 'Admin', to: '/admin', icon: 'admin' as const }]
      : []),
    { name: 'health', label: 'Health', to: '/health', icon: 'health' },
  ]
}

export const signInAddress = (): string =>
  `/sign-in?next=${encodeURIComponent(location.pathname.replace(/^\/dashboard/, '') + location.search)}`
