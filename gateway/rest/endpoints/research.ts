import type { Endpoint } from '../endpoint.ts'
import { dataset, experiment, listOf, page, pipeline, signal } from './examples.ts'

type Kind = 'PIPELINE' | 'EXPERIMENT' | 'DATASET' | 'SIGNAL' | 'BACKTEST' | 'PORTFOLIO_OPTIMIZER'

/** 'GetDataset' and so on: operations are named once each. */
const create = (base: string, word: string, kind: Kind, example: Endpoint['example']): Endpoint => ({
  at: `POST ${base}` as Endpoint['at'],
  summary: `Create an instance of the kind ${kind}.`,
  document: `mutation Create${word}($input: CreateInstanceInput!) {
    createInstance(input: $input) { changeId instance { ...Instance } }
  }`,
  fixed: { 'input.kind': kind },
  result: 'createInstance.instance',
  created: `${base}/{id}`,
  example,
})

const list = (base: string, word: string, kind: Kind): Endpoint => ({
  at: `GET ${base}` as Endpoint['at'],
  summary: `List instances of the kind ${kind}.`,
  document: listOf(`List${word}s`, 'Instance'),
  fixed: { 'filter.kinds': [kind] },
  result: 'instances',
  shape: 'page',
  example: { first: 2 },
})

const get = (base: string, word: string, id: string): Endpoint => ({
  at: `GET ${base}/{id}` as Endpoint['at'],
  summary: 'Get one of them.',
  document: `query Get${word}($id: ID!) { instance(id: $id) { ...Instance } }`,
  result: 'instance',
  example: { id },
})

const update = (base: string, word: string, id: string, example: Endpoint['example'] = {}): Endpoint => ({
  at: `PATCH ${base}/{id}` as Endpoint['at'],
  summary: 'Change its name, config and other settings.',
  document: `mutation Update${word}($input: UpdateInstanceInput!) {
    updateInstance(input: $input) { changeId instance { ...Instance } }
  }`,
  result: 'updateInstance.instance',
  example: { id, ...example },
})

const trigger = (base: string, word: string, id: string, verb = 'run'): Endpoint => ({
  at: `POST ${base}/{id}/${verb}` as Endpoint['at'],
  summary: 'Start a run of its flow; `/runs/{id}` follows it.',
  document: `mutation Run${word}($input: TriggerRunInput!) { triggerRun(input: $input) { run { ...Run } } }`,
  parameters: { id: 'input.instanceId' },
  result: 'triggerRun.run',
  example: { id },
})

const runs = (base: string, word: string, id: string): Endpoint => ({
  at: `GET ${base}/{id}/runs` as Endpoint['at'],
  summary: 'Its runs, newest first.',
  document: `query List${word}Runs(
    $filter: RunFilter, $first: Int = 50, $after: String, $totalCount: Boolean = false
  ) { runs(filter: $filter, first: $first, after: $after) { ${page('Run')} } }`,
  parameters: { id: 'filter.instanceId' },
  result: 'runs',
  shape: 'page',
  example: { id },
})

const expression = {
  definitionTypeKey: 'ops/expression',
  config: { expression: 'MEAN(price, 3)', inputs: { price: {} } },
}
const prices = { definitionTypeKey: 'data/files', config: { path: 'prices.csv' } }

