import type { UpgradeStrategy } from '../../../../schema/enums.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { compareSemver, isGreater, isPrerelease, parseSemver } from '../../../../kit/pure/ids/semver.ts'
import type { VersionFacts } from '../../ports.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'

/**
 * The version that a new instance starts at: the one that is asked for, else the greatest published one up to
 * maxVersion where the policy follows (model R13); null where there is no definition. Refusals are those of
 * DefinitionSource.forNewInstance, and VERSION_NOT_PUBLISHED where everything is beyond maxVersion.
 */
export async function versionForNewInstance(
  deps: RuntimeDeps,
  tenantId: string,
  input: {
    definitionTypeKey?: string | null
    definitionVersion?: string | null
    upgradeStrategy?: UpgradeStrategy | null
    maxVersion?: string | null
  },
): Promise<VersionFacts | null> {
  const { definitionTypeKey: typeKey, definitionVersion = null, upgradeStrategy, maxVersion } = input
  if (!typeKey) return null
  const newest = await deps.definitions.forNewInstance(tenantId, typeKey, definitionVersion)
  const max = maxVersion ? parseSemver(maxVersion) : null
  const isCapped = definitionVersion === null && max !== null && (upgradeStrategy ?? 'PIN') !== 'PIN'
  if (!isCapped || !isGreater(newest.version, max)) return newest
  const published = (await deps.definitions.publishedVersions([newest.definitionId])).get(newest.definitionId) ?? []
  const [best] = published
    .filter(({ version }) => !isGreater(version, max) && !isPrerelease(version))
    .sort((a, b) => compareSemver(b.version, a.version))
  if (best) return await deps.definitions.version(best.id)
  throw new AppError('VERSION_NOT_PUBLISHED', {
    public: `${typeKey} has no published version up to ${max}.`,
    details: { typeKey, maxVersion: max, newest: newest.version },
  })
}
