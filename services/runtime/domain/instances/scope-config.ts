import { compileJsonSchema, type CompiledSchema, type Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import type { InstanceFacts } from '../state/instance-facts.ts'
import { kindOf } from './kinds.ts'
import { ownMember } from '../../../../kit/pure/json/json.ts'

/*
 * What a HOPPER of each scope can be told in its config (S3-20 to S3-25), as JSON Schemas whose `default`s are what it
 * is told when its owner says nothing. The sections written here are closed, so that a misspelt word is found; other
 * members are free, and the definition's own parametersSchema judges them. A new scope is a new row.
 */

const section = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })
const flag = (value: boolean): JsonObject => ({ type: 'boolean', default: value })
const word = (values: string[], value: string): JsonObject => ({ enum: values, default: value })
const count = (minimum: number, value: number): JsonObject => ({
  type: 'integer',
  minimum,
  maximum: 1_000_000,
  default: value,
})

const instanceConfig = (scope: string, childrenMax: number, sections: JsonObject): JsonObject => ({
  type: 'object',
  properties: {
    scope: { const: scope, default: scope },
    ...sections,
    limits: section({ max_child_instances: count(0, childrenMax) }),
  },
})

/** One for the whole tenant: decides where work goes, and may hand it on to projects. */
const globalConfig = instanceConfig('GLOBAL', 100, {
  routing: section({
    strategy: word(['intelligent', 'rules'], 'intelligent'),
    fallback: word(['rules', 'none'], 'rules'),
  }),
  delegation: section({ enabled: flag(true), auto_create_project_instances: flag(true) }),
})

/** One for a project: works by rules, and may hand on to orchestrations. */
const projectConfig = instanceConfig('PROJECT', 50, {
  routing: section({ strategy: word(['intelligent', 'rules'], 'rules'), fallback: word(['rules', 'none'], 'none') }),
  delegation: section({ enabled: flag(true), auto_create_orchestration_instances: flag(false) }),
})

/** One for a piece of work with several steps. */
const orchestrationConfig = instanceConfig('ORCHESTRATION', 20, {
  execution: section({ mode: word(['sequential', 'parallel'], 'sequential'), max_parallel: count(1, 5) }),
})

export const scopeConfigs: Record<string, JsonObject> = {
  GLOBAL: globalConfig,
  PROJECT: projectConfig,
  ORCHESTRATION: orchestrationConfig,
}

const compiled = new Map<string, CompiledSchema>()
const defaults = new Map<string, JsonObject>()

/** The config with what its scope says where the owner says nothing. */
export function withScopeDefaults(scope: string, config: JsonObject): JsonObject {
  const known = defaults.get(scope) ?? (defaultOf(ownMember(scopeConfigs, scope) ?? {}) as JsonObject | undefined) ?? {}
  defaults.set(scope, known)
  return applyMergePatch(known, config)
}

type Holder = Pick<InstanceState, 'kind' | 'scope'>

/** What an instance's config is when its owner gives this one. */
export const configOf = ({ kind, scope }: Holder, given: JsonObject): JsonObject =>
  kind === 'HOPPER' ? withScopeDefaults(scope, given) : given

/** Every problem of an instance's config, at '/config/…': the definition's schema's, its scope's and its kind's. */
export function configProblems({ kind, scope }: Holder, config: JsonObject, facts: InstanceFacts): Problem[] {
  const { configSchema, configProblems: more } = kindOf(kind)
  const problems = [
    ...facts.checkConfig(config),
    ...(kind === 'HOPPER' ? problemsBy(scope, scopeConfigs[scope], config) : []),
    ...problemsBy(kind, configSchema, config),
  ]
  return (problems.length > 0 ? problems : (more?.(config) ?? [])).map((problem) => ({
    ...problem,
    pointer: `/config${problem.pointer}`,
  }))
}

/** `name`: of a scope or a kind; no name is both. */
function problemsBy(name: string, source: JsonObject | undefined, config: JsonObject): Problem[] {
  if (source === undefined) return []
  const schema = compiled.get(name) ?? compileJsonSchema(source)
  compiled.set(name, schema)
  return schema.ok ? schema.validate(config) : schema.problems
}

/** What a schema's `default`s add up to. */
function defaultOf(schema: JsonObject): JsonObject[string] | undefined {
  if (schema['default'] !== undefined) return schema['default']
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>).flatMap(
    ([key, member]) => {
      const value = defaultOf(member)
      return value === undefined ? [] : [[key, value] as const]
    },
  )
  return members.length > 0 ? Object.fromEntries(members) : undefined
}
