import { activity } from './activities.ts'
import { changeConvergence } from './changes.ts'
import { instanceProgramme, programme, programmeEntry, programmeSegment } from './displays/programmes.ts'
import { flow, modelVersion } from './flows/flows.ts'
import { run } from './flows/runs.ts'
import { schedule } from './flows/schedules.ts'
import { instance, instanceEvent } from './instance.ts'
import { lineageNode } from './lineage.ts'
import { bulkChangePayload, mutation } from './mutation.ts'
import { definition, group, query, zone } from './query.ts'
import { rollout, rolloutInstance, upgradePlan } from './rollouts.ts'
import { webhookDelivery } from './webhooks.ts'

/** What answers the fields of the runtime's types. */
export const resolvers = {
  Query: query,
  Mutation: mutation,
  Instance: instance,
  Activity: activity,
  Flow: flow,
  ModelVersion: modelVersion,
  LineageNode: lineageNode,
  Run: run,
  Schedule: schedule,
  Programme: programme,
  ProgrammeEntry: programmeEntry,
  ProgrammeSegment: programmeSegment,
  InstanceProgramme: instanceProgramme,
  InstanceEvent: instanceEvent,
  BulkChangePayload: bulkChangePayload,
  ChangeConvergence: changeConvergence,
  Rollout: rollout,
  RolloutInstance: rolloutInstance,
  UpgradePlan: upgradePlan,
  WebhookDelivery: webhookDelivery,
  Definition: definition,
  Zone: zone,
  Group: group,
}
