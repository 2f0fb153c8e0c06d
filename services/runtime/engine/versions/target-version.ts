import type { TargetVersion } from '../../domain/versions/version-commands.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import type { DefinitionSource, VersionFacts } from '../../ports.ts'

/** A version, as the rules of upgrades see it, with the migrations on the way there. */
export async function targetOf(
  { definitions }: { definitions: Pick<DefinitionSource, 'propsMigrations'> },
  { id, definitionId, version, bundleUrl, propsMigration }: VersionFacts,
  facts: InstanceFacts,
): Promise<TargetVersion> {
  // Its own as given: a draft's is not among the published ones.
  const others = (await definitions.propsMigrations(definitionId)).filter((migration) => migration.version !== version)
  return { id, definitionId, version, bundleUrl, facts, migrations: [...others, { version, steps: propsMigration }] }
}
