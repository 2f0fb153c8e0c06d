import type { Bench, BenchContext, Row } from './lib/bench.ts'
import { startLoadClient } from './lib/load-client.ts'
import { startMarquee } from './lib/marquee.ts'
import { openFilesMax } from './lib/processes.ts'
import { displayScript } from './lib/screens.ts'
import { seed, seededId } from './lib/seed.ts'
import { median } from './lib/statistics.ts'

/** All processes are asked to end while every screen is connected; the time until the last of them is gone. */
export const stop: Bench = { name: 'stop', run }

const screensWanted = 5000
/** Seconds. */
const goals = { embedded: 2, distributed: 5 }

async function run(context: BenchContext): Promise<Row[]> {
  return [await runMode(context, 'embedded'), await runMode(context, 'distributed')]
}

async function runMode(context: BenchContext, mode: 'embedded' | 'distributed'): Promise<Row> {
  const screens = Math.min(screensWanted, openFilesMax() - 500)
  const ids = Array.from({ length: screens }, (_, index) => seededId(index))
  const seconds: number[] = []
  for (let round = 0; round < (context.quick ? 1 : 3); round++) {
    const marquee = await startMarquee(context, mode, { env: { MARQUEE_DRAIN_SECONDS: '0' } })
    const load = startLoadClient()
    try {
      await seed(marquee, screens)
      await load.call('openScreens', { group: 'screens', script: displayScript(marquee.edge), ids, firstFrame: true })
      const begun = performance.now()
      const exits = await Promise.all(Object.values(marquee.parts).map((part) => part.stop()))
      seconds.push((performance.now() - begun) / 1000)
      if (exits.some((code) => code !== 0)) throw new Error(`the processes ended with ${exits.join(', ')}`)
      const codes = await load.call('closeCodes', { group: 'screens' })
      if (codes['1012'] !== screens) throw new Error(`screens were closed with ${JSON.stringify(codes)}`)
    } finally {
      await load.stop()
      await marquee.stop()
    }
  }
  return {
    name: `stop ${mode}: last process gone`,
    figure: median(seconds),
    unit: 's',
    goal: { most: goals[mode] },
    detail: `${screens} screens connected, each closed with 1012, every exit code 0; at worst ${Math.max(...seconds).toFixed(2)} of ${seconds.length} rounds`,
  }
}
