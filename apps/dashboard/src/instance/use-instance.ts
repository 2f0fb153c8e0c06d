import type { InstanceFeedState, MarqueeError } from '@marquee/sdk'
import { useEffect, useState } from 'react'
import { sessionEnded, setCutOff } from '../graph/connection.ts'
import { InstancePageDocument, PermissionsDocument, type InstancePageQuery } from '../graph/generated.ts'
import { holds, useSession } from '../graph/session.ts'
import { changed, useQuery } from '../graph/use-query.ts'

export type Instance = NonNullable<InstancePageQuery['instance']>

export type Seen = { instance: Instance | null | undefined; error: MarqueeError | null; isDeleted: boolean }

/** One instance as it is now: read once, then followed by its own feed, whatever list it may or may not be in. */
export function useInstance(id: string): Seen {
  const { live } = useSession()
  const { data, error } = useQuery(InstancePageDocument, { id }, { topic: id })
  const [told, setTold] = useState<{ id: string; state: InstanceFeedState } | null>(null)
  useEffect(() => {
    const who = {}
    let revision = 0
    const feed = live.instance(id, {
      onChange(state) {
        setTold({ id, state })
        // What the feed does not carry is read again.
        if (revision !== 0) changed(id)
        revision = state.revision
      },
      onState: (state) => setCutOff(who, state === 'offline'),
      onError(reason) {
        setCutOff(who, false)
        if (reason.code === 'UNAUTHENTICATED') sessionEnded.set(true)
        changed(id)
      },
    })
    return () => {
      feed.stop()
      setCutOff(who, false)
    }
  }, [live, id])
  const isDeleted = told?.id === id && told.state.event.type === 'DELETED'
  if (!data?.instance) return { instance: data ? null : undefined, error, isDeleted }
  const newest = told?.id === id ? told.state : null
  const isNewer = newest !== null && newest.revision >= data.instance.revision
  return { instance: isNewer ? { ...data.instance, ...newest.instance } : data.instance, error, isDeleted }
}

export type May = {
  write: boolean
  lifecycle: boolean
  run: boolean
  key: boolean
  audit: boolean
  grant: boolean
  held: readonly string[]
}

/** What the viewer may do with one thing. Until the server has said: what they may do everywhere. */
export function useMay(id: string): May {
  const { viewer, permissions } = useSession()
  const { data } = useQuery(PermissionsDocument, { resourceId: id }, { pause: !viewer })
  const here = viewer ? new Set(data?.myPermissions ?? permissions) : new Set<string>()
  return {
    write: holds(here, 'instance.write'),
    lifecycle: holds(here, 'instance.lifecycle'),
    run: holds(here, 'run.trigger'),
    key: holds(here, 'key.issue'),
    audit: holds(permissions, 'audit.read'),
    grant: holds(here, 'grant.write'),
    held: [...here],
  }
}
