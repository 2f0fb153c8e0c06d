import { evaluateExpression, workMax, workOf } from '../../../kit/pure/expression/evaluate.ts'
import { hasPanel, panelProblem, type Expression, type SyntaxProblem } from '../../../kit/pure/expression/expression.ts'
import type { Frame } from '../../../kit/pure/expression/frame.ts'
import { expandMacros } from '../../../kit/pure/expression/macros.ts'
import { parseExpression } from '../../../kit/pure/expression/parse.ts'
import type { JsonObject } from '../../../kit/pure/json/json.ts'
import { ExecutorError } from '../../executor-error.ts'
import type { ExecutorInput, ExecutorResult } from '../../executor.ts'
import { dateType, keepTables, tablesSchema, type KeptTable } from '../tables.ts'
import { isPanelInput, readInputs, type Inputs } from './series.ts'

/** As many of the youngest values as the outputs show; a table has them all. */
const previewRows = 200
/** Symbols whose youngest values the outputs name. */
const symbolsShown = 500

export const expressionOutputs: JsonObject = {
  type: 'object',
  properties: {
    preview_data: { type: 'array', description: 'The youngest values, oldest first.' },
    rows: { type: 'integer', description: 'Values in all; of a panel those that are there.' },
    last_date: { type: ['string', 'null'] },
    last_value: { type: ['number', 'null'], description: 'Null for a panel: see last_values.' },
    last_values: { type: ['object', 'null'], description: 'Of a panel: the values on the last date, by symbol.' },
    statistics: { type: 'object' },
    macros: { type: 'object', description: 'The versions of the macros that the expression calls.' },
    ref: { type: ['string', 'null'], description: 'All values; null where the run was told to keep nothing.' },
    tables: tablesSchema,
  },
  required: ['preview_data', 'rows', 'last_date', 'last_value', 'statistics', 'ref', 'tables'],
}

/** The value of an expression over its inputs (S1-17): of series a series, of panels a panel. What is true is 1. */
export async function previewExpression(
  input: ExecutorInput,
  { text, inputs: given }: { text: string; inputs: JsonObject },
): Promise<ExecutorResult> {
  const macros = input.macros ?? {}
  const { inputs, frames } = await evaluateTexts(input, [text], given)
  const frame = frames[0] as Frame
  const result = new Result(inputs, frame)
  // Whoever only tries an expression wants no file of it.
  const kept = input.parameters['keep'] === false ? null : await keep(input, result)
  const tables: Record<string, KeptTable> = kept === null ? {} : { values: kept }
  return {
    outputs: {
      preview_data: result.youngest(previewRows),
      rows: result.count,
      last_date: inputs.dates?.at(-1) ?? null,
      last_value: frame.width === null ? result.at(0, inputs.length - 1) : null,
      last_values: frame.width === null || frame.width > symbolsShown ? null : result.last(),
      statistics: statisticsOf(frame.data),
      macros: Object.fromEntries(Object.entries(macros).map(([name, { version }]) => [name, version])),
      ref: kept?.ref ?? null,
      tables,
    },
  }
}

/** Expressions over the same inputs, read once: a frame for each. Throws BAD_CONFIG for what cannot be read, or is too much. */
export async function evaluateTexts(
  input: ExecutorInput,
  texts: readonly string[],
  given: JsonObject,
): Promise<{ inputs: Inputs; frames: Frame[] }> {
  const macros = new Map(Object.entries(input.macros ?? {}).map(([name, { expression }]) => [name, expression]))
  const parsed = texts.map((text) => read(text, macros))
  const isPanel = (name: string) => isPanelInput(given[name])
  for (const { expression } of parsed) {
    const flat = panelProblem(expression, isPanel)
    if (flat) throw unreadable(flat)
  }
  const inputs = await readInputs(input, [...new Set(parsed.flatMap(({ inputs: names }) => names))], given)
  input.progress(0.5)
  const frames = parsed.map(({ expression }) => {
    const points = inputs.length * (hasPanel(expression, isPanel) ? Math.max(1, inputs.symbols.length) : 1)
    if (workOf(expression, points) > workMax)
      throw new ExecutorError('BAD_CONFIG', 'The expression has too wide windows for so many values.')
    return evaluateExpression(expression, inputs.frames, inputs.length)
  })
  return { inputs, frames }
}

function read(text: string, macros: ReadonlyMap<string, string>): { expression: Expression; inputs: string[] } {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw unreadable(parsed.problem)
  const expanded = expandMacros(parsed.expression, macros)
  if (!expanded.ok) throw unreadable(expanded.problem)
  return expanded
}

const unreadable = ({ position, message, expected = [] }: SyntaxProblem) =>
  new ExecutorError('BAD_CONFIG', `The expression cannot be read at ${position}: ${message}`, {
    details: { pointer: '/expression', position, expected: [...expected] },
  })

/** A frame as rows: of a panel only the values that are there, by date and then by symbol. */
class Result {
  readonly #inputs: Inputs
  readonly #frame: Frame
  readonly count: number

  constructor(inputs: Inputs, frame: Frame) {
    this.#inputs = inputs
    this.#frame = frame
    this.count =
      frame.width === null ? frame.length : frame.data.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0)
  }

  get isPanel(): boolean {
    return this.#frame.width !== null
  }

  get dates(): readonly string[] | null {
    return this.#inputs.dates
  }

  at(column: number, t: number): number | null {
    const value = this.#frame.data[column * this.#frame.length + t] ?? NaN
    return Number.isNaN(value) ? null : value
  }

  *rows(from = 0): Generator<JsonObject> {
    const { dates, symbols } = this.#inputs
    for (let t = from; t < this.#frame.length; t++) {
      const date: JsonObject = dates === null ? {} : { date: dates[t] ?? null }
      if (!this.isPanel) yield { ...date, value: this.at(0, t) }
      else
        for (const [column, symbol] of symbols.entries()) {
          const value = this.at(column, t)
          if (value !== null) yield { ...date, symbol, value }
        }
    }
  }

  youngest(max: number): JsonObject[] {
    const width = this.isPanel ? Math.max(1, this.#inputs.symbols.length) : 1
    // Further back where the youngest dates have few values.
    for (let dates = Math.ceil(max / width); ; dates *= 2) {
      const from = Math.max(0, this.#frame.length - dates)
      const rows = [...this.rows(from)]
      if (rows.length >= max || from === 0) return rows.slice(-max)
    }
  }

  last(): JsonObject {
    return Object.fromEntries(
      this.#inputs.symbols.map((symbol, column) => [symbol, this.at(column, this.#frame.length - 1)]),
    )
  }
}

async function keep(input: ExecutorInput, result: Result): Promise<KeptTable> {
  const { dates, isPanel } = result
  const { values } = await keepTables(input, {
    values: {
      columns: [
        ...(dates === null ? [] : [{ name: 'date', type: dateType(dates) }]),
        ...(isPanel ? [{ name: 'symbol', type: 'VARCHAR' }] : []),
        { name: 'value', type: 'DOUBLE' },
      ],
      rows: result.rows(),
      dateColumn: dates === null ? null : 'date',
      symbolColumn: isPanel ? 'symbol' : null,
    },
  })
  return values
}

function statisticsOf(data: Float64Array): JsonObject {
  let [count, sum, min, max] = [0, 0, Infinity, -Infinity]
  for (const value of data) {
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
    if (value < min) min = value
    if (value > max) max = value
  }
  const isKnown = count > 0
  return {
    count,
    nulls: data.length - count,
    min: isKnown ? min : null,
    max: isKnown ? max : null,
    mean: isKnown && Number.isFinite(sum) ? sum / count : null,
  }
}
