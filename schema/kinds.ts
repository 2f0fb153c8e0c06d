import type { DefinitionKind, InstanceKind } from './enums.ts'

/**
 * Which kinds of definition an instance of each kind is made from; null: it needs none (model 2.4). The catalogue
 * refuses definitions that nothing can be made from, the runtime instances that do not fit: both read this table.
 */
export const madeFrom = {
  DISPLAY: ['COMPONENT'],
  DATASET: ['PIPELINE'],
  PIPELINE: ['PIPELINE'],
  STORE: ['STORE'],
  ACCESSOR: ['ACCESSOR'],
  SIGNAL: ['PIPELINE'],
  EXPERIMENT: ['OP', 'OP_MACRO'],
  MODEL: ['ML_MODULE'],
  PORTFOLIO_OPTIMIZER: ['PORTFOLIO_OPTIMIZER'],
  BACKTEST: null,
  SESSION: ['SESSION'],
  SESSION_PART: ['PART'],
  POD: ['POD'],
  HOST: ['HOST'],
  JOB: ['JOB'],
  REPORT: ['REPORT'],
  HOPPER: ['SCOPE_CONFIG'],
} as const satisfies Record<InstanceKind, readonly DefinitionKind[] | null>
