import { AppError } from '../../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Json } from '../../../../schema/events.ts'
import { pathProblem } from '../../domain/props/prop-path.ts'
import type { ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation } from '../changes/guards.ts'
import { submitCommand } from '../changes/submit-command.ts'

export type PropPathInput = { id: string; path: string }
export type LockPathInput = PropPathInput & { ttlSeconds?: number | null; reason?: string | null }
export type SetOverrideInput = LockPathInput & { value: unknown; idempotencyKey?: string | null }

/** A year: what is to stay longer is no exception any more, but a prop. */
const ttlSecondsMax = 31_536_000
const reasonLengthMax = 500

/** A value on top of all other layers, until it expires or is cleared. */
export async function setOverride(deps: RuntimeDeps, viewer: Viewer, input: SetOverrideInput): Promise<ChangeOutcome> {
  guardMutation(viewer, 'setOverride', input)
  const { path, value } = input
  const override = { path, value: value as Json, writerId: viewer.principalId, ...termsOf(input) }
  return await submitCommand(deps, viewer, input, {
    mutation: 'setOverride',
    action: 'instance.override-set',
    command: { type: 'SET_OVERRIDE', override },
  })
}

/** Where there is none at exactly this path nothing changes. */
export async function clearOverride(deps: RuntimeDeps, viewer: Viewer, input: PropPathInput): Promise<ChangeOutcome> {
  guardMutation(viewer, 'clearOverride', {})
  requirePath(input.path)
  return await submitCommand(deps, viewer, input, {
    mutation: 'clearOverride',
    action: 'instance.override-cleared',
    command: { type: 'CLEAR_OVERRIDE', path: input.path },
  })
}

/** Keeps AI principals away from this path and everything below it, until it expires or is unlocked. */
export async function lockPath(deps: RuntimeDeps, viewer: Viewer, input: LockPathInput): Promise<ChangeOutcome> {
  guardMutation(viewer, 'lockPath', {})
  if (viewer.principalKind === 'AI') {
    throw new AppError('FORBIDDEN', {
      public: 'Locks keep AI principals away: they are set by the others.',
      details: { allowed: ['HUMAN', 'SERVICE'] },
    })
  }
  const lock = { path: input.path, holderId: viewer.principalId, ...termsOf(input) }
  return await submitCommand(deps, viewer, input, {
    mutation: 'lockPath',
    action: 'instance.path-locked',
    command: { type: 'LOCK_PATH', lock },
  })
}

/** Where there is none at exactly this path nothing changes. */
export async function unlockPath(deps: RuntimeDeps, viewer: Viewer, input: PropPathInput): Promise<ChangeOutcome> {
  guardMutation(viewer, 'unlockPath', {})
  requirePath(input.path)
  return await submitCommand(deps, viewer, input, {
    mutation: 'unlockPath',
    action: 'instance.path-unlocked',
    command: { type: 'UNLOCK_PATH', path: input.path },
  })
}

/** Since when, until when and why. Throws BAD_USER_INPUT with every problem. */
function termsOf({ ttlSeconds, reason }: LockPathInput) {
  const problems = []
  if (ttlSeconds != null && (ttlSeconds < 1 || ttlSeconds > ttlSecondsMax)) {
    problems.push({ pointer: '/ttlSeconds', message: `must be from 1 to ${ttlSecondsMax}` })
  }
  if (reason != null && (reason.length > reasonLengthMax || !reason.isWellFormed() || reason.includes('\0'))) {
    problems.push({ pointer: '/reason', message: `must have at most ${reasonLengthMax} well-formed characters` })
  }
  const [first] = problems
  if (first)
    throw new AppError('BAD_USER_INPUT', { public: `${first.pointer} ${first.message}.`, details: { problems } })
  const now = Date.now()
  const expiresAt = ttlSeconds == null ? null : new Date(now + ttlSeconds * 1000).toISOString()
  return { since: new Date(now).toISOString(), expiresAt, reason: reason ?? null }
}

function requirePath(path: string): void {
  const message = pathProblem(path)
  if (message === null) return
  throw new AppError('BAD_USER_INPUT', {
    public: `The path ${message}.`,
    details: { problems: [{ pointer: '/path', message }] },
  })
}
