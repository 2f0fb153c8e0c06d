import type { Logger } from './log.ts'
import { within } from './within.ts'

/*
 * States: running -> stopping -> stopped. The first signal (or `run`) moves to stopping, the last stop to stopped,
 * and then the process ends. A second signal ends it at once, whatever is still open.
 */

export type Shutdown = {
  /** Registers what to stop; the last added is stopped first. Added while stopping, it is stopped straight away. */
  add(name: string, stop: () => unknown, limitMs?: number): void
  /** Stops everything, each within its limit, then ends the process. Called again it returns the same promise. */
  run(reason: string, exitCode?: number): Promise<void>
}

type Step = { name: string; stop: () => unknown; limitMs: number }
type Host = {
  on(signal: NodeJS.Signals, listener: () => void): unknown
  exit(code: number): void
}

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
const DEFAULT_LIMIT_MS = 10_000

/** Listens for the signals that ask a process to end, from the moment of the call. */
export function createShutdown(log: Logger, host: Host = process): Shutdown {
  const steps: Step[] = []
  let running: Promise<void> | null = null
  let clean = true

  async function stopOne({ name, stop, limitMs }: Step): Promise<void> {
    try {
      // Inside an async function, so that a stop that throws at once counts like one that rejects.
      await within((async () => await stop())(), limitMs, () => new Error(`not stopped within ${limitMs} ms`))
    } catch (error) {
      clean = false
      log.error({ err: error, part: name }, 'a part did not stop cleanly')
    }
  }

  async function stopAll(exitCode: number): Promise<void> {
    for (let step = steps.pop(); step; step = steps.pop()) await stopOne(step)
    host.exit(exitCode === 0 && !clean ? 1 : exitCode)
  }

  const run = (reason: string, exitCode = 0): Promise<void> => {
    if (running === null) {
      log.info({ reason }, 'stopping')
      running = stopAll(exitCode)
    }
    return running
  }

  for (const [signal, code] of Object.entries(SIGNALS) as [keyof typeof SIGNALS, number][]) {
    host.on(signal, () => {
      if (running !== null) host.exit(code)
      else void run(signal)
    })
  }

  return {
    run,
    add(name, stop, limitMs = DEFAULT_LIMIT_MS) {
      if (running === null) steps.push({ name, stop, limitMs })
      else void stopOne({ name, stop, limitMs })
    },
  }
}
