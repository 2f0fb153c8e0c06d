import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient, type LoadClient } from './lib/load-client.ts'
import { startMarquee } from './lib/marquee.ts'
import { openFilesMax, spawnServer, type ServerProcess } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import type { ScreenScript } from './load/screen.ts'

/** What a screen that nothing happens to costs the server's memory, above what an idle socket of ws costs it. */
export const memory: Bench = { name: 'memory', run }

const screensWanted = 10_000
/** So many screens come first and do not count: buffers, caches and compiled code grow once. */
const warmUp = 500
const bare = fileURLToPath(new URL('servers/bare-ws.ts', import.meta.url))

async function run(context: BenchContext): Promise<Row[]> {
  const screens = Math.min(context.quick ? 5000 : screensWanted, openFilesMax() - 1000 - warmUp)
  const ids = Array.from({ length: screens + warmUp }, (_, index) => seededId(index))
  const load = startLoadClient()
  const baseline = await spawnServer({ args: [bare], env: {}, inspect: true, ready: /"url":"([^"]+)/ })
  const marquee = await startMarquee(context, 'embedded', { inspect: true }).catch(async (error: unknown) => {
    await load.stop()
    await baseline.stop()
    throw error
  })
  try {
    await seed(marquee, ids.length)
    const script = { port: baseline.port, path: '/', subprotocol: null, init: null, subscribe: null }
    const base = await perScreen(load, baseline, { script, ids, firstFrame: false })
    const own = await perScreen(load, marquee.edge, { script: displayScript(marquee.edge), ids, firstFrame: true })
    const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
    return [
      {
        name: 'memory per idle screen, above a socket of ws',
        figure: (own - base) / 1024,
        unit: 'KB',
        goal: { most: 10 },
        detail: `${kb(own)} against ${kb(base)} of resident memory; ${screens} screens, one instance each`,
      },
    ]
  } finally {
    await marquee.stop()
    await baseline.stop()
    await load.stop()
  }
}

type Screens = { script: ScreenScript; ids: string[]; firstFrame: boolean }

async function perScreen(
  load: LoadClient,
  server: ServerProcess,
  { script, ids, firstFrame }: Screens,
): Promise<number> {
  await load.call('openScreens', { group: 'first', script, ids: ids.slice(0, warmUp), firstFrame })
  const before = await settled(server)
  await load.call('openScreens', { group: 'counted', script, ids: ids.slice(warmUp), firstFrame })
  const after = await settled(server)
  for (const group of ['first', 'counted']) await load.call('closeScreens', { group })
  return (after - before) / (ids.length - warmUp)
}

/** Resident memory without garbage, once it has stopped to fall. */
async function settled(server: ServerProcess): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let look = 0; look < 4; look++) {
    await sleep(1000)
    await server.collectGarbage()
    await sleep(200)
    least = Math.min(least, server.rss())
  }
  return least
}
