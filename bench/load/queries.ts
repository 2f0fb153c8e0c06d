import { setTimeout as sleep } from 'node:timers/promises'
import { HttpConnection } from './http-connection.ts'

/** Queries that were answered, and how long each took in milliseconds. */
export type Answered = { count: number; ms: number; latencies: Float64Array }

type Connected = { port: number; path: string; authorization: string }

/**
 * Asks for `ms` over so many kept-alive connections, one request at a time on each; they take turns through `bodies`.
 * `pauseMs`: how long each waits after an answer.
 */
export async function queryOverHttp(
  options: Connected & { connections: number; ms: number; bodies: string[]; pauseMs?: number },
): Promise<Answered> {
  const { bodies, ms, pauseMs = 0 } = options
  const connections = Array.from({ length: options.connections }, () => new HttpConnection(options))
  const latencies: number[] = []
  let turn = 0
  const begun = performance.now()
  const deadline = begun + ms
  try {
    await Promise.all(
      connections.map(async (connection) => {
        while (performance.now() < deadline) {
          const sent = performance.now()
          const answer = await connection.post(bodies[turn++ % bodies.length]!)
          if (answer.includes('"errors":[')) throw new Error(answer.toString().slice(0, 1000))
          latencies.push(performance.now() - sent)
          if (pauseMs > 0) await sleep(pauseMs)
        }
      }),
    )
  } finally {
    for (const connection of connections) connection.close()
  }
  return { count: latencies.length, ms: performance.now() - begun, latencies: Float64Array.from(latencies) }
}
