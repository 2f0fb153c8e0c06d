import { coerceInputValue } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import { pointerToken } from '../../kit/pure/json/json.ts'
import type { CompiledOperation, Parameter } from './operation.ts'

/** What is wrong with one value, and where the caller gave it. */
export type Problem = { pointer: string; message: string }

export type Variables = Record<string, unknown>

/**
 * The variables that parameters stand for. Throws BAD_USER_INPUT with a pointer (`/name/...`) for each that is unknown,
 * missing or of another type, by the graph's own scalars and input types.
 */
export function bind(
  operation: CompiledOperation,
  given: ReadonlyMap<string, unknown>,
  pointerTo: (name: string) => string = pointerToken,
): Variables {
  const { variables, problems } = tryBind(operation, given, pointerTo)
  if (problems.length > 0) throw refused(problems)
  return variables
}

export function refused(problems: readonly Problem[]): AppError {
  const [{ pointer, message }] = problems as [Problem]
  return new AppError('BAD_USER_INPUT', {
    public: pointer === '' ? message : `${pointer}: ${message}`,
    details: { problems },
  })
}

const problemsMax = 20

function tryBind(
  operation: CompiledOperation,
  given: ReadonlyMap<string, unknown>,
  pointerTo: (name: string) => string,
) {
  const problems: Problem[] = []
  const known = new Map(operation.parameters.map((parameter) => [parameter.name, parameter]))
  const variables: Variables = {}
  for (const path of operation.opened) put(variables, path, {})
  const report = (problem: Problem) => void (problems.length < problemsMax && problems.push(problem))
  for (const [place, value] of Object.entries(operation.fixed)) put(variables, place.split('.'), value)
  for (const [name, value] of given) {
    const parameter = known.get(name)
    if (!parameter) report({ pointer: pointerTo(name), message: 'is not known here.' })
    else if (value !== undefined) put(variables, parameter.path, value)
  }
  for (const { name, isRequired } of operation.parameters)
    if (isRequired && given.get(name) === undefined) report({ pointer: pointerTo(name), message: 'is required.' })
  if (problems.length > 0) return { variables, problems }
  for (const [name, type] of operation.variables) {
    if (!Object.hasOwn(variables, name)) continue
    coerceInputValue(variables[name], type, (path, _value, { message }) =>
      report({ pointer: pointerOf(operation.parameters, [name, ...path], pointerTo), message }),
    )
  }
  return { variables, problems }
}

function put(variables: Variables, path: readonly string[], value: unknown): void {
  let at = variables
  for (const member of path.slice(0, -1)) at = (at[member] ??= {}) as Variables
  at[path.at(-1) as string] = value
}

/** From a place in the variables back to where the caller gave it. */
function pointerOf(
  parameters: readonly Parameter[],
  path: readonly (string | number)[],
  pointerTo: (name: string) => string,
): string {
  const owner = parameters.find((parameter) => parameter.path.every((member, index) => path[index] === member))
  const inside = owner ? path.slice(owner.path.length) : path
  return (owner ? pointerTo(owner.name) : '') + inside.map(pointerToken).join('')
}
