import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import { expressionConfig, filesConfig, httpJsonConfig } from '../../../../schema/builtin-configs.ts'
import { operators, type Operator } from '../../../../kit/pure/expression/operators/operators.ts'
import { codeRefOfOperator, operatorConfig, typeKeyOfOperator } from '../../../../schema/operator-configs.ts'
import { optimizers } from '../../../../schema/portfolio-configs.ts'
import { linearConfig } from '../../../../schema/model-configs.ts'
import type { Submission } from './check-submission.ts'

/** A definition that every installation has, published. To change one, raise its version: what is published stays. */
export type SeedDefinition = Submission & { title: string; description: string }

const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

/** Worst first: an instance is READY only if all its flows are (S0-35 to S0-37). */
const contract: JsonObject = {
  aggregation_method: 'min_severity',
  status_priority: ['ERROR', 'STALE', 'RUNNING', 'READY'],
}
const refresh = [{ name: 'refresh', runKind: 'PipelineRun', schedulable: true }]

const part = (
  kind: 'STORE' | 'ACCESSOR',
  typeKey: string,
  codeRef: string,
  title: string,
  description: string,
): SeedDefinition => ({
  typeKey,
  kind,
  codeRef,
  title,
  description,
  version: '1.0.0',
  parametersSchema: object({}),
})

/** An operator alone, over columns of the datasets upstream: its periods and numbers are the config of an instance. */
const operatorSeed = (operator: Operator): SeedDefinition => ({
  typeKey: typeKeyOfOperator(operator),
  kind: 'OP',
  version: '1.0.0',
  title: operator.title,
  description: `${operator.description}\n\n${operator.semantics}\n\nExample: ${operator.example}`,
  codeRef: codeRefOfOperator(operator),
  parametersSchema: operatorConfig(operator) as JsonObject,
  flowTemplates: [{ name: 'preview', runKind: 'ExperimentRun', schedulable: false }],
  statusAggregationContract: contract,
})

/** In the order in which they are made. Their executors are those that Marquee brings (executors/registry.ts). */
export const seedDefinitions: readonly SeedDefinition[] = [
  {
    typeKey: 'data/files',
    kind: 'PIPELINE',
    version: '1.1.0',
    title: 'Rows of a file',
    description:
      'A CSV, JSON or Parquet file below the folder of files. Every refresh adds the rows that are new in it.',
    codeRef: 'dataset.refresh',
    parametersSchema: filesConfig as JsonObject,
    flowTemplates: refresh,
    statusAggregationContract: contract,
  },
  {
    typeKey: 'data/http-json',
    kind: 'PIPELINE',
    version: '1.1.0',
    title: 'Rows of an address',
    description: 'A public address that answers JSON. Every refresh adds the rows that are new in its list.',
    codeRef: 'http.fetch-json',
    parametersSchema: httpJsonConfig as JsonObject,
    flowTemplates: refresh,
    statusAggregationContract: contract,
  },
  part(
    'STORE',
    'data/parquet',
    'store.parquet',
    'Parquet files',
    'Keeps the rows of each run in a Parquet file of its own.',
  ),
  part(
    'STORE',
    'data/sqlite',
    'store.sqlite',
    'SQLite file',
    'Keeps the rows of all runs in one SQLite file, each marked with its run.',
  ),
  part(
    'STORE',
    'data/virtual',
    'store.virtual',
    'Nothing kept',
    'Keeps no rows of a file: whoever asks for them reads the file as it is then.',
  ),
  part('ACCESSOR', 'data/simple', 'accessor.simple', 'Rows as they are', 'The rows as the last run left them.'),
  part(
    'ACCESSOR',
    'data/pit',
    'accessor.pit',
    'Rows as they were known',
    'The rows as they were known at a moment: what was learnt later is not there.',
  ),
  part('ACCESSOR', 'data/field', 'accessor.field', 'Some columns', 'Chosen columns of the rows, with their date.'),
  {
    typeKey: 'ops/expression',
    kind: 'OP',
    version: '1.2.0',
    title: 'Expression over series',
    description:
      'The value of an expression such as MEAN(price, 5) / REF(price, 1) over columns of the datasets upstream. Config first, then props.',
    codeRef: 'expression.preview',
    propsSchema: {
      type: 'object',
      properties: { expression: { type: 'string', format: 'expression' }, inputs: { type: 'object' } },
    },
    parametersSchema: expressionConfig as JsonObject,
    flowTemplates: [{ name: 'preview', runKind: 'ExperimentRun', schedulable: false }],
    statusAggregationContract: contract,
  },
  ...operators.map(operatorSeed),
  ...optimizers.map(({ typeKey, codeRef, title, description, config }): SeedDefinition => ({
    typeKey,
    kind: 'PORTFOLIO_OPTIMIZER',
    version: '1.0.0',
    title,
    description,
    codeRef,
    parametersSchema: config as JsonObject,
    flowTemplates: [{ name: 'optimize', runKind: 'PortfolioOptimizationRun', schedulable: true }],
    statusAggregationContract: contract,
  })),
  {
    typeKey: 'ml/linear',
    kind: 'ML_MODULE',
    version: '1.0.0',
    title: 'Linear model',
    description: 'Ridge, lasso or logistic regression of a future value on features that are expressions.',
    codeRef: 'ml.linear',
    parametersSchema: linearConfig as JsonObject,
    flowTemplates: [
      { name: 'training', runKind: 'TrainingRun', schedulable: true },
      { name: 'inference', runKind: 'InferenceRun', schedulable: true },
      { name: 'monitoring', runKind: 'MonitoringRun', schedulable: true },
    ],
    statusAggregationContract: contract,
  },
  {
    typeKey: 'hopper/standard',
    kind: 'SCOPE_CONFIG',
    version: '1.0.0',
    title: 'Hopper',
    description: 'Hands work on, for a tenant, a project or a piece of work: its scope says what it can be told.',
  },
]
