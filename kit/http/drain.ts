import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How a server leaves: it says so, finishes what it has begun, and cuts what is left. */
export type Drain = {
  readonly isDraining: boolean
  /** From now on every answer asks its caller to connect anew (`connection: close`), and /readyz answers 503. */
  begin(): void
  /** Resolves when no request is running, or after `limitMs`, with the number of those that still are. */
  idle(limitMs: number): Promise<number>
  /** Cuts every connection, upgraded ones and those that never sent a request included. */
  cut(): void
}

/** Watches the connections of `app` from their first moment. */
export function createDrain(app: FastifyInstance): Drain {
  const connections = new Set<Socket>()
  let running = 0
  let isDraining = false
  let tell: (() => void) | null = null

  app.server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  app.server.on('request', (_request, response) => {
    running++
    response.once('close', () => {
      running--
      if (running === 0) tell?.()
    })
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining) void reply.header('connection', 'close')
  })

  return {
    get isDraining() {
      return isDraining
    },
    begin() {
      isDraining = true
    },
    async idle(limitMs) {
      if (running === 0) return 0
      const quiet = Promise.withResolvers<void>()
      tell = quiet.resolve
      const timer = setTimeout(quiet.resolve, limitMs)
      await quiet.promise
      clearTimeout(timer)
      return running
    },
    cut() {
      for (const socket of connections) socket.destroy()
    },
  }
}