export const researchEndpoints: Endpoint[] = [
  {
    at: 'GET /ops',
    summary: 'List the operators that expressions may call.',
    document: 'query ListOperators { operators { ...Operator } }',
    result: 'operators',
    example: {},
  },
  {
    at: 'GET /ops/{name}',
    summary: 'Get an operator.',
    document: 'query GetOperator($name: String!) { operator(name: $name) { ...Operator } }',
    result: 'operator',
    example: { name: 'MEAN' },
  },
  {
    at: 'POST /ops/evaluate',
    summary: 'Evaluate an expression on numbers, or on datasets by their ids.',
    document: `query EvaluateExpression($expression: String!, $inputs: JSONObject) {
      evaluateExpression(expression: $expression, inputs: $inputs) { preview rows lastDate lastValue statistics }
    }`,
    result: 'evaluateExpression',
    example: { expression: 'MEAN(x, 2)', inputs: { x: [1, 2, 3] } },
  },

  {
    at: 'POST /pipelines',
    summary: 'Submit a version of a pipeline definition. A type key that exists gets one more version.',
    document: `mutation SubmitPipeline($input: SubmitDefinitionInput!) {
      submitDefinition(input: $input) { definitionVersion { ...DefinitionVersion } }
    }`,
    fixed: { 'input.kind': 'PIPELINE' },
    result: 'submitDefinition.definitionVersion',
    created: '/pipelines',
    example: {
      typeKey: 'pipeline/example',
      version: '1.0.0',
      flowTemplates: [{ name: 'sync', runKind: 'PipelineRun' }],
    },
  },
  {
    at: 'GET /pipelines',
    summary: 'List pipeline definitions.',
    document: `query ListPipelines(
      $filter: DefinitionFilter, $first: Int = 50, $after: String, $totalCount: Boolean = false
    ) { definitions(filter: $filter, first: $first, after: $after) { ${page('Definition')} } }`,
    fixed: { 'filter.kinds': ['PIPELINE'] },
    result: 'definitions',
    shape: 'page',
    example: { first: 2 },
  },
  {
    at: 'GET /pipelines/{id}',
    summary: 'Get a pipeline definition.',
    document: 'query GetPipeline($id: ID!) { definition(id: $id) { ...Definition } }',
    result: 'definition',
    example: { id: 'def-pipeline1' },
  },
  {
    at: 'DELETE /pipelines/{id}',
    summary: 'Retire a pipeline definition: nothing new is made of it.',
    document: `mutation RetirePipeline($input: RetireDefinitionInput!) {
      retireDefinition(input: $input) { definition { ...Definition } }
    }`,
    parameters: { id: 'input.definitionId' },
    result: 'retireDefinition.definition',
    example: { id: 'def-pipeline2' },
  },
  {
    at: 'POST /pipelines/versions/{id}/deploy',
    summary: 'Publish a submitted version: instances can be made of it, and those that follow it move.',
    document: `mutation DeployPipeline($input: PublishDefinitionVersionInput!) {
      publishDefinitionVersion(input: $input) { definitionVersion { ...DefinitionVersion } }
    }`,
    parameters: { id: 'input.definitionVersionId' },
    result: 'publishDefinitionVersion.definitionVersion',
    example: { id: 'dver-pipeline1' },
  },
  create('/pipelines/instances', 'PipelineInstance', 'PIPELINE', { definitionTypeKey: 'pipeline/example' }),
  list('/pipelines/instances', 'PipelineInstance', 'PIPELINE'),
  get('/pipelines/instances', 'PipelineInstance', pipeline),
  update('/pipelines/instances', 'PipelineInstance', pipeline, { name: 'Nightly prices' }),
  {
    at: 'DELETE /pipelines/instances/{id}',
    summary: 'Delete an archived or ephemeral instance with all below it.',
    document:
      'mutation DeletePipelineInstance($input: TransitionInput!) { deleteInstance(input: $input) { id changeId } }',
    result: 'deleteInstance',
    example: { id: 'inst-pipelin2' },
  },
  trigger('/pipelines/instances', 'PipelineInstance', pipeline),
  runs('/pipelines/instances', 'PipelineInstance', pipeline),

  create('/experiments', 'Experiment', 'EXPERIMENT', expression),
  list('/experiments', 'Experiment', 'EXPERIMENT'),
  get('/experiments', 'Experiment', experiment),
  update('/experiments', 'Experiment', experiment, { name: 'Three-day mean' }),
  trigger('/experiments', 'Experiment', experiment),
  runs('/experiments', 'Experiment', experiment),
  {
    at: 'POST /experiments/{id}/save-as-macro',
    summary: 'Save its expression as a macro that other expressions call.',
    document: `mutation SaveExperimentAsMacro($input: SaveExperimentAsMacroInput!) {
      saveExperimentAsMacro(input: $input) { definitionVersion { ...DefinitionVersion } }
    }`,
    parameters: { id: 'input.instanceId' },
    result: 'saveExperimentAsMacro.definitionVersion',
    example: { id: experiment, typeKey: 'macro/three-day-mean', title: 'Three-day mean' },
  },

  create('/datasets', 'Dataset', 'DATASET', { ...prices, name: 'Prices' }),
  list('/datasets', 'Dataset', 'DATASET'),
  get('/datasets', 'Dataset', dataset),
  update('/datasets', 'Dataset', dataset, { name: 'Daily prices' }),
  {
    at: 'GET /datasets/{id}/status',
    summary: 'Readiness, freshness of its flows, conditions and health.',
    document: 'query GetDatasetStatus($id: ID!) { instance(id: $id) { ...InstanceStatus } }',
    result: 'instance',
    example: { id: dataset },
  },
  {
    at: 'POST /datasets/{id}/preview',
    summary: 'Read rows: some columns, a range of dates, as they were known at a time.',
    document: `query PreviewDataset($id: ID!, $request: DatasetPreviewInput) {
      datasetPreview(id: $id, request: $request) { columns { name type } rows total isTruncated }
    }`,
    spread: ['request'],
    result: 'datasetPreview',
    example: { id: dataset, limit: 2 },
  },
  trigger('/datasets', 'Dataset', dataset, 'refresh'),
  runs('/datasets', 'Dataset', dataset),

  create('/signals', 'Signal', 'SIGNAL', { ...prices, name: 'Momentum' }),
  list('/signals', 'Signal', 'SIGNAL'),
  get('/signals', 'Signal', signal),
  {
    at: 'POST /signals/{id}/validate',
    summary: 'Check whether a dataset can be promoted to a signal; one entry per condition.',
    document: 'query ValidateSignal($id: ID!) { validateSignal(id: $id) { valid checks { name ok message } } }',
    result: 'validateSignal',
    example: { id: dataset },
  },
  {
    at: 'POST /signals/{id}/promote',
    summary: 'Promote the dataset of this id to a signal.',
    document: `mutation PromoteSignal($input: PromoteInstanceInput!) {
      promoteInstance(input: $input) { changeId instance { ...Instance } }
    }`,
    result: 'promoteInstance.instance',
    created: '/signals/{id}',
    example: { id: dataset, name: 'Prices as a signal' },
  },
  runs('/signals', 'Signal', signal),

  create('/backtests', 'Backtest', 'BACKTEST', {
    config: {
      assets: { universe: ['MSFT', 'AAPL'] },
      signals: { primary: signal },
      date_range: { start: '2005-01-01', end: '2009-12-31' },
    },
  }),
  list('/backtests', 'Backtest', 'BACKTEST'),
  get('/backtests', 'Backtest', 'inst-backtst1'),
  trigger('/backtests', 'Backtest', 'inst-backtst1'),
  runs('/backtests', 'Backtest', 'inst-backtst1'),
  create('/optimizers', 'Optimizer', 'PORTFOLIO_OPTIMIZER', {
    definitionTypeKey: 'portfolio/equal',
    config: { lookback: 12 },
  }),
  list('/optimizers', 'Optimizer', 'PORTFOLIO_OPTIMIZER'),
  get('/optimizers', 'Optimizer', 'inst-optimiz1'),
  trigger('/optimizers', 'Optimizer', 'inst-optimiz1'),
  runs('/optimizers', 'Optimizer', 'inst-optimiz1'),
]
