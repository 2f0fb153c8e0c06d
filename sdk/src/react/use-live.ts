import type { InstanceFilter } from '../generated.ts'
import type { JsonObject } from '../json.ts'
import type { DisplayState } from '../live/display-state.ts'
import type { FeedState } from '../live/feed.ts'
import type { InstanceOfSet } from '../live/instance-set.ts'
import type { InstanceEvent, InstanceFeedState } from '../live/instance-state.ts'
import type { MarqueeError } from '../marquee-error.ts'
import { liveOf, useMarquee } from './provider.ts'
import { useFollowed } from './use-followed.ts'

/** How a feed is doing. `error` is set when the server refused it for good. */
type Following = { state: FeedState; error: MarqueeError | undefined }

const begin: Following = { state: 'connecting', error: undefined }

/** What to tell of the feed itself, besides what it brings. */
const told = <S extends Following>(report: (change: (state: S) => S) => void) => ({
  onState: (state: FeedState) => report((before) => ({ ...before, state })),
  onError: (error: MarqueeError) => report((before) => ({ ...before, error })),
})

export type LiveInstance = Following & {
  /** Null until the first state is here. */
  instance: InstanceFeedState['instance'] | null
  /** The change that led to it. */
  event: InstanceEvent | null
}

/** One instance, and every change of it from then on. */
export function useInstance(id: string): LiveInstance {
  const marquee = useMarquee()
  return useFollowed<LiveInstance>(`instance ${id}`, { ...begin, instance: null, event: null }, (report) => {
    const feed = liveOf(marquee).instance(id, {
      ...told(report),
      onChange: ({ instance }, event) => report((before) => ({ ...before, instance, event })),
    })
    return () => feed.stop()
  })
}

export type LiveDisplay<P> = Following & { display: DisplayState<P> | null }

/**
 * What the screens of an instance show. `initial` is what a server has put into the page (a DisplayState): it is
 * rendered first, on the server too.
 */
export function useDisplay<P = JsonObject>(
  instanceId: string,
  { initial }: { initial?: DisplayState<P> | undefined } = {},
): LiveDisplay<P> {
  const marquee = useMarquee()
  return useFollowed<LiveDisplay<P>>(`display ${instanceId}`, { ...begin, display: initial ?? null }, (report) => {
    const feed = liveOf(marquee).display<P>(instanceId, {
      ...told(report),
      initial,
      onChange: (display) => report((before) => ({ ...before, display })),
    })
    return () => feed.stop()
  })
}

export type LiveQuery = Following & {
  /** What matches, in the order in which it came to match. */
  instances: readonly InstanceOfSet[]
  /** Whether everything that matched at the start is here. */
  caughtUp: boolean
}

/** Changes within so many milliseconds are rendered together: the first snapshot may be thousands of them. */
const batchMs = 16

/** All instances that match, as they start to match, change and stop matching. */
export function useLiveQuery(filter: InstanceFilter): LiveQuery {
  const marquee = useMarquee()
  const first: LiveQuery = { ...begin, instances: [], caughtUp: false }
  return useFollowed<LiveQuery>(`instances ${JSON.stringify(filter)}`, first, (report) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const feed = liveOf(marquee).instances(filter, {
      ...told(report),
      onChange: (set) => {
        timer ??= setTimeout(() => {
          timer = undefined
          report((before) => ({ ...before, instances: [...set.items.values()], caughtUp: set.caughtUp }))
        }, batchMs)
      },
    })
    return () => {
      clearTimeout(timer)
      feed.stop()
    }
  })
}
