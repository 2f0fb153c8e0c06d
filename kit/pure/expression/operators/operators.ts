import { crossSectionOperators } from './cross-section.ts'
import { elementwise } from './elementwise.ts'
import type { Operator } from './operator.ts'
import { pairOperators } from './pairs.ts'
import { rollingOperators } from './rolling.ts'

export type { Operator, Parameter, ValueType } from './operator.ts'

/** What expressions may call (S1-11): a new operator is a new entry in one of these lists. */
export const operators: readonly Operator[] = [
  ...elementwise,
  ...rollingOperators,
  ...pairOperators,
  ...crossSectionOperators,
]

const byName = new Map(operators.map((operator) => [operator.name, operator]))

export const operatorOf = (name: string): Operator | undefined => byName.get(name)
