import { getOperationAST, type DocumentNode, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql'
import type { Bus } from '../../kit/bus/bus.ts'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Logger } from '../../kit/log.ts'
import { canonicalJson } from '../../kit/pure/json/canonical-json.ts'
import { RELAY_TOPIC, type RelayMessage } from '../../schema/events.ts'
import type { Caller, Graph } from '../graph.ts'
import { FeedReader } from './reading/feed-reader.ts'
import type { FeedSource } from './reading/feed-source.ts'
import { Fetcher } from './rendering/fetcher.ts'
import { InstanceFeed } from './feeds/instance-feed.ts'
import { InstanceGroup } from './groups/instance-group.ts'
import { RetryingSubscription } from './reading/retrying-subscription.ts'
import type { LiveEvent } from './feeds/live-event.ts'
import type { Membership, Sink } from './groups/member.ts'
import { observedFields } from './feeds/observation.ts'
import { PlanCache } from './rendering/plan-cache.ts'
import { readVariables, type Plan } from './rendering/plan.ts'
import { Renderer } from './rendering/renderer.ts'
import type { RunLiveEvent } from './feeds/run-event.ts'
import { RunFeeds, runTarget } from './feeds/run-feeds.ts'
import type { RunSource } from './reading/run-source.ts'
import type { Observes } from './feeds/observed-screens.ts'
import type { SetEvent } from './live-query/set-event.ts'
import { SetFeeds } from './live-query/set-feeds.ts'
import { instanceSince, runSince, setSince } from './reading/since.ts'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'

export type SubscribeRequest = {
  document: DocumentNode
  operationName?: string | null
  variables?: Record<string, unknown> | null
  caller: Caller
}

export type HubOptions = {
  graph: Graph
  bus: Bus
  source: FeedSource & RunSource
  log: Logger
  format: (error: unknown, requestId: string) => GraphQLFormattedError
  /** How often what is followed is compared with the truth. */
  sweepMs?: number
}

/** Screens are compared more seldom than revisions: what is observed of them is seldom lost, and nobody acts on it within seconds. */
const sweepsPerObservation = 10

type Subscription = { plan: Plan; args: Record<string, unknown>; variables: Record<string, unknown>; shape: string }

/**
 * Subscriptions of this process. Those with the same document, variables and viewer scopes are one group: one source,
 * one execution per event, one encoding; each reader costs a write to its socket (model 5.5).
 */
export class LiveHub {
  readonly #options: HubOptions
  readonly #reader: FeedReader
  readonly #feeds = new Map<string, InstanceFeed>()
  readonly #instanceGroups = new Map<string, InstanceGroup>()
  readonly #sets: SetFeeds
  readonly #runs: RunFeeds
  readonly #plans: PlanCache
  readonly #relay: RetryingSubscription
  readonly #sweep: NodeJS.Timeout
  #sweeping = false
  #sweeps = 0

