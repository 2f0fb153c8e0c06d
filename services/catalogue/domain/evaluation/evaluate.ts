import { compileJsonSchema } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonValue } from '../../../../kit/pure/json/json.ts'
import { inspectBundle } from '../definitions/bundle.ts'
import { checkDefaultProps, checkMigrated, runTests } from './props.ts'
import type { EvaluationCheck, EvaluationReport } from './report.ts'
import { withPrefix, type Candidate, type Rule } from './rule.ts'
import { checkRequirements, checkShape, findRepeats } from './shapes.ts'

const schema =
  (part: 'propsSchema' | 'parametersSchema'): Rule =>
  ({ content }) => {
    const compiled = compileJsonSchema(content[part])
    return compiled.ok ? [] : withPrefix(`/${part}`, compiled.problems)
  }

const shape =
  (part: Parameters<typeof checkShape>[0]): Rule =>
  ({ content }) =>
    withPrefix(`/${part}`, checkShape(part, content[part] as JsonValue))

/** A screen without a component says that there is nothing to show, so a missing one is fatal only where it is promised. */
const bundle: Rule = ({ kind, content, bundle: source }) => {
  const at = (message: string, warning = false) => [{ pointer: '/bundle', message, warning }]
  if (kind !== 'COMPONENT') return source === null ? [] : at('is for definitions of kind COMPONENT only')
  if (source === null) return at('is missing: screens will have nothing to show', !content.complete)
  const verdict = inspectBundle(source)
  if (!verdict.ok) return at(verdict.problem)
  return verdict.hash === content.bundleHash ? [] : at('is not what its hash says')
}

/** In the order in which they are reported. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  propsSchema: [schema('propsSchema')],
  parametersSchema: [schema('parametersSchema')],
  defaultProps: [checkDefaultProps],
  bundle: [bundle],
  flowTemplates: [({ content }) => withPrefix('/flowTemplates', findRepeats(content.flowTemplates, 'name'))],
  lifecycleTemplate: [shape('lifecycleTemplate')],
  statusAggregationContract: [shape('statusAggregationContract')],
  childRequirements: [
    shape('childRequirements'),
    ({ content }) => withPrefix('/childRequirements', checkRequirements(content.childRequirements)),
  ],
  propsMigration: [checkMigrated],
  tests: [shape('tests'), ({ content }) => withPrefix('/tests', findRepeats(content.tests, 'name')), runTests],
}

/** Looks at everything about a version that could be wrong (S1-06); the report has at least one check of every name. */
export function evaluateVersion(candidate: Candidate, now: Date): EvaluationReport {
  const checks = Object.entries(rules).flatMap(([name, its]): EvaluationCheck[] => {
    const findings = its.flatMap((rule) => rule(candidate))
    if (findings.length === 0) return [{ name, ok: true, message: null, pointer: null }]
    return findings.map(({ message, pointer, warning = false }) => ({ name, ok: warning, message, pointer }))
  })
  return { status: checks.every(({ ok }) => ok) ? 'PASSED' : 'FAILED', checks, evaluatedAt: now.toISOString() }
}
