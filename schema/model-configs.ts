import { inputSchema, type Schema } from './builtin-configs.ts'

const expression: Schema = { type: 'string', minLength: 1, maxLength: 2000, format: 'expression' }
const share: Schema = { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }

/** What a model of ml/linear is told. */
export const linearConfig: Schema = {
  type: 'object',
  properties: {
    algorithm: {
      enum: ['ridge', 'lasso', 'logistic'],
      description: 'ridge unless given. logistic predicts how likely the target is positive.',
    },
    alpha: { type: 'number', minimum: 0, description: 'The penalty of the standardised coefficients; 1 unless given.' },
    features: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      additionalProperties: expression,
      description: 'What it learns from: expressions by name. No operator looks ahead.',
    },
    target: {
      ...expression,
      description: 'What it is to predict, as it will be `horizon` periods later: RETURN(price, 1).',
    },
    horizon: { type: 'integer', minimum: 1, maximum: 1000, description: '1 unless given.' },
    inputs: {
      type: 'object',
      additionalProperties: inputSchema,
      description: 'What the names in the expressions are: columns of upstreams as {role, column, where, bySymbol}.',
    },
    split: {
      type: 'object',
      properties: { train: share, validation: share },
      required: ['train', 'validation'],
      additionalProperties: false,
      description: 'Shares of the dates, in their order; the rest is the test. 0.6 and 0.2 unless given.',
    },
    embargo: {
      type: 'integer',
      minimum: 0,
      maximum: 1000,
      description:
        'Periods left out after each split, besides those whose target lies in the next one; 0 unless given.',
    },
    promotion: {
      type: 'object',
      maxProperties: 50,
      additionalProperties: {
        type: 'object',
        properties: { min: { type: 'number' }, max: { type: 'number' } },
        minProperties: 1,
        additionalProperties: false,
      },
      description:
        'Bounds that metrics of a training run must keep for promoteModel, by path: {"test.ic": {"min": 0.02}}.',
    },
    monitor: {
      type: 'object',
      properties: {
        columns: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          minItems: 1,
          maxItems: 100,
          uniqueItems: true,
        },
        psi_max: { type: 'number', minimum: 0, description: '0.25 unless given.' },
        p_value_min: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Of the Kolmogorov-Smirnov test; 0.001 unless given.',
        },
        missing_max: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Share of rows without a value; 0.05 unless given.',
        },
      },
      required: ['columns'],
      additionalProperties: false,
      description: 'Columns that monitoring compares between the upstreams in the roles reference and current.',
    },
  },
  required: ['features', 'target', 'inputs'],
  additionalProperties: false,
}

export type LinearConfig = {
  algorithm?: 'ridge' | 'lasso' | 'logistic'
  alpha?: number
  features: Record<string, string>
  target: string
  horizon?: number
  inputs: Record<string, never>
  split?: { train: number; validation: number }
  embargo?: number
  monitor?: { columns: string[]; psi_max?: number; p_value_min?: number; missing_max?: number }
}
