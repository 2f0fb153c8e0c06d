import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  DefinitionsDocument,
  DefinitionVersionsDocument,
  DeprecateDefinitionVersionDocument,
  EvaluateDefinitionVersionDocument,
  PublishDefinitionVersionDocument,
  RetireDefinitionDocument,
  SubmitDefinitionDocument,
  type DefinitionKind,
  type DefinitionVersionContentFragment,
  type DefinitionVersionsQuery,
} from '@marquee/sdk'
import { Refusal, UsageError } from '../../failures.ts'
import { everyPage } from '../../find.ts'
import { newKey } from '../../session.ts'
import { differingMembers } from '../differences.ts'
import type { Exported, Kind } from '../kind.ts'
import type { Json, Manifest } from '../manifest.ts'
import type { World } from '../world.ts'
import { filled } from './upserted.ts'

type Found = NonNullable<DefinitionVersionsQuery['definition']> & { all: DefinitionVersionContentFragment[] }

/** What a version says beside its number and status, with what it says when nothing was said. */
const content: Record<string, unknown> = {
  propsSchema: {},
  parametersSchema: {},
  defaultProps: {},
  codeRef: null,
  flowTemplates: [],
  statusAggregationContract: {},
  lifecycleTemplate: {},
  childRequirements: [],
  tests: [],
  complete: false,
  propsMigration: [],
}
const ofVersion = ['version', 'status', 'bundle', 'bundleFile', ...Object.keys(content)]
const texts = ['title', 'description']

export const definition: Kind = {
  name: 'Definition',
  members: ['kind', ...texts, 'retired', 'versions', ...ofVersion],
  comparable: (_wanted, _present, manifest) => normalise(manifest.spec, manifest),
  async present(world, manifest) {
    const found = await read(world, manifest.metadata.name)
    if (!found) return null
    const known = new Map(versionsOf(found).map((version) => [version.version, version]))
    const named = (normalise(manifest.spec, manifest).versions as Json[]).map(({ version }) => known.get(version))
    return { id: found.id, spec: { ...specOf(found), versions: named.filter((version) => version !== undefined) } }
  },
  async create(world, manifest) {
    const spec = normalise(manifest.spec, manifest)
    for (const version of spec.versions as Json[]) await submit(world, manifest, spec, version)
    if (spec.retired === true) await retire(world, manifest.metadata.name)
    const found = await read(world, manifest.metadata.name)
    return found?.id ?? ''
  },
  async update(world, manifest, present, _written, differing) {
    const spec = normalise(manifest.spec, manifest)
    if (differing.has('kind'))
      throw new Refusal(`${manifest.source}: a definition keeps its kind: /spec/kind cannot be changed.`)
    const before = new Map((present.spec.versions as Json[]).map((version) => [version.version, version]))
    const changesTexts = texts.some((member) => differing.has(member))
    const versions = spec.versions as Json[]
    for (const version of versions) {
      const known = before.get(version.version)
      const differs = known ? differingMembers(known, version) : null
      if (differs?.size === 0) continue
      if (known && differs && isPublished(known)) await changePublished(world, manifest, version, known, differs)
      else await submit(world, manifest, spec, version)
    }
    if (changesTexts && versions.every((version) => before.has(version.version)))
      throw new Refusal(
        `${manifest.source}: ${[...differing].map((one) => `/spec/${one}`).join(', ')} changes with the next version only.`,
      )
    if (differing.has('retired') && spec.retired === true) await retire(world, manifest.metadata.name)
  },
  async list(world, { definition: only }) {
    const all = await everyPage(
      async (after) => (await world.client.query(DefinitionsDocument, { first: 200, after })).definitions,
    )
    const found = await Promise.all(
      all.filter(({ typeKey }) => only === undefined || typeKey === only).map(({ typeKey }) => read(world, typeKey)),
    )
    const own = found.filter((one) => one !== null && one.provisioningSource !== 'SEED') as Found[]
    return Promise.all(own.map((one) => exportOne(world, one)))
  },
}

const isPublished = ({ status }: Json) => status === 'PUBLISHED' || status === 'DEPRECATED'

async function read({ client }: World, typeKey: string): Promise<Found | null> {
  let head: Found | null = null
  const all = await everyPage(async (after) => {
    const { definition: found } = await client.query(DefinitionVersionsDocument, { typeKey, first: 20, after })
    if (!found) return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
    head ??= { ...found, all: [] }
    return found.versions
  })
  // The smallest first: in this order they can be published again.
  return head && { ...(head as Found), all: all.reverse() }
}

