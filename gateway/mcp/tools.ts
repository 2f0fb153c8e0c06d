import type { TrustedOperation } from '../trusted/operation.ts'

/** Something that an AI can do, and the operation of the graph that does it. */
export type Tool = TrustedOperation & {
  name: string
  title: string
  description: string
  /** What a host may tell its user: nothing changes, something changes, something is lost. */
  effect: 'reads' | 'writes' | 'destroys'
  /** Of one that destroys: what its user is asked. */
  question?: (given: Readonly<Record<string, unknown>>) => string
  /** Of parameters that are not given. */
  defaults?: Readonly<Record<string, unknown>>
}

/** What an AI says above all other layers ends by itself, unless it says how long. */
const overrideSeconds = 3600
const pageInfo = 'pageInfo { hasNextPage endCursor }'
const row = 'id kind name lifecycle revision url definition { typeKey } placement { location geo { lat lng } tags }'
const segment = 'from to programme { id name } entry item props dst blockedBecause'
const changed = (name: string, input: string) =>
  `mutation ${name[0]?.toUpperCase()}${name.slice(1)}($input: ${input}!) {
    ${name}(input: $input) { changeId instance { ...InstanceProps } }
  }`

export const tools: readonly Tool[] = [
  {
    name: 'forge_instance_create',
    title: 'Create an instance',
    description:
      'Create a living instance of a published component definition (see forge_definition_list). Answers its id and the path of its page.',
    effect: 'writes',
    document: `mutation CreateInstance($input: CreateInstanceInput!) {
      createInstance(input: $input) { instance { instance_id: id url revision } }
    }`,
    result: 'createInstance.instance',
  },
  {
    name: 'forge_instance_update_props',
    title: 'Change props',
    description:
      'Change some props of an instance for good by a JSON merge patch; null deletes. Answers all props. For something temporary use forge_instance_override.',
    effect: 'writes',
    document: changed('patchProps', 'PatchPropsInput'),
    parameters: { instance_id: 'input.id', props: 'input.patch' },
    result: 'patchProps.instance',
  },
  {
    name: 'forge_instance_bind',
    title: 'Bind props to sources',
    description:
      'Replace all bindings of an instance: each fills one top-level prop from a key, an API or another instance.',
    effect: 'writes',
    document: `mutation SetBindings($input: SetBindingsInput!) {
      setBindings(input: $input) { changeId instance { ...InstanceBindings } }
    }`,
    parameters: { instance_id: 'input.id' },
    result: 'setBindings.instance',
  },
  {
    name: 'forge_instance_get',
    title: 'Get an instance',
    description: 'Get an instance with its props, what a screen shows of it, bindings, placement and lifecycle.',
    effect: 'reads',
    document: 'query GetInstance($id: ID!) { instance(id: $id) { ...Instance } }',
    parameters: { instance_id: 'id' },
    result: 'instance',
  },
  {
    name: 'forge_instance_list',
    title: 'List instances',
    description:
      'List instances by definition, tags, place, owner, lifecycle or props. `first` and `after` turn pages.',
    effect: 'reads',
    document: `query ListInstances($filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int = 20, $after: String) {
      instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { nodes { ${row} } ${pageInfo} }
    }`,
    parameters: { component_id: 'filter.definitionTypeKey', owner_id: 'filter.ownerId', tags: 'filter.tags.all' },
    result: 'instances',
  },
  {
    name: 'forge_instance_delete',
    title: 'Delete an instance',
    description:
      'Delete an ARCHIVED or EPHEMERAL instance with everything below it, for good. Archive others first with forge_instance_set_lifecycle.',
    effect: 'destroys',
    question: ({ instance_id: id }) => `Delete ${String(id)} and everything below it, for good?`,
    document: 'mutation DeleteInstance($input: TransitionInput!) { deleteInstance(input: $input) { id changeId } }',
    parameters: { instance_id: 'input.id' },
    result: 'deleteInstance',
  },
  {
    name: 'forge_find_nearby',
    title: 'Find instances near a place',
    description:
      'Find the nearest instances to a point with their distances, nearest first; `tags` narrows ("covered").',
    effect: 'reads',
    document: `query FindNearby(
      $lat: Float!, $lng: Float!, $radiusMeters: Float, $filter: InstanceFilter, $first: Int = 10
    ) {
      nearby(lat: $lat, lng: $lng, radiusMeters: $radiusMeters, filter: $filter, first: $first) {
        distanceMeters instance { ${row} effectiveProps }
      }
    }`,
    parameters: { component_id: 'filter.definitionTypeKey', tags: 'filter.tags.all' },
    result: 'nearby',
  },
  {
    name: 'forge_instance_explain',
    title: 'Explain a prop',
    description: 'Why a prop has its value: what every layer says about it, who wrote it and until when.',
    effect: 'reads',
    document: `query ExplainProp($id: ID!, $path: String!) {
      instance(id: $id) { explainProp(path: $path) { ...PropExplanation } }
    }`,
    parameters: { instance_id: 'id' },
    result: 'instance.explainProp',
  },
  {
    name: 'forge_instance_override',
    title: 'Override a prop for a time',
    description: `Put a value above all other layers. It ends by itself after ttlSeconds (an hour unless given).`,
    effect: 'writes',
    document: changed('setOverride', 'SetOverrideInput'),
    parameters: { instance_id: 'input.id' },
    defaults: { ttlSeconds: overrideSeconds },
    result: 'setOverride.instance',
  },
  {
    name: 'forge_instance_clear_override',
    title: 'Clear an override',
    description: 'Take back the value that lies above all other layers of a path.',
    effect: 'writes',
    document: changed('clearOverride', 'PropPathInput'),
    parameters: { instance_id: 'input.id' },
    result: 'clearOverride.instance',
  },
  {
    name: 'forge_instance_bulk_update_props',
    title: 'Change props of many instances',
    description: 'Change some props of all instances that match, for good. Needs at least one parameter that narrows.',
    effect: 'destroys',
    question: ({ props: _, confirm: _confirm, ...filter }) =>
      `Change the props of all instances that match ${JSON.stringify(filter)}?`,
    document: `mutation BulkPatchProps($input: BulkPatchPropsInput!) {
      bulkPatchProps(input: $input) { changeId targeted changed }
    }`,
    parameters: {
      component_id: 'input.filter.definitionTypeKey',
      tags: 'input.filter.tags.all',
      props: 'input.patch',
    },
    spread: ['input', 'input.filter'],
    result: 'bulkPatchProps',
  },
  {
    name: 'forge_instance_set_lifecycle',
    title: 'Start, pause, stop or archive',
    description:
      'Move an instance, and what is below it, to ACTIVE, PAUSED, STOPPED or ARCHIVED, step by step within a moment. ARCHIVED is for good.',
    effect: 'destroys',
    question: ({ instance_id: id, lifecycle }) => `Move ${String(id)} and everything below it to ${String(lifecycle)}?`,
    document: `mutation SetLifecycle($input: SetDesiredLifecycleInput!) {
      setDesiredLifecycle(input: $input) { changeId instance { id revision lifecycle desiredLifecycle } }
    }`,
    parameters: { instance_id: 'input.id' },
    result: 'setDesiredLifecycle.instance',
  },
  {
    name: 'forge_instance_upgrade',
    title: 'Upgrade to a version',
    description:
      'Move an instance to another published version of its definition. `dryRun: true` plans: it answers what would come of it.',
    effect: 'writes',
    document: `mutation UpgradeInstance($input: UpgradeInstanceInput!) {
      upgradeInstance(input: $input) { changeId instance { id revision definitionVersion { version } effectiveProps } }
    }`,
    parameters: { instance_id: 'input.id', target_version: 'input.targetVersion' },
    result: 'upgradeInstance.instance',
  },
  {
    name: 'forge_rollout_plan',
    title: 'Plan a rollout',
    description:
      'Say what a version would meet at each instance of a definition: whether it moves, and what is in the way where it does not. Changes nothing.',
    effect: 'reads',
    document: `query PlanRollout($definitionTypeKey: String!, $toVersion: SemVer!, $filter: InstanceFilter, $verdict: UpgradeVerdict, $first: Int = 20, $after: String) {
      planUpgrade(definitionTypeKey: $definitionTypeKey, toVersion: $toVersion, filter: $filter) {
        toVersion total counts { verdict count }
        instances(verdict: $verdict, first: $first, after: $after) {
          nodes { verdict problems instance { id name } } ${pageInfo}
        }
      }
    }`,
    spread: [],
    result: 'planUpgrade',
  },
  {
    name: 'forge_rollout_start',
    title: 'Start a rollout',
    description:
      'Bring a version to many instances in waves that wait for their screens; set abortWhen so that it is taken back when too many fail. Plan it first (forge_rollout_plan), then follow it (forge_rollout_get).',
    effect: 'destroys',
    question: ({ definitionTypeKey: key, toVersion }) =>
      `Bring version ${String(toVersion)} of ${String(key)} to its instances?`,
    document: `mutation StartRollout($input: StartRolloutInput!) {
      startRollout(input: $input) { rollout { id status toVersion wave waves { number size } changeId } }
    }`,
    result: 'startRollout.rollout',
  },
  {
    name: 'forge_rollout_get',
    title: 'Read a rollout',
    description:
      'How far a rollout has come, wave by wave, with the instances that stand so (statuses): FAILED with the error, RETURNED with the edits that were lost.',
    effect: 'reads',
    document: `query GetRollout($id: ID!, $statuses: [RolloutInstanceStatus!], $first: Int = 20, $after: String) {
      rollout(id: $id) {
        id definitionTypeKey toVersion status reason wave waves { number size counts { status count } } endedAt
        instances(statuses: $statuses, first: $first, after: $after) {
          nodes { status error conflicts instance { id name } } ${pageInfo}
        }
      }
    }`,
    parameters: { rollout_id: 'id' },
    result: 'rollout',
  },
  {
    name: 'forge_programme_create',
    title: 'Create a programme',
    description: `Show other props on a display, or on all that a filter matches, in windows of their local time: once (start, end) or again and again (start, rrule of RFC 5545, duration). What a person locked stays as it is.`,
    effect: 'writes',
    document: `mutation CreateProgramme($input: CreateProgrammeInput!) {
      createProgramme(input: $input) { changeId programme { id name targetCount entries { name } } } }`,
    parameters: { instance_id: 'input.instanceId' },
    result: 'createProgramme',
  },
  {
    name: 'forge_programme_preview',
    title: 'Preview the programmes of a display',
    description: `What the programmes of a display show when, from now on or from a moment, with the entry that wins and whether a change of the clocks touches it.`,
    effect: 'reads',
    document: `query PreviewProgramme($instanceId: ID!, $from: DateTime, $hours: Float = 24) {
      programmePreview(instanceId: $instanceId, from: $from, hours: $hours) { ${segment} } }`,
    parameters: { instance_id: 'instanceId' },
    result: 'programmePreview',
  },
  {
    name: 'forge_definition_list',
    title: 'List definitions',
    description: 'List definitions: what instances can be made of, with the schema of the props of the latest version.',
    effect: 'reads',
    document: `query ListDefinitions($filter: DefinitionFilter, $first: Int = 20, $after: String) {
      definitions(filter: $filter, first: $first, after: $after) {
        nodes { id typeKey kind title description status latestVersion { id version status propsSchema } } ${pageInfo}
      }
    }`,
    result: 'definitions',
  },
  {
    name: 'forge_create',
    title: 'Submit a component version',
    description:
      'Submit a version of a definition, with the schema of its props. It must be published (forge_publish) before instances can be made of it.',
    effect: 'writes',
    document: `mutation SubmitDefinition($input: SubmitDefinitionInput!) {
      submitDefinition(input: $input) { definitionVersion { id version status definition { id typeKey } } }
    }`,
    result: 'submitDefinition.definitionVersion',
  },
  {
    name: 'forge_publish',
    title: 'Publish a version',
    description: 'Publish a submitted version. It never changes afterwards, and instances that follow it move to it.',
    effect: 'destroys',
    question: ({ definitionVersionId: id }) => `Publish version ${String(id)}? Instances that follow it move to it.`,
    document: `mutation PublishVersion($input: PublishDefinitionVersionInput!) {
      publishDefinitionVersion(input: $input) { definitionVersion { id version status definition { id typeKey } } }
    }`,
    result: 'publishDefinitionVersion.definitionVersion',
  },
]

/** Resources: an instance, whole; and the feed that tells when it changes. */
export const instanceResource: TrustedOperation = {
  document: 'query ReadInstance($id: ID!) { instance(id: $id) { ...Instance } }',
  result: 'instance',
}
export const instanceResources: TrustedOperation = {
  document: `query ListResources($first: Int = 50, $after: String) {
    instances(first: $first, after: $after) { nodes { id name kind definition { typeKey } } ${pageInfo} }
  }`,
  result: 'instances',
}
export const instanceFeed: TrustedOperation = {
  document: `subscription WatchInstance($id: ID!, $since: Cursor) {
    instanceChanged(id: $id, since: $since) { type cursor revision }
  }`,
  result: 'instanceChanged',
}
