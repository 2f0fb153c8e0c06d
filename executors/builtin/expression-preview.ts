import { isJsonObject, type JsonObject } from '../../kit/pure/json/json.ts'
import { expressionConfig } from '../../schema/builtin-configs.ts'
import { checked } from '../checked.ts'
import { expressionOutputs, previewExpression } from '../data/series/expression-run.ts'
import { ExecutorError } from '../executor-error.ts'
import type { Executor, ExecutorInput } from '../executor.ts'

/**
 * The value of an expression over its inputs (S1-17). `expression` and `inputs` stand in the parameters of the run, in
 * the config, or in the props, whichever is first: so one experiment can try, keep, and follow live.
 */
export const executor: Executor = {
  codeRef: 'expression.preview',
  outputsSchema: expressionOutputs,
  run: (input) => previewExpression(input, askedOf(input)),
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
