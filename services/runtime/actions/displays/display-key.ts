import { newDisplayKey } from '../../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { MutationName } from '../../../../schema/access/mutations.ts'
import { keyHashesOf, type DisplayKeyCommand } from '../../domain/displays/display-keys.ts'
import type { ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { dropDisplayKey, endDisplayKeys, insertDisplayKey } from '../../store/displays/display-keys.sql.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { guardMutation, permitted } from '../changes/guards.ts'
import { submitCommand } from '../changes/submit-command.ts'

export type DisplayKeyInput = { id: string; expectedRevision?: number | null; ttlSeconds?: number | null }

const ttlSeconds = { min: 60, max: 315_360_000 }

/**
 * A key for the instance's screen, in place of those before: with it one may follow this instance, PRIVATE or not, and
 * speak for its screen. Only the hash is kept, so it is told once.
 */
export async function issueDisplayKey(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: DisplayKeyInput,
): Promise<{ key: string; credentialId: string; outcome: ChangeOutcome }> {
  guardMutation(viewer, 'issueDisplayKey', input)
  const key = newDisplayKey()
  const expiresAt = expiryOf(input.ttlSeconds)
  const before = keyHashesOf(await changeable(deps, viewer, 'issueDisplayKey', input.id))
  const given = { keyHash: sha256Hex(key), name: null, expiresAt }
  const { id, outcome } = await giveKey(deps, viewer, given, {
    mutation: 'issueDisplayKey',
    input,
    action: 'instance.display-key-issued',
    remove: 'ALL',
  })
  await endDisplayKeys(deps.pool, viewer.tenantId, before, new Date())
  return { key, credentialId: id, outcome }
}

/** Whoever follows the instance by one of its keys is told that there is no such instance, at once. */
export async function revokeDisplayKey(
  deps: RuntimeDeps,
  viewer: Viewer,
  input: DisplayKeyInput,
): Promise<ChangeOutcome> {
  guardMutation(viewer, 'revokeDisplayKey', input)
  const before = keyHashesOf(await changeable(deps, viewer, 'revokeDisplayKey', input.id))
  const outcome = await submitCommand(deps, viewer, input, {
    mutation: 'revokeDisplayKey',
    operation: 'displayKey',
    action: 'instance.display-key-revoked',
    command: displayKeys(deps, { add: null, remove: 'ALL' }),
  })
  await endDisplayKeys(deps.pool, viewer.tenantId, before, new Date())
  return outcome
}

export type GivenKey = { keyHash: string; name: string | null; expiresAt: Date | null }

/**
 * Makes a key open an instance. It is among the credentials before it opens anything, so that none works that nobody can
 * find; one that the instance does not take is dropped again.
 */
export async function giveKey(
  deps: RuntimeDeps,
  viewer: Viewer,
  { keyHash, name, expiresAt }: GivenKey,
  how: {
    mutation: MutationName
    input: { id: string; expectedRevision?: number | null }
    action: string
    remove: DisplayKeyCommand['remove']
  },
): Promise<{ id: string; outcome: ChangeOutcome }> {
  const { tenantId, principalId: createdBy } = viewer
  const id = newId('key', 16)
  const instanceId = how.input.id
  await insertDisplayKey(deps.pool, { id, tenantId, instanceId, keyHash, name, createdBy, expiresAt })
  try {
    const command = displayKeys(deps, { add: keyHash, remove: how.remove })
    const { mutation, action, input } = how
    return {
      id,
      outcome: await submitCommand(deps, viewer, input, { mutation, action, command, operation: 'displayKey' }),
    }
  } catch (error) {
    await dropDisplayKey(deps.pool, tenantId, id)
    throw error
  }
}

export const displayKeys = (
  { displayKeysMax }: RuntimeDeps,
  change: Pick<DisplayKeyCommand, 'add' | 'remove'>,
): DisplayKeyCommand => ({ type: 'DISPLAY_KEYS', keysMax: displayKeysMax, ...change })

/** Throws NOT_FOUND and FORBIDDEN before anything is written. */
export const changeable = async (deps: RuntimeDeps, viewer: Viewer, mutation: MutationName, id: string) =>
  permitted(viewer, mutation, id, (await loadStates(deps.pool, [id])).get(id))

export function expiryOf(seconds: number | null | undefined): Date | null {
  if (seconds == null) return null
  if (seconds >= ttlSeconds.min && seconds <= ttlSeconds.max) return new Date(Date.now() + seconds * 1000)
  const message = `must be ${ttlSeconds.min} to ${ttlSeconds.max}`
  throw new AppError('BAD_USER_INPUT', {
    public: `/ttlSeconds ${message}.`,
    details: { problems: [{ pointer: '/ttlSeconds', message }] },
  })
}
