import type { Feed, FeedState, InstanceFilter, MarqueeError } from '@marquee/sdk'
import { useEffect, useMemo, useState } from 'react'
import { setCutOff, sessionEnded } from '../graph/connection.ts'
import { FleetChangedDocument, FleetFirstDocument } from '../graph/generated.ts'
import { useSession } from '../graph/session.ts'
import { useQuery } from '../graph/use-query.ts'
import type { Row } from './row-state.ts'

export type Fleet = {
  rows: readonly Row[]
  byId: ReadonlyMap<string, Row>
  /** All that matched at the start is here. */
  complete: boolean
  state: FeedState
  error: MarqueeError | null
}

const nothing: Fleet = { rows: [], byId: new Map(), complete: false, state: 'connecting', error: null }
/** While thousands of rows come in, they are drawn a few times a second and not thousands of times. */
const fillingMs = 150

/** All instances that match, kept up to date by one live query. */
export function useFleet(filter: InstanceFilter): Fleet {
  const { live } = useSession()
  const key = JSON.stringify(filter)
  const [fleet, setFleet] = useState<Fleet>(nothing)
  const first = useQuery(FleetFirstDocument, { filter }, { pause: fleet.complete })
  useEffect(() => {
    const who = {}
    let next: Fleet = nothing
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    setFleet((last) => ({ ...last, complete: false, error: null }))
    const show = (): void => {
      timer = undefined
      frame = 0
      setFleet(next)
    }
    const soon = (): void => {
      if (!next.complete) timer ??= setTimeout(show, fillingMs)
      // Hidden pages draw no frames: what they are told is kept and shown when somebody looks again.
      else if (frame === 0) frame = requestAnimationFrame(show)
    }
    const feed: Feed = live.instances<Row>(JSON.parse(key) as InstanceFilter, {
      document: FleetChangedDocument,
      onChange(set) {
        if (set.caughtUp && !next.complete) clearTimeout(timer)
        next = { ...next, rows: [], byId: set.items, complete: set.caughtUp }
        soon()
      },
      onState(state) {
        setCutOff(who, state === 'offline')
        next = { ...next, state }
        soon()
      },
      onError(error) {
        if (error.code === 'UNAUTHENTICATED') sessionEnded.set(true)
        setCutOff(who, false)
        next = { ...next, error, complete: true }
        soon()
      },
    })
    return () => {
      feed.stop()
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      setCutOff(who, false)
    }
  }, [live, key])
  // The set is changed in place: what is drawn is a copy of the moment.
  return useMemo(() => {
    const early = fleet.complete ? [] : (first.data?.instances.nodes ?? []).filter(({ id }) => !fleet.byId.has(id))
    return { ...fleet, rows: [...fleet.byId.values(), ...early] }
  }, [fleet, first.data])
}
