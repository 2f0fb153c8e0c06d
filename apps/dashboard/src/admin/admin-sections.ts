import { holds, type Permissions } from '../graph/session.ts'

const sections = [
  { name: 'audit', label: 'Audit', needs: ['audit.read'] },
  { name: 'access', label: 'Access', needs: ['grant.write', 'principal.manage'] },
  { name: 'credentials', label: 'Credentials', needs: [] },
  { name: 'screens', label: 'Screens', needs: ['key.issue'] },
  { name: 'spaces', label: 'Spaces', needs: ['space.create', 'project.create', 'definition.read'] },
]

/** The parts of administration that these permissions give something to do in. */
export const adminSections = (permissions: Permissions) =>
  sections.filter(({ needs }) => needs.length === 0 || needs.some((one) => holds(permissions, one)))
