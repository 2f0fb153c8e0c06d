import { AppError } from '../../../kit/errors/app-error.ts'
import { parseOwnJson } from '../../../kit/pure/json/parse-json.ts'
import { RUN_FEED, runTopic, type RunChange, type RunFeedRequest, type RunFeedSlice } from '../../../schema/events.ts'
import { FeedPool } from '../feed/feed-pool.ts'
import type { Log } from '../feed/log.ts'
import { BatchedReads } from '../reading/batched-reads.ts'
import type { RunSource } from '../reading/run-source.ts'
import type { FeedContext, FeedDefinition, Feeds } from './definition.ts'
import { fromRunChange, isEnd, restartEvents, type RunLiveEvent } from './run-event.ts'

export type RunTarget = { instanceId: string | null; runId: string | null }
export type RunReader = BatchedReads<RunFeedRequest, RunFeedSlice>

export const createRunReader = (source: Pick<RunSource, 'readRuns'>): RunReader =>
  new BatchedReads<RunFeedRequest, RunFeedSlice>(
    (requests) => source.readRuns(requests),
    (request) => JSON.stringify(request),
  )

/** The runs of one instance, or one of them: positions are the instance's, whose log it is. */
export class RunLog implements Log<RunLiveEvent> {
  /** The instance's. Of one run it is known when the log was read once. */
  id: string | null
  readonly #runId: string | null
  readonly #bus: FeedContext['bus']
  readonly #reader: RunReader
  readonly concerns: Log<RunLiveEvent>['concerns']

  constructor({ instanceId, runId }: RunTarget, bus: FeedContext['bus'], reader: RunReader) {
    this.id = instanceId
    this.#runId = runId
    this.#bus = bus
    this.#reader = reader
    if (runId !== null) this.concerns = ({ run }) => run.id === runId
  }

  /** Of a run that does not exist there is no topic: whoever subscribes is told so by its slice. */
  async follow({ event, onResync }: Parameters<Log<RunLiveEvent>['follow']>[0]) {
    this.id ??= (await this.#read(null)).instanceId
    if (this.id === null) return null
    const message = (payload: string) => event(fromRunChange(parseOwnJson(payload) as RunChange))
    return await this.#bus.subscribe(runTopic(this.id), { message, onResync })
  }

  async read(since: RunFeedRequest['since']) {
    const slice = await this.#read(since)
    const { epoch, position, resync } = slice
    return {
      ...{ epoch, position, resync, readers: slice.instanceId === null ? null : slice.readers },
      ...{ changes: slice.changes.map(fromRunChange), restart: restartEvents(slice), hasEnded: slice.ended },
    }
  }

  #read(since: RunFeedRequest['since']): Promise<RunFeedSlice> {
    return this.#reader.read({ instanceId: this.#runId === null ? this.id : null, runId: this.#runId, since })
  }
}

/** `runChanged`: one run until it ends, or the runs of an instance. */
export function runFeeds({ bus, source }: FeedContext): Feeds {
  const pool = new FeedPool<RunLiveEvent>()
  const reader = createRunReader(source)

  const runChanged: FeedDefinition = {
    field: 'runChanged',
    cursorKind: RUN_FEED,
    open({ args, viewer, renderer, format, onEmpty }) {
      const target = runTarget(args)
      return pool.group(target.runId ?? (target.instanceId as string), () => new RunLog(target, bus, reader), {
        rules: runRules(target),
        ...{ viewer, format, onEmpty, renderer: renderer<RunLiveEvent>(({ run }) => run.id) },
      })
    },
  }

  return {
    definitions: [runChanged],
    followed: {
      log: 'runs',
      get size() {
        return pool.size
      },
      get queries() {
        return reader.queries
      },
      ids: () => pool.ids(),
      compare: (heads) => pool.compare(heads),
      close: () => pool.close(),
    },
  }
}

export const runRules = ({ runId }: RunTarget) => ({
  notFound: 'There is no such run or instance, or it is not yours to see.',
  isLast: (event: RunLiveEvent) => runId !== null && isEnd(event),
})

/** Whose runs a subscription is about: exactly one of the two arguments says it. */
function runTarget({ id, instanceId }: Record<string, unknown>): RunTarget {
  const target = { runId: (id ?? null) as string | null, instanceId: (instanceId ?? null) as string | null }
  if ((target.runId === null) !== (target.instanceId === null)) return target
  const pointer = target.runId === null ? '/id' : '/instanceId'
  throw new AppError('BAD_USER_INPUT', {
    public: 'runChanged follows one run or the runs of one instance: give either `id` or `instanceId`.',
    details: { problems: [{ pointer, message: 'must be given exactly where the other is not' }] },
  })
}
