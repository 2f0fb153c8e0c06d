import { randomInt } from 'node:crypto'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { holds } from '../../../../kit/graphql/viewer/access.ts'
import { newDisplayKey } from '../../../../kit/graphql/viewer/authenticate.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import { newId } from '../../../../kit/pure/ids/id-format.ts'
import { sha256Hex } from '../../../../kit/pure/ids/hash.ts'
import type { EnrolmentStatus } from '../../../../schema/enums.ts'
import { keyHashOf, refuseMutation } from '../../domain/access/access.ts'
import { codeAlphabet, codeLength, readCode } from '../../domain/displays/enrolment-code.ts'
import { toError } from '../../domain/state/refusal.ts'
import { newChangeId, type ChangeOutcome } from '../../engine/changes/change-request.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { recordActivity } from '../../store/changes/record-activity.ts'
import type { Position } from '../../store/displays/display-keys.sql.ts'
import {
  countPending,
  enrolmentOfKey,
  insertEnrolment,
  listPending,
  lockEnrolments,
  pruneEnrolments,
  releaseEnrolment,
  takeEnrolment,
  type EnrolmentRow,
} from '../../store/displays/enrolments.sql.ts'
import { guardMutation } from '../changes/guards.ts'
import { changeable, expiryOf, giveKey } from './display-key.ts'

const textLengthMax = 200

/**
 * A screen that has no key yet asks for one. The key is made here and told at once, and opens nothing until somebody who
 * stands before the glass confirms the code for an instance: so no secret has to be kept until it is fetched.
 */
export async function requestEnrolment(
  { pool, enrolments }: RuntimeDeps,
  { viewer, address }: { viewer: Viewer; address: string | null },
  input: { device?: string | null },
): Promise<{ id: string; code: string; key: string; expiresAt: string }> {
  const { tenantId, principalId: actorId } = viewer
  const device = textOf('device', input.device)
  return await withTransaction(pool, async (tx) => {
    await lockEnrolments(tx, tenantId)
    await pruneEnrolments(tx, tenantId)
    const { total, ofAddress } = await countPending(tx, tenantId, address)
    if (total >= enrolments.pendingMax) throw tooMany(enrolments.pendingMax)
    if (address !== null && ofAddress >= enrolments.pendingPerAddressMax) throw tooMany(enrolments.pendingPerAddressMax)
    const id = newId('enr', 16)
    const key = newDisplayKey()
    const row = { id, tenantId, keyHash: sha256Hex(key), device, address, seconds: enrolments.seconds }
    for (;;) {
      const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
      const expiresAt = await insertEnrolment(tx, { ...row, codeHash: hashOf(code) })
      if (expiresAt === null) continue
      const resource = { resourceType: 'Enrolment', resourceId: id }
      const activity = { tenantId, actorId, action: 'enrolment.requested', changeId: newChangeId() }
      await recordActivity(tx, { ...activity, ...resource, after: { device, address } })
      return { id, code, key, expiresAt }
    }
  })
}

export type ConfirmEnrolment = { code: string; instanceId: string; name?: string | null; ttlSeconds?: number | null }

/** Gives the screen that shows this code to an instance. What the instance does not take leaves the code as it was. */
export async function confirmEnrolment(
  deps: RuntimeDeps,
  { viewer, address }: { viewer: Viewer; address: string | null },
  input: ConfirmEnrolment,
): Promise<{ credentialId: string; outcome: ChangeOutcome }> {
  const mutation = 'confirmEnrolment'
  const { pool, rates } = deps
  const { tenantId } = viewer
  guardMutation(viewer, mutation, {})
  const name = textOf('name', input.name)
  const expiresAt = expiryOf(input.ttlSeconds)
  await changeable(deps, viewer, mutation, input.instanceId)
  rates.assertMayGuess({ viewer, address })
  const code = readCode(input.code)
  const { instanceId } = input
  const taken = code === null ? null : await takeEnrolment(pool, tenantId, { codeHash: hashOf(code), instanceId })
  if (taken === null) {
    rates.countWrongGuess({ viewer, address })
    throw new AppError('NOT_FOUND', {
      public: 'No screen shows this code, or it has expired. Read it from the screen again.',
    })
  }
  try {
    const given = { keyHash: taken.keyHash, name: name ?? taken.device, expiresAt }
    const { id, outcome } = await giveKey(deps, viewer, given, {
      mutation,
      input: { id: instanceId },
      action: 'instance.screen-enrolled',
      remove: [],
    })
    return { credentialId: id, outcome }
  } catch (error) {
    await releaseEnrolment(pool, tenantId, taken.id)
    throw error
  }
}

/** The enrolment of the screen that asks, by the key that it was told. */
export async function ownEnrolment(
  { pool }: RuntimeDeps,
  viewer: Viewer,
): Promise<{ id: string; status: EnrolmentStatus; instanceId: string | null; expiresAt: string } | null> {
  const keyHash = keyHashOf(viewer)
  const found = keyHash === null ? null : await enrolmentOfKey(pool, viewer.tenantId, keyHash)
  if (found === null) return null
  const { id, instanceId, expiresAt } = found
  const isOver = Date.parse(expiresAt) <= Date.now()
  return { id, status: found.confirmedAt ? 'CONFIRMED' : isOver ? 'EXPIRED' : 'PENDING', instanceId, expiresAt }
}

/** Screens that wait. From which address, only those may see who may see what everybody does. */
export async function pendingEnrolments(
  { pool }: RuntimeDeps,
  viewer: Viewer,
  page: { first: number; after: Position | null },
): Promise<{ rows: EnrolmentRow[]; totalCount: number }> {
  const refusal = refuseMutation(viewer, 'confirmEnrolment')
  if (refusal) throw toError(refusal)
  const [rows, { total }] = await Promise.all([
    listPending(pool, viewer.tenantId, page),
    countPending(pool, viewer.tenantId, null),
  ])
  const mayTrace = holds(viewer.access, 'audit.read')
  return { rows: mayTrace ? rows : rows.map((row) => ({ ...row, address: null })), totalCount: total }
}

const hashOf = (code: string) => sha256Hex(`enrolment code ${code}`)

const tooMany = (limit: number) =>
  new AppError('LIMIT_REACHED', {
    public: `${limit} screens wait to be enrolled, which is all that may: try again in some minutes.`,
    details: { limit },
  })

function textOf(name: string, text: string | null | undefined): string | null {
  const given = text?.trim() ?? ''
  if (given === '') return null
  if (given.length <= textLengthMax && given.isWellFormed() && !given.includes('\0')) return given
  const message = `must have at most ${textLengthMax} characters`
  throw new AppError('BAD_USER_INPUT', {
    public: `/${name} ${message}.`,
    details: { problems: [{ pointer: `/${name}`, message }] },
  })
}
