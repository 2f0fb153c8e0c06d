import { getOperationAST, type DocumentNode, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql'
import type { Bus } from '../../kit/bus/bus.ts'
import { AppError } from '../../kit/errors/app-error.ts'
import type { Logger } from '../../kit/log.ts'
import { canonicalJson } from '../../kit/pure/json/canonical-json.ts'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'
import { RELAY_TOPIC, type RelayMessage } from '../../schema/events.ts'
import type { Caller, Graph } from '../graph.ts'
import type { Membership, Sink } from './feed/sink.ts'
import { Sweep, type Followed } from './feed/sweep.ts'
import type { FeedContext, FeedDefinition, Feeds, Subscription } from './feeds/definition.ts'
import { instanceFeeds } from './feeds/instance.ts'
import { liveQueryFeeds } from './feeds/live-query.ts'
import { runFeeds } from './feeds/run.ts'
import { FeedReader } from './reading/feed-reader.ts'
import type { FeedSource } from './reading/feed-source.ts'
import { RetryingSubscription } from './reading/retrying-subscription.ts'
import type { RunSource } from './reading/run-source.ts'
import { readSince } from './reading/since.ts'
import { Fetcher } from './rendering/fetcher.ts'
import { PlanCache } from './rendering/plan-cache.ts'
import { readVariables } from './rendering/plan.ts'
import { Renderer } from './rendering/renderer.ts'

/** All fields of Subscription. */
const registry: readonly ((context: FeedContext) => Feeds)[] = [instanceFeeds, runFeeds, liveQueryFeeds]

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
  limits: FeedContext['limits']
  /** How often what is followed is compared with the truth. */
  sweepMs?: number
}

/**
 * Subscriptions of this process. Those with the same document, variables and viewer scopes are one group: one source,
 * one execution per event, one encoding; each subscriber costs a write to its socket (model 5.5).
 */
export class LiveHub {
  readonly #options: HubOptions
  readonly #reader: FeedReader
  readonly #definitions: ReadonlyMap<string, FeedDefinition>
  readonly #followed: readonly Followed[]
  readonly #groups = new Map<string, ReturnType<FeedDefinition['open']>>()
  readonly #plans: PlanCache
  readonly #relay: RetryingSubscription
  readonly #sweep: Sweep

  constructor(options: HubOptions) {
    const { bus, source, graph, log, limits, sweepMs = 3000 } = options
    this.#options = options
    this.#plans = new PlanCache(graph.schema)
    this.#reader = new FeedReader(source)
    const feeds = registry.map((open) => open({ bus, source, limits, reader: this.#reader }))
    this.#definitions = new Map(feeds.flatMap(({ definitions }) => definitions.map((each) => [each.field, each])))
    this.#followed = feeds.map(({ followed }) => followed)
    this.#sweep = new Sweep(this.#followed, source, { log, ms: sweepMs })
    // A writer that died after its commit told nobody; the relay tells us. Each feed is told to look again by the bus itself.
    const message = (payload: string) => {
      const { heads } = parseOwnJson(payload) as RelayMessage
      for (const followed of this.#followed) followed.relayed?.(heads)
    }
    this.#relay = new RetryingSubscription(
      () => bus.subscribe(RELAY_TOPIC, { message, onResync: () => {} }),
      () => {},
    )
  }

  /** Starts a subscription whose document was validated. Throws what the caller is to be told. */
  subscribe({ document, operationName, variables: given, caller }: SubscribeRequest, sink: Sink): Membership {
    const operation = getOperationAST(document, operationName) as OperationDefinitionNode
    const variables = readVariables(this.#options.graph.schema, operation, given ?? {})
    const plan = this.#plans.plan(document, operation, variables)
    const { since: _, ...args } = plan.argumentsOf(variables)
    const definition = this.#definitions.get(plan.field)
    if (!definition) throw new AppError('BAD_USER_INPUT', { public: `There is no feed ${plan.field}.` })
    const since = readSince(plan.argumentsOf(variables), {
      kind: definition.cursorKind,
      subject: definition.subjectOf?.(args),
    })
    // The group's name: everything that its answers depend on, and not where its subscriber starts.
    const { tenantId, scopes } = caller.viewer
    const shape = this.#plans.shape(document, operation, variables)
    const key = [shape, tenantId, scopes.join(','), canonicalJson(args)].join(' ')
    let group = this.#groups.get(key)
    if (!group) {
      group = definition.open(this.#subscription({ plan, args }, variables, caller, () => this.#groups.delete(key)))
      this.#groups.set(key, group)
    }
    return group.join(sink, since)
  }

  stats(): { feeds: number; groups: number; snapshotQueries: number } {
    const sum = (numberOf: (followed: Followed) => number) =>
      this.#followed.reduce((total, followed) => total + numberOf(followed), 0)
    return {
      feeds: sum(({ size }) => size),
      groups: this.#groups.size,
      snapshotQueries: this.#reader.queries + sum(({ queries = 0 }) => queries),
    }
  }

  stop(): void {
    this.#sweep.stop()
    this.#relay.close()
    for (const followed of this.#followed) followed.close()
  }

  #subscription(
    { plan, args }: Pick<Subscription, 'plan' | 'args'>,
    variables: Record<string, unknown>,
    caller: Caller,
    onEmpty: () => void,
  ): Subscription {
    const { graph } = this.#options
    const format = (error: unknown) => this.#options.format(error, caller.requestId)
    const renderer: Subscription['renderer'] = (subjectId) => {
      const fetcher = plan.fetch && new Fetcher(graph, plan.fetch, variables, caller)
      return new Renderer({ plan, fetcher, subjectId, format })
    }
    return { plan, args, viewer: caller.viewer, renderer, format, onEmpty }
  }
}
