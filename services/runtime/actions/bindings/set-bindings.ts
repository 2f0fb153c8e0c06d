import { withTransaction, type Sql } from '../../../../kit/db/pool.ts'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { permissionOf } from '../../../../schema/access/mutations.ts'
import type { Viewer } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import type { InstanceState } from '../../../../schema/events.ts'
import { parseBindings, type BindingInput, type BindingSpec } from '../../domain/bindings/binding-input.ts'
import { decideBindings } from '../../domain/bindings/binding-commands.ts'
import { refuseInTenant } from '../../domain/access/access.ts'
import type { InstanceFacts } from '../../domain/state/instance-facts.ts'
import { toError } from '../../domain/state/refusal.ts'
import { readInstances, attachBindings } from '../../engine/bindings/attach.ts'
import {
  newChangeId,
  toCommit,
  toPublished,
  evaluateRequest,
  type ChangeOutcome,
  type ChangeRequest,
} from '../../engine/changes/change-request.ts'
import { keysWithSecret, putSecrets } from '../../store/bindings/binding-secrets.ts'
import { commitChanges } from '../../store/changes/commit-changes.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, mismatch, rememberResult } from '../../store/changes/stored-results.ts'
import type { RuntimeDeps } from '../../engine/runtime-deps.ts'
import { guardMutation, isReadable, keyOf, permitted } from '../changes/guards.ts'

export type SetBindingsInput = {
  id: string
  bindings: readonly BindingInput[]
  expectedRevision?: number | null
  idempotencyKey?: string | null
}
export type CheckedBindings = { specs: BindingSpec[]; secrets: Map<string, string> }

const chainMax = 200

/**
 * Replaces all bindings of an instance (S4-47). What is already known of their sources is shown by the same revision;
 * the rest comes as soon as it has been asked for. A secret that is left out stays as it was.
 */
export async function setBindings(deps: RuntimeDeps, viewer: Viewer, input: SetBindingsInput): Promise<ChangeOutcome> {
  guardMutation(viewer, 'setBindings', input)
  const earlier = await keysWithSecret(deps.pool, input.id)
  const { specs, secrets } = checkBindings(deps, input.bindings, (key) => earlier.has(key))
  const key = keyOf('setBindings', input)
  const changeId = newChangeId()
  const { outcome, commit, at } = await withTransaction(deps.pool, async (tx) => {
    const states = await loadStates(tx, [input.id, ...readInstances(specs)], { forUpdate: true })
    const state = permitted(viewer, 'setBindings', input.id, states.get(input.id))
    const stored = key && (await findStoredResult(tx, viewer.tenantId, key))
    if (stored) return { outcome: { state, revision: stored.revision, changeId: stored.changeId, changed: false } }
    requireTargets(specs, states, viewer)
    await refuseCycle(tx, state.id, specs)
    const bindings = await attachBindings(tx, viewer.tenantId, specs, states)
    const request: ChangeRequest = {
      tenantId: viewer.tenantId,
      instanceId: state.id,
      actorId: viewer.principalId,
      writerKind: viewer.principalKind,
      asker: { viewer, permission: permissionOf('setBindings') },
      command: { type: 'SET_BINDINGS', bindings, at: new Date().toISOString() },
      changeId,
      action: 'instance.bindings-set',
      reason: null,
      expectedRevision: input.expectedRevision ?? null,
      key,
    }
    const tried = evaluateRequest(state, request, await deps.facts.get(state.resolvedVersionId))
    if (!tried.ok) throw tried.error
    await putSecrets(tx, deps.secrets, state.id, {
      keys: specs.filter(({ strategy }) => strategy === 'WEBHOOK').map((spec) => spec.key),
      secrets,
    })
    if (tried.next === null) {
      const outcome = { state, revision: state.revision, changeId, changed: false }
      if (key && !(await rememberResult(tx, viewer.tenantId, key, { ...outcome, instanceId: state.id })))
        throw mismatch()
      return { outcome }
    }
    const commit = toCommit(state, [{ request, event: tried.event, before: state, after: tried.next }])
    const at = (await commitChanges(tx, [commit])).get(state.id)
    if (at === undefined) throw mismatch()
    return { commit, at, outcome: { state: tried.next, revision: state.revision + 1, changeId, changed: true } }
  })
  if (commit === undefined || at === undefined) return outcome
  const [published] = toPublished(commit, at)
  const { state } = published as NonNullable<typeof published>
  deps.cache.set(state)
  deps.publisher.publish(published ? [published] : [])
  return { ...outcome, state }
}

