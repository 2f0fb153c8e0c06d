import type { Pool } from 'pg'
import { errorCode } from '../../../../kit/errors/system-error.ts'
import { withTransaction } from '../../../../kit/db/pool.ts'
import { AppError, sentences } from '../../../../kit/errors/app-error.ts'
import type { EventType, InstanceState } from '../../../../schema/events.ts'
import { commitChanges, type Commit } from '../../store/changes/commit-changes.ts'
import { refuseTaken } from '../../store/instances/insert-instance.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import { findStoredResult, rememberResult } from '../../store/changes/stored-results.ts'
import {
  notFound,
  toCommit,
  toPublished,
  evaluateRequest,
  refuseAsker,
  type ChangeOutcome,
  type ChangeRequest,
} from './change-request.ts'
import type { DefinitionRulesCache } from '../versions/definition-rules.ts'
import type { FlowEngine } from '../flows/flow-engine.ts'
import { concernsFlows, followVersion } from '../versions/follow-version.ts'
import type { Published, Publisher } from './publisher.ts'
import type { StateCache } from './state-cache.ts'

type Waiting = { request: ChangeRequest; resolve(outcome: ChangeOutcome): void; reject(error: unknown): void }

const batchMax = 64
const flushesMax = 3
const waitingMax = 20_000

/**
 * Every change of a living instance goes through here. While a statement is under way, what arrives is gathered;
 * then all of it is one statement (store/sql/commit-changes.ts). An instance is in at most one flush at a time.
 *
 *   waiting --flush--> committed                       decided on the cached state, revision checked by the statement
 *   waiting --flush--> refused, equal, or moved on  --> settled one by one in a transaction that holds the row's lock
 *
 * So the usual patch is one round trip, fifty writers on one instance are a few statements with fifty log rows, and a
 * "no" is never said on stale knowledge.
 */
export class ChangeQueue {
  readonly #pool: Pool
  readonly #facts: DefinitionRulesCache
  readonly #cache: StateCache
  readonly #publisher: Publisher
  readonly #engine: FlowEngine
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #busy = new Set<string>()
  #waitingCount = 0
  #flushes = 0

  constructor(deps: {
    pool: Pool
    facts: DefinitionRulesCache
    cache: StateCache
    publisher: Publisher
    engine: FlowEngine
  }) {
    this.#pool = deps.pool
    this.#facts = deps.facts
    this.#cache = deps.cache
    this.#publisher = deps.publisher
    this.#engine = deps.engine
  }

  /** Resolves once the change is committed (or was found to change nothing); rejects with an AppError. */
  submit(request: ChangeRequest): Promise<ChangeOutcome> {
    if (this.#waitingCount >= waitingMax) {
      throw new AppError('UNAVAILABLE', { public: 'Too many writes are waiting. Try again in a moment.' })
    }
    return new Promise((resolve, reject) => {
      const list = this.#waiting.get(request.instanceId)
      const entry = { request, resolve, reject }
      if (list) list.push(entry)
      else this.#waiting.set(request.instanceId, [entry])
      this.#waitingCount++
      this.#pump()
    })
  }

