import { definitionKinds, type DefinitionKind } from './definition.ts'

/**
 * Which kinds of instance can be made from a definition of each kind (model 2.4), seen from the catalogue: it refuses
 * what nothing can be made from before anybody goes on to make it.
 */
export const instanceKindsOf: Readonly<Record<DefinitionKind, readonly string[]>> = {
  COMPONENT: ['DISPLAY'],
  PIPELINE: ['DATASET', 'PIPELINE', 'SIGNAL'],
  STORE: ['STORE'],
  ACCESSOR: ['ACCESSOR'],
  OP: ['EXPERIMENT'],
  OP_MACRO: ['EXPERIMENT'],
  ML_MODULE: ['MODEL'],
  PORTFOLIO_OPTIMIZER: ['PORTFOLIO_OPTIMIZER'],
  SESSION: ['SESSION'],
  PART: ['SESSION_PART'],
  POD: ['POD'],
  HOST: ['HOST'],
  // Delivered by a session part, never instantiated (S2-26).
  FORM: [],
  JOB: ['JOB'],
  REPORT: ['REPORT'],
  SCOPE_CONFIG: ['HOPPER'],
}

export const instantiableKinds: readonly DefinitionKind[] = definitionKinds.filter((kind) => instanceKindsOf[kind].length > 0)

/** Every kind of instance; a BACKTEST needs no definition. */
export const instanceKinds: readonly string[] = [...new Set([...Object.values(instanceKindsOf).flat(), 'BACKTEST'])]
