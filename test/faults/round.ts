import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { checkAtRest, checkScreen, checkWrites, newMemory, type ScreenMemory } from './checker.ts'
import { startCluster, type Cluster } from './cluster/cluster.ts'
import { describeFault, planBusFaults, planFaults } from './fault-plan.ts'
import { openKiosk, type Kiosk } from './kiosk.ts'
import { strike } from './nemesis.ts'
import type { Screen } from './screen-log.ts'
import { openScreens, type Screens } from './screens.ts'
import { setStage } from './cluster/stage.ts'
import { openLedger, type Ledger } from './truth.ts'
import { startWriters, writeIdOf, type Writers } from './writers.ts'

export type RoundOptions = {
  faults: number
  seed: number
  subscribers: number
  /** The longest that a fault lasts; 10 s unless told. */
  holdMsMax?: number
  /** Whether a page in a browser stays open through it all and is checked with the screens. */
  kiosk?: boolean
  /** Gateways that trust the bus: the round must find lost states. */
  negative?: boolean
  print: (line: string) => void
  /** Ends the round at once; what it started is ended as well. */
  signal?: AbortSignal
}

export type RoundResult = {
  done: number
  skipped: number
  writes: number
  acknowledged: number
  frames: number
  /** Everything that is wrong, with the fault after which it was found. */
  wrongs: string[]
  /** How many of them say that a screen at rest does not show what Postgres has. */
  lostStates: number
  /** From the healing of a fault until every screen was right, sorted. */
  recoveryMs: number[]
  /** How often the page in the browser was right at rest; null where there was none. */
  kioskRight: number | null
  /** Whether everything was right while nothing was broken. */
  soundWithoutFaults: boolean
}

/** Bounds, not goals: what takes longer is reported as lost. */
const readyWithinMs = 90_000
const settledWithinMs = 150_000
const restWithinMs = 120_000
const negativeRestWithinMs = 8000
const unsafeGateway = fileURLToPath(new URL('./cluster/unsafe-gateway.ts', import.meta.url))
const calmMs = 2000
const wrongsShown = 8

type Scene = {
  cluster: Cluster
  screens: readonly Screen[]
  watch: Screens
  kiosk: Kiosk | null
  writers: Writers
  ledger: Ledger
  restWithinMs: number
}

/** Strikes, heals, waits until all is quiet and checks, as often as asked. Everything it started has ended when it resolves. */
export async function runFaults(options: RoundOptions): Promise<RoundResult> {
  const { signal } = options
  const cluster = await startCluster({ gatewayEntry: options.negative ? unsafeGateway : null })
  const undo: Undo = [() => cluster.stop()]
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(new Error('The round was stopped.'))
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  try {
    return await Promise.race([play(cluster, options, undo), stopped.promise])
  } finally {
    signal?.removeEventListener('abort', stop)
    for (const step of undo.reverse()) await step()
  }
}

type Undo = (() => Promise<unknown>)[]

async function play(cluster: Cluster, options: RoundOptions, undo: Undo): Promise<RoundResult> {
  const { seed, subscribers, negative = false, print } = options
  const result: RoundResult = {
    done: 0,
    skipped: 0,
    writes: 0,
    acknowledged: 0,
    frames: 0,
    wrongs: [],
    lostStates: 0,
    recoveryMs: [],
    kioskRight: null,
    soundWithoutFaults: false,
  }
  if (!cluster.shiftClock) print('*** SKIPPED, no libfaketime (install it): the faults that shift clocks')
  const { instanceIds, publicId } = await setStage({
    url: cluster.urls[0],
    key: cluster.adminKey,
    instances: Math.max(4, Math.ceil(subscribers / 5)),
  })
  const screens = castScreens(subscribers, instanceIds, cluster.urls)
  const watch = await openScreens(screens, cluster.adminKey)
  undo.push(() => watch.close())
  const kiosk = options.kiosk ? await openKiosk(cluster.urls[0], publicId) : null
  if (kiosk) undo.push(() => kiosk.close())
  const writers = startWriters({ urls: cluster.urls, key: cluster.adminKey, instanceIds, seed })
  undo.push(() => writers.stop())
  const ledger = openLedger(cluster.databaseUrl, instanceIds, writeIdOf)
  const scene: Scene = {
    cluster,
    screens,
    watch,
    kiosk,
    writers,
    ledger,
    restWithinMs: negative ? negativeRestWithinMs : restWithinMs,
  }
  const check = checkerOf(scene, result)

  const note = (line: string, wrongs: string[]) => {
    print(`${line} | ${wrongs.length === 0 ? 'ok' : `${wrongs.length} WRONG`}`)
    for (const wrong of wrongs.slice(0, wrongsShown)) print(`    ${wrong}`)
    if (wrongs.length > wrongsShown) print(`    and ${wrongs.length - wrongsShown} more`)
    result.wrongs.push(...wrongs)
  }
  // Quiet first: joining while changes are made needs the gap check already, and the control has none.
  const opened = await check()
  note(`start: ${subscribers} screens of ${instanceIds.length} instances`, opened.wrongs)
  writers.resume()
  await sleep(calmMs)
  const calm = await check()
  note(`${calmMs} ms without faults | ${calm.summary}`, calm.wrongs)
  result.soundWithoutFaults = result.wrongs.length === 0
  result.recoveryMs = []

  const plan = negative ? planBusFaults(seed) : planFaults(seed, options.holdMsMax)
  while (result.done + result.skipped < options.faults) {
    const fault = plan.next().value
    const name = `#${result.done + result.skipped + 1} ${describeFault(fault)}${fault.hushed ? ', hushed' : ''}`
    writers.resume()
    await sleep(700)
    const slow = await strike(cluster, fault, () => (fault.hushed ? writers.hush() : undefined)).catch(
      (error: unknown) => recover(cluster, error),
    )
    if (slow === null) {
      result.skipped++
      print(`${name} | SKIPPED`)
      continue
    }
    result.done++
    const checked = await check()
    note(
      `${name} | ${checked.summary}`,
      [...slow, ...checked.wrongs].map((wrong) => `${wrong} (after ${name})`),
    )
  }
  result.recoveryMs.sort((a, b) => a - b)
  return result
}

