import type { Pool } from 'pg'
import type { VersionedKeys } from '../../../../kit/cache/versioned-keys.ts'
import { PUBLIC_SCOPE } from '../../../../kit/graphql/viewer/viewer.ts'
import type { Logger } from '../../../../kit/log.ts'
import { withTimeout } from '../../../../kit/with-timeout.ts'
import type { InstanceState, JsonObject } from '../../../../schema/events.ts'
import { goneKeysOf, keysOf, revisionKey } from '../../../../schema/resolved-keys.ts'
import { readersOf } from '../../domain/access/reader-scopes.ts'
import type { PlacementWriter } from '../../ports.ts'
import { loadStates } from '../../store/instances/instance-reads.ts'
import type { Published } from '../changes/publisher.ts'

/** Of an instance that is deleted there is no state any more. */
type Waiting = { id: string; revision: number; state: InstanceState | null }

export type Head = readonly [instanceId: string, revision: number, ...rest: unknown[]]

/** After the screens that follow have been told: nobody waits for the copy, and they share a processor with it. */
const gatherMs = 500
/** Unless it is about who may see it: then the old copy is worse than a late one. */
const urgentMs = 20
/**
 * A batch is followed by a pause of nine times its length (a second at most), so that a stream of changes over many
 * instances costs its writers a tenth of the time at most: an instance of a kilobyte takes 0.04 ms here.
 */
const pausePerWork = 9
const pauseMsMax = 1000
const retryMs = 1000
const placementsWithinMs = 1000
/** Instances per round: some milliseconds of work between two turns of the event loop. */
const roundMax = 100
/** What waits while Redis is away. Beyond it the oldest are let go: a page finds their keys old, and reads the truth. */
const waitingMax = 20_000

/**
 * Keeps the keys of schema/resolved-keys.ts: after a commit the newest state of each instance waits for `gatherMs`
 * (longer while very many change), then all that wait are written, a round at a time. Never awaited by a writer. Where
 * Redis is away, or the database that says where instances stand, they wait on, each in its newest state.
 */
export class ResolvedCache {
  readonly #keys: VersionedKeys
  readonly #pool: Pool
  readonly #placements: Pick<PlacementWriter, 'placementsOf'>
  readonly #epoch: string
  readonly #log: Logger
  readonly #waiting = new Map<string, Waiting>()
  #writing: Promise<void> | null = null
  #timer: NodeJS.Timeout | undefined
  #failing = false

  constructor(deps: {
    keys: VersionedKeys
    pool: Pool
    placements: Pick<PlacementWriter, 'placementsOf'>
    epoch: string
    log: Logger
  }) {
    this.#keys = deps.keys
    this.#pool = deps.pool
    this.#placements = deps.placements
    this.#epoch = deps.epoch
    this.#log = deps.log
  }

  note(changes: readonly Published[]): void {
    for (const { instanceId, revision, type, state } of changes)
      this.#wait({ id: instanceId, revision, state: type === 'DELETED' ? null : state })
    if (changes.some(isUrgent)) this.#hurry()
    this.#schedule(gatherMs)
  }

  #hurry(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#schedule(urgentMs)
  }

  /**
   * Looks whether the keys are of these revisions, which were committed a while ago: a writer that died, or let go of
   * what Redis would not take, has left older ones.
   */
  async mend(heads: readonly Head[]): Promise<void> {
    const versions = await this.#keys.versions(heads.map(([id]) => revisionKey(id)))
    const behind = heads.filter(([, revision], index) => {
      const known = versions[index]
      return !known || known.epoch !== this.#epoch || known.version < revision
    })
    const states = await loadStates(
      this.#pool,
      behind.map(([id]) => id),
    )
    for (const [id, revision] of behind) {
      const state = states.get(id) ?? null
      this.#wait({ id, revision: state?.revision ?? revision, state })
    }
    this.#schedule(gatherMs)
  }

  /** Writes what waits, once; what cannot be written now never is. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#writing
    clearTimeout(this.#timer)
    await this.#writeAll().catch(() => {})
    clearTimeout(this.#timer)
    this.#waiting.clear()
  }

  #wait(next: Waiting): void {
    const known = this.#waiting.get(next.id)
    if (known && known.revision >= next.revision) return
    // In the place of the one before: what changes all the time waits no longer than the rest.
    this.#waiting.set(next.id, next)
    if (this.#waiting.size > waitingMax) this.#waiting.delete(this.#waiting.keys().next().value as string)
  }

  #schedule(ms: number): void {
    if (this.#timer !== undefined || this.#writing !== null || this.#waiting.size === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const startedAt = performance.now()
      this.#writing = this.#writeAll()
        .then(
          () => this.#succeeded(performance.now() - startedAt),
          (error: unknown) => this.#failed(error),
        )
        .then((nextMs) => {
          this.#writing = null
          this.#schedule(nextMs)
        })
    }, ms)
  }

  async #writeAll(): Promise<void> {
    // What comes meanwhile is the next batch: an instance that changes all the time is written once per gatherMs.
    for (let left = this.#waiting.size; left > 0; left -= roundMax) {
      const round = [...this.#take(Math.min(left, roundMax))]
      try {
        await this.#write(round)
      } catch (error) {
        for (const waiting of round) this.#wait(waiting)
        throw error
      }
    }
  }

  *#take(count: number): Generator<Waiting> {
    for (const [id, waiting] of this.#waiting) {
      if (count-- === 0) return
      this.#waiting.delete(id)
      yield waiting
    }
  }

  /**
   * Placements are read now, after the commits: those that stand beside a revision are at least as new as it, and a
   * change of one is a revision of its own. If the database has gone meanwhile, the state is written without one: that
   * somebody may not see it any more is worth more than where it stands.
   */
  async #write(round: readonly Waiting[]): Promise<void> {
    let failure: unknown = null
    const placements = await withTimeout(
      this.#placementsOf(round),
      placementsWithinMs,
      () => new Error('the database does not say where instances stand'),
    ).catch((error: unknown) => {
      failure = error
      return null
    })
    await this.#keys.write(
      round.map(({ id, revision, state }) => {
        if (state === null) return goneKeysOf(id, revision, this.#epoch)
        const isPublic = readersOf(state).includes(PUBLIC_SCOPE)
        const placement = placements === null ? undefined : (placements.get(id) ?? null)
        return keysOf(state, { epoch: this.#epoch, isPublic, ...(placement === undefined ? {} : { placement }) })
      }),
    )
    if (failure !== null) throw failure
  }

  async #placementsOf(round: readonly Waiting[]): Promise<Map<string, JsonObject>> {
    const found = new Map<string, JsonObject>()
    const states = round.flatMap(({ state }) => (state === null ? [] : [state]))
    for (const tenantId of new Set(states.map((state) => state.tenantId))) {
      const ids = states.filter((state) => state.tenantId === tenantId).map(({ id }) => id)
      for (const [id, placement] of await this.#placements.placementsOf(this.#pool, tenantId, ids))
        found.set(id, placement)
    }
    return found
  }

  // One line when it starts and one when it ends, as for the bus.
  #failed(error: unknown): number {
    if (!this.#failing) this.#log.warn({ err: error }, 'what /live reads cannot be kept in Redis now; it waits')
    this.#failing = true
    return retryMs
  }

  #succeeded(workMs: number): number {
    if (this.#failing) this.#log.info('what /live reads is kept in Redis again')
    this.#failing = false
    return Math.min(Math.max(gatherMs, workMs * pausePerWork), pauseMsMax)
  }
}

const isUrgent = ({ type, patch }: Published): boolean => type === 'DELETED' || patch?.['visibility'] !== undefined
