import type { UpgradeStrategy } from '../../../../schema/enums.ts'
import { compareSemver, isGreater, isPrerelease, sameMajor, sameMinor } from '../../../../kit/pure/ids/semver.ts'

const follows: Record<UpgradeStrategy, (from: string, to: string) => boolean> = {
  PIN: () => false,
  PATCH: sameMinor,
  MINOR: sameMajor,
  LATEST: () => true,
}

/** How far an instance follows its definition by itself. */
export type UpgradePolicy = { strategy: UpgradeStrategy; maxVersion: string | null }

/**
 * Whether the policy lets an instance move from one version to another by itself: PIN never (S4-60), PATCH
 * within the major.minor line, MINOR within the major version (S4-61), LATEST to any (S4-62); never backwards, never beyond maxVersion (S4-32), and to a pre-release
 * only by hand. Versions below 1.0.0 are no exception: 0.2.0 is a minor step from 0.1.0.
 */
export function allowsMove(from: string, to: string, { strategy, maxVersion }: UpgradePolicy): boolean {
  if (!isGreater(to, from) || isPrerelease(to)) return false
  if (maxVersion !== null && isGreater(to, maxVersion)) return false
  // A word that a newer build wrote stays where it is, as PIN does.
  return Object.hasOwn(follows, strategy) && follows[strategy](from, to)
}

/** The greatest published version that the policy leads to; null where the instance stays. */
export function versionToFollow<Version extends { version: string }>(
  from: string,
  published: readonly Version[],
  policy: UpgradePolicy,
): Version | null {
  const allowed = published.filter(({ version }) => allowsMove(from, version, policy))
  return allowed.reduce<Version | null>(
    (best, next) => (best === null || compareSemver(next.version, best.version) > 0 ? next : best),
    null,
  )
}
