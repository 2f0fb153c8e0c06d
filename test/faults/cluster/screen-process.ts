import { decodeCursor } from '../../../kit/pure/ids/feed-cursor.ts'
import { INSTANCE_FEED } from '../../../schema/events.ts'
import { createLiveClient } from '../../../sdk/src/index.ts'
import {
  contentHash,
  type FromScreens,
  type Screen,
  type ScreenEntry,
  type ScreenPosition,
  type ToScreens,
} from '../screen-log.ts'

// A process of screens. It is told what to open, and asked what it has seen.

const logs = new Map<number, ScreenEntry[]>()
const positions = new Map<number, ScreenPosition>()
const tell = (message: FromScreens) => process.send?.(message)

process.on('message', (message: ToScreens) => {
  switch (message.type) {
    case 'open':
      for (const screen of message.screens) open(screen, message.key)
      return tell({ type: 'opened' })
    case 'positions':
      return tell({ type: 'positions', positions: [...positions] })
    case 'collect': {
      const entries = [...logs].map(([index, log]): [number, ScreenEntry[]] => [index, log.splice(0)])
      return tell({ type: 'collected', entries })
    }
  }
})
process.on('disconnect', () => process.exit(0))

function open({ index, instanceId, feed, url }: Screen, key: string): void {
  const log: ScreenEntry[] = []
  logs.set(index, log)
  positions.set(index, null)
  const live = createLiveClient({ url, key, webSocket: tapped(log) })
  const shown = (revision: number, props: unknown) => {
    const position = { revision, hash: contentHash(props) }
    positions.set(index, position)
    log.push({ type: 'shown', ...position })
  }
  const onError = ({ code }: { code: string }) => log.push({ type: 'ended', code })
  if (feed === 'displayChanged')
    live.display(instanceId, { onError, onChange: ({ revision, props }) => shown(revision, props) })
  else
    live.instance(instanceId, {
      onError,
      onChange: ({ revision, instance }) => shown(revision, instance?.effectiveProps ?? null),
    })
}

type WireEvent = {
  type: string
  revision: number
  effectiveProps?: unknown
  instance?: { effectiveProps: unknown } | null
}
type Message = {
  id?: string
  type: string
  payload?: {
    variables?: { since?: string | null; id?: string; instanceId?: string }
    data?: Record<string, WireEvent> | null
  }
}

/** A WebSocket that notes what goes in and out before anybody else sees it. */
function tapped(log: ScreenEntry[]): typeof WebSocket {
  let sockets = 0
  return class extends WebSocket {
    readonly #number = ++sockets

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        const { id, type, payload } = JSON.parse(String(data)) as Message
        if (type !== 'next') return
        for (const event of Object.values(payload?.data ?? {})) log.push(frame(`${this.#number}/${id}`, event))
      })
    }

    override send(data: string): void {
      const { id, type, payload } = JSON.parse(data) as Message
      if (type === 'subscribe') {
        const since = payload?.variables?.since ?? null
        const revision =
          since === null
            ? null
            : (decodeCursor(since, {
                kind: INSTANCE_FEED,
                subject: payload?.variables?.instanceId ?? payload?.variables?.id,
              })?.position ?? null)
        log.push({ type: 'subscribed', operation: `${this.#number}/${id}`, since: revision })
      }
      super.send(data)
    }
  }
}

function frame(operation: string, { type, revision, effectiveProps, instance }: WireEvent): ScreenEntry {
  const props = effectiveProps ?? instance?.effectiveProps ?? null
  return { type: 'frame', operation, event: type, revision, hash: props === null ? null : contentHash(props) }
}
