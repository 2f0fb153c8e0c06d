import { operators, type Operator } from '../../kit/pure/expression/operators/operators.ts'
import type { JsonObject } from '../../kit/pure/json/json.ts'
import { codeRefOfOperator, operatorConfig } from '../../schema/operator-configs.ts'
import { checked } from '../checked.ts'
import { expressionOutputs, previewExpression } from '../data/series/expression-run.ts'
import type { Executor } from '../executor.ts'

type Config = { inputs: JsonObject } & JsonObject

/** One operator over columns of upstream datasets: an OP definition of its own for each (S1-11). */
const executorOf = (operator: Operator): Executor => {
  const configOf = checked<Config>(operatorConfig(operator))
  return {
    codeRef: codeRefOfOperator(operator),
    outputsSchema: expressionOutputs,
    run: (input) => {
      const config = configOf(input.config)
      const places = operator.parameters.map((parameter) =>
        parameter.kind === 'values' ? parameter.name : String(config[parameter.name]),
      )
      return previewExpression(input, { text: `${operator.name}(${places.join(', ')})`, inputs: config.inputs })
    },
  }
}

export const executors: ReadonlyMap<string, Executor> = new Map(
  operators.map((operator) => [codeRefOfOperator(operator), executorOf(operator)]),
)
