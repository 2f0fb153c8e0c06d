import { readEnv, StartupError } from '../kit/env.ts'
import { createLogger } from '../kit/log.ts'
import { createShutdown } from '../kit/shutdown.ts'
import { loadDemo } from '../demo/load.ts'
import { banner } from './banner.ts'
import { start } from './start.ts'

/** The program: reads the environment once, starts the part it names, and tells the newcomer where to look. */
export async function main(): Promise<void> {
  try {
    await run()
  } catch (error) {
    // One sentence for what the user can mend; the stack is for what only we can.
    process.stderr.write(error instanceof StartupError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  }
}

async function run(): Promise<void> {
  const env = readEnv(process.env)
  const interactive = process.stdout.isTTY || env.external === null
  const log = createLogger({ level: env.logLevel, name: `marquee-${env.role}` })
  const shutdown = createShutdown(log)
  const started = await start(env, log)
  shutdown.add('marquee', started.stop, 15_000)
  const demo = env.demo && env.role === 'all' ? await loadDemo({ fetchGraphql: asker(started.url, started.admin.key), filesDir: env.filesDir, log }) : null
  if (interactive && env.role === 'all') process.stdout.write(banner(started, demo))
  else log.info({ url: started.url, role: env.role }, 'ready')
}

const asker = (url: string, key: string) => async (body: object) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })
  return (await response.json()) as never
}
