import type { InstanceRuntime, UpgradeStrategy, Visibility } from '../../../../schema/enums.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { stripNullMembers } from '../../../../kit/pure/json/merge-patch.ts'
import { parseSemver } from '../../../../kit/pure/ids/semver.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import { permissionOf, type MutationName } from '../../../../schema/access/mutations.ts'
import { mayOn } from '../../domain/access/access.ts'
import type { Command } from '../../domain/decide.ts'
import { nameOf } from '../../domain/state/instance-fields.ts'
import type { ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { checkBacktestSignals, relinkBacktestSignals } from '../data/link-backtest-signals.ts'
import { checkWebhooks } from '../webhooks/check-webhooks.ts'
import { guardMutation } from '../changes/guards.ts'
import { submitCommand } from '../changes/submit-command.ts'

type Guarded = { id: string; expectedRevision?: number | null; idempotencyKey?: string | null }
export type PatchPropsInput = Guarded & { patch: Record<string, unknown> }
export type ReplacePropsInput = Guarded & { props: Record<string, unknown> }
export type UpdateInstanceInput = Guarded & {
  name?: string | null
  visibility?: Visibility | null
  config?: Record<string, unknown> | null
  metadata?: Record<string, unknown> | null
  webhooks?: Record<string, unknown> | null
  upgradeStrategy?: UpgradeStrategy | null
  maxVersion?: string | null
  runtime?: InstanceRuntime | null
}

/** RFC 7396 over the instance's own props; an equal write makes no revision (S4-45). */
export function patchProps(deps: RuntimeDeps, viewer: Viewer, input: PatchPropsInput): Promise<ChangeOutcome> {
  return change(deps, viewer, 'patchProps', input, 'instance.props-patched', {
    type: 'PATCH_PROPS',
    patch: input.patch as JsonObject,
  })
}

/** All of the instance's own props at once (S4-46). */
export function replaceProps(deps: RuntimeDeps, viewer: Viewer, input: ReplacePropsInput): Promise<ChangeOutcome> {
  return change(deps, viewer, 'replaceProps', input, 'instance.props-replaced', {
    type: 'REPLACE_PROPS',
    props: input.props as JsonObject,
  })
}

/** Everything else that its owner may set; an absent field stays, a null name or maxVersion is cleared. */
export async function updateInstance(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: UpdateInstanceInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'updateInstance', input)
  checkWebhooks(deps, input.webhooks)
  const { maxVersion } = input
  const json = (value: Record<string, unknown> | null | undefined) =>
    value ? stripNullMembers(value as JsonObject) : value === null ? {} : undefined
  const config = json(input.config)
  const before = config === undefined ? undefined : (await loadStates(deps.pool, [input.id])).get(input.id)
  // What it names is looked at only for those who may write it; the change itself refuses the others.
  const mayWrite = before !== undefined && mayOn(viewer, permissionOf('updateInstance'), before)
  const isBacktest = mayWrite && before.kind === 'BACKTEST'
  if (isBacktest && config) await checkBacktestSignals(deps, viewer, before, config)
  const outcome = await change(deps, viewer, 'updateInstance', input, 'instance.updated', {
    type: 'UPDATE',
    fields: {
      name: input.name && nameOf(input.name),
      maxVersion: typeof maxVersion === 'string' ? parseSemver(maxVersion) : maxVersion,
      visibility: input.visibility ?? undefined,
      upgradeStrategy: input.upgradeStrategy ?? undefined,
      runtime: input.runtime ?? undefined,
      config,
      metadata: json(input.metadata),
      webhooks: json(input.webhooks),
    },
  })
  if (isBacktest) await relinkBacktestSignals(deps, viewer, input.id)
  return outcome
}

function change(
  deps: RuntimeDeps,
  viewer: Viewer,
  mutation: MutationName,
  input: Guarded,
  action: string,
  command: Command,
): Promise<ChangeOutcome> {
  guardMutation(viewer, mutation, input)
  return submitCommand(deps, viewer, input, { mutation, action, command })
}