  constructor(options: HubOptions) {
    this.#options = options
    this.#plans = new PlanCache(options.graph.schema)
    this.#reader = new FeedReader(options.source)
    this.#sets = new SetFeeds(options.bus, options.source, this.#reader)
    this.#runs = new RunFeeds(options.bus, options.source)
    this.#sweep = setInterval(() => {
      void this.#compare()
      void this.#runs
        .compare()
        .catch((error: unknown) => options.log.warn({ err: error }, 'the sweep could not read how far runs are'))
    }, options.sweepMs ?? 3000)
    this.#sweep.unref()
    // A writer that died after its commit told nobody; the relay tells us. Each feed is told to look again by the bus itself.
    const message = (payload: string) => this.#relayed(parseOwnJson(payload) as RelayMessage)
    this.#relay = new RetryingSubscription(
      () => options.bus.subscribe(RELAY_TOPIC, { message, onResync: () => {} }),
      () => {},
    )
  }

  /** Starts a subscription whose document was validated. Throws what the caller is to be told. */
  subscribe(request: SubscribeRequest, sink: Sink): Membership {
    const operation = getOperationAST(request.document, request.operationName) as OperationDefinitionNode
    const variables = readVariables(this.#options.graph.schema, operation, request.variables ?? {})
    const plan = this.#plans.plan(request.document, operation, variables)
    const args = plan.argumentsOf(variables)
    const subscription = { plan, args, variables, shape: this.#plans.shape(request.document, operation, variables) }
    switch (plan.field) {
      case 'instanceChanged':
        return this.#instanceGroup(request, subscription, args['id'] as string, false).join(sink, instanceSince(args))
      case 'displayChanged':
        return this.#instanceGroup(request, subscription, args['instanceId'] as string, true).join(
          sink,
          instanceSince(args),
        )
      case 'instancesChanged':
        return this.#setGroup(request, subscription).join(sink, setSince(args))
      case 'runChanged':
        return this.#runGroup(request, subscription).join(sink, runSince(args))
      default:
        throw new AppError('BAD_USER_INPUT', { public: `There is no feed ${plan.field}.` })
    }
  }

  stats(): { feeds: number; groups: number; snapshotQueries: number } {
    return {
      feeds: this.#feeds.size + this.#sets.stats.feeds + this.#runs.stats.feeds,
      groups: this.#instanceGroups.size + this.#sets.stats.groups + this.#runs.stats.groups,
      snapshotQueries: this.#reader.queries + this.#runs.stats.queries,
    }
  }

  stop(): void {
    clearInterval(this.#sweep)
    this.#relay.close()
    for (const feed of this.#feeds.values()) feed.close()
    this.#sets.close()
    this.#runs.close()
  }

  /** The group's name: everything that its answers depend on, and not where its reader starts. */
  #groupKey(request: SubscribeRequest, { shape, args }: Subscription): string {
    const { since: _since, ...rest } = args
    const { tenantId, scopes } = request.caller.viewer
    return [shape, tenantId, scopes.join(','), canonicalJson(rest)].join(' ')
  }

  #instanceGroup(request: SubscribeRequest, subscription: Subscription, id: string, conflates: boolean): InstanceGroup {
    const key = this.#groupKey(request, subscription)
    let group = this.#instanceGroups.get(key)
    if (!group) {
      const feed = this.#feed(id)
      group = new InstanceGroup({
        feed,
        reader: this.#reader,
        renderer: this.#renderer<LiveEvent>(
          request,
          subscription.plan,
          subscription.variables,
          ({ state }) => state.id,
        ),
        viewer: request.caller.viewer,
        conflates,
        observes: observedIn(subscription.plan).size > 0,
        format: this.#format(request),
        onEmpty: () => {
          this.#instanceGroups.delete(key)
          if (feed.listeners.size > 0) return
          this.#feeds.delete(id)
          feed.close()
        },
      })
      this.#instanceGroups.set(key, group)
    }
    return group
  }

  #feed(id: string): InstanceFeed {
    let feed = this.#feeds.get(id)
    if (!feed) this.#feeds.set(id, (feed = new InstanceFeed(id, this.#options.bus, this.#reader)))
    return feed
  }

  #setGroup(request: SubscribeRequest, subscription: Subscription) {
    const { plan, args, variables } = subscription
    const filter = args['filter'] ?? {}
    return this.#sets.group({
      key: this.#groupKey(request, subscription),
      viewer: request.caller.viewer,
      filter,
      observes: observesOf(plan, filter),
      renderer: () => this.#renderer<SetEvent>(request, plan, variables, ({ state }) => state?.id ?? null),
      format: this.#format(request),
    })
  }

  #runGroup(request: SubscribeRequest, subscription: Subscription) {
    const { plan, args, variables } = subscription
    return this.#runs.group({
      key: this.#groupKey(request, subscription),
      target: runTarget(args),
      viewer: request.caller.viewer,
      renderer: () => this.#renderer<RunLiveEvent>(request, plan, variables, ({ run }) => run.id),
      format: this.#format(request),
    })
  }

  #renderer<Event extends object>(
    { caller }: SubscribeRequest,
    plan: Plan,
    variables: Record<string, unknown>,
    subjectId: (event: Event) => string | null,
  ): Renderer<Event> {
    const fetcher = plan.fetch && new Fetcher(this.#options.graph, plan.fetch, variables, caller)
    return new Renderer<Event>({
      plan,
      fetcher,
      subjectId,
      format: (error) => this.#options.format(error, caller.requestId),
    })
  }

  #format({ caller }: SubscribeRequest): (error: unknown) => GraphQLFormattedError {
    return (error) => this.#options.format(error, caller.requestId)
  }

  #relayed({ heads }: RelayMessage): void {
    for (const [id, revision] of heads) {
      const feed = this.#feeds.get(id)
      if (feed && feed.revision !== null && feed.revision < revision) void feed.catchUp()
    }
    this.#sets.relayed(heads)
  }

  /**
   * Anti-entropy: one question for everything that is followed here. What the bus lost without anybody noticing is
   * found within one interval.
   */
  async #compare(): Promise<void> {
    const ids = new Set([...this.#feeds.keys(), ...this.#sets.memberIds()])
    // A live query without a member is swept as well: somebody may have come in unheard.
    if (ids.size + this.#sets.stats.feeds === 0 || this.#sweeping) return
    this.#sweeping = true
    try {
      const heads = await this.#options.source.heads([...ids])
      for (const [id, feed] of this.#feeds) {
        if (feed.revision !== null && heads.get(id) !== feed.revision) void feed.catchUp()
      }
      this.#sets.compare(heads)
      if (++this.#sweeps % sweepsPerObservation === 0) await this.#compareScreens()
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the sweep could not read the newest revisions')
    } finally {
      this.#sweeping = false
    }
  }

  /** What the bus lost of the screens that somebody asks about, and of edited zones and groups. */
  async #compareScreens(): Promise<void> {
    const feeds = [...this.#feeds.values()].filter(({ isObserved }) => isObserved)
    const ids = new Set([...feeds.map(({ id }) => id), ...this.#sets.observedIds()])
    if (ids.size > 0) {
      for (const [id, observation] of await this.#options.source.observed([...ids])) {
        this.#feeds.get(id)?.compareScreens(observation)
        this.#sets.compareScreens(id, observation)
      }
    }
    this.#sets.compareSets()
  }
}

/** Which of the fields that tell of screens a selection asks for. */
function observedIn({ fetch }: Plan): ReadonlySet<string> {
  return new Set((fetch?.nodes ?? []).flatMap(({ name }) => (observedFields.has(name.value) ? [name.value] : [])))
}

function observesOf(plan: Plan, filter: unknown): Observes {
  const asked = observedIn(plan)
  const { presence = null } = filter as { presence?: unknown }
  return { inFilter: presence !== null, presence: asked.has('presence'), shownRevision: asked.has('shownRevision') }
}
