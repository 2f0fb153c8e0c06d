import { operatorOf, operators, type Operator } from '../../../../kit/pure/expression/operators/operators.ts'
import { typeKeyOfOperator } from '../../../../schema/operator-configs.ts'
import { reference } from '../../../../kit/graphql/subgraph.ts'
import { matchesId } from '../../../../kit/pure/ids/id-format.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { evaluateExpression } from '../../actions/data/evaluate-expression.ts'
import { previewDataset } from '../../actions/data/preview-dataset.ts'
import { promoteInstance, validateSignal } from '../../actions/data/promote-instance.ts'
import { saveExperimentAsMacro } from '../../actions/data/save-experiment-as-macro.ts'
import { notFound } from '../../engine/changes/change-request.ts'
import type { RuntimeContext } from '../context.ts'
import type {
  DatasetPreview,
  ExpressionResult,
  InstanceResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated.ts'
import { payload } from '../payload.ts'

const read = async ({ runtime }: RuntimeContext, id: string): Promise<InstanceState | null> =>
  matchesId('inst', 8, id) ? runtime.instances.load(id) : null

async function required(context: RuntimeContext, id: string): Promise<InstanceState> {
  const state = await read(context, id)
  if (state === null) throw notFound(id)
  return state
}

const shownOperator = (operator: Operator) => ({
  name: operator.name,
  title: operator.title,
  description: operator.description,
  semantics: operator.semantics,
  parameters: operator.parameters.map((parameter) => ({
    name: parameter.name,
    kind: parameter.kind === 'values' ? parameter.type : parameter.kind,
    min: parameter.kind === 'values' ? null : parameter.min,
    max: parameter.kind === 'values' ? null : parameter.max,
  })),
  isCrossSection: operator.isCrossSection,
  periods: operator.parameters.flatMap((each) => (each.kind === 'periods' ? [each.description] : []))[0] ?? null,
  example: operator.example,
  typeKey: typeKeyOfOperator(operator),
})

export const dataFields: Pick<InstanceResolvers, 'components' | 'promotedFrom'> = {
  components: async (state, _args, { runtime }) => {
    const parts = await runtime.parts.load(state.id)
    const found = await Promise.all(
      parts.map(async ({ role, componentId }) => ({ role, instance: await runtime.instances.load(componentId) })),
    )
    // A part that was deleted, or that the viewer may not see, is not shown.
    return found.flatMap(({ role, instance }) => (instance === null ? [] : [{ role, instance }]))
  },
  promotedFrom: async (state, _args, { runtime }) => {
    const id = await runtime.origins.load(state.id)
    return id === null ? null : runtime.instances.load(id)
  },
}

export const dataQueries: Pick<
  QueryResolvers,
  'datasetPreview' | 'operators' | 'operator' | 'evaluateExpression' | 'validateSignal'
> = {
  datasetPreview: async (_parent, { id, request }, context) => {
    const state = await required(context, id)
    // Null is "not given", in a request as in every input.
    const given = Object.fromEntries(Object.entries(request ?? {}).filter(([, value]) => value != null)) as JsonObject
    return (await previewDataset(context.runtime.deps, state, given)) as unknown as DatasetPreview
  },
  operators: () => operators.map(shownOperator),
  operator: (_parent, { name }) => {
    const found = operatorOf(name.toUpperCase())
    return found ? shownOperator(found) : null
  },
  evaluateExpression: async (_parent, { expression, inputs }, context) => {
    const { deps } = context.runtime
    const result = await evaluateExpression(
      deps,
      context.viewer,
      { expression, inputs: (inputs ?? {}) as JsonObject },
      (id) => read(context, id),
    )
    const { preview_data: preview, rows, last_date: lastDate, last_value: lastValue, statistics } = result
    return { preview, rows, lastDate, lastValue, statistics } as unknown as ExpressionResult
  },
  validateSignal: async (_parent, { id }, context) =>
    validateSignal(context.runtime.deps.pool, await required(context, id)),
}

export const dataMutations: Pick<MutationResolvers, 'promoteInstance' | 'saveExperimentAsMacro'> = {
  promoteInstance: async (_parent, { input }, { runtime, viewer }) =>
    payload(await promoteInstance(runtime.deps, viewer, input)),
  saveExperimentAsMacro: async (_parent, { input }, { runtime, viewer }) => ({
    definitionVersion: reference('DefinitionVersion', await saveExperimentAsMacro(runtime.deps, viewer, input)),
  }),
}
