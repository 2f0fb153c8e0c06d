import type pg from 'pg'
import type { JsonObject } from '../../../../kit/pure/json/json.ts'
import type { ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import { parseSemver } from '../../../../kit/pure/ids/semver.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { bundleUrl, type DefinitionKind, type FlowTemplate } from '../../domain/definitions/definition.ts'
import { instantiableKinds } from '../../domain/definitions/kinds.ts'
import { SYSTEM_PROJECT_ID } from '../../domain/organisation/system-ids.ts'
import { badInput, notFound } from '../../errors.ts'
import type { CatalogueDb } from '../../store/client.ts'
import { projectsByIds } from '../../store/organisation/organisation-reads.ts'
import { definitionLineage, type LineageEdge } from '../../store/definitions/definition-lineage.sql.ts'
import {
  propsMigrations,
  publishedVersions,
  type PropsMigration,
} from '../../store/definitions/published-versions.sql.ts'
import {
  versionForNewInstance,
  versionWithDefinition,
  type FoundVersion,
} from '../../store/definitions/version-for-new-instance.sql.ts'

/** What those who make instances need to know of a version. */
export type VersionFacts = {
  id: string
  definitionId: string
  typeKey: string
  definitionKind: DefinitionKind
  version: string
  propsSchema: JsonObject
  parametersSchema: JsonObject
  defaultProps: JsonObject
  lifecycleTemplate: JsonObject
  bundleUrl: string | null
  codeRef: string | null
  flowTemplates: FlowTemplate[]
  statusAggregationContract: JsonObject
  childRequirements: readonly JsonObject[]
  propsMigration: readonly ReshapeStep[]
}

export type DefinitionSource = {
  /**
   * The version of that number, or the greatest published one, for an instance that is about to be made. Throws
   * NOT_FOUND, NOT_INSTANTIABLE for a kind that there are no instances of, VERSION_NOT_PUBLISHED for a version that
   * takes no new instances, BAD_USER_INPUT for a number that is none.
   */
  forNewInstance(tenantId: string, typeKey: string, version: string | null): Promise<VersionFacts>
  /** A version by its id, whatever became of it since. */
  version(versionId: string): Promise<VersionFacts>
  /** The same for a version of this tenant only, drafts included: as it is now, nothing of it is kept. */
  candidate(tenantId: string, versionId: string): Promise<VersionFacts>
  /** What instances of these definitions may follow by themselves, by definition. */
  publishedVersions(definitionIds: readonly string[]): Promise<Map<string, { id: string; version: string }[]>>
  /** What leads props from version to version, drafts left out, in no order. */
  propsMigrations(definitionId: string): Promise<PropsMigration[]>
  /** Edges between definitions, whichever end these are; `from` is the newer one. */
  lineage(tenantId: string, definitionIds: readonly string[]): Promise<LineageEdge[]>
  /** The project of that id, or the one that things live in unless they say otherwise. */
  project(tenantId: string, projectId: string | null): Promise<string>
}

/** Facts hold two schemas and the defaults, 128 KB at the very most and 2 KB as a rule. */
const KNOWN_MAX = 500

/** Answers for other services. Facts of published versions never change and are kept; which one is newest is not. */
export function createDefinitionSource(pool: pg.Pool, db: CatalogueDb): DefinitionSource {
  const known = new Map<string, VersionFacts>()

  /** A Map iterates in the order of insertion: the first key is the one that was asked for longest ago. */
  const keep = (facts: VersionFacts): void => {
    known.delete(facts.id)
    known.set(facts.id, facts)
    if (known.size > KNOWN_MAX) known.delete(known.keys().next().value ?? '')
  }

  return {
    async forNewInstance(tenantId, typeKey, version) {
      const number = version === null ? null : parseSemver(version)
      if (version !== null && number === null) throw badInput('/version', 'is not a semantic version')
      const found = await versionForNewInstance(pool, tenantId, typeKey, number)
      if (found === undefined) throw notFound('definition')
      const facts = toFacts(found, number)
      keep(facts)
      return facts
    },

    async version(versionId) {
      const before = known.get(versionId)
      if (before !== undefined) {
        keep(before)
        return before
      }
      const found = await versionWithDefinition(pool, versionId)
      if (found === undefined) throw notFound('definition version')
      const facts = factsOf(found, versionId)
      // A draft may still be replaced under the same id.
      if (found.publishedAt !== null) keep(facts)
      return facts
    },

    async candidate(tenantId, versionId) {
      const found = await versionWithDefinition(pool, versionId)
      if (found === undefined || found.tenantId !== tenantId) throw notFound('definition version')
      return factsOf(found, versionId)
    },

    async publishedVersions(definitionIds) {
      const byDefinition = new Map<string, { id: string; version: string }[]>(definitionIds.map((id) => [id, []]))
      for (const { id, definitionId, version } of await publishedVersions(pool, definitionIds)) {
        byDefinition.get(definitionId)?.push({ id, version })
      }
      return byDefinition
    },

    propsMigrations: (definitionId) => propsMigrations(pool, definitionId),

    lineage: async (tenantId, definitionIds) =>
      definitionIds.length === 0 ? [] : await definitionLineage(pool, tenantId, definitionIds),

    async project(tenantId, projectId) {
      const [project] = await projectsByIds(db, tenantId, [projectId ?? SYSTEM_PROJECT_ID])
      if (project === undefined) throw notFound('project')
      return project.id
    },
  }
}

function toFacts(found: FoundVersion, number: string | null): VersionFacts {
  const refuse = (sentence: string) => {
    throw new AppError('VERSION_NOT_PUBLISHED', {
      public: sentence,
      details: { typeKey: found.typeKey, ...(number === null ? {} : { version: number }) },
    })
  }
  if (!instantiableKinds.some((kind) => kind === found.definitionKind)) {
    throw new AppError('NOT_INSTANTIABLE', {
      public: `${found.typeKey} is a ${found.definitionKind} definition: there are no instances of it.`,
      details: { typeKey: found.typeKey, definitionKind: found.definitionKind, allowed: instantiableKinds },
    })
  }
  if (found.definitionStatus === 'RETIRED') refuse(`${found.typeKey} is retired and takes no new instances.`)
  if (found.id === null) {
    if (number !== null) throw notFound('definition version')
    return refuse(`${found.typeKey} has no published version.`)
  }
  // A deprecated one is still given to those who ask for it by number.
  if (found.status !== 'PUBLISHED' && found.status !== 'DEPRECATED') {
    refuse(`Version ${found.version} of ${found.typeKey} is ${found.status}.`)
  }
  return factsOf(found, found.id)
}

function factsOf(found: FoundVersion, id: string): VersionFacts {
  const {
    definitionId,
    typeKey,
    definitionKind,
    version,
    propsSchema,
    parametersSchema,
    defaultProps,
    lifecycleTemplate,
    codeRef,
  } = found
  const { flowTemplates, statusAggregationContract, childRequirements, propsMigration } = found
  return {
    id,
    definitionId,
    typeKey,
    definitionKind,
    version,
    propsSchema,
    parametersSchema,
    defaultProps,
    lifecycleTemplate,
    bundleUrl: bundleUrl(found.bundleHash),
    codeRef,
    flowTemplates,
    statusAggregationContract,
    childRequirements,
    propsMigration,
  }
}
