import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { pointerToken } from './json.ts'
import { inspectSchema, type Problem } from './json-schema-guard.ts'

export type { Problem }

export type CompiledSchema =
  | { ok: true; validate(value: unknown): Problem[] }
  | { ok: false; problems: Problem[] }

/** A list of 100,000 wrong items needs no 100,000 sentences. */
const problemsMax = 1000

const ajvOptions = { allErrors: true, strict: false, ownProperties: true, inlineRefs: false, logger: false } as const
/** Compiling the meta-schema takes longer than most schemas do, so one instance checks them all; it keeps nothing. */
let schemaChecker: Ajv2020 | undefined

/**
 * Compiles a JSON Schema 2020-12; `validate` answers every problem (the first 1,000), none for a fitting value.
 * Compiling takes a millisecond or more: keep the result, that is the caller's matter.
 *
 * Schemas come from outside. Guarded: size (64 KB) and depth, other drafts, references out of the schema (nothing is
 * ever fetched), asynchronous schemas, references that lead back to themselves without going deeper or that multiply
 * beyond 10,000 evaluations of one value, patterns over 1,000 characters. Not guarded: a pattern that backtracks
 * without end on a text made for it (JavaScript's RegExp has no time limit) and recursion that doubles at every
 * level of the value; so whoever may publish schemas is trusted that far, and values are to be bounded in size and
 * depth before they come here.
 */
export function compileJsonSchema(schema: unknown): CompiledSchema {
  const refused = inspectSchema(schema)
  if (refused.length > 0) return { ok: false, problems: refused }
  schemaChecker ??= addFormats.default(new Ajv2020(ajvOptions))
  if (!schemaChecker.validateSchema(schema as object)) {
    return { ok: false, problems: toProblems(schemaChecker.errors) }
  }
  try {
    // A fresh instance each time: a shared one would remember every $id and let one schema refer to another's.
    const ajv = addFormats.default(new Ajv2020({ ...ajvOptions, validateSchema: false, meta: false }))
    const check = ajv.compile(schema as object)
    return { ok: true, validate: (value) => run(check, value) }
  } catch (error) {
    return { ok: false, problems: [{ pointer: '', message: `does not compile: ${messageOf(error)}` }] }
  }
}

function run(check: ValidateFunction, value: unknown): Problem[] {
  try {
    return check(value) ? [] : toProblems(check.errors)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ pointer: '', message: 'is nested too deeply to be checked' }]
  }
}

function toProblems(errors: ErrorObject[] | null | undefined): Problem[] {
  const all = errors ?? []
  const problems = all.slice(0, problemsMax).map(toProblem)
  if (all.length > problemsMax) {
    problems.push({ pointer: '', message: `and ${all.length - problemsMax} more problems` })
  }
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
      return at(error.instancePath, `must be one of ${JSON.stringify(params['allowedValues'])}`)
    case 'const':
      return at(error.instancePath, `must be ${JSON.stringify(params['allowedValue'])}`)
    case 'false schema':
      return at(error.instancePath, 'is not allowed here')
  }
  // Inside propertyNames the instance is the name, whose path is that of its object.
  const pointer = error.propertyName === undefined ? error.instancePath : member(error.propertyName)
  return at(pointer, error.message ?? `fails ${error.keyword}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
