import type { TargetVersion } from '../../domain/versions/version-commands.ts'
import { versionToFollow } from '../../domain/versions/upgrade-policy.ts'
import {
  blockedFollowers,
  followersOf,
  followingGroups,
  type Follower,
  type FollowingGroup,
} from '../../store/versions/auto-upgrade-candidates.ts'
import type { Job, JobDeps } from '../job.ts'
import { newChangeId } from '../changes/change-request.ts'
import { bySystem, submitAll } from '../changes/submit-all.ts'
import { targetOf } from './target-version.ts'

const batchSize = 250
const checkedMax = 50_000

/**
 * Leads instances to the version that their policy says, as soon as there is one: those that fit move, the others get
 * the condition UpgradeBlocked and are tried again after they changed. All that moves to one version in one turn has
 * one changeId. Each move is decided under the instance's revision, so that any number of workers may do this at once
 * and be killed anywhere: what is left is found again.
 */
export function autoUpgrade(deps: JobDeps): Job {
  /** What was found blocked, and at which revision: nothing to try again until that moves on. */
  const checked = new Map<string, string>()
  return {
    name: 'auto-upgrade',
    everyMs: 3000,
    async run() {
      const groups = await followingGroups(deps.pool)
      const targets = await targetsOf(deps, groups)
      for (const group of groups) {
        const target = targets.get(keyOf(group))
        if (target) await lead(deps, group, target, checked)
      }
      await unblock(deps, targets)
      // Forgetting costs one more look.
      if (checked.size > checkedMax) checked.clear()
    },
  }
}

const keyOf = ({ definitionId, versionId, strategy, maxVersion }: FollowingGroup) =>
  JSON.stringify([definitionId, versionId, strategy, maxVersion])

/** Where each group is led; those that stay are left out. */
async function targetsOf(
  { definitions, facts }: JobDeps,
  groups: readonly FollowingGroup[],
): Promise<Map<string, TargetVersion>> {
  const targets = new Map<string, TargetVersion>()
  if (groups.length === 0) return targets
  const published = await definitions.publishedVersions([...new Set(groups.map(({ definitionId }) => definitionId))])
  for (const group of groups) {
    const from = await definitions.version(group.versionId)
    const found = versionToFollow(from.version, published.get(group.definitionId) ?? [], group)
    if (!found) continue
    const version = await definitions.version(found.id)
    targets.set(keyOf(group), await targetOf({ definitions }, version, facts.learn(version)))
  }
  return targets
}

async function lead(
  deps: JobDeps,
  group: FollowingGroup,
  target: TargetVersion,
  checked: Map<string, string>,
): Promise<void> {
  const changeId = newChangeId()
  for (let after = ''; ;) {
    const page = await followersOf(deps.pool, group, { toVersionId: target.id, after, limit: batchSize })
    const due = page.filter(({ id, revision }) => checked.get(id) !== `${revision} ${target.id}`)
    await weigh(deps, due, group, target, changeId)
    // Those that still stand here afterwards are blocked, at the revision that says so.
    const left =
      due.length === 0 ? [] : await followersOf(deps.pool, group, { toVersionId: target.id, after, limit: batchSize })
    for (const { id, revision } of left)
      if (due.some((one) => one.id === id)) checked.set(id, `${revision} ${target.id}`)
    if (page.length < batchSize) return
    after = (page.at(-1) as Follower).id
  }
}

/** Who no longer has anything to follow (the policy or the versions have changed) is not blocked either. */
async function unblock(deps: JobDeps, targets: ReadonlyMap<string, TargetVersion>): Promise<void> {
  for (let after = ''; ;) {
    const page = await blockedFollowers(deps.pool, { after, limit: batchSize })
    for (const follower of page)
      if (!targets.has(keyOf(follower))) await weigh(deps, [follower], follower, null, newChangeId())
    if (page.length < batchSize) return
    after = (page.at(-1) as Follower).id
  }
}

async function weigh(
  deps: JobDeps,
  followers: readonly Follower[],
  group: FollowingGroup,
  target: TargetVersion | null,
  changeId: string,
): Promise<void> {
  const { versionId: from, strategy, maxVersion } = group
  const command = {
    type: 'AUTO_UPGRADE' as const,
    from,
    policy: { strategy, maxVersion },
    target,
    now: new Date().toISOString(),
  }
  const how = {
    action: 'instance.auto-upgraded',
    reason: target ? `version ${target.version}` : 'nothing to follow',
    changeId,
  }
  await submitAll(
    deps.queue,
    followers.map(({ id, tenantId }) => bySystem({ instanceId: id, tenantId }, command, how)),
  )
}
