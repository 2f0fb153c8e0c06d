import type { TargetVersion } from '../../domain/versions/version-commands.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import type { VersionFacts } from '../../ports.ts'

/** A version, as the rules of upgrades see it. */
export const targetOf = (
  { id, definitionId, version, bundleUrl }: VersionFacts,
  facts: InstanceFacts,
): TargetVersion => ({
  id,
  definitionId,
  version,
  bundleUrl,
  facts,
})
