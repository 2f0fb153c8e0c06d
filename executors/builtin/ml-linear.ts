import { canonicalJson } from '../../kit/pure/json/canonical-json.ts'
import { sha256Hex } from '../../kit/pure/ids/hash.ts'
import { isJsonObject, type JsonObject } from '../../kit/pure/json/json.ts'
import { linearConfig, type LinearConfig } from '../../schema/model-configs.ts'
import { checked } from '../checked.ts'
import { toInstant } from '../data/dates.ts'
import { evaluateTexts } from '../data/series/expression-run.ts'
import { dateType, keepTables, tablesSchema } from '../data/tables.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput, ExecutorResult } from '../executor.ts'
import type { Frame } from '../../kit/pure/expression/frame.ts'
import { fitLinear, predictLinear, type LinearModel } from '../model/linear.ts'
import { monitorDrift } from '../model/monitor.ts'
import { scoresOf } from '../model/scores.ts'

const configOf = checked<LinearConfig>(linearConfig)

/** One row of what is learnt from: of a date, and of a symbol where the inputs are panels. `actual`: null where it lies beyond the data. */
type Row = { t: number; date: string; symbol: string | null; features: number[]; actual: number | null }

type Artifact = LinearModel & { features: string[]; version: string; trained_until: string }

/**
 * Linear models (S1-13): its flow says what a run does. Training fits on the oldest dates and scores on the later ones;
 * inference predicts with what its upstream in the role `model` has trained; monitoring compares two datasets.
 */
export const executor: Executor = {
  codeRef: 'ml.linear',
  outputsSchema: {
    type: 'object',
    properties: {
      model_artifact: { type: 'object' },
      splits: { type: 'object' },
      predictions: { type: 'object', description: 'By symbol, on the last date.' },
      drift_metrics: { type: 'object' },
      alerts: { type: 'array' },
      ref: { type: 'string' },
      tables: tablesSchema,
    },
  },
  async run(input) {
    const config = configOf(input.config)
    if (input.run.flow === 'training') return await train(input, config)
    if (input.run.flow === 'inference') return await infer(input, config)
    if (input.run.flow === 'monitoring') return await monitorDrift(input, config.monitor)
    throw new ExecutorError('BAD_CONFIG', `There is no flow ${input.run.flow} of a linear model.`)
  },
}

async function train(input: ExecutorInput, config: LinearConfig): Promise<ExecutorResult> {
  const { algorithm = 'ridge', alpha = 1, horizon = 1, embargo = 0, split = { train: 0.6, validation: 0.2 } } = config
  if (split.train + split.validation >= 1)
    throw new ExecutorError(
      'BAD_CONFIG',
      '/split leaves nothing for the test: train and validation must be less than 1 together.',
      {
        details: { pointer: '/split' },
      },
    )
  const rows = (await rowsOf(input, config)).filter(({ actual }) => actual !== null)
  const times = [...new Set(rows.map(({ t }) => t))].sort((a, b) => a - b)
  const cuts = [split.train, split.train + split.validation].map((share) => times[Math.floor(times.length * share)])
  const [validationAt, testAt] = cuts as [number | undefined, number | undefined]
  if (validationAt === undefined || testAt === undefined) throw tooFew(rows.length)
  // What is learnt on a date must be known before the next split begins: its target lies `horizon` later.
  const between = (from: number, to: number) => rows.filter(({ t }) => t >= from && t + horizon < to)
  const parts = {
    train: between(-Infinity, validationAt),
    validation: between(validationAt + embargo, testAt),
    test: between(testAt + embargo, Infinity),
  }
  if (
    Object.values(parts).some((part) => part.length === 0) ||
    parts.train.length <= Object.keys(config.features).length
  )
    throw tooFew(rows.length)
  const isLogistic = algorithm === 'logistic'
  const model = fitLinear(
    {
      features: parts.train.map(({ features }) => features),
      target: parts.train.map(({ actual }) => (isLogistic ? Number((actual as number) > 0) : (actual as number))),
    },
    algorithm,
    alpha,
  )
  const last = parts.train.at(-1) as Row
  const plain = { ...model, features: Object.keys(config.features), trained_until: last.date }
  const version = sha256Hex(canonicalJson({ ...plain, config: input.config }))
  const scores = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      scoresOf(
        part.map(({ date, features, actual }) => ({
          date,
          predicted: predictLinear(model, features),
          actual: actual as number,
        })),
      ),
    ]),
  )
  input.log(`${algorithm} on ${parts.train.length} rows up to ${last.date}: version ${version.slice(0, 12)}`)
  return {
    outputs: {
      model_artifact: { ...plain, version },
      splits: Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          { from: part[0]?.date ?? null, to: part.at(-1)?.date ?? null, rows: part.length },
        ]),
      ),
    },
    metrics: scores,
    dataTime: toInstant((rows.at(-1) as Row).date),
  }
}

