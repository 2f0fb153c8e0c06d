import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type LoadBalancer = {
  url: string
  /** When each connection was taken, in ms of the monotonic clock. */
  accepted: readonly number[]
  /** Resolves when every server is ready. */
  allReady(): Promise<void>
  close(): Promise<void>
}

/** What stands before gateways in the field: takes TCP connections in turn to those whose /readyz said 200 last. */
export async function openLoadBalancer(ports: readonly number[], everyMs = 250): Promise<LoadBalancer> {
  const ready = new Map(ports.map((port) => [port, false]))
  const accepted: number[] = []
  const sockets = new Set<Socket>()
  let turn = 0

  async function look(port: number): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      signal: AbortSignal.timeout(5000),
      headers: { connection: 'close' },
    }).catch(() => null)
    await answer?.text().catch(() => {})
    ready.set(port, answer?.status === 200)
  }
  const timers = ports.map((port) => {
    let isAsking = false
    return setInterval(() => {
      if (isAsking) return
      isAsking = true
      void look(port).finally(() => (isAsking = false))
    }, everyMs)
  })

  const server = createServer((client) => {
    accepted.push(performance.now())
    const able = ports.filter((port) => ready.get(port))
    const port = able[turn++ % able.length]
    client.on('error', () => {})
    if (port === undefined) return void client.destroy()
    const upstream = connect(port, '127.0.0.1')
    upstream.on('error', () => {})
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.once('close', () => {
        sockets.delete(socket)
        other.destroySoon()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    async allReady() {
      while (![...ready.values()].every(Boolean)) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    async close() {
      timers.forEach(clearInterval)
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
