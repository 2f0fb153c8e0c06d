import type { Operator } from '../kit/pure/expression/operators/operators.ts'
import { inputSchema } from './builtin-configs.ts'

type Schema = { [member: string]: unknown }

/** The type key and the codeRef of an operator's definition: ops/mean, op.mean. */
export const typeKeyOfOperator = ({ name }: Pick<Operator, 'name'>): string => `ops/${name.toLowerCase()}`
export const codeRefOfOperator = ({ name }: Pick<Operator, 'name'>): string => `op.${name.toLowerCase()}`

/** The config of an instance of one operator: where its values come from, and its periods and numbers by their names. */
export function operatorConfig({ parameters }: Pick<Operator, 'parameters'>): Schema {
  const inputs = parameters.filter(({ kind }) => kind === 'values').map(({ name }) => name)
  const numbers = parameters.flatMap((parameter) =>
    parameter.kind === 'values'
      ? []
      : [
          [
            parameter.name,
            {
              type: parameter.kind === 'periods' ? 'integer' : 'number',
              minimum: parameter.min,
              maximum: parameter.max,
              description: parameter.description,
            },
          ] as const,
        ],
  )
  return {
    type: 'object',
    properties: {
      inputs: {
        type: 'object',
        properties: Object.fromEntries(inputs.map((name) => [name, inputSchema])),
        required: inputs,
        additionalProperties: false,
      },
      ...Object.fromEntries(numbers),
    },
    required: ['inputs', ...numbers.map(([name]) => name)],
    additionalProperties: false,
  }
}
