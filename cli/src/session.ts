import { randomUUID } from 'node:crypto'
import { createClient, createLiveClient, type LiveClient, type MarqueeClient } from '@marquee/sdk'
import { endpointOf } from './config.ts'
import { Output } from './output.ts'

/** What every command works with. */
export type Session = {
  url: string
  client: MarqueeClient
  output: Output
  /** Opened by the first who asks, closed with the command. */
  live(): Promise<LiveClient>
  close(): void
}

export function openSession(format: string, env: NodeJS.ProcessEnv): Session {
  const output = new Output(format, env)
  const { url, key } = endpointOf(env)
  let live: LiveClient | null = null
  return {
    url,
    output,
    client: createClient({ url, key, retry: { attemptsMax: 3 } }),
    async live() {
      // Node before 22 has no WebSocket.
      const webSocket = (globalThis.WebSocket as typeof WebSocket | undefined) ?? (await webSocketOfWs())
      live ??= createLiveClient({ url, key, webSocket })
      return live
    },
    close: () => live?.close(),
  }
}

const webSocketOfWs = async () => (await import('ws')).WebSocket as unknown as typeof WebSocket

/** A key for one deed of this command, so that trying again does not do it twice. */
export const newKey = (): string => `cli-${randomUUID()}`
