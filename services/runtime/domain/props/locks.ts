import type { PrincipalKind } from '../../../../kit/graphql/viewer/viewer.ts'
import { deepEqualJson } from '../../../../kit/pure/json/json.ts'
import { pointerToken } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, Json, JsonObject, PathLock } from '../../../../schema/events.ts'
import { valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { overlap } from './prop-path.ts'
import { refuse, type Refusal } from '../state/refusal.ts'

export type Writer = { kind: PrincipalKind | null; now: string }

/** Whether a lock or an override has run out; one without an end never does. */
export const hasExpired = ({ expiresAt }: { expiresAt: string | null }, now: string) =>
  expiresAt !== null && expiresAt <= now

/**
 * Locks hold against AI principals only (model R40). What counts is what the change does, whichever command asked for
 * it: a patch that repeats a locked value beside another change is let through, one that removes the object around it
 * is not. A lock whose time is over holds no more, also before the job has removed it.
 */
export function refuseLocked(
  before: InstanceState,
  after: InstanceState,
  writer: Writer,
): { ok: false; refusal: Refusal } | null {
  if (writer.kind !== 'AI' || before.locks.length === 0) return null
  const lock = before.locks.find((lock) => !hasExpired(lock, writer.now) && breaks(lock, before, after))
  if (!lock) return null
  const { path, holderId: holder, expiresAt, reason } = lock
  return refuse(
    'LOCKED_PATH',
    `${path} is locked${expiresAt === null ? '' : ` until ${expiresAt}`}: AI principals cannot write it.`,
    {
      path,
      holder,
      expiresAt,
      reason,
    },
  )
}

function breaks({ path }: PathLock, before: InstanceState, after: InstanceState): boolean {
  return (
    differ(before.props, after.props, path) ||
    differ(before.effectiveProps, after.effectiveProps, path) ||
    changed(before.overrides, after.overrides, (override) => overlap(override.path, path)) ||
    changed(before.bindings, after.bindings, ({ key }) => overlap(pointerToken(key), path)) ||
    changed(before.locks, after.locks, (lock) => overlap(lock.path, path))
  )
}

const differ = (before: JsonObject, after: JsonObject, path: string) =>
  before !== after && !deepEqualJson(valueAtPointer(before, path), valueAtPointer(after, path))

function changed<T extends object>(before: readonly T[], after: readonly T[], concerns: (item: T) => boolean): boolean {
  return before !== after && !deepEqualJson(before.filter(concerns) as Json[], after.filter(concerns) as Json[])
}
