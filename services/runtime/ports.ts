import type { DefinitionKind } from '../../schema/enums.ts'
import type { Sql } from '../../kit/db/pool.ts'
import type { Viewer } from '../../kit/graphql/viewer/viewer.ts'
import type { JsonObject } from '../../schema/events.ts'
import type { ReshapeStep } from '../../kit/pure/json/reshape.ts'
import type { PropsMigration } from './domain/versions/migrate-props.ts'
import type { FlowTemplate } from './domain/flows/flow-template.ts'

/** What the runtime must know of a definition version to make and validate instances. Immutable, so kept as told. */
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
  /** Which executor carries out its flows' runs, unless they say otherwise. */
  codeRef: string | null
  flowTemplates: readonly FlowTemplate[]
  statusAggregationContract: JsonObject
  childRequirements: readonly JsonObject[]
  /** Leads an instance's own props here from the version before. */
  propsMigration: readonly ReshapeStep[]
}

export type MacroToSave = {
  typeKey: string
  version: string
  title: string | null
  description: string | null
  projectId: string | null
  fromVersionId: string
  expression: string
  inputs: JsonObject
  idempotencyKey: string | null
}

/** The catalogue, in the runtime's words. */
export type DefinitionSource = {
  /**
   * The version that a new instance gets: the given one, or the greatest published one. Refusals are AppErrors:
   * NOT_FOUND (no such definition or version), VERSION_NOT_PUBLISHED (draft, deprecated and not asked for by number,
   * retired), BAD_USER_INPUT (not a semver).
   */
  forNewInstance(tenantId: string, typeKey: string, version: string | null): Promise<VersionFacts>
  /** A version that some instance already uses; NOT_FOUND if there is none. */
  version(versionId: string): Promise<VersionFacts>
  /** The same for a version of this tenant, drafts included: a draft may still change, so nothing of it may be kept. */
  candidate(tenantId: string, versionId: string): Promise<VersionFacts>
  /** The versions that instances of these definitions may follow by themselves, by definition. */
  publishedVersions(definitionIds: readonly string[]): Promise<Map<string, { id: string; version: string }[]>>
  /** What leads props from version to version of this definition, drafts left out, in no order. */
  propsMigrations(definitionId: string): Promise<PropsMigration[]>
  /**
   * Publishes an expression as a definition of kind OP_MACRO and answers its version's id. Its defaults are the
   * expression and its inputs; the rest is that of the version that the experiment followed. Refusals are those of the
   * catalogue's own submitDefinition and publishDefinitionVersion.
   */
  saveMacro(viewer: Viewer, macro: MacroToSave): Promise<string>
  /** Edges between definitions (copies, macros), whichever end these are; `from` is the newer one. */
  lineage(tenantId: string, definitionIds: readonly string[]): Promise<{ from: string; to: string; type: string }[]>
  /** The project that things live in unless they say otherwise; NOT_FOUND if `projectId` is given and is not the tenant's. */
  project(tenantId: string, projectId: string | null): Promise<string>
}

export type PlacementFields = {
  location?: string | null
  device?: string | null
  geo?: { lat: number; lng: number } | null
  timezone?: string | null
  tags?: readonly string[] | null
}

/** Placement's door for writes that must be atomic with an instance's: every call takes the caller's transaction. */
export type PlacementWriter = {
  /** Refuses bad input with BAD_USER_INPUT and a JSON pointer below `/placement`; touches nothing. */
  check(fields: PlacementFields): void
  /** Writes the first placement of a new instance; returns it as GraphQL shows it. */
  place(tx: Sql, tenantId: string, instanceId: string, fields: PlacementFields): Promise<JsonObject>
  /** The zone of the place where an instance stands; null where nothing says it. */
  timezoneOf(sql: Sql, tenantId: string, instanceId: string): Promise<string | null>
  /** Where those of the instances stand that stand anywhere, as GraphQL shows it. */
  placementsOf(sql: Sql, tenantId: string, instanceIds: readonly string[]): Promise<Map<string, JsonObject>>
}
