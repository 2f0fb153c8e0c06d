import { adminViewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import { isGreater } from '../../../../kit/pure/ids/semver.ts'
import { contentHash } from '../../domain/definitions/content-hash.ts'
import { evaluateVersion } from '../../domain/evaluation/evaluate.ts'
import { seedDefinitions, type SeedDefinition } from '../../domain/definitions/seed-definitions.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_PROJECT_ID, SYSTEM_TENANT_ID } from '../../domain/organisation/system-ids.ts'
import { greatestEverPublished } from '../../domain/definitions/version-status.ts'
import { refusedEvaluation } from '../../errors.ts'
import { versionSummaries } from '../../store/definitions/definition-writes.ts'
import { insertPublished, publishedTypeKeys, type PublishedDefinition } from '../../store/definitions/seeds.ts'
import { definitionsByTypeKeys } from '../../store/definitions/entity-reads.sql.ts'
import { acceptContent } from '../content/accept-content.ts'
import { runChange, type CatalogueDeps, type Change } from '../deps.ts'
import { publishLocked } from './publish-definition-version.ts'
import { recordSubmission } from './submit-definition.ts'
import { lockedOwner, writeVersion } from './write-version.ts'

const system = adminViewer(SYSTEM_TENANT_ID, SYSTEM_PRINCIPAL_ID)

/**
 * Makes the definitions that Marquee brings, in the system project (S1-66): what is missing, and newer versions of what
 * is there. What somebody else made under such a name, went beyond in versions, or retired stays as it is. At every
 * start of the catalogue: where all is there it is a single read, and of two that start together one makes them.
 */
export async function seedSystemDefinitions(deps: CatalogueDeps): Promise<void> {
  const published = await publishedTypeKeys(deps.db, SYSTEM_TENANT_ID, seedDefinitions)
  const missing = seedDefinitions.filter(({ typeKey }) => !published.has(typeKey))
  if (missing.length === 0) return
  await runChange(deps, system, { mutation: 'publishDefinitionVersion', input: {} }, async (change) => {
    const reading = { tenantId: SYSTEM_TENANT_ID, unpublished: true, nodes: [] }
    const known = new Map(
      (
        await definitionsByTypeKeys(
          change.sql,
          reading,
          missing.map(({ typeKey }) => typeKey),
        )
      ).map((row) => [row.typeKey, row]),
    )
    await makeAll(
      change,
      missing.filter(({ typeKey }) => !known.has(typeKey)),
    )
    for (const seed of missing)
      if (known.get(seed.typeKey)?.provisioningSource === 'SEED') await addVersion(change, seed)
    return null
  })
}

/** All at once: a first start is waited for. Their ids follow from their names, so two processes make the same rows. */
async function makeAll(change: Change, seeds: readonly SeedDefinition[]): Promise<void> {
  if (seeds.length === 0) return
  const made = seeds.map((seed): PublishedDefinition => {
    const { typeKey, kind, title, description } = seed
    const content = acceptContent(seed)
    const evaluation = evaluateVersion({ kind, content, bundle: null }, change.now)
    if (evaluation.status === 'FAILED') throw refusedEvaluation(typeKey, evaluation)
    return {
      definition: {
        id: idOf('def', typeKey),
        typeKey,
        kind,
        title,
        description,
        projectId: SYSTEM_PROJECT_ID,
        ownerId: SYSTEM_PRINCIPAL_ID,
        provisioningSource: 'SEED',
      },
      version: {
        id: idOf('defv', `${typeKey}@${content.version}`),
        content,
        contentHash: contentHash(typeKey, kind, content),
        evaluation,
      },
    }
  })
  await insertPublished(change.tx, change.sql, { tenantId: SYSTEM_TENANT_ID, now: change.now }, made)
  await change.record({
    action: 'definitions.seeded',
    resourceType: 'project',
    resourceId: SYSTEM_PROJECT_ID,
    after: Object.fromEntries(made.map(({ definition, version }) => [definition.typeKey, version.content.version])),
  })
}

/** As newId makes them, but the same every time. */
function idOf(prefix: string, text: string): string {
  return `${prefix}-${BigInt(`0x${sha256Hex(text).slice(0, 16)}`)
    .toString(36)
    .padStart(8, '0')
    .slice(-8)}`
}

async function addVersion(change: Change, seed: SeedDefinition): Promise<void> {
  const head = {
    typeKey: seed.typeKey,
    kind: seed.kind,
    projectId: SYSTEM_PROJECT_ID,
    title: seed.title,
    description: seed.description,
  }
  const { definition } = await lockedOwner(change, head, { provisioningSource: 'SEED' })
  const latest = greatestEverPublished(await versionSummaries(change.tx, definition.id))
  if (definition.status === 'RETIRED' || (latest !== null && !isGreater(seed.version, latest.version))) return
  const written = await writeVersion(change, definition, { head, content: acceptContent(seed), bundle: null })
  await recordSubmission(change, seed.typeKey, written)
  await publishLocked(change, definition, written.after)
}
