/**
 * JSON Schemas of the configs of what Marquee brings: definitions and kinds promise them to their users, and the
 * executors behind them read by them. They are closed: what nobody would look at is refused.
 */
export type Schema = { [member: string]: unknown }

const text = (description: string, more: Schema = {}): Schema => ({ type: 'string', description, ...more })
const texts = (description: string, more: Schema = {}): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description,
  ...more,
})
const object = (properties: Schema, required: string[] = [], more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
})

const columnType =
  '^(?:VARCHAR|BIGINT|DOUBLE|BOOLEAN|DATE|TIMESTAMP|TIME|JSON|DECIMAL\\((?:[1-9]|[12][0-9]|3[0-8]),(?:[0-9]|[12][0-9]|3[0-8])\\))$'
const date = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

/** Which rows a dataset wants, how they are read and told apart, and what they are kept in: the same for every source (S0-08). */
const datasetConfig: Schema = {
  mode: {
    enum: ['append', 'replace'],
    description: 'append (the default) adds what is new; replace keeps what the source has now and nothing else.',
  },
  key: texts(
    'Columns that identify a row: of several with the same values the one that comes last counts, in the file as over time. Without: every row stands for itself.',
    { uniqueItems: true },
  ),
  columns: {
    type: 'object',
    additionalProperties: { type: 'string', pattern: columnType },
    description:
      'Types of columns, by name: VARCHAR, BIGINT, DOUBLE, DECIMAL(p,s), BOOLEAN, DATE, TIMESTAMP, TIME, JSON. A value that is none is rejected. Without: the narrowest that the whole source fits.',
  },
  nullValues: texts("Texts that stand for nothing, such as 'N/A'. An empty field always does."),
  dateColumn: text('Which column says when a row was; found by itself where it is written as usual.'),
  dateFormat: text(
    "How dates are written, as strptime reads them ('%b %d %Y' for 'Jan 1 2000'), or epoch_s, epoch_ms, epoch_us, epoch_ns. Holds for dateColumn, and for columns that are declared DATE or TIMESTAMP.",
    { minLength: 1 },
  ),
  rejectedMax: {
    type: 'integer',
    minimum: 0,
    description: 'Rows that cannot be read and may be left out; with more the run fails. 0 unless given.',
  },
  onSchemaChange: {
    enum: ['widen', 'refuse'],
    description:
      'When columns come, go or change their type: widen (the default) takes the new shape and says so; refuse fails the run. The last version stays on offer.',
  },
  allowEmpty: {
    type: 'boolean',
    description:
      'Whether a source without any row is taken for what it says. False unless given: a file that lost its rows fails the run.',
  },
  symbols: texts('Only rows of these.', { uniqueItems: true }),
  symbolColumn: text("Where the symbol stands; 'symbol' unless given. Backtests tell prices apart by it."),
  start_date: text('Only rows from this date on.', { pattern: date }),
  lookback_days: {
    type: 'integer',
    minimum: 0,
    description: "Only rows of so many days before the source's youngest.",
  },
  store: text(
    "What the rows are kept in: a STORE definition's type key, or an instance of one. 'data/parquet' unless given.",
  ),
  accessor: text(
    "How the rows are read: an ACCESSOR definition's type key, or an instance of one. 'data/simple' unless given.",
  ),
}

export const filesConfig: Schema = object(
  {
    path: text('The file, relative to the folder of files. Taken as it is written: it is no pattern.', {
      minLength: 1,
      not: { pattern: '^/|(^|/)\\.\\.(/|$)' },
    }),
    format: {
      enum: ['csv', 'json', 'parquet'],
      description:
        "What the file is; its ending says so unless given ('.csv', '.json', '.jsonl', '.ndjson', '.parquet', each also '.gz' or '.zst').",
    },
    encoding: text(
      'How the text is encoded, as the WHATWG names it: utf-8 (the default), utf-16le, windows-1252, shift_jis ... What does not fit it fails the run.',
      { pattern: '^[A-Za-z0-9_:-]+$' },
    ),
    delimiter: text('What separates the fields of a CSV file; read from the header unless given.', {
      pattern: '^[\\x01-\\x7e]$',
    }),
    quote: text("What encloses a field of a CSV file, doubled inside it; '\"' unless given, empty for none.", {
      pattern: '^[\\x21-\\x7e]?$',
    }),
    header: {
      type: 'boolean',
      description:
        'Whether the first record of a CSV file names the columns; true unless given. Without one, columns names them all, in their order.',
    },
    decimal: {
      enum: ['.', ','],
      description: "What stands before the fraction of a number in a CSV file; '.' unless given.",
    },
    ...datasetConfig,
  },
  ['path'],
)

export const httpJsonConfig: Schema = object(
  {
    url: text('http or https, public.', { minLength: 1 }),
    pointer: text('JSON pointer to the list of rows in the answer; empty: the answer is the list.', {
      pattern: '^(/.*)?$',
    }),
    headers: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Sent with the request, readable by whoever reads the config: no place for secrets.',
    },
    ...datasetConfig,
  },
  ['url'],
)

