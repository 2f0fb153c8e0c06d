import { AppError } from '../../../../kit/errors/app-error.ts'
import { defaultLimits } from '../../../../kit/limits.ts'
import { compileJsonSchema, type Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { readChildRequirements } from '../../domain/tree/child-requirements.ts'
import { readTemplate } from '../../domain/lifecycle/hooks.ts'
import { factsWithoutDefinition, type InstanceFacts } from '../../domain/state/instance-facts.ts'
import type { DefinitionSource, VersionFacts } from '../../ports.ts'

const versionsMax = 2000

/**
 * What rules need to know of definition versions, with compiled schemas. A version never changes once an instance can
 * use it, so what was compiled stays valid; the oldest goes when there are too many.
 */
export class DefinitionRulesCache {
  readonly #definitions: Pick<DefinitionSource, 'version'>
  readonly #bytesMax: number
  readonly #steps: number
  readonly #known = new Map<string, InstanceFacts>()

  /** `steps`: what one validation may cost (`validationSteps` of the limits). */
  constructor(definitions: Pick<DefinitionSource, 'version'>, bytesMax: number, steps = defaultLimits.validationSteps) {
    this.#definitions = definitions
    this.#bytesMax = bytesMax
    this.#steps = steps
  }

  /** Already known, without waiting. */
  peek(versionId: string | null): InstanceFacts | undefined {
    return versionId === null ? factsWithoutDefinition(this.#bytesMax) : this.#known.get(versionId)
  }

  async get(versionId: string | null): Promise<InstanceFacts> {
    return this.peek(versionId) ?? this.learn(await this.#definitions.version(versionId as string))
  }

  learn(version: VersionFacts): InstanceFacts {
    const known = this.#known.get(version.id)
    if (known) return known
    const facts = this.compile(version)
    if (this.#known.size >= versionsMax) this.#known.delete(this.#known.keys().next().value as string)
    this.#known.set(version.id, facts)
    return facts
  }

  /** Without keeping anything: a draft may still change under its id. */
  compile(version: VersionFacts): InstanceFacts {
    return {
      versionId: version.id,
      version: version.version,
      defaultProps: version.defaultProps,
      checkProps: checker(version, version.propsSchema, this.#steps),
      checkConfig: checker(version, version.parametersSchema, this.#steps),
      ...readTemplate(version.lifecycleTemplate),
      childRequirements: readChildRequirements(version.childRequirements),
      flowTemplates: version.flowTemplates,
      codeRef: version.codeRef,
      statusContract: version.statusAggregationContract,
      bytesMax: this.#bytesMax,
    }
  }
}

function checker(version: VersionFacts, schema: JsonObject, steps: number): (value: unknown) => Problem[] {
  const compiled = compileJsonSchema(schema, { steps })
  if (compiled.ok) return (value) => compiled.validate(value)
  // It was published when schemas had wider bounds: only another version mends that.
  throw new AppError('SCHEMA_VIOLATION', {
    public:
      'The schema of the definition version is not accepted any more: publish one within the limits and upgrade to it.',
    internal: `version ${version.id}`,
    details: { problems: compiled.problems },
  })
}
