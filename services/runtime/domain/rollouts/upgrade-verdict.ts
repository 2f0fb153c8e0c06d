import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { isGreater } from '../../../../kit/pure/ids/semver.ts'
import type { UpgradeVerdict } from '../../../../schema/enums.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { refuseLocked, type Writer } from '../props/locks.ts'
import { allowsMove } from '../versions/upgrade-policy.ts'
import { decideVersion, type TargetVersion } from '../versions/version-commands.ts'

export type Judged = { verdict: UpgradeVerdict; problems: Problem[] }

/** Keywords that complain of what is not there. */
const missing = new Set(['required', 'dependentRequired', 'minProperties'])

/**
 * What a rollout to `target` would meet at an instance that stands at the version `from`. A policy that follows decides
 * for itself, a pinned instance is moved by hand and so by a rollout; maxVersion bounds both.
 */
export function upgradeVerdict(
  state: InstanceState,
  {
    target,
    from,
    writer,
    rolloutId,
  }: { target: TargetVersion; from: string; writer: Writer; rolloutId: string | null },
): Judged {
  const says = (verdict: UpgradeVerdict, problems: Problem[] = []): Judged => ({ verdict, problems })
  if (state.resolvedVersionId === target.id) return says('CURRENT')
  if (rolloutId !== null) return says('LOCKED', [{ pointer: '', message: `is in the rollout ${rolloutId}` }])
  const { upgradeStrategy: strategy, maxVersion } = state
  const isPinned = strategy === 'PIN'
  const isBeyond = maxVersion !== null && isGreater(target.version, maxVersion)
  if (isBeyond || (!isPinned && !allowsMove(from, target.version, { strategy, maxVersion })))
    return says('BLOCKED_BY_POLICY', [
      {
        pointer: isBeyond ? '/maxVersion' : '/upgradeStrategy',
        message: `${isBeyond ? maxVersion : strategy} does not lead to ${target.version}`,
      },
    ])
  const decision = decideVersion(state, { type: 'UPGRADE', target }, from)
  if (!decision.ok) {
    const problems = (decision.refusal.details?.['problems'] as Problem[] | undefined) ?? [
      { pointer: '/props', message: decision.refusal.public },
    ]
    const needsOnly = problems.every(
      ({ pointer, keyword }) => pointer.startsWith('/props') && missing.has(keyword ?? ''),
    )
    return says(needsOnly ? 'NEEDS_PATCH' : 'PROPS_INVALID', problems)
  }
  const locked = refuseLocked(state, decision.next, writer)
  if (locked) return says('LOCKED', [{ pointer: '/props', message: locked.refusal.public }])
  return says(isPinned ? 'PINNED' : 'OK')
}
