import type { TypedDocument } from '../typed-document.ts'
import { endpoint } from '../endpoint.ts'
import {
  DisplayChangedDocument,
  InstanceChangedDocument,
  InstancesChangedDocument,
  RunChangedDocument,
  type InstanceFilter,
} from '../generated.ts'
import type { JsonObject } from '../json.ts'
import { createConnection } from './connection.ts'
import { applyDisplayEvent, isDisplayState, newerState, type DisplayEvent, type DisplayState } from './display-state.ts'
import { openFeed, type Feed, type FeedHandlers } from './feed.ts'
import {
  createInstanceSet,
  type InstanceOfSet,
  type InstanceSet,
  type InstancesChanged,
  type SetEvent,
} from './instance-set.ts'
import { applyInstanceEvent, type InstanceEvent, type InstanceFeedState } from './instance-state.ts'
import { keepState, type StateStorage } from './kept-state.ts'
import { followRevisions } from './revision-feed.ts'
import { createRunSet, type RunEvent, type RunSet } from './run-set.ts'
import { listenForWakeUps } from './wake-ups.ts'

export type LiveClientOptions = {
  /** The server's address, or that of its GraphQL endpoint; http and ws are read as one another. */
  url: string | URL
  key?: string | undefined
  /** Asked before every connect instead of `key`; `refused` when the server has just closed with 4403. */
  getKey?: ((context: { refused: boolean }) => string | undefined | Promise<string | undefined>) | undefined
  /** For Node before 22, which has none of its own. */
  webSocket?: typeof WebSocket | undefined
  /** Keeps the last state and cursor of each display, so that it starts without network. */
  storage?: StateStorage | undefined
  random?: (() => number) | undefined
  now?: (() => number) | undefined
}

type InstancesHandlers<T> = FeedHandlers & {
  document?: TypedDocument<InstancesChanged<T>, { filter: InstanceFilter }> | undefined
  onChange: (set: InstanceSet<T>, event: SetEvent<T>) => void
}

export type LiveClient = {
  /** What one screen shows: a stored state at once (or the `initial` one, if it is newer), then every newer one. */
  display<P = JsonObject>(
    instanceId: string,
    handlers: FeedHandlers & {
      /** What the server has sent with the page; anything that is no state is left alone. */
      initial?: unknown
      onChange: (state: DisplayState<P>, event: DisplayEvent | null) => void
    },
  ): Feed
  /** Every change of one instance, in order. */
  instance(
    id: string,
    handlers: FeedHandlers & { onChange: (state: InstanceFeedState, event: InstanceEvent) => void },
  ): Feed
  /**
   * All instances that match; `onChange` gets the whole set, kept up to date in place. `document` is a subscription of
   * your own to `instancesChanged`, which must ask for `change`, `cursor` and the instance's `id` and `revision`.
   */
  instances<T extends { id: string; revision: number } = InstanceOfSet>(
    filter: InstanceFilter,
    handlers: InstancesHandlers<T>,
  ): Feed
  /** One run until it ends, or what an instance carries out; `onChange` gets all runs that were told of. */
  runs(
    of: { id: string } | { instanceId: string },
    handlers: FeedHandlers & { onChange: (set: RunSet, event: RunEvent) => void },
  ): Feed
  /** Any subscription. Its variables may be a function, asked again at every (re)connect: the place for a cursor. */
  subscribe<R, V>(
    document: TypedDocument<R, V>,
    variables: V | (() => V),
    handlers: FeedHandlers & { onEvent: (data: R) => void },
  ): Feed
  close(): void
}

/** Feeds over one shared socket, each with its own cursor, that come back by themselves until they are stopped. */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  const webSocket = options.webSocket ?? (globalThis.WebSocket as typeof WebSocket | undefined)
  if (!webSocket) throw new TypeError('This runtime has no WebSocket: pass one as `webSocket`.')
  const random = options.random ?? Math.random
  const connection = createConnection({
    url: endpoint(options.url, 'ws'),
    webSocket,
    getKey: options.getKey ?? (() => options.key),
    random,
    now: options.now ?? Date.now,
  })
  const flushes = new Set<() => void>()
  const stopListening = listenForWakeUps({
    onWake: () => connection.nudge(),
    onHide: () => flushes.forEach((flush) => flush()),
  })

  return {
    display(instanceId, { initial, onChange, ...handlers }) {
      const kept = keepState(options.storage, `marquee:display:${instanceId}`, isDisplayState)
      flushes.add(kept.flush)
      const feed = followRevisions(connection, {
        ...handlers,
        random,
        document: DisplayChangedDocument,
        variables: (since) => ({ instanceId, since }),
        read: (data) => data.displayChanged as DisplayEvent,
        apply: applyDisplayEvent,
        kept,
        begin: (stored) => newerState(stored, isDisplayState(initial) ? initial : null),
        // The caller says what its definition's props look like; the server has checked them against its schema.
        onChange: (state, event) => onChange(state as DisplayState<never>, event),
      })
      return alsoOnStop(feed, () => flushes.delete(kept.flush))
    },
    instance: (id, { onChange, ...handlers }) =>
      followRevisions(connection, {
        ...handlers,
        random,
        document: InstanceChangedDocument,
        variables: (since) => ({ id, since }),
        read: (data) => data.instanceChanged as InstanceEvent,
        apply: applyInstanceEvent,
        onChange: (state) => onChange(state, state.event),
      }),
    instances<T extends { id: string; revision: number } = InstanceOfSet>(
      filter: InstanceFilter,
      { document, onChange, ...handlers }: InstancesHandlers<T>,
    ) {
      const set = createInstanceSet<T>()
      return openFeed(connection, {
        ...handlers,
        random,
        document: document ?? InstancesChangedDocument,
        variables: () => {
          if (set.cursor === null) set.restart()
          return { filter, since: set.cursor }
        },
        hasCursor: () => set.cursor !== null,
        forgetCursor: () => set.restart(),
        onData: (data) => {
          const event = data.instancesChanged as SetEvent<T>
          if (set.apply(event)) onChange(set, event)
          return 'continue'
        },
      })
    },
    runs(of, { onChange, ...handlers }) {
      const set = createRunSet()
      return openFeed(connection, {
        ...handlers,
        random,
        document: RunChangedDocument,
        variables: () => ({ ...of, since: set.cursor }),
        hasCursor: () => set.cursor !== null,
        forgetCursor: () => set.restart(),
        onData: (data) => {
          const event = data.runChanged as RunEvent
          set.apply(event)
          onChange(set, event)
          return 'continue'
        },
      })
    },
    subscribe: (document, variables, { onEvent, ...handlers }) =>
      openFeed(connection, {
        ...handlers,
        random,
        document,
        variables: () =>
          typeof variables === 'function' ? (variables as () => JsonObject)() : (variables as JsonObject),
        onData: (data) => {
          onEvent(data as Parameters<typeof onEvent>[0])
          return 'continue'
        },
      }),
    close() {
      flushes.forEach((flush) => flush())
      flushes.clear()
      stopListening()
      connection.close()
    },
  }
}

function alsoOnStop(feed: Feed, work: () => void): Feed {
  return {
    get state() {
      return feed.state
    },
    stop() {
      work()
      feed.stop()
    },
  }
}
