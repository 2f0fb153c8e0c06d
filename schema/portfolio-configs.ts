import { priceInput, type Schema } from './builtin-configs.ts'

const share = { type: 'number', minimum: -1, maximum: 1 }
const symbols = { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true }

/** What all optimizers are told: whose prices, and how far back they look on which dates. */
const common: Schema = {
  universe: { ...symbols, description: 'The symbols to hold; all that the prices speak of unless given.' },
  column: priceInput,
  lookback: {
    type: 'integer',
    minimum: 3,
    maximum: 10_000,
    description: 'How many returns before each date the estimates are made of; all there are unless given.',
  },
  rebalance_frequency: {
    enum: ['once', 'daily', 'weekly', 'monthly'],
    description:
      'On which dates weights are made, each of the prices up to it: the last one only, or the first of each day, week or month; monthly unless given.',
  },
}

const shrinkage: Schema = {
  enum: ['ledoit-wolf', 'none'],
  description: 'How the covariance is estimated; ledoit-wolf unless given.',
}

const config = (more: Schema): Schema => ({
  type: 'object',
  properties: { ...common, ...more },
  additionalProperties: false,
})

export const equalConfig = config({})
export const hrpConfig = config({ shrinkage })
export const riskParityConfig = config({
  shrinkage,
  budgets: {
    type: 'object',
    additionalProperties: { type: 'number', exclusiveMinimum: 0 },
    description: 'Shares of the risk by symbol, in proportion; equal unless given.',
  },
})
export const mvoConfig = config({
  shrinkage,
  objective: {
    enum: ['max-sharpe', 'target-return', 'risk-aversion', 'min-variance'],
    description: 'What is best; max-sharpe unless given. Returns are the means of the past ones.',
  },
  target_return: { type: 'number', description: 'For target-return: a year, 0.1 for 10 percent.' },
  risk_aversion: {
    type: 'number',
    exclusiveMinimum: 0,
    description: 'For risk-aversion: the most of return - aversion / 2 * variance.',
  },
  risk_free: { type: 'number', description: 'For max-sharpe: the risk-free rate a year; 0 unless given.' },
  min_weight: { ...share, description: 'Of every symbol; 0 unless given, below it may be sold short.' },
  max_weight: { ...share, description: 'Of every symbol; 1 unless given.' },
  groups: {
    type: 'array',
    maxItems: 100,
    items: {
      type: 'object',
      properties: { symbols, min: share, max: share },
      required: ['symbols'],
      additionalProperties: false,
    },
    description: 'Bounds of what some symbols weigh together.',
  },
  max_turnover: {
    type: 'number',
    minimum: 0,
    maximum: 4,
    description: 'The most that weights may differ in all from those of the date before.',
  },
})

export type PortfolioConfig = {
  universe?: string[]
  column?: string
  lookback?: number
  rebalance_frequency?: 'once' | 'daily' | 'weekly' | 'monthly'
  shrinkage?: 'ledoit-wolf' | 'none'
  budgets?: Record<string, number>
  objective?: 'max-sharpe' | 'target-return' | 'risk-aversion' | 'min-variance'
  target_return?: number
  risk_aversion?: number
  risk_free?: number
  min_weight?: number
  max_weight?: number
  groups?: { symbols: string[]; min?: number; max?: number }[]
  max_turnover?: number
}

/** What the optimizers are called, as definitions and as executors. */
export const optimizers = [
  {
    typeKey: 'portfolio/equal',
    codeRef: 'portfolio.equal',
    title: 'Equal weights',
    description: 'The same weight for every symbol that has a price.',
    config: equalConfig,
  },
  {
    typeKey: 'portfolio/risk-parity',
    codeRef: 'portfolio.risk-parity',
    title: 'Risk parity',
    description: 'Weights of which each contributes the same (or a given share) to the variance. Long only.',
    config: riskParityConfig,
  },
  {
    typeKey: 'portfolio/mvo',
    codeRef: 'portfolio.mvo',
    title: 'Mean-variance',
    description:
      'The best portfolio by return and variance: the greatest Sharpe ratio, the least variance for a return, or by risk aversion; within bounds of weights, groups and turnover.',
    config: mvoConfig,
  },
  {
    typeKey: 'portfolio/hrp',
    codeRef: 'portfolio.hrp',
    title: 'Hierarchical risk parity',
    description: 'Weights divided down the tree of what moves together, by inverse variance. Long only.',
    config: hrpConfig,
  },
] as const
