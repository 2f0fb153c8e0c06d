/**
 * Every permission there is, with what it allows. Roles are rows over these names (catalogue.role_permission); grants
 * give roles at nodes of the tree, and hold below them. docs/security.md says which role holds which by default.
 */
export const permissions = {
  'instance.read': 'Read instances that are not public, their runs, history and feeds',
  'instance.write': 'Create, change, place, bind, lock, move and upgrade instances',
  'instance.lifecycle': 'Start, pause, resume, stop, archive and delete instances',
  'run.trigger': 'Trigger, retry, cancel and schedule runs',
  'run.work': 'Claim runs and report on them, as an external worker',
  'key.issue': 'Issue and revoke the display keys of instances',
  'webhook.manage': 'Read webhook deliveries, resend them and rotate signing secrets',
  'kv.read': 'Read KV entries',
  'kv.write': 'Write KV entries',
  'set.write': 'Change locations, zones and groups',
  'definition.read': 'Read definitions that are not published',
  'definition.write': 'Submit, evaluate and copy definitions, save macros',
  'definition.publish': 'Publish, deprecate and retire definitions',
  'content.sync': 'Sync content packages',
  'config.write': 'Change config resources',
  'project.create': 'Create projects',
  'space.create': 'Create team spaces and spaces of others',
  'principal.manage': 'Create and disable principals, read their addresses',
  'credential.manage': 'Issue, list and revoke the credentials of others',
  'grant.write': 'Grant and revoke roles, of permissions that the granter holds',
  'audit.read': 'Read and export activities',
} as const

export type Permission = keyof typeof permissions

export const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text)

/** The strongest first. */
export const roles = ['OWNER', 'OPERATOR', 'AUDITOR', 'VIEWER'] as const
export type Role = (typeof roles)[number]

const reading: readonly Permission[] = ['instance.read', 'kv.read', 'definition.read']

/** What each role holds until an installation changes its rows. '*' is everything, also what comes with later versions. */
export const defaultPermissions: Readonly<Record<Role, readonly (Permission | '*')[]>> = {
  OWNER: ['*'],
  OPERATOR: [
    ...reading,
    'instance.write',
    'instance.lifecycle',
    'run.trigger',
    'run.work',
    'key.issue',
    'webhook.manage',
    'kv.write',
    'set.write',
  ],
  VIEWER: reading,
  AUDITOR: [...reading, 'audit.read'],
}

/** What makes a viewer a reader of what is not public. */
export const READ: Permission = 'instance.read'