const specOf = ({ kind, title, description, status }: Found): Json => ({
  kind,
  ...filled({ title, description }),
  retired: status === 'RETIRED',
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Versions as manifests say them, but for the bundle, of which the hash stands in its address. */
const versionsOf = ({ all, status }: Found): Json[] =>
  all.map((version) => ({
    version: version.version,
    // A retired definition's versions are as retired as it is.
    status: version.status === 'RETIRED' && status === 'RETIRED' ? 'PUBLISHED' : version.status,
    ...Object.fromEntries(Object.keys(content).map((member) => [member, version[member as keyof typeof version]])),
    bundle: version.bundleUrl?.match(/[0-9a-f]{64}/)?.[0] ?? null,
  }))

/** One version or many, files read, everything said; the bundle as its hash. */
function normalise(spec: Json, manifest: Manifest): Json {
  const { kind, title, description, retired = false, versions, ...single } = spec
  if (versions !== undefined && (!Array.isArray(versions) || Object.keys(single).length > 0))
    throw new UsageError(
      `${manifest.source}: /spec/versions is a list, and stands instead of a single version's members.`,
    )
  const all = ((versions as Json[] | undefined) ?? [single]).map((version) => {
    const source = bundleOf(version, manifest)
    const unknown = Object.keys(version).find((member) => !ofVersion.includes(member))
    if (unknown) throw new UsageError(`${manifest.source}: ${unknown} of a version is not known.`)
    if (typeof version.version !== 'string')
      throw new UsageError(`${manifest.source}: a version needs its number: version: 1.0.0`)
    const said = Object.keys(content).map((member) => [member, templates(member, version[member]) ?? content[member]])
    return {
      version: version.version,
      status: version.status ?? 'PUBLISHED',
      ...Object.fromEntries(said),
      bundle: source === null ? null : hashOf(source),
    }
  })
  return { kind, ...filled({ title, description }), retired, versions: all }
}

/** Members of a flow template that say nothing are told as null by the graph. */
const templates = (member: string, value: unknown): unknown =>
  member === 'flowTemplates' && Array.isArray(value)
    ? (value as Json[]).map((template) => ({
        freshnessSlaSeconds: null,
        timeoutSeconds: null,
        memoryMb: null,
        network: false,
        schedulable: false,
        ...template,
      }))
    : value

export function bundleOf(
  { bundle, bundleFile }: Json,
  { source, folder }: Pick<Manifest, 'source' | 'folder'>,
): string | null {
  if (typeof bundle === 'string') return bundle
  if (typeof bundleFile !== 'string') return null
  try {
    return readFileSync(path.resolve(folder, bundleFile), 'utf8')
  } catch (error) {
    throw new UsageError(`${source}: the bundle cannot be read: ${(error as Error).message}`)
  }
}

/** The version as it was written, of which `wanted` is the normal form. */
function writtenVersion({ spec }: Manifest, wanted: Json): Json {
  const { versions, ...single } = spec
  return ((versions as Json[] | undefined) ?? [single]).find(({ version }) => version === wanted.version) ?? single
}

async function submit({ client }: World, manifest: Manifest, spec: Json, wanted: Json): Promise<void> {
  const { status, bundle: _hash, ...members } = wanted
  const input = {
    ...members,
    version: String(wanted.version),
    typeKey: manifest.metadata.name,
    kind: spec.kind as DefinitionKind,
    title: spec.title as string | undefined,
    description: spec.description as string | undefined,
    bundle: bundleOf(writtenVersion(manifest, wanted), manifest),
    idempotencyKey: newKey(),
  }
  const { submitDefinition } = await client.mutate(SubmitDefinitionDocument, { input })
  if (status === 'DRAFT') return
  const definitionVersionId = submitDefinition.definitionVersion.id
  const { evaluateDefinitionVersion } = await client.mutate(EvaluateDefinitionVersionDocument, {
    input: { definitionVersionId },
  })
  const failed = evaluateDefinitionVersion.evaluation.checks.filter(({ ok }) => !ok)
  if (failed.length > 0)
    throw new Refusal(
      [`${manifest.metadata.name} ${String(wanted.version)} is not fit to be published:`]
        .concat(failed.map(({ name, message, pointer }) => `  ${pointer || name}: ${message}`))
        .join('\n'),
    )
  if (status === 'SUBMITTED') return
  await client.mutate(PublishDefinitionVersionDocument, { input: { definitionVersionId, idempotencyKey: newKey() } })
  if (status === 'DEPRECATED')
    await client.mutate(DeprecateDefinitionVersionDocument, { input: { definitionVersionId } })
}

/** Of a published version nothing changes but that it may be deprecated. */
async function changePublished(
  world: World,
  manifest: Manifest,
  version: Json,
  known: Json,
  differs: Set<string>,
): Promise<void> {
  const { name } = manifest.metadata
  if (differs.size === 1 && differs.has('status') && version.status === 'DEPRECATED') {
    const found = (await read(world, name))?.all.find((one) => one.version === version.version)
    await world.client.mutate(DeprecateDefinitionVersionDocument, { input: { definitionVersionId: found?.id ?? '' } })
    return
  }
  throw new Refusal(
    `${name} ${String(known.version)} is ${String(known.status)} and never changes, but ${[...differs].join(', ')} differs: raise its version.`,
  )
}

async function retire(world: World, typeKey: string): Promise<void> {
  const definitionId = (await read(world, typeKey))?.id ?? ''
  await world.client.mutate(RetireDefinitionDocument, { input: { definitionId, idempotencyKey: newKey() } })
}

/** With the bundles in it, so that the manifest stands alone. */
async function exportOne(world: World, found: Found): Promise<Exported> {
  const versions = await Promise.all(
    versionsOf(found).map(async ({ bundle: _hash, ...version }, index) => {
      const said = Object.entries(version).filter(
        ([member, value]) => JSON.stringify(value) !== JSON.stringify(content[member]),
      )
      const address = found.all[index]!.bundleUrl
      if (address === null) return Object.fromEntries(said)
      const answer = await fetch(new URL(address, world.url))
      if (!answer.ok)
        throw new Refusal(`The bundle of ${found.typeKey} cannot be read: ${answer.status} at ${address}.`)
      return { ...Object.fromEntries(said), bundle: await answer.text() }
    }),
  )
  const { retired, ...head } = specOf(found)
  const project = await world.projectName(found.project.id)
  return {
    kind: 'Definition',
    metadata: { name: found.typeKey, ...(project === undefined ? {} : { project }) },
    spec: { ...head, ...(retired ? { retired } : {}), versions },
  }
}
