import type { Permission } from './permissions.ts'

/**
 * What each mutation takes. KNOWN: any principal, for itself; the action decides on the rest. SCREEN: a display key on its
 * own instance, or what the permission says. ANYBODY: without a credential. A mutation without a row here fails a test.
 */
export const mutationRules = {
  submitDefinition: 'definition.write',
  evaluateDefinitionVersion: 'definition.write',
  copyResource: 'definition.write',
  saveExperimentAsMacro: 'definition.write',
  publishDefinitionVersion: 'definition.publish',
  deprecateDefinitionVersion: 'definition.publish',
  retireDefinition: 'definition.publish',
  syncDefinitionContent: 'content.sync',
  upsertConfigResource: 'config.write',
  createProject: 'project.create',
  createSpaceWithSubspaces: 'space.create',
  createTeamSpace: 'space.create',
  createUserWithPersonalSpace: 'principal.manage',
  grantRole: 'grant.write',
  revokeRole: 'grant.write',
  issueToken: 'KNOWN',
  revokeCredential: 'KNOWN',
  rotateCredential: 'KNOWN',
  setPrincipalDisabled: 'principal.manage',

  setPlacement: 'instance.write',
  addTags: 'instance.write',
  removeTags: 'instance.write',
  upsertLocation: 'set.write',
  upsertZone: 'set.write',
  deleteZone: 'set.write',
  upsertGroup: 'set.write',
  deleteGroup: 'set.write',

  createInstance: 'instance.write',
  promoteInstance: 'instance.write',
  promoteModel: 'instance.write',
  updateInstance: 'instance.write',
  patchProps: 'instance.write',
  replaceProps: 'instance.write',
  bulkPatchProps: 'instance.write',
  setBindings: 'instance.write',
  refreshBindings: 'instance.write',
  setOverride: 'instance.write',
  clearOverride: 'instance.write',
  createProgramme: 'instance.write',
  updateProgramme: 'instance.write',
  deleteProgramme: 'instance.write',
  lockPath: 'instance.write',
  unlockPath: 'instance.write',
  upgradeInstance: 'instance.write',
  moveInstance: 'instance.write',
  setUpstreams: 'instance.write',
  setFlowHandles: 'instance.write',
  emitInstanceEvent: 'SCREEN',
  reportDisplayState: 'SCREEN',
  requestEnrolment: 'ANYBODY',
  confirmEnrolment: 'key.issue',
  issueDisplayKey: 'key.issue',
  revokeDisplayKey: 'key.issue',
  startInstance: 'instance.lifecycle',
  pauseInstance: 'instance.lifecycle',
  resumeInstance: 'instance.lifecycle',
  stopInstance: 'instance.lifecycle',
  archiveInstance: 'instance.lifecycle',
  deleteInstance: 'instance.lifecycle',
  setDesiredLifecycle: 'instance.lifecycle',
  setKv: 'kv.write',
  resendWebhookDelivery: 'webhook.manage',
  rotateWebhookSecret: 'webhook.manage',
  triggerRun: 'run.trigger',
  cancelRun: 'run.trigger',
  retryRun: 'run.trigger',
  setSchedule: 'run.trigger',
  setScheduleEnabled: 'run.trigger',
  clearSchedule: 'run.trigger',
  claimRun: 'run.work',
  heartbeatRun: 'run.work',
  completeRun: 'run.work',
  failRun: 'run.work',
} as const satisfies Record<string, Permission | 'KNOWN' | 'SCREEN' | 'ANYBODY'>

export type MutationName = keyof typeof mutationRules

/** What somebody who is no screen needs for a mutation of screens. */
export const permissionOf = (mutation: MutationName): Permission => {
  const rule = mutationRules[mutation]
  return rule === 'SCREEN' || rule === 'KNOWN' || rule === 'ANYBODY' ? 'instance.write' : rule
}
