import { evaluateExpression, workMax, workOf } from '../../kit/pure/expression/evaluate.ts'
import type { Series } from '../../kit/pure/expression/operators.ts'
import { parseExpression } from '../../kit/pure/expression/parse.ts'
import { isJsonObject, type JsonObject } from '../../kit/pure/json/json.ts'
import { expressionConfig } from '../../schema/builtin-configs.ts'
import { checked } from '../checked.ts'
import { dateType, keepTables, tablesSchema, type KeptTable } from '../data/tables.ts'
import { readInputs, type Inputs } from '../data/series/series.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput } from '../executor.ts'

/** As many of the youngest values as the outputs show; where there are more, a file has them all. */
const previewRows = 200

/**
 * The value of an expression over its inputs (S1-17). `expression` and `inputs` stand in the parameters of the run, in
 * the config, or in the props, whichever is first: so one experiment can try, keep, and follow live.
 */
export const executor: Executor = {
  codeRef: 'expression.preview',
  outputsSchema: {
    type: 'object',
    properties: {
      preview_data: { type: 'array' },
      rows: { type: 'integer' },
      last_date: { type: ['string', 'null'] },
      last_value: { type: ['number', 'null'] },
      statistics: { type: 'object' },
      ref: { type: ['string', 'null'], description: 'All values; null where the run was told to keep nothing.' },
      tables: tablesSchema,
    },
    required: ['preview_data', 'rows', 'last_date', 'last_value', 'statistics', 'ref', 'tables'],
  },
  async run(input) {
    const { text, inputs: given } = askedOf(input)
    const parsed = parseExpression(text)
    if (!parsed.ok) {
      const { position, message, expected = [] } = parsed.problem
      throw new ExecutorError('BAD_CONFIG', `The expression cannot be read at ${position}: ${message}`, {
        details: { pointer: '/expression', position, expected: [...expected] },
      })
    }
    const inputs = await readInputs(input, parsed.inputs, given)
    input.progress(0.5)
    if (workOf(parsed.expression, inputs.length) > workMax)
      throw new ExecutorError('BAD_CONFIG', 'The expression has too wide windows for so many values.')
    const values = evaluateExpression(parsed.expression, inputs.series, inputs.length)
    const from = Math.max(0, values.length - previewRows)
    // Whoever only tries an expression wants no file of it.
    const kept = input.parameters['keep'] === false ? null : await keepValues(input, inputs, values)
    const tables: Record<string, KeptTable> = kept === null ? {} : { values: kept }
    return {
      outputs: {
        preview_data: values.slice(from).map((value, index) => point(inputs, value, from + index)),
        rows: values.length,
        last_date: inputs.dates?.at(-1) ?? null,
        last_value: values.at(-1) ?? null,
        statistics: statisticsOf(values),
        ref: kept?.ref ?? null,
        tables,
      },
    }
  },
}

const configOf = checked<JsonObject>({
  ...expressionConfig,
  properties: { ...(expressionConfig['properties'] as object), expression: {}, inputs: {} },
})
const parametersOf = checked<JsonObject>({
  type: 'object',
  properties: { expression: {}, inputs: {}, keep: { type: 'boolean' } },
  additionalProperties: false,
})

function askedOf({ parameters, config, props }: ExecutorInput): { text: string; inputs: JsonObject } {
  const places = [parametersOf(parameters), configOf(config), props]
  const text = places.map(({ expression }) => expression).find((value) => value !== undefined)
  if (typeof text !== 'string')
    throw new ExecutorError('BAD_CONFIG', '/expression is missing.', { details: { pointer: '/expression' } })
  return { text, inputs: places.map(({ inputs }) => inputs).find(isJsonObject) ?? {} }
}

const point = ({ dates }: Inputs, value: number | null, index: number): JsonObject =>
  dates === null ? { value } : { date: dates[index] ?? null, value }

async function keepValues(input: ExecutorInput, inputs: Inputs, values: Series): Promise<KeptTable> {
  const { dates } = inputs
  const value = { name: 'value', type: 'DOUBLE' }
  const { values: kept } = await keepTables(input, {
    values: {
      columns: dates === null ? [value] : [{ name: 'date', type: dateType(dates) }, value],
      rows: values.map((_, index) => point(inputs, values[index] ?? null, index)),
      dateColumn: dates === null ? null : 'date',
    },
  })
  return kept
}

function statisticsOf(values: Series): JsonObject {
  const numbers = values.filter((value) => value !== null)
  const sum = numbers.reduce((total, value) => total + value, 0)
  return {
    count: numbers.length,
    nulls: values.length - numbers.length,
    min: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b)),
    max: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b)),
    mean: numbers.length === 0 || !Number.isFinite(sum) ? null : sum / numbers.length,
  }
}
