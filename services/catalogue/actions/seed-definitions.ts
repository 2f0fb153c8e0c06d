import { adminViewer } from '../../../kit/graphql/viewer.ts'
import { isGreater } from '../../../kit/pure/semver.ts'
import { seedDefinitions, type SeedDefinition } from '../domain/seed-definitions.ts'
import { SYSTEM_PRINCIPAL_ID, SYSTEM_PROJECT_ID, SYSTEM_TENANT_ID } from '../domain/system-ids.ts'
import { greatestEverPublished } from '../domain/version-status.ts'
import { versionSummaries } from '../store/definition-writes.ts'
import { definitionsByTypeKeys } from '../store/sql/entity-reads.ts'
import { publishedTypeKeys } from '../store/published-type-keys.ts'
import { acceptContent } from './accept-content.ts'
import { runChange, type CatalogueDeps, type Change } from './deps.ts'
import { publishLocked } from './publish-definition-version.ts'
import { recordSubmission } from './submit-definition.ts'
import { lockedOwner, writeVersion } from './write-version.ts'

const system = adminViewer(SYSTEM_TENANT_ID, SYSTEM_PRINCIPAL_ID)

/**
 * Makes the definitions that Marquee brings, in the system project (S1-66): what is missing, and newer versions of what
 * is there. What somebody else made under such a name, went beyond in versions, or retired stays as it is. At every
 * start and in every process: where all is there it is a single read, and of two that start together one makes them.
 */
export async function seedSystemDefinitions(deps: CatalogueDeps): Promise<void> {
  const known = await publishedTypeKeys(deps.db, SYSTEM_TENANT_ID, seedDefinitions)
  for (const seed of seedDefinitions) {
    if (known.has(seed.typeKey)) continue
    await runChange(deps, system, { operation: 'seedDefinition', input: {} }, (change) => writeSeed(change, seed))
  }
}

async function writeSeed(change: Change, seed: SeedDefinition): Promise<string | null> {
  const [taken] = await definitionsByTypeKeys(change.sql, { tenantId: SYSTEM_TENANT_ID, unpublished: true }, [seed.typeKey])
  if (taken && taken.provisioningSource !== 'SEED') return null
  const head = { typeKey: seed.typeKey, kind: seed.kind, projectId: SYSTEM_PROJECT_ID, title: seed.title, description: seed.description }
  const { definition } = await lockedOwner(change, head, { provisioningSource: 'SEED' })
  const latest = greatestEverPublished(await versionSummaries(change.tx, definition.id))
  if (definition.status === 'RETIRED' || (latest !== null && !isGreater(seed.version, latest.version))) return null
  const content = acceptContent(seed)
  const written = await writeVersion(change, definition, { head, content, bundle: null })
  await recordSubmission(change, seed.typeKey, written)
  await publishLocked(change, definition, written.after)
  return written.after.id
}
