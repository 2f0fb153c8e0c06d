import { setTimeout as sleep } from 'node:timers/promises'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'
import { loadStates } from '../../services/runtime/store/instances/instance-reads.ts'
import { barePatch } from '../lib/bare-patch.ts'
import { HttpConnection } from './http-connection.ts'

/** Writes that were acknowledged, and how long each took in milliseconds. */
export type Written = { count: number; ms: number; latencies: Float64Array }

/** Its writers take turns through their own part of `ids`. */
type Share = { writers: number; ms: number; ids: string[] }

const mutation = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'
const destination = (number: number) => `Harbour, quay ${number}`
let written = 0

/** Patches through the API: each writer has a connection of its own and one request under way. */
export async function writeOverHttp(options: Share & { port: number; authorization: string }): Promise<Written> {
  const connections = Array.from(
    { length: options.writers },
    () => new HttpConnection({ ...options, path: '/graphql' }),
  )
  const result = await race(options, async (writer, id) => {
    const variables = { input: { id, patch: { destination: destination(written++) } } }
    const answer = await connections[writer]!.post(JSON.stringify({ query: mutation, variables }))
    if (!answer.includes('"data":{"patchProps":{"revision"')) throw new Error(answer.toString())
  })
  for (const connection of connections) connection.close()
  return result
}

/** The same changes with the statement that the product itself uses, straight to the database: the best there can be. */
export async function writeOverSql(options: Share & { databaseUrl: string }): Promise<Written> {
  const log = createLogger({ level: 'warn', name: 'bench' })
  const pool = createPool(options.databaseUrl, { max: options.writers, name: 'bench', log })
  const states = await loadStates(pool, options.ids)
  const clients = await Promise.all(Array.from({ length: options.writers }, () => pool.connect()))
  try {
    return await race(
      options,
      async (writer, id) => void (await barePatch(clients[writer]!, states, id, destination(written++))),
    )
  } finally {
    for (const client of clients) client.release()
    await pool.end()
  }
}

async function race(
  { writers, ms, ids }: Share,
  write: (writer: number, id: string) => Promise<void>,
): Promise<Written> {
  const latencies: number[] = []
  const begun = performance.now()
  const deadline = begun + ms
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const own = ids.filter((_, index) => index % writers === writer)
      for (let turn = 0; performance.now() < deadline; turn++) {
        const sent = performance.now()
        await write(writer, own[turn % own.length]!)
        latencies.push(performance.now() - sent)
      }
    }),
  )
  const took = performance.now() - begun
  // What was written is still being told to the bus; the next measurement should not pay for it.
  await sleep(20)
  return { count: latencies.length, ms: took, latencies: Float64Array.from(latencies) }
}
