import { loadDemo } from '../demo/load.ts'
import { readEnv, StartupError, type Env } from '../kit/env.ts'
import { createLogger, type Logger } from '../kit/log.ts'
import { createShutdown, EXIT_BUG, EXIT_UNUSABLE } from '../kit/shutdown.ts'
import { Stops } from '../kit/stops.ts'
import { banner } from './banner.ts'
import { start } from './start.ts'

/** From a signal to the end, besides the time that a load balancer is given: far more than a stop takes. */
const stopMsMax = 15_000

/** The program: reads the environment once, starts the part it names, and tells the newcomer where to look. */
export async function main(): Promise<void> {
  // A terminal or a pipe that is closed on us is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  try {
    const env = readEnv(process.env)
    const log = createLogger({ level: env.logLevel, name: `marquee-${env.role}` })
    const stops = new Stops(log)
    const shutdown = createShutdown({ log, stops, deadlineMs: env.drainSeconds * 1000 + stopMsMax })
    // Who watches over this process (server/supervise.ts) is gone, and with it who would stop it.
    process.on('disconnect', () => void shutdown.run('the supervisor ended'))
    await stops.during(run(env, log, stops)).catch(async (error: unknown) => {
      if (stops.signal.aborted) return log.debug({ err: error }, 'the start was interrupted')
      explain(error)
      await shutdown.run('the start failed', exitCode(error))
    })
  } catch (error) {
    explain(error)
    process.exit(exitCode(error))
  }
}

/** One sentence for what the user can mend; the stack is for what only we can. */
function explain(error: unknown): void {
  process.stderr.write(
    error instanceof StartupError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  )
}

const exitCode = (error: unknown) => (error instanceof StartupError ? EXIT_UNUSABLE : EXIT_BUG)

async function run(env: Env, log: Logger, stops: Stops): Promise<void> {
  const withDemo = env.demo && env.role === 'all'
  let isDemoThere = !withDemo
  const started = await start(env, log, { stops, checks: withDemo ? { demo: () => isDemoThere } : {} })
  const fetchGraphql = asker(started.url, started.admin.key, stops.signal)
  const demo = withDemo ? await stops.unlessStopped(loadDemo({ fetchGraphql, filesDir: env.filesDir, log })) : null
  isDemoThere = true
  const interactive = process.stdout.isTTY || env.external === null
  if (interactive && env.role === 'all') process.stdout.write(banner(started, demo))
  else log.info({ url: started.url, role: env.role }, 'ready')
}

const asker = (url: string, key: string, signal: AbortSignal) => async (body: object) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    signal,
  })
  return (await response.json()) as never
}
