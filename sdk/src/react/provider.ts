import { createContext, createElement, useContext, useMemo, type FunctionComponent, type ReactNode } from 'react'
import type { MarqueeClient } from '../client.ts'
import type { LiveClient } from '../live/live-client.ts'

export type Marquee = { client: MarqueeClient; live?: LiveClient | undefined }

const MarqueeContext = createContext<Marquee | null>(null)

/**
 * Gives the hooks below it their clients. `live` may be left out where a page is rendered on a server: live hooks
 * answer their first state there and open nothing.
 */
export const MarqueeProvider: FunctionComponent<Marquee & { children?: ReactNode }> = ({ client, live, children }) => {
  const value = useMemo(() => ({ client, live }), [client, live])
  return createElement(MarqueeContext.Provider, { value }, children)
}

/** The clients of the nearest MarqueeProvider. Throws outside of one. */
export function useMarquee(): Marquee {
  const marquee = useContext(MarqueeContext)
  if (marquee === null) throw new Error('This hook needs a MarqueeProvider above it.')
  return marquee
}

/** For effects, which run in a browser only: there the live client has to be. */
export function liveOf({ live }: Marquee): LiveClient {
  if (!live) throw new Error('This hook needs a MarqueeProvider with a `live` client: createLiveClient makes one.')
  return live
}
