import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { upgradeProblems, type TargetVersion } from './version-commands.ts'
import { allowsMove } from './upgrade-policy.ts'

/** What is most urgent to know first. */
export const verdicts = ['BREAKS', 'MOVES', 'STAYS'] as const

/** What a version means to an instance. `problems` are those that keep it from moving. */
export type Impact = { instance: InstanceState; verdict: (typeof verdicts)[number]; problems: Problem[] }

/** `from` is the version that the instance stands at. */
export function impactOn(instance: InstanceState, from: string, target: TargetVersion): Impact {
  const { upgradeStrategy: strategy, maxVersion } = instance
  if (!allowsMove(from, target.version, { strategy, maxVersion })) return { instance, verdict: 'STAYS', problems: [] }
  const problems = upgradeProblems(instance, target, from)
  return { instance, verdict: problems.length === 0 ? 'MOVES' : 'BREAKS', problems }
}