/** A part that did not come back by itself is wrong; the round goes on with it once more. */
async function recover(cluster: Cluster, error: unknown): Promise<string[]> {
  for (const part of cluster.parts.values()) {
    await part.kill()
    await part.start()
  }
  return [`the fault could not be undone: ${error instanceof Error ? error.message : String(error)}`]
}

/** Four in five follow what is shown, one in five every change; half of them at each gateway. */
function castScreens(count: number, instanceIds: readonly string[], urls: readonly string[]): Screen[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    instanceId: instanceIds[index % instanceIds.length]!,
    feed: Math.floor(index / instanceIds.length) % 5 === 4 ? 'instanceChanged' : 'displayChanged',
    url: urls[(index + Math.floor(index / instanceIds.length)) % urls.length]!,
  }))
}

/** What happens after a fault has healed: all come to rest, then everything that was noted is checked. */
function checkerOf({ cluster, screens, watch, kiosk, writers, ledger, restWithinMs }: Scene, result: RoundResult) {
  const memories = new Map<number, ScreenMemory>()

  return async (): Promise<{ summary: string; wrongs: string[] }> => {
    const healedAt = performance.now()
    const sinceHealed = () => Math.round(performance.now() - healedAt)
    const wrongs: string[] = []
    if (!(await until(() => cluster.ready(), readyWithinMs)))
      wrongs.push(`not all parts are ready ${readyWithinMs} ms after the fault healed`)
    // Writers go on for a moment, so that a reader that is stuck has something to miss.
    await sleep(300)
    const unsettled = await writers.pause(settledWithinMs)
    if (unsettled > 0) wrongs.push(`${unsettled} writes have no answer ${settledWithinMs} ms after the fault healed`)
    const settledMs = sinceHealed()

    // What nobody knows the fate of may still be committed: the ledger must stand still while the screens are compared.
    let unrest: string[] = []
    const isAtRest = async () => {
      wrongs.push(...(await ledger.read()).wrongs)
      const positions = await watch.positions()
      unrest = screens.flatMap((screen) => {
        const lost = checkAtRest(screen, positions.get(screen.index) ?? null, ledger.truth)
        return lost === null
          ? []
          : [`screen ${screen.index} (${screen.feed}, gateway-${cluster.urls[0] === screen.url ? 'a' : 'b'}) ${lost}`]
      })
      const shown = await kiosk?.shown()
      if (kiosk && shown !== ledger.truth.get(kiosk.instanceId)?.at(-1))
        unrest.push(`the page in the browser lost: shows ${shown === null ? 'nothing' : 'another content'}`)
      return unrest.length === 0
    }
    await until(isAtRest, restWithinMs)
    wrongs.push(...unrest)
    result.lostStates += unrest.length
    const restMs = sinceHealed()
    if (unrest.length === 0) result.recoveryMs.push(restMs)
    if (kiosk) result.kioskRight = (result.kioskRight ?? 0) + (unrest.length === 0 ? 1 : 0)

    const collected = await watch.collect()
    wrongs.push(...(await ledger.read()).wrongs)
    for (const screen of screens) {
      const entries = collected.get(screen.index) ?? []
      result.frames += entries.filter(({ type }) => type === 'frame').length
      const checked = checkScreen(screen, memories.get(screen.index) ?? newMemory, entries, ledger.truth)
      memories.set(screen.index, checked.memory)
      wrongs.push(
        ...checked.wrongs.map((wrong) => `screen ${screen.index} (${screen.feed} of ${screen.instanceId}) ${wrong}`),
      )
    }
    const { writes, requests } = writers.collect()
    const keys = writes.flatMap(({ key }) => (key === null ? [] : [key]))
    wrongs.push(...checkWrites(writes, ledger.rowsByWrite, await ledger.changeIdsByKey(keys)))
    for (const part of cluster.parts.values()) wrongs.push(...part.crashes())

    const acknowledged = writes.filter(({ outcome }) => outcome.type === 'acknowledged').length
    const unknown = writes.filter(({ outcome }) => outcome.type === 'unknown').length
    result.writes += writes.length
    result.acknowledged += acknowledged
    const counts = `${acknowledged} writes acknowledged, ${unknown} unknown, ${requests - writes.length} repeated`
    return {
      summary: `${counts} | settled ${settledMs} ms, ${unrest.length === 0 ? 'right' : 'NOT RIGHT'} ${restMs} ms after`,
      wrongs: [...new Set(wrongs)],
    }
  }
}

async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) return false
    await sleep(150)
  }
  return true
}
