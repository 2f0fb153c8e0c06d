import { getOperationAST, Kind, visit, type ASTNode, type DocumentNode, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql'
import type { Bus, Unsubscribe } from '../../kit/bus/bus.ts'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Logger } from '../../kit/log.ts'
import { canonicalJson } from '../../kit/pure/canonical-json.ts'
import { RELAY_TOPIC, type RelayMessage } from '../../schema/events.ts'
import type { Caller, Graph } from '../graph.ts'
import { FeedReader } from './feed-reader.ts'
import type { FeedSource } from './feed-source.ts'
import { Fetcher } from './fetcher.ts'
import { InstanceFeed } from './instance-feed.ts'
import { InstanceGroup } from './instance-group.ts'
import type { LiveEvent } from './live-event.ts'
import type { Membership, Sink } from './member.ts'
import { observedFields } from './observation.ts'
import { planSubscription, readVariables, type Plan } from './plan.ts'
import { Renderer } from './renderer.ts'
import type { RunLiveEvent } from './run-event.ts'
import { RunFeeds, runTarget } from './run-feeds.ts'
import type { RunSource } from './run-source.ts'
import { SetFeed, type Observes, type SetEvent } from './set-feed.ts'
import { SetGroup } from './set-group.ts'
import { instanceSince, runSince, setSince } from './since.ts'

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

const plansMax = 1000
/** Screens are compared more seldom than revisions: what is observed of them is seldom lost, and nobody acts on it within seconds. */
const sweepsPerObservation = 10

type Planned = { plans: Map<string, Plan>; shaping: string[] }
type Subscription = { plan: Plan; args: Record<string, unknown>; variables: Record<string, unknown> }

/**
 * Subscriptions of this process. Those with the same document, variables and viewer scopes are one group: one source,
 * one execution per event, one encoding; each reader costs a write to its socket (model 5.5).
 */
export class LiveHub {
  readonly #options: HubOptions
  readonly #reader: FeedReader
  readonly #feeds = new Map<string, InstanceFeed>()
  readonly #instanceGroups = new Map<string, InstanceGroup>()
  readonly #setFeeds = new Map<string, SetFeed>()
  readonly #setGroups = new Map<string, SetGroup>()
  readonly #runs: RunFeeds
  readonly #planned = new WeakMap<DocumentNode, Planned>()
  readonly #documentIds = new WeakMap<DocumentNode, number>()
  readonly #sweep: NodeJS.Timeout
  #documents = 0
  #sweeping = false
  #sweeps = 0
  #stopped = false
  #leaveRelay: Unsubscribe | undefined