const tooFew = (rows: number) =>
  new ExecutorError(
    'SOURCE_FAILED',
    `There are ${rows} rows with all features and a target: too few to train, validate and test on.`,
  )

/** Only dates after those that it was trained on: earlier ones it has seen. */
async function infer(input: ExecutorInput, config: LinearConfig): Promise<ExecutorResult> {
  const model = artifactOf(input)
  if (model.features.join() !== Object.keys(config.features).join())
    throw new ExecutorError('BAD_CONFIG', 'The features are others than the model was trained with: train it again.', {
      details: { pointer: '/features', trained: model.features },
    })
  const { horizon = 1 } = config
  const all = await rowsOf(input, config)
  const end = all.findLast(({ date }) => date <= model.trained_until)?.t ?? -1
  const rows = all.filter(({ t }) => t > end + horizon)
  const last = rows.at(-1)
  if (last === undefined)
    throw new ExecutorError(
      'SOURCE_FAILED',
      `There are no rows after ${model.trained_until}, up to which the model was trained.`,
    )
  const predicted = rows.map(({ date, symbol, features }): JsonObject => ({
    date,
    ...(symbol === null ? {} : { symbol }),
    prediction: predictLinear(model, features),
  }))
  const isPanel = last.symbol !== null
  const { predictions } = await keepTables(input, {
    predictions: {
      columns: [
        { name: 'date', type: dateType(rows.map(({ date }) => date)) },
        ...(isPanel ? [{ name: 'symbol', type: 'VARCHAR' }] : []),
        { name: 'prediction', type: 'DOUBLE' },
      ],
      rows: predicted,
      dateColumn: 'date',
      symbolColumn: isPanel ? 'symbol' : null,
    },
  })
  const newest = rows.flatMap(({ t, symbol }, i) =>
    t === last.t ? [[symbol ?? 'value', predicted[i]!['prediction'] as number] as const] : [],
  )
  return {
    outputs: {
      predictions: Object.fromEntries(newest),
      model_version: model.version,
      ref: predictions.ref,
      tables: { predictions },
    },
    metrics: { rows: rows.length },
    dataTime: toInstant(last.date),
  }
}

function artifactOf({ upstreams }: ExecutorInput): Artifact {
  const artifact = upstreams.find(({ role }) => role === 'model')?.outputs['model_artifact']
  if (isJsonObject(artifact) && Array.isArray(artifact['coefficients'])) return artifact as unknown as Artifact
  throw new ExecutorError(
    'BAD_CONFIG',
    "Inference needs an upstream in the role 'model': the training flow of the model.",
    {
      details: { pointer: '/upstreams/model' },
    },
  )
}

/** Dates and symbols for which all features are there, in the order of the dates. */
async function rowsOf(
  input: ExecutorInput,
  { features, target, horizon = 1, inputs: given }: LinearConfig,
): Promise<Row[]> {
  const { inputs, frames } = await evaluateTexts(input, [...Object.values(features), target], given)
  if (inputs.dates === null)
    throw new ExecutorError('BAD_CONFIG', '/inputs must be columns of upstreams: a model learns over dates.', {
      details: { pointer: '/inputs' },
    })
  const isPanel = frames.some(({ width }) => width !== null)
  const at = ({ data, width, length }: Frame, column: number, t: number) =>
    data[width === null ? t : column * length + t] ?? NaN
  const label = frames.at(-1) as Frame
  const rows: Row[] = []
  for (let t = 0; t < inputs.length; t++)
    for (const [column, symbol] of (isPanel ? inputs.symbols : [null]).entries()) {
      const values = frames.slice(0, -1).map((frame) => at(frame, column, t))
      if (values.some(Number.isNaN)) continue
      const actual = t + horizon < inputs.length ? at(label, column, t + horizon) : NaN
      rows.push({
        t,
        date: inputs.dates[t] as string,
        symbol,
        features: values,
        actual: Number.isNaN(actual) ? null : actual,
      })
    }
  return rows
}
