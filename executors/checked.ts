import { compileJsonSchema } from '../kit/pure/json-schema/json-schema.ts'
import type { JsonObject } from '../kit/pure/json/json.ts'
import { ExecutorError } from './executor-error.ts'

/**
 * Reads what a run was given by its schema, compiled once. Throws BAD_CONFIG with every problem and its pointer: an
 * instance may be of another definition with the same codeRef, whose own schema asks less.
 */
export function checked<Read>(schema: { [member: string]: unknown }): (given: JsonObject) => Read {
  let compiled: ReturnType<typeof compileJsonSchema> | null = null
  return (given) => {
    compiled ??= compileJsonSchema(schema)
    if (!compiled.ok) throw new Error(`A schema of ours does not compile: ${JSON.stringify(compiled.problems)}`)
    const problems = compiled.validate(given)
    const [first] = problems
    if (first === undefined) return given as Read
    throw new ExecutorError('BAD_CONFIG', `${first.pointer} ${first.message}.`, {
      details: {
        pointer: first.pointer,
        problems: problems.slice(0, 20).map(({ pointer, message }) => ({ pointer, message })),
      },
    })
  }
}