  constructor(options: HubOptions) {
    this.#options = options
    this.#reader = new FeedReader(options.source)
    this.#runs = new RunFeeds(options.bus, options.source)
    this.#sweep = setInterval(() => {
      void this.#compare()
      void this.#runs.compare().catch((error: unknown) => options.log.warn({ err: error }, 'the sweep could not read how far runs are'))
    }, options.sweepMs ?? 3000)
    this.#sweep.unref()
    void this.#followRelay()
  }

  /** Starts a subscription whose document was validated. Throws what the caller is to be told. */
  subscribe(request: SubscribeRequest, sink: Sink): Membership {
    const operation = getOperationAST(request.document, request.operationName) as OperationDefinitionNode
    const variables = readVariables(this.#options.graph.schema, operation, request.variables ?? {})
    const plan = this.#plan(request, operation, variables)
    const args = plan.argumentsOf(variables)
    const subscription = { plan, args, variables }
    switch (plan.field) {
      case 'instanceChanged':
        return this.#instanceGroup(request, subscription, args['id'] as string, false).join(sink, instanceSince(args))
      case 'displayChanged':
        return this.#instanceGroup(request, subscription, args['instanceId'] as string, true).join(sink, instanceSince(args))
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
      feeds: this.#feeds.size + this.#setFeeds.size + this.#runs.stats.feeds,
      groups: this.#instanceGroups.size + this.#setGroups.size + this.#runs.stats.groups,
      snapshotQueries: this.#reader.queries + this.#runs.stats.queries,
    }
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#sweep)
    void this.#leaveRelay?.()
    for (const feed of this.#feeds.values()) feed.close()
    for (const feed of this.#setFeeds.values()) feed.close()
    this.#runs.close()
  }

  /** Compiled once per document, and per values of the variables that shape the answer. */
  #plan({ document, operationName }: SubscribeRequest, operation: OperationDefinitionNode, variables: Record<string, unknown>): Plan {
    const { plans } = this.#plannedOf(document)
    const key = `${operationName ?? ''} ${canonicalJson(this.#shaping(document, variables))}`
    let plan = plans.get(key)
    if (!plan) {
      plan = planSubscription(this.#options.graph.schema, document, operation, variables)
      if (plans.size >= plansMax) plans.clear()
      plans.set(key, plan)
    }
    return plan
  }

  #plannedOf(document: DocumentNode): Planned {
    let planned = this.#planned.get(document)
    if (!planned) this.#planned.set(document, (planned = { plans: new Map(), shaping: shapingVariables(document) }))
    return planned
  }

  #shaping(document: DocumentNode, variables: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(this.#plannedOf(document).shaping.map((name) => [name, variables[name]]))
  }

  #documentId(document: DocumentNode): number {
    let id = this.#documentIds.get(document)
    if (id === undefined) this.#documentIds.set(document, (id = ++this.#documents))
    return id
  }

  /** The group's name: everything that its answers depend on, and not where its reader starts. */
  #groupKey(request: SubscribeRequest, { args, variables }: Subscription): string {
    const { since: _since, ...rest } = args
    const shaping = this.#shaping(request.document, variables)
    const { tenantId, scopes } = request.caller.viewer
    return [this.#documentId(request.document), request.operationName ?? '', tenantId, scopes.join(','), canonicalJson([rest, shaping])].join(' ')
  }

  #instanceGroup(request: SubscribeRequest, subscription: Subscription, id: string, conflates: boolean): InstanceGroup {
    const key = this.#groupKey(request, subscription)
    let group = this.#instanceGroups.get(key)
    if (!group) {
      const feed = this.#feed(id)
      group = new InstanceGroup({
        feed,
        reader: this.#reader,
        renderer: this.#renderer<LiveEvent>(request, subscription.plan, subscription.variables, ({ state }) => state.id),
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

  #setGroup(request: SubscribeRequest, subscription: Subscription): SetGroup {
    const key = this.#groupKey(request, subscription)
    let group = this.#setGroups.get(key)
    if (!group) {
      const { viewer } = request.caller
      const filter = subscription.args['filter'] ?? {}
      const observes = observesOf(subscription.plan, filter)
      const feedKey = `${viewer.tenantId} ${viewer.scopes.join(',')} ${canonicalJson([filter, observes])}`
      let feed = this.#setFeeds.get(feedKey)
      if (!feed) {
        feed = new SetFeed({ bus: this.#options.bus, source: this.#options.source, reader: this.#reader, viewer, filter, observes })
        this.#setFeeds.set(feedKey, feed)
        void feed.open()
      }
      const opened = feed
      group = new SetGroup({
        feed: opened,
        renderer: this.#renderer<SetEvent>(request, subscription.plan, subscription.variables, ({ state }) => state?.id ?? null),
        format: this.#format(request),
        onEmpty: () => {
          this.#setGroups.delete(key)
          if (opened.listeners.size > 0) return
          this.#setFeeds.delete(feedKey)
          opened.close()
        },
      })
      this.#setGroups.set(key, group)
    }
    return group
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
    return new Renderer<Event>({ plan, fetcher, subjectId, format: (error) => this.#options.format(error, caller.requestId) })
  }

  #format({ caller }: SubscribeRequest): (error: unknown) => GraphQLFormattedError {
    return (error) => this.#options.format(error, caller.requestId)
  }

  /** A writer that died after its commit told nobody; the relay tells us. */
  async #followRelay(): Promise<void> {
    try {
      this.#leaveRelay = await this.#options.bus.subscribe(RELAY_TOPIC, {
        message: (payload) => this.#relayed(JSON.parse(payload) as RelayMessage),
        // Each feed is told by the bus itself, and the sweep comes anyway.
        lookAgain: () => {},
      })
    } catch {
      if (!this.#stopped) setTimeout(() => void this.#followRelay(), 1000).unref()
    }
  }

  #relayed({ heads }: RelayMessage): void {
    for (const [id, revision] of heads) {
      const feed = this.#feeds.get(id)
      if (feed && feed.revision !== null && feed.revision < revision) void feed.catchUp()
    }
    for (const feed of this.#setFeeds.values()) feed.relayed(heads)
  }

  /**
   * Anti-entropy: one question for everything that is followed here. What the bus lost without anybody noticing is
   * found within one interval.
   */
  async #compare(): Promise<void> {
    const ids = new Set(this.#feeds.keys())
    for (const feed of this.#setFeeds.values()) for (const id of feed.memberIds) ids.add(id)
    if (ids.size === 0 || this.#sweeping) return
    this.#sweeping = true
    try {
      const heads = await this.#options.source.heads([...ids])
      for (const [id, feed] of this.#feeds) {
        if (feed.revision !== null && heads.get(id) !== feed.revision) void feed.catchUp()
      }
      for (const feed of this.#setFeeds.values()) feed.stale(heads)
      if (++this.#sweeps % sweepsPerObservation === 0) await this.#compareScreens()
    } catch (error) {
      this.#options.log.warn({ err: error }, 'the sweep could not read the newest revisions')
    } finally {
      this.#sweeping = false
    }
  }

  /** What the bus lost of the screens that somebody asks about. */
  async #compareScreens(): Promise<void> {
    const feeds = [...this.#feeds.values()].filter(({ isObserved }) => isObserved)
    const setFeeds = [...this.#setFeeds.values()].filter(({ isObserving }) => isObserving)
    const ids = new Set([...feeds.map(({ id }) => id), ...setFeeds.flatMap(({ memberIds }) => [...memberIds])])
    if (ids.size > 0) {
      for (const [id, observation] of await this.#options.source.observed([...ids])) {
        this.#feeds.get(id)?.compareScreens(observation)
        for (const feed of setFeeds) feed.compareScreens(id, observation)
      }
    }
    for (const feed of setFeeds) if (feed.filtersByScreens) feed.refresh()
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

/** Names of the variables that an answer depends on beyond the root field's arguments, which say what is followed. */
function shapingVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  const collect = (node: ASTNode) =>
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value)
      },
      VariableDefinition: () => false,
    })
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) {
      collect(definition)
      continue
    }
    for (const root of definition.selectionSet.selections) collect(root.kind === Kind.FIELD ? { ...root, arguments: [] } : root)
  }
  return [...names].sort()
}
