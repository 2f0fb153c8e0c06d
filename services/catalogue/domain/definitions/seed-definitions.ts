import type { JsonObject } from '../../../../kit/pure/json.ts'
import type { Submission } from './check-submission.ts'

/** A definition that every installation has, published. To change one, raise its version: what is published stays. */
export type SeedDefinition = Submission & { title: string; description: string }

const text = (description: string): JsonObject => ({ type: 'string', description })
const texts = (description: string): JsonObject => ({ type: 'array', items: { type: 'string' }, description })
const object = (properties: JsonObject, required: string[] = []): JsonObject => ({ type: 'object', properties, required, additionalProperties: false })

/** Worst first: an instance is READY only if all its flows are (S0-35 to S0-37). */
const contract: JsonObject = { aggregation_method: 'min_severity', status_priority: ['ERROR', 'STALE', 'RUNNING', 'READY'] }
const refresh = [{ name: 'refresh', runKind: 'PipelineRun', schedulable: true }]

/** Which rows a dataset wants, how they are told apart, and what they are kept in: the same for every source (S0-08). */
const datasetConfig: JsonObject = {
  mode: { enum: ['append', 'replace'], description: 'append (the default) adds what is new; replace keeps what the source has now and nothing else.' },
  key: texts('Columns that identify a row: of several with the same values the one that came last counts. Without: every row stands for itself.'),
  dateColumn: text('Which column says when a row was; found by itself where it is written as usual.'),
  dateFormat: text("How its dates are written, as strptime reads them: '%b %d %Y' for 'Jan 1 2000'."),
  symbols: texts('Only rows of these.'),
  symbolColumn: text("Where the symbol stands; 'symbol' unless given."),
  start_date: text('Only rows from this date on.'),
  lookback_days: { type: 'integer', minimum: 0, description: "Only rows of so many days before the source's youngest." },
  store: text("What the rows are kept in: a STORE definition's type key, or an instance of one. 'data/parquet' unless given."),
  accessor: text("How the rows are read: an ACCESSOR definition's type key, or an instance of one. 'data/simple' unless given."),
}

const part = (kind: 'STORE' | 'ACCESSOR', typeKey: string, codeRef: string, title: string, description: string): SeedDefinition => ({
  typeKey, kind, codeRef, title, description, version: '1.0.0', parametersSchema: object({}),
})

/** In the order in which they are made. Their executors are those that Marquee brings (executors/registry.ts). */
export const seedDefinitions: readonly SeedDefinition[] = [
  {
    typeKey: 'data/files',
    kind: 'PIPELINE',
    version: '1.0.0',
    title: 'Rows of a file',
    description: 'A CSV, JSON or Parquet file below the folder of files. Every refresh adds the rows that are new in it.',
    codeRef: 'dataset.refresh',
    parametersSchema: object(
      {
        path: { type: 'string', minLength: 1, description: 'The file, relative to the folder of files.' },
        format: { enum: ['csv', 'json', 'parquet'], description: "What the file is; its ending says so unless given." },
        delimiter: { type: 'string', minLength: 1, maxLength: 4, description: 'What separates the fields of a CSV file; found by itself unless given.' },
        ...datasetConfig,
      },
      ['path'],
    ),
    flowTemplates: refresh,
    statusAggregationContract: contract,
  },
  {
    typeKey: 'data/http-json',
    kind: 'PIPELINE',
    version: '1.0.0',
    title: 'Rows of an address',
    description: 'A public address that answers JSON. Every refresh adds the rows that are new in its list.',
    codeRef: 'http.fetch-json',
    parametersSchema: object(
      {
        url: { type: 'string', minLength: 1, description: 'http or https, public.' },
        pointer: text('JSON pointer to the list of rows in the answer; empty: the answer is the list.'),
        headers: { type: 'object', additionalProperties: { type: 'string' }, description: 'Sent with the request, readable by whoever reads the config: no place for secrets.' },
        ...datasetConfig,
      },
      ['url'],
    ),
    flowTemplates: refresh,
    statusAggregationContract: contract,
  },
  part('STORE', 'data/parquet', 'store.parquet', 'Parquet files', 'Keeps the rows of each run in a Parquet file of its own.'),
  part('STORE', 'data/sqlite', 'store.sqlite', 'SQLite file', 'Keeps the rows of all runs in one SQLite file, each marked with its run.'),
  part('STORE', 'data/virtual', 'store.virtual', 'Nothing kept', 'Keeps no rows of a file: whoever asks for them reads the file as it is then.'),
  part('ACCESSOR', 'data/simple', 'accessor.simple', 'Rows as they are', 'The rows as the last run left them.'),
  part('ACCESSOR', 'data/pit', 'accessor.pit', 'Rows as they were known', 'The rows as they were known at a moment: what was learnt later is not there.'),
  part('ACCESSOR', 'data/field', 'accessor.field', 'Some columns', 'Chosen columns of the rows, with their date.'),
  {
    typeKey: 'ops/expression',
    kind: 'OP',
    version: '1.0.0',
    title: 'Expression over series',
    description: 'The value of an expression such as MEAN(price, 5) / REF(price, 1) over columns of the datasets upstream. Config first, then props.',
    codeRef: 'expression.preview',
    propsSchema: { type: 'object', properties: { expression: { type: 'string' }, inputs: { type: 'object' } } },
    parametersSchema: object({
      expression: { type: 'string', minLength: 1, maxLength: 2000, description: 'Numbers, names of inputs, + - * / and operators.' },
      inputs: { type: 'object', description: 'What the names are: lists of numbers, or columns of upstreams as {role, column, where}.' },
    }),
    flowTemplates: [{ name: 'preview', runKind: 'ExperimentRun', schedulable: false }],
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
