import { startEmbeddedPostgres } from '../../kit/db/embedded-postgres.ts'
import { createLogger } from '../../kit/log.ts'

// A process of its own that holds an embedded server until it is killed; the tests kill it in several ways.
const [dataDir = ''] = process.argv.slice(2)
try {
  const server = await startEmbeddedPostgres({ dataDir, log: createLogger({ level: 'silent', name: 'hold' }) })
  process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`)
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ name: (error as Error).name, message: (error as Error).message })}\n`)
}
