import { createServer } from 'node:http'
import { makeWorkerUtils, run, type Runner } from 'graphile-worker'
import { createPool } from '../../kit/db/pool.ts'
import { createLogger } from '../../kit/log.ts'

/*
 * graphile-worker as its documentation starts it, with a task that does nothing.
 *   POST /drain   { jobs }    that many at once: milliseconds from the first one's start to the last one's end
 *   POST /single  { rounds }  one after the other, each added when the one before is done: milliseconds of each
 */

const pool = createPool(process.env['DATABASE_URL'] ?? '', {
  max: 10,
  name: 'bare-worker',
  log: createLogger({ level: 'warn', name: 'bare-worker' }),
})
let ended = () => {}

const utils = await makeWorkerUtils({ pgPool: pool })
await utils.migrate()
const runner: Runner = await run({
  pgPool: pool,
  concurrency: Number(process.env['CONCURRENCY']),
  noHandleSignals: true,
  taskList: { empty: () => ended() },
  parsedCronItems: [],
})

function drain(jobs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let first = 0
    let done = 0
    ended = () => {
      first ||= performance.now()
      if (++done === jobs) resolve(performance.now() - first)
    }
    pool
      .query(
        `SELECT count(graphile_worker.add_job('empty', json_build_object('n', n))) FROM generate_series(1, $1::int) n`,
        [jobs],
      )
      .catch(reject)
  })
}

async function single(rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await new Promise<void>((resolve, reject) => {
      ended = resolve
      pool.query(`SELECT graphile_worker.add_job('empty', '{}')`).catch(reject)
    })
    times.push(performance.now() - start)
  }
  return times
}

const server = createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { jobs = 0, rounds = 0 } = JSON.parse(Buffer.concat(chunks).toString()) as { jobs?: number; rounds?: number }
    response.end(JSON.stringify(request.url === '/drain' ? { ms: await drain(jobs) } : { times: await single(rounds) }))
  })().catch((error: unknown) => {
    response.statusCode = 500
    response.end(String(error))
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
process.on('SIGTERM', () => void runner.stop().finally(() => process.exit(0)))
