import type { Role } from '../../../../kit/graphql/viewer/viewer.ts'

/** The strongest first. */
export const roles = ['OWNER', 'OPERATOR', 'AUDITOR', 'VIEWER'] as const satisfies readonly Role[]
export type { Role }

const reading = ['definition.read', 'instance.read', 'run.read']
const operating = ['instance.write', 'instance.lifecycle', 'run.start', 'run.cancel']

/** What each role may do unless an installation says otherwise: the rows that bootstrap writes. '*' is everything. */
export const defaultPermissions: Readonly<Record<Role, readonly string[]>> = {
  OWNER: ['*'],
  OPERATOR: [...reading, ...operating],
  VIEWER: reading,
  AUDITOR: [...reading, 'activity.read'],
}
