import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { newId } from '../../kit/pure/id-format.ts'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'
import type { InstanceState, JsonObject } from '../../schema/events.ts'
import { commitChanges, type Commit } from '../../services/runtime/store/commit-changes.ts'
import { loadStates } from '../../services/runtime/store/instance-reads.ts'
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
  const connections = Array.from({ length: options.writers }, () => new HttpConnection({ ...options, path: '/graphql' }))
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
    return await race(options, (writer, id) => patch(clients[writer]!, states, id))
  } finally {
    for (const client of clients) client.release()
    await pool.end()
  }
}

async function patch(client: pg.ClientBase, states: Map<string, InstanceState>, id: string): Promise<void> {
  const base = states.get(id)!
  const change: JsonObject = { destination: destination(written++) }
  const props = { ...base.props, ...change }
  const next = { ...base, props, effectiveProps: { ...base.effectiveProps, ...change }, revision: base.revision + 1 }
  const undo: JsonObject = { destination: base.props['destination'] ?? null }
  const changeId = newId('chg', 16)
  const steps: Commit['steps'] = [
    {
      type: 'PROPS',
      patch: { props: change, effectiveProps: change },
      undo: { props: undo, effectiveProps: undo },
      after: next,
      actorId: base.ownerId,
      reason: null,
      changeId,
      activity: {
        id: newId('act', 16),
        tenantId: base.tenantId,
        actorId: base.ownerId,
        action: 'instance.props-patched',
        resourceType: 'Instance',
        resourceId: id,
        before: { props: undo, effectiveProps: undo },
        after: { props: change, effectiveProps: change },
        changeId,
      },
    },
  ]
  const times = await commitChanges(client as never, [{ base, next, steps, key: null }])
  if (!times.has(id)) throw new Error(`${id} has moved on: somebody else writes to it`)
  states.set(id, next)
}

async function race({ writers, ms, ids }: Share, write: (writer: number, id: string) => Promise<void>): Promise<Written> {
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