  #pump(): void {
    while (this.#flushes < flushesMax) {
      const batch = this.#take()
      if (batch.size === 0) return
      this.#flushes++
      void this.#flush(batch).finally(() => {
        this.#flushes--
        for (const id of batch.keys()) this.#busy.delete(id)
        this.#pump()
      })
    }
  }

  #take(): Map<string, Waiting[]> {
    const batch = new Map<string, Waiting[]>()
    for (const [id, list] of this.#waiting) {
      if (batch.size >= batchMax) break
      if (this.#busy.has(id)) continue
      this.#waiting.delete(id)
      this.#busy.add(id)
      this.#waitingCount -= list.length
      batch.set(id, list)
    }
    return batch
  }

  /** Never rejects: every entry is resolved or rejected by itself, or waits again. */
  async #flush(batch: Map<string, Waiting[]>): Promise<void> {
    const unsettled = new Map<string, Waiting[]>()
    const left = new Map(batch)
    try {
      const states = await this.#statesOf([...batch.keys()])
      const plans = [...batch].flatMap(([id, list]) => this.#plan(states.get(id), list))
      const times = await this.#commit(plans.map(({ commit }) => commit))
      const published: Published[] = []
      for (const { commit, entries } of plans) {
        const at = times.get(commit.base.id)
        if (at === undefined) continue
        const changes = this.#committed(commit, at)
        published.push(...changes)
        left.set(commit.base.id, (left.get(commit.base.id) as Waiting[]).slice(entries.length))
        entries.forEach(({ resolve, request }, index) => {
          const { revision, state } = changes[index] as Published
          resolve({ state, revision, changeId: request.changeId, changed: true })
        })
      }
      this.#publisher.publish(published)
      for (const [id, list] of left) {
        if (times.has(id)) continue
        const tried = plans.find(({ commit }) => commit.base.id === id)?.entries.length ?? 1
        unsettled.set(id, list.slice(0, tried))
        left.set(id, list.slice(tried))
      }
      await Promise.all([...unsettled].map(([id, list]) => this.#settle(id, list)))
      for (const [id, list] of left) if (list.length > 0) this.#waitAgain(id, list)
    } catch (error) {
      // Only the shared reads and the shared statement can throw: nothing of the batch was committed.
      for (const list of left.values()) for (const { reject } of list) reject(error)
    }
  }

  async #commit(commits: Commit[]): Promise<Map<string, string>> {
    if (commits.length === 0) return new Map()
    try {
      return await commitChanges(this.#pool, commits)
    } catch (error) {
      // A value that Postgres will not store must not take its neighbours down, nor those that wait for the same
      // instance: each change is tried alone.
      if (/^2[23]/.test(errorCode(error))) return new Map()
      throw error
    }
  }

  #waitAgain(id: string, list: Waiting[]): void {
    this.#waiting.set(id, [...list, ...(this.#waiting.get(id) ?? [])])
    this.#waitingCount += list.length
  }

  async #statesOf(ids: string[]): Promise<Map<string, InstanceState>> {
    const unknown = ids.filter((id) => !this.#cache.get(id))
    const loaded = unknown.length > 0 ? await loadStates(this.#pool, unknown) : new Map<string, InstanceState>()
    const states = new Map<string, InstanceState>()
    for (const id of ids) {
      const state = this.#cache.get(id) ?? loaded.get(id)
      if (state) states.set(id, state)
    }
    const versions = new Set([...states.values()].map((state) => state.resolvedVersionId))
    await Promise.all([...versions].map((version) => this.#facts.get(version)))
    return states
  }

  /** The longest run of changes, from the first on, that the cached state lets pass. */
  #plan(state: InstanceState | undefined, list: Waiting[]): { commit: Commit; entries: Waiting[] }[] {
    const facts = state && this.#facts.peek(state.resolvedVersionId)
    if (!state || !facts) return []
    const entries: Waiting[] = []
    let next = state
    const steps: { request: ChangeRequest; event: EventType; before: InstanceState; after: InstanceState }[] = []
    for (const entry of list) {
      // A keyed change stands alone in its commit: its key and its change are written or left together.
      if (entry.request.key && steps.length > 0) break
      const tried = evaluateRequest(next, entry.request, facts)
      if (!tried.ok || tried.next === null) break
      // A move to another version takes its flows along, and another config makes them stale, in a transaction of its own.
      if (concernsFlows(next, tried.next, this.#facts.peek(tried.next.resolvedVersionId))) break
      const after = { ...tried.next, revision: next.revision + 1 }
      steps.push({ request: entry.request, event: tried.event, before: next, after })
      next = after
      entries.push(entry)
      if (entry.request.key) break
    }
    return steps.length === 0 ? [] : [{ commit: toCommit(state, steps), entries }]
  }

  #committed(commit: Commit, at: string): Published[] {
    const published = toPublished(commit, at)
    this.#cache.set((published.at(-1) as Published).state)
    return published
  }

  async #settle(id: string, list: Waiting[]): Promise<void> {
    for (const { request, resolve, reject } of list) {
      this.#cache.delete(id)
      await this.#settleOne(request).then(resolve, reject)
    }
  }

  async #settleOne(request: ChangeRequest): Promise<ChangeOutcome> {
    const { outcome, commit, at, followed } = await withTransaction(this.#pool, async (tx) => {
      const state = (await loadStates(tx, [request.instanceId], { forUpdate: true })).get(request.instanceId)
      if (!state || state.tenantId !== request.tenantId) throw notFound(request.instanceId)
      const refused = refuseAsker(state, request)
      if (refused) throw refused
      const stored = request.key && (await findStoredResult(tx, request.tenantId, request.key))
      if (stored) return { outcome: { state, revision: stored.revision, changeId: stored.changeId, changed: false } }
      const tried = evaluateRequest(state, request, await this.#facts.get(state.resolvedVersionId))
      if (!tried.ok) throw tried.error
      if (tried.next === null) {
        const outcome = { state, revision: state.revision, changeId: request.changeId, changed: false }
        if (request.key) await rememberResult(tx, request.tenantId, request.key, { ...outcome, instanceId: state.id })
        return { outcome }
      }
      const commit = toCommit(state, [{ request, event: tried.event, before: state, after: tried.next }])
      const at = (
        await commitChanges(tx, [commit]).catch((error: unknown) => refuseTaken(tried.next ?? state, error))
      ).get(state.id)
      // The row is locked and was read under the lock: only a key taken by another instance's write can be in the way.
      if (at === undefined) throw new AppError('IDEMPOTENCY_MISMATCH', { public: sentences.IDEMPOTENCY_MISMATCH })
      const isMove = concernsFlows(state, tried.next, await this.#facts.get(tried.next.resolvedVersionId))
      const followed = isMove
        ? await followVersion({ facts: this.#facts, engine: this.#engine }, tx, tried.next, {
            isOtherVersion: tried.next.resolvedVersionId !== state.resolvedVersionId,
          })
        : []
      return {
        commit,
        at,
        followed,
        outcome: { state: tried.next, revision: state.revision + 1, changeId: request.changeId, changed: true },
      }
    })
    if (commit === undefined) return outcome
    const published = [...this.#committed(commit, at), ...followed]
    this.#cache.set((published.at(-1) as Published).state)
    this.#publisher.publish(published)
    return { ...outcome, state: (published[0] as Published).state }
  }
}