/** The bindings as they are meant, or one BAD_USER_INPUT with every problem. */
export function checkBindings(
  deps: RuntimeDeps,
  inputs: readonly BindingInput[],
  hasSecret: (key: string) => boolean = () => false,
): CheckedBindings {
  const { specs, secrets, problems } = parseBindings(inputs, { hasSecret })
  for (const [index, spec] of specs.entries()) {
    if (
      spec.source !== 'API' ||
      spec.strategy === 'WEBHOOK' ||
      problems.some(({ pointer }) => pointer.startsWith(`/bindings/${index}/`))
    )
      continue
    const refused = deps.http.refuse(spec.address)
    if (refused !== null)
      problems.push({ pointer: `/bindings/${index}/${spec.url === null ? 'path' : 'url'}`, message: refused })
  }
  if (problems.length > 0) throw badBindings(problems)
  return { specs, secrets }
}

/** The state of a new instance with its first bindings, in the transaction that inserts it. */
export async function bindNew(
  deps: RuntimeDeps,
  tx: Sql,
  viewer: Viewer,
  draft: InstanceState,
  facts: InstanceFacts,
  { specs, secrets }: CheckedBindings,
): Promise<InstanceState> {
  const targets = await loadStates(tx, readInstances(specs), { forUpdate: true })
  requireTargets(specs, targets, viewer)
  const bindings = await attachBindings(tx, draft.tenantId, specs, targets)
  await putSecrets(tx, deps.secrets, draft.id, { keys: [], secrets })
  const decision = decideBindings(draft, { type: 'SET_BINDINGS', bindings, at: new Date().toISOString() }, facts)
  if (!decision.ok) throw toError(decision.refusal)
  return decision.next
}

function requireTargets(
  specs: readonly BindingSpec[],
  states: ReadonlyMap<string, InstanceState>,
  viewer: Viewer,
): void {
  const problems = specs.flatMap(({ source, address }, index) => {
    const pointer = `/bindings/${index}/path`
    // What a binding shows, everybody sees who sees the instance: nobody may show what they may not read.
    if (source === 'KV' && refuseInTenant(viewer, 'kv.read'))
      return [{ pointer, message: 'reads a KV entry, which takes the permission kv.read in the tenant' }]
    return source !== 'DO' || isReadable(viewer, states.get(address))
      ? []
      : [{ pointer, message: `names no instance: ${address}` }]
  })
  if (problems.length > 0) throw badBindings(problems)
}

/** Instances that show each other's props in a ring would never come to rest. */
async function refuseCycle(tx: Sql, id: string, specs: readonly BindingSpec[]): Promise<void> {
  const seen = new Set<string>()
  for (let level = readInstances(specs); level.length > 0 && seen.size < chainMax;) {
    if (level.includes(id)) {
      throw new AppError('CYCLE', {
        public: 'An instance cannot follow itself, not even by way of others.',
        details: { id, by: readInstances(specs) },
      })
    }
    for (const next of level) seen.add(next)
    const states = await loadStates(tx, level)
    level = [...new Set([...states.values()].flatMap((state) => readInstances(state.bindings)))].filter(
      (next) => !seen.has(next),
    )
  }
}

function badBindings(problems: Problem[]): AppError {
  const [first] = problems
  return new AppError('BAD_USER_INPUT', {
    public: `The bindings are not right: ${first?.pointer} ${first?.message}.`,
    details: { problems },
  })
}
