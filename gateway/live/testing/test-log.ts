import { PUBLIC_SCOPE, tenantScope, type Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type {
  ChangeEvent,
  EventType,
  FeedRequest,
  FeedSlice,
  InstanceState,
  Observation,
  PlaceFacts,
} from '../../../schema/events.ts'
import type { FeedSource, MatchQuestion } from '../reading/feed-source.ts'
import { fitsFilter } from './test-filter.ts'

/** What a test changes of an instance. */
export type Part = Partial<Omit<InstanceState, 'id' | 'tenantId' | 'revision' | 'createdAt' | 'updatedAt'>>

const blank: Omit<InstanceState, 'id' | 'createdAt' | 'updatedAt' | 'revision'> = {
  tenantId: 't1',
  kind: 'DISPLAY',
  persistence: 'PERSISTENT',
  tier: 'UNTIMED',
  scope: 'GLOBAL',
  projectId: null,
  definitionId: null,
  definitionTypeKey: null,
  resolvedVersionId: null,
  bundleUrl: null,
  upgradeStrategy: 'PIN',
  maxVersion: null,
  runtime: 'EDGE',
  displayKeyHash: null,
  name: null,
  ownerId: 'p1',
  visibility: 'PUBLIC',
  parentId: null,
  lifecycle: 'CREATED',
  desiredLifecycle: 'CREATED',
  pausedByAncestorId: null,
  readiness: null,
  presence: 'NEVER',
  conditions: [],
  config: {},
  metadata: {},
  props: {},
  inheritedProps: {},
  bindings: [],
  programme: null,
  overrides: [],
  locks: [],
  effectiveProps: {},
  webhooks: {},
  timeslotStart: null,
  timeslotEnd: null,
  startedAt: null,
  stoppedAt: null,
  archivedAt: null,
}

const at = (revision: number) => new Date(Date.UTC(2026, 0, 1) + revision).toISOString()

/** An instance at its first revision. */
export function blankState(id: string, part: Partial<InstanceState> = {}): InstanceState {
  return { ...blank, id, createdAt: at(1), updatedAt: at(1), revision: 1, ...part }
}

const readersOf = ({ visibility, tenantId }: InstanceState) =>
  visibility === 'PUBLIC' ? [PUBLIC_SCOPE, tenantScope(tenantId)] : [tenantScope(tenantId)]

type Life = { changes: ChangeEvent[]; readableFrom: number }

/**
 * The log, and the runtime's answers from it, in memory: for tests of what follows it. Answers are true for one moment
 * between question and answer, like a statement's. A filter is the members that a state must have.
 */
export class TestLog implements FeedSource {
  epoch = 'e1'
  /** How long a question takes. */
  answerMs = 0
  /** How much longer a search takes. */
  searchMs = 0
  /** How many of the next questions fail. */
  failures = 0
  questions = 0
  /** What is observed of screens: beside the log. */
  readonly observations = new Map<string, Observation>()
  /** Where instances stand. */
  readonly placements = new Map<string, PlaceFacts>()
  /** Who is in each zone and group, or the filter that says it: beside the log as well. */
  readonly sets = new Map<string, readonly string[] | object>()
  readonly #lives = new Map<string, Life>()

  head(id: string): InstanceState | undefined {
    return this.#lives.get(id)?.changes.at(-1)?.state
  }

  get states(): InstanceState[] {
    return [...this.#lives.keys()].map((id) => this.head(id) as InstanceState)
  }

  /** Commits a change (the first one makes the instance) and returns what its writer would publish. */
  write(id: string, part: Part, type: EventType = 'PROPS'): ChangeEvent {
    const before = this.head(id)
    const revision = (before?.revision ?? 0) + 1
    const state = { ...(before ?? blankState(id)), ...part, revision, updatedAt: at(revision) }
    const change: ChangeEvent = {
      ...{
        instanceId: id,
        revision,
        type: before ? type : 'CREATED',
        patch: { ...part },
        changeId: `chg-${revision}`,
        actorId: 'p1',
      },
      ...{ reason: null, at: at(revision), epoch: this.epoch, readers: readersOf(state), state },
    }
    const life = this.#lives.get(id)
    if (life) life.changes.push(change)
    else this.#lives.set(id, { changes: [change], readableFrom: 1 })
    return change
  }

  remove(id: string): void {
    this.#lives.delete(id)
  }

  /** The log forgets what it holds up to now: only states remain. */
  prune(id: string): void {
    const life = this.#lives.get(id)
    if (life) life.readableFrom = (this.head(id)?.revision ?? 0) + 1
  }

  /** A backup comes back: another epoch, everything as it was `lost` revisions ago. */
  restore(epoch: string, lost: number): void {
    this.epoch = epoch
    for (const life of this.#lives.values()) {
      const kept = Math.max(1, life.changes.length - lost)
      life.changes = life.changes.slice(0, kept).map((change) => ({ ...change, epoch }))
      life.readableFrom = kept + 1
    }
  }

  readFeeds(requests: readonly FeedRequest[]): Promise<FeedSlice[]> {
    return this.#answer(() => requests.map((request) => this.#slice(request)))
  }

  heads(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#answer(
      () => new Map(ids.flatMap((id) => (this.head(id) ? [[id, this.head(id)?.revision as number]] : []))),
    )
  }

  observed(ids: readonly string[]): Promise<ReadonlyMap<string, Observation>> {
    return this.#answer(() => new Map([...this.observations].filter(([id]) => ids.includes(id))))
  }

  places(_tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceFacts>> {
    return this.#answer(() => new Map([...this.placements].filter(([id]) => ids.includes(id))))
  }

  matchAmong(questions: readonly MatchQuestion[]): Promise<ReadonlySet<string>[]> {
    return this.#answer(() =>
      questions.map(
        ({ viewer, filter, ids }) =>
          new Set(this.matching(viewer, filter).flatMap(({ id }) => (ids.includes(id) ? [id] : []))),
      ),
    )
  }

  search(viewer: Viewer, filter: unknown, { first, after }: { first: number; after: string | null }) {
    return this.#answer(() => {
      const all = this.matching(viewer, filter)
      const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
      // One more than asked for says that there is more, as the runtime's search does.
      const rows = all.slice(from, from + first + 1)
      return { rows, cursors: rows.map(({ id }) => id), epoch: this.epoch }
    }, this.searchMs)
  }

  matching(viewer: Viewer, filter: unknown): InstanceState[] {
    const { placements, observations, sets } = this
    const fits = (state: InstanceState) =>
      fitsFilter(filter as object, {
        state,
        place: placements.get(state.id) ?? null,
        presence: observations.get(state.id)?.presence ?? 'NEVER',
        sets,
      })
    return this.states.filter((state) => fits(state) && readersOf(state).some((scope) => viewer.scopes.includes(scope)))
  }

  #slice({ instanceId, since }: FeedRequest): FeedSlice {
    const life = this.#lives.get(instanceId)
    const head = life?.changes.at(-1)
    const slice: FeedSlice = { instanceId, epoch: this.epoch, head: null, resync: false, changes: [] }
    if (!life || !head) return slice
    slice.head = { state: head.state, readers: head.readers }
    if (since === null) return slice
    const reachesBack =
      since.epoch === this.epoch &&
      since.revision <= head.revision &&
      since.revision + 1 >= Math.min(life.readableFrom, head.revision + 1)
    if (!reachesBack) return { ...slice, resync: true }
    return { ...slice, changes: life.changes.filter(({ revision }) => revision > since.revision) }
  }

  async #answer<Answer>(read: () => Answer, moreMs = 0): Promise<Answer> {
    this.questions++
    await pause((this.answerMs + moreMs) / 2)
    const fails = this.failures > 0
    if (fails) this.failures--
    // Copies: what arrives has been through JSON, and nobody can change the log.
    const answer = fails ? null : structuredClone(read())
    await pause((this.answerMs + moreMs) / 2)
    if (answer === null) throw new Error('the log cannot be read')
    return answer
  }
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve())
