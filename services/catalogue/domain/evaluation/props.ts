import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import { compileJsonSchema, type Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { isJsonObject } from '../../../../kit/pure/json/json.ts'
import { reshape } from '../../../../kit/pure/json/reshape.ts'
import type { Candidate, Finding } from './rule.ts'

/** Keywords that complain of what is not there. */
const missing = new Set(['required', 'dependentRequired', 'dependencies', 'minProperties'])
/** Keywords that only pass on what their branches say. */
const passingOn = new Set(['anyOf', 'oneOf', 'if'])

/**
 * Defaults are the lowest layer and rarely the whole: a member that an instance has to bring is a warning, unless the
 * version claims to be complete. A value that no instance could mend without replacing it fails.
 */
export function checkDefaultProps({ content }: Candidate): Finding[] {
  const compiled = compileJsonSchema(content.propsSchema)
  if (!compiled.ok) return []
  const problems = compiled.validate(content.defaultProps)
  const isMissing = ({ keyword = '' }: Problem) => missing.has(keyword)
  const onlyMissing =
    problems.some(isMissing) && problems.every((problem) => isMissing(problem) || passingOn.has(problem.keyword ?? ''))
  return problems.map((problem) => ({
    pointer: `/defaultProps${problem.pointer}`,
    message: problem.message,
    warning: !content.complete && (onlyMissing || isMissing(problem)),
  }))
}

/** Each case is judged as a new instance with these props would be: on top of the defaults. */
export function runTests({ content }: Candidate): Finding[] {
  const compiled = compileJsonSchema(content.propsSchema)
  if (!compiled.ok) return []
  return content.tests.flatMap(({ name, props, valid }, index): Finding[] => {
    // What is no case at all has been found by its shape.
    if (typeof name !== 'string' || !isJsonObject(props) || typeof valid !== 'boolean') return []
    const [problem] = compiled.validate(applyMergePatch(content.defaultProps, props))
    if (valid === (problem === undefined)) return []
    const message =
      problem === undefined
        ? `'${name}' should not fit, and does`
        : `'${name}' should fit, but ${problem.pointer} ${problem.message}`
    return [{ pointer: `/tests/${index}`, message }]
  })
}

/** The cases of the version before it that fit there must fit here once they are migrated. */
export function checkMigrated({ content, previous }: Candidate): Finding[] {
  const compiled = compileJsonSchema(content.propsSchema)
  if (!compiled.ok || !previous || content.propsMigration.length === 0) return []
  return previous.tests.flatMap(({ name, props, valid }): Finding[] => {
    if (typeof name !== 'string' || !isJsonObject(props) || valid !== true) return []
    const migrated = reshape(props, content.propsMigration)
    const [problem] = compiled.validate(applyMergePatch(content.defaultProps, migrated))
    if (problem === undefined) return []
    const message = `leads '${name}' of ${previous.version} to props that do not fit: ${problem.pointer} ${problem.message}`
    return [{ pointer: '/propsMigration', message }]
  })
}
