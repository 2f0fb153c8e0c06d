/**
 * What fields cost beyond the rule of query-cost.ts, by `Type.field`. A point is about what one value takes to be
 * answered (some microseconds); docs/guides/cost.md is generated from this table.
 */
export const fieldWeights: Readonly<Record<string, number>> = {
  // Read or count more than they answer.
  'Query.instances': 10,
  'Query.nearby': 10,
  'Query.runs': 10,
  'Query.definitions': 10,
  'Query.activities': 10,
  'Query.instanceTree': 20,
  'Query.tags': 200,
  'Query.change': 200,
  'BulkChangePayload.convergence': 200,
  'ChangeConvergence.unreachableInstances': 200,
  'Query.lineage': 1000,
  'Query.checkDefinitionVersion': 5000,
  'Query.planUpgrade': 5000,
  'Rollout.waves': 50,
  'Query.validateSignal': 500,
  'InstanceConnection.totalCount': 50,
  'RunConnection.totalCount': 50,
  'ActivityConnection.totalCount': 200,
  'Instance.descendants': 20,
  'Instance.explainProp': 50,
  'Instance.readinessExplanation': 20,
  'Instance.groups': 20,
  // Patches and earlier states are read from the log.
  'Instance.history': 2000,
  // Kept outside the row because they are large.
  'Run.fullOutputs': 200,
  'Run.fullMetrics': 200,
  // Run in a process of their own.
  'Query.datasetPreview': 1000,
  'Query.runOutput': 1000,
  'Query.evaluateExpression': 1000,
  'Mutation.bulkPatchProps': 1000,
  'Mutation.startRollout': 5000,
}

/** Every other mutation. */
export const mutationWeight = 10

/** How many rows a list without a page argument has, where it is not about `listSize`. */
export const listSizes: Readonly<Record<string, number>> = {
  'Instance.flows': 3,
  'Instance.conditions': 3,
  'Lineage.nodes': 1000,
  'Lineage.edges': 1000,
  'DefinitionImpact.instances': 600,
  'Query.operators': 100,
  'Query.spaces': 100,
  '__Schema.types': 250,
  // One type, which may be the largest: most have few fields, and those asked for by name do not.
  'Query.__type': 10,
  '__Type.interfaces': 1,
  '__Type.possibleTypes': 1,
  '__Field.args': 1,
  // What half of all types have.
  '__Type.ofType': 0.5,
}

export const listSize = 10

/** Arguments that say how many rows a field answers. */
export const pageArguments: readonly string[] = ['first', 'last', 'limit', 'count']

/** No field answers more rows than this, whatever it is asked for. */
export const pageSizeMax = 1000

/** A field of the schema about itself (`__typename` is a value as any other): it is read from memory. */
export const introspectionShare = 0.05