const column: Schema = object({
  role: text("The role of the upstream; 'input' unless given."),
  column: text("The column; the input's own name unless given."),
  where: { type: 'object', description: 'Values that columns must have.' },
  bySymbol: {
    type: 'boolean',
    description: 'Whether the input is a panel: a series for each symbol, side by side. False unless given.',
  },
})

/** Which column of an upstream holds prices. */
export const priceInput: Schema = text('The column of the prices; price, close, adj_close or value unless given.')

/** What an input of an expression is. */
export const inputSchema: Schema = { anyOf: [{ type: 'array', items: { type: ['number', 'null'] } }, column] }

export const expressionConfig: Schema = object({
  expression: text('Numbers, names of inputs, + - * /, comparisons, operators, and macros (@macros/momentum(price)).', {
    minLength: 1,
    maxLength: 2000,
    format: 'expression',
  }),
  inputs: {
    type: 'object',
    additionalProperties: inputSchema,
    description: 'What the names are: lists of numbers, or columns of upstreams as {role, column, where, bySymbol}.',
  },
})

const name: Schema = { type: 'string', minLength: 1 }

const assets = object({ universe: { type: 'array', items: name, minItems: 1, uniqueItems: true }, benchmark: name }, [
  'universe',
])
const signals = object({ primary: name, secondary: { type: 'array', items: name, uniqueItems: true }, prices: name }, [
  'primary',
])
const dateRange = object({ start: { type: 'string', format: 'date' }, end: { type: 'string', format: 'date' } })
const procedure: Schema = {
  rebalance_frequency: { enum: ['daily', 'weekly', 'monthly'] },
  transaction_costs: { type: 'number', minimum: 0, maximum: 1 },
  slippage_model: {
    enum: ['none', 'fixed', 'linear', 'square-root'],
    description:
      'What a trade pays on top: slippage_rate times what is traded (fixed), times its share of the equity once more (linear), or the square root of that share (square-root).',
  },
  slippage_rate: {
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The rate of slippage_model; 0.001 unless given.',
  },
  weighting: {
    enum: ['rising', 'equal', 'proportional', 'weights'],
    description:
      'How the primary signal becomes weights: equal parts of what rose since the date before; equal parts by the sign of the score; in proportion to the score; the signal is the weight. Unless given: weights of a column weight, rising of a price, else equal.',
  },
  direction: {
    enum: ['long-only', 'long-short'],
    description: 'Whether negative scores and weights are sold short or left out; long-only unless given.',
  },
}

/** Where nobody says what a trade slips. */
export const slippageRateDefault = 0.001

const splits: Schema = {
  type: 'array',
  items: object(
    { symbol: name, date: { type: 'string', format: 'date' }, ratio: { type: 'number', exclusiveMinimum: 0 } },
    ['symbol', 'date', 'ratio'],
  ),
  description: 'Splits that the prices are not adjusted for: ratio 2 where each share became two on that date.',
}

/** What a BACKTEST is told: it has no definition whose schema could say so (S0-43 to S0-47). Either way of writing it. */
export const backtestConfig: Schema = object({
  assets,
  signals,
  date_range: dateRange,
  ...procedure,
  splits,
  assets_json: assets,
  signals_json: signals,
  date_range_json: dateRange,
  config_json: object({ ...procedure, splits }),
})

export type BacktestConfig = {
  assets?: { universe: string[]; benchmark?: string }
  signals?: { primary: string; secondary?: string[]; prices?: string }
  date_range?: { start?: string; end?: string }
  rebalance_frequency?: 'daily' | 'weekly' | 'monthly'
  transaction_costs?: number
  slippage_model?: 'none' | 'fixed' | 'linear' | 'square-root'
  slippage_rate?: number
  weighting?: 'rising' | 'equal' | 'proportional' | 'weights'
  direction?: 'long-only' | 'long-short'
  splits?: { symbol: string; date: string; ratio: number }[]
}

const sameMembers: Readonly<Record<string, string>> = {
  assets: 'assets_json',
  signals: 'signals_json',
  date_range: 'date_range_json',
}

/** A config that fits its schema, whichever way it is written; `at` says where its owner wrote a member. */
export function readBacktestConfig(config: Schema): {
  config: BacktestConfig
  at(member: string): string
  doubled: string[]
} {
  const { config_json: more = {}, ...given } = config
  const nested = more as Schema
  const renamed = Object.entries(sameMembers).flatMap(([member, seed]) =>
    given[seed] === undefined ? [] : [[member, given[seed]] as const],
  )
  const doubled = [
    ...Object.entries(sameMembers)
      .filter(([member, seed]) => given[member] !== undefined && given[seed] !== undefined)
      .map(([, seed]) => `/${seed}`),
    ...Object.keys(nested)
      .filter((member) => given[member] !== undefined)
      .map((member) => `/config_json/${member}`),
  ]
  const at = (member: string) => {
    const seed = sameMembers[member]
    return seed !== undefined && given[seed] !== undefined
      ? `/${seed}`
      : nested[member] === undefined
        ? `/${member}`
        : `/config_json/${member}`
  }
  const seedNames = new Set(Object.values(sameMembers))
  const plain = Object.fromEntries(Object.entries(given).filter(([member]) => !seedNames.has(member)))
  return { config: { ...nested, ...plain, ...Object.fromEntries(renamed) } as BacktestConfig, at, doubled }
}
