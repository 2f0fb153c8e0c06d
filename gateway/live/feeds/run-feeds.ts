import type { GraphQLFormattedError } from 'graphql'
import type { Bus } from '../../../kit/bus/bus.ts'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import type { RunFeedRequest, RunFeedSlice } from '../../../schema/events.ts'
import { BatchedReads } from '../reading/batched-reads.ts'
import type { Renderer } from '../rendering/renderer.ts'
import type { RunLiveEvent } from './run-event.ts'
import { RunFeed, type RunTarget } from './run-feed.ts'
import { RunGroup } from '../groups/run-group.ts'
import type { RunSource } from '../reading/run-source.ts'

/** What readers of the same answers share. */
export type RunSubscription = {
  /** Everything that the answers depend on. */
  key: string
  target: RunTarget
  viewer: Viewer
  renderer: () => Renderer<RunLiveEvent>
  format: (error: unknown) => GraphQLFormattedError
}

/** The feeds of runs that this process follows, and who reads them. */
export class RunFeeds {
  readonly #bus: Bus
  readonly #source: RunSource
  readonly #reader: BatchedReads<RunFeedRequest, RunFeedSlice>
  readonly #feeds = new Map<string, RunFeed>()
  readonly #groups = new Map<string, RunGroup>()

  constructor(bus: Bus, source: RunSource) {
    this.#bus = bus
    this.#source = source
    this.#reader = new BatchedReads(
      (requests) => source.readRuns(requests),
      (request) => JSON.stringify(request),
    )
  }

  get stats() {
    return { feeds: this.#feeds.size, groups: this.#groups.size, queries: this.#reader.queries }
  }

  group({ key, target, viewer, renderer, format }: RunSubscription): RunGroup {
    let group = this.#groups.get(key)
    if (!group) {
      const name = target.runId ?? (target.instanceId as string)
      const feed = this.#feeds.get(name) ?? new RunFeed(target, this.#bus, this.#reader)
      this.#feeds.set(name, feed)
      const onEmpty = () => {
        this.#groups.delete(key)
        if (feed.listeners.size > 0) return
        this.#feeds.delete(name)
        feed.close()
      }
      group = new RunGroup({ feed, renderer: renderer(), viewer, endsWithRun: target.runId !== null, format, onEmpty })
      this.#groups.set(key, group)
    }
    return group
  }

  /** Anti-entropy: one question for all that is followed here. What the bus lost unnoticed is found within one interval. */
  async compare(): Promise<void> {
    const ids = new Set([...this.#feeds.values()].flatMap(({ instanceId }) => instanceId ?? []))
    if (ids.size === 0) return
    const heads = await this.#source.runHeads([...ids])
    for (const feed of this.#feeds.values()) {
      const head = feed.instanceId === null ? undefined : heads.get(feed.instanceId)
      if (feed.position !== null && (head ?? 0) !== feed.position) void feed.catchUp()
    }
  }

  close(): void {
    for (const feed of this.#feeds.values()) feed.close()
  }
}

/** Whose runs a subscription is about: exactly one of the two arguments says it. */
export function runTarget({ id, instanceId }: Record<string, unknown>): RunTarget {
  const target = { runId: (id ?? null) as string | null, instanceId: (instanceId ?? null) as string | null }
  if ((target.runId === null) !== (target.instanceId === null)) return target
  throw new AppError('BAD_USER_INPUT', {
    public: 'runChanged follows one run or the runs of one instance: give either `id` or `instanceId`.',
    details: {
      problems: [
        {
          pointer: target.runId === null ? '/id' : '/instanceId',
          message: 'must be given exactly where the other is not',
        },
      ],
    },
  })
}
