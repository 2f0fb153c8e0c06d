import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { defaultLimits } from '../../limits.ts'
import { parseExpression } from '../expression/parse.ts'
import { isJsonObject, pointerToken } from '../json/json.ts'
import { addMeteredKeywords, metered, StepBudget, StepsSpent } from './json-schema-budget.ts'
import { linearFormats } from './json-schema-formats.ts'
import { inspectSchema, type Problem } from './json-schema-guard.ts'
import { linearPattern } from './linear-pattern.ts'

export type { Problem }

export type CompiledSchema = { ok: true; validate(value: unknown): Problem[] } | { ok: false; problems: Problem[] }

/** A list of 100,000 wrong items needs no 100,000 sentences. */
const problemsMax = 1000

const problemsTextMax = 64 * 1024

const ajvOptions = {
  allErrors: true,
  verbose: true,
  strict: false,
  ownProperties: true,
  inlineRefs: false,
  logger: false,
} as const
/** Compiling the meta-schema takes longer than most schemas do, so one instance checks them all; it keeps nothing. */
let schemaChecker: Ajv2020 | undefined

/**
 * Compiles a JSON Schema 2020-12; `validate` answers every problem (the first 1,000), none for a fitting value.
 * Compiling takes a millisecond or more: keep the result, that is the caller's matter.
 *
 * Schemas and values come from outside. A schema is refused for its size (64 KB), depth or number of subschemas, for
 * other drafts, references out of it (nothing is ever fetched), asynchronous schemas, references that lead back to
 * themselves without going deeper or that multiply beyond 10,000 evaluations of one value, and patterns that cannot
 * be matched in linear time. A validation that would take more than `steps` (see StepBudget) is given up and answered
 * with a problem of the keyword `steps`.
 */
export function compileJsonSchema(
  schema: unknown,
  { steps = defaultLimits.validationSteps }: { steps?: number } = {},
): CompiledSchema {
  const refused = inspectSchema(schema)
  if (refused.length > 0) return { ok: false, problems: refused }
  schemaChecker ??= withFormats(new Ajv2020(ajvOptions), unmetered)
  if (!schemaChecker.validateSchema(schema as object)) {
    return { ok: false, problems: toProblems(schemaChecker.errors) }
  }
  const budget = new StepBudget()
  const regExp = Object.assign((pattern: string) => meteredPattern(pattern, budget), { code: 'linearPattern' })
  try {
    // A fresh instance each time: a shared one would remember every $id and let one schema refer to another's.
    const ajv = withFormats(
      new Ajv2020({ ...ajvOptions, code: { regExp }, validateSchema: false, meta: false }),
      budget,
    )
    addMeteredKeywords(ajv, budget)
    const check = ajv.compile(isJsonObject(schema) ? metered(schema) : (schema as boolean))
    return { ok: true, validate: (value) => run(check, value, budget, steps) }
  } catch (error) {
    return { ok: false, problems: [{ pointer: '', message: `does not compile: ${messageOf(error)}` }] }
  }
}

/** For schemas, which are bounded by their size. */
const unmetered = new StepBudget()

function withFormats(ajv: Ajv2020, budget: StepBudget): Ajv2020 {
  addFormats.default(ajv)
  for (const [name, format] of Object.entries(
    linearFormats(budget === unmetered ? () => {} : (steps) => budget.spend(steps)),
  ))
    ajv.addFormat(name, format)
  // What the operators of kit/pure/expression can evaluate.
  return ajv.addFormat('expression', (text) => parseExpression(text).ok)
}

function expressionProblem(data: unknown): string {
  const parsed = parseExpression(String(data))
  return parsed.ok ? 'is no expression' : `cannot be read at ${parsed.problem.position}: ${parsed.problem.message}`
}

/** Ajv tells patterns apart by their text. */
function meteredPattern(source: string, budget: StepBudget): { test(text: string): boolean; toString(): string } {
  const pattern = linearPattern(source)
  return {
    test(text) {
      budget.spend(1 + Math.ceil((text.length * pattern.size) / 32))
      return pattern.test(text)
    },
    toString: () => source,
  }
}

function run(check: ValidateFunction, value: unknown, budget: StepBudget, steps: number): Problem[] {
  budget.refill(steps)
  try {
    return check(value) ? [] : toProblems(check.errors)
  } catch (error) {
    if (error instanceof StepsSpent)
      return [
        {
          pointer: '',
          message: `takes more than ${steps} steps to check: make it smaller, or its schema simpler`,
          keyword: 'steps',
        },
      ]
    if (!(error instanceof RangeError)) throw error
    return [{ pointer: '', message: 'is nested too deeply to be checked' }]
  }
}

function toProblems(errors: ErrorObject[] | null | undefined): Problem[] {
  const all = errors ?? []
  const problems: Problem[] = []
  let length = 0
  for (const error of all.slice(0, problemsMax)) {
    const problem = toProblem(error)
    length += problem.pointer.length + problem.message.length
    if (length > problemsTextMax && problems.length > 0) break
    problems.push(problem)
  }
  if (all.length > problems.length)
    problems.push({ pointer: '', message: `and ${all.length - problems.length} more problems` })
  return problems
}

function toProblem(error: ErrorObject): Problem {
  const params: Record<string, unknown> = error.params
  const member = (name: unknown) => error.instancePath + pointerToken(String(name))
  const at = (pointer: string, message: string): Problem => ({ pointer, message, keyword: error.keyword })
  switch (error.keyword) {
    case 'required':
      return at(member(params['missingProperty']), 'is required')
    case 'dependentRequired':
    case 'dependencies':
      return at(member(params['missingProperty']), `is required when ${String(params['property'])} is there`)
    case 'additionalProperties':
      return at(member(params['additionalProperty']), 'is not allowed here')
    case 'unevaluatedProperties':
      return at(member(params['unevaluatedProperty']), 'is not allowed here')
    case 'propertyNames':
      return at(member(params['propertyName']), 'is not an allowed name')
    case 'enum':
      return at(error.instancePath, `must be one of ${excerpt(params['allowedValues'])}`)
    case 'const':
      return at(error.instancePath, `must be ${excerpt(params['allowedValue'])}`)
    case 'format':
      if (params['format'] === 'expression') return at(error.instancePath, expressionProblem(error.data))
      break
    case 'false schema':
      return at(error.instancePath, 'is not allowed here')
  }
  // Inside propertyNames the instance is the name, whose path is that of its object.
  const pointer = error.propertyName === undefined ? error.instancePath : member(error.propertyName)
  return at(pointer, error.message ?? `fails ${error.keyword}`)
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length <= 500 ? text : `${text.slice(0, 500).toWellFormed()}…`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
