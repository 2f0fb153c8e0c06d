import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port below those that the system lends to outgoing connections: what is killed here must be able to come back on
 * it, also when somebody has opened a connection meanwhile.
 */
export async function reservePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000)
    if (!reserved.has(port) && (await isFree(port))) {
      reserved.add(port)
      return port
    }
  }
}

const reserved = new Set<number>()

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
