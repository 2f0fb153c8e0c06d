import type { CodegenConfig } from '@graphql-codegen/cli'

const scalars = {
  JSON: { input: 'unknown', output: 'unknown' },
  JSONObject: { input: 'Record<string, unknown>', output: 'Record<string, unknown>' },
  DateTime: 'string',
  SemVer: 'string',
  Cursor: 'string',
  ID: 'string',
  _FieldSet: 'string',
}

/** Resolver types of one service: GraphQL types on the left become what `mappers` say, foreign ones a reference. */
function service(name: string, files: string[], mappers: Record<string, string>): CodegenConfig['generates'] {
  return {
    [`services/${name}/graphql/generated.ts`]: {
      schema: files.map((file) => `schema/${file}.graphql`),
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        contextType: `./context.ts#${name[0]!.toUpperCase()}${name.slice(1)}Context`,
        mappers,
        scalars,
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        skipTypename: true,
        emitLegacyCommonJSImports: false,
        importExtension: '.ts',
      },
    },
  }
}

const reference = (type: string) => `../../../kit/graphql/subgraph.ts#Reference<'${type}'>`

/** Typed documents, and of the graph's types no more than they use. */
const operations = (documents: string): CodegenConfig['generates'][string] => ({
  schema: 'schema/api.graphql',
  documents,
  plugins: ['typescript-operations', 'typed-document-node'],
  config: {
    scalars,
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    skipTypename: true,
    documentMode: 'string',
    // So that bundlers leave out the documents that a program does not use.
    pureMagicComment: true,
    onlyOperationTypes: true,
    avoidOptionals: { field: true },
  },
})

const config: CodegenConfig = {
  generates: {
    'schema/enums.ts': {
      schema: 'schema/api.graphql',
      plugins: ['typescript'],
      config: { scalars, onlyEnums: true, enumsAsTypes: true },
    },
    ...service('catalogue', ['shared', 'catalogue'], {
      Credential: '../store/organisation/credentials.sql.ts#CredentialRow',
      Definition: './rows.ts#DefinitionRow',
      DefinitionVersion: './rows.ts#DefinitionVersionRow',
      Instance: reference('Instance'),
      Principal: './rows.ts#PrincipalRow',
      Project: './rows.ts#ProjectRow',
      Space: './rows.ts#SpaceRow',
      Subspace: './rows.ts#SubspaceRow',
      Viewer: './rows.ts#ViewerRow',
    }),
    ...service('runtime', ['shared', 'shared-instance', 'runtime'], {
      Instance: '../../../schema/events.ts#InstanceState',
      Binding: './rows.ts#BindingRow',
      InstanceEvent: './rows.ts#InstanceEventRow',
      BulkChangePayload: './rows.ts#BulkChangeRow',
      ChangeConvergence: './rows.ts#ConvergenceRow',
      Activity: '../store/activities/activity-log.ts#ActivityRow',
      Rollout: '../store/rollouts/rollouts.ts#RolloutRow',
      RolloutInstance: '../store/rollouts/rollout-instances.ts#RolloutInstanceRow',
      UpgradePlan: '../actions/rollouts/plan-upgrade.ts#Plan',
      WebhookDelivery: '../store/webhooks/webhook-deliveries.ts#WebhookDeliveryRow',
      Flow: './rows.ts#FlowRow',
      ModelVersion: '../store/flows/model-versions.ts#ModelVersionRow',
      LineageNode: './rows.ts#LineageNodeRow',
      UpstreamRef: './rows.ts#UpstreamRefRow',
      Run: './rows.ts#RunRow',
      RunLogEntry: './rows.ts#RunLogRow',
      Schedule: './rows.ts#ScheduleRow',
      Programme: './rows.ts#ProgrammeRow',
      ProgrammeEntry: './rows.ts#ProgrammeEntryRow',
      ProgrammeSegment: './rows.ts#ProgrammeSegmentRow',
      InstanceProgramme: './rows.ts#InstanceProgrammeRow',
      PropLayer: './rows.ts#PropLayerRow',
      Definition: reference('Definition'),
      DefinitionVersion: reference('DefinitionVersion'),
      Principal: reference('Principal'),
      Project: reference('Project'),
      Zone: reference('Zone'),
      Group: reference('Group'),
    }),
    ...service('placement', ['shared', 'shared-instance', 'placement'], {
      Instance: reference('Instance'),
      Placement: './rows.ts#PlacementRow',
      Location: './rows.ts#LocationRow',
      Zone: './rows.ts#ZoneRow',
      Group: './rows.ts#GroupRow',
    }),
    'sdk/src/generated.ts': operations('sdk/operations/*.graphql'),
    'apps/dashboard/src/graph/generated.ts': operations('apps/dashboard/operations/*.graphql'),
  },
}

export default config
