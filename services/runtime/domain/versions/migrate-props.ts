import { compareSemver, isGreater, isPrerelease } from '../../../../kit/pure/ids/semver.ts'
import { reshape, type ReshapeStep } from '../../../../kit/pure/json/reshape.ts'
import type { JsonObject } from '../../../../schema/events.ts'

/** What a version does to the props of an instance that moves up to or past it. */
export type PropsMigration = { version: string; steps: readonly ReshapeStep[] }

/**
 * The props of an instance that moves from one version to another, after the migrations of the versions between them, in
 * order. On the way down there are none: what a migration did is undone by whoever knows what was there before. A
 * pre-release is no stop on the way to what is greater. The same object where nothing changes.
 */
export function migrateProps(
  props: JsonObject,
  from: string | null,
  to: string,
  migrations: readonly PropsMigration[],
): JsonObject {
  if (from === null || !isGreater(to, from)) return props
  return migrations
    .filter(
      ({ version }) => version === to || (!isPrerelease(version) && isGreater(version, from) && isGreater(to, version)),
    )
    .sort((a, b) => compareSemver(a.version, b.version))
    .reduce((present, { steps }) => reshape(present, steps), props)
}
