import type { Frame } from '../frame.ts'

export type ValueType = 'number' | 'boolean'

/** What an operator takes at one place: values (of a series or panel), how many periods, or a number; the latter two written out. */
export type Parameter =
  | { kind: 'values'; name: string; type: ValueType | 'any' }
  | { kind: 'periods'; name: string; min: number; max: number; description: string }
  | { kind: 'number'; name: string; min: number; max: number; description: string }

export type Operator = {
  name: string
  title: string
  /** What it computes, and where its result is null. */
  description: string
  /** The same in pandas, or Qlib where it has it: what the tests compare with. */
  semantics: string
  parameters: readonly Parameter[]
  result: ValueType | 'operand'
  /** It compares the series of a panel with each other on each date, so that it needs a panel. */
  isCrossSection: boolean
  example: string
  /** How many values it looks at for each one that it gives; the cost of a run is bounded by it. */
  cost(numbers: readonly number[]): number
  /** `numbers`: periods and numbers, in the order of the parameters. */
  apply(frames: readonly Frame[], numbers: readonly number[], length: number): Frame
}

export const periodsMax = 10_000

export const values = (name = 'x', type: ValueType | 'any' = 'number'): Parameter => ({ kind: 'values', name, type })
export const periods = (
  min: number,
  description = `How many values, the present one included; from ${min} to ${periodsMax}.`,
): Parameter => ({ kind: 'periods', name: 'n', min, max: periodsMax, description })

type Plain = Pick<Operator, 'name' | 'title' | 'description' | 'semantics' | 'apply'> & Partial<Operator>

/** An operator over one series of numbers, unless it says otherwise. */
export const operator = (given: Plain): Operator => ({
  parameters: [values()],
  result: 'number',
  isCrossSection: false,
  example: `${given.name}(price)`,
  cost: () => 1,
  ...given,
})
