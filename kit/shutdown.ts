import type { Logger } from './log.ts'
import type { Stops } from './stops.ts'

/*
 * States: running -> stopping -> ended. The first signal, `run` or an error that nobody caught moves to stopping, the
 * last stop to ended. A process that has not ended by its deadline, and one that is asked again, ends at once; what would
 * outlive it is told to end.
 */

export type Shutdown = {
  /** Stops everything, then ends the process with this code, or 1 where a part did not stop cleanly. */
  run(reason: string, exitCode?: number): Promise<void>
}

type Host = Pick<NodeJS.EventEmitter, 'on'> & { exit(code: number): void }

export type ShutdownOptions = {
  log: Logger
  stops: Stops
  /** From the first signal to the end, at most. A load balancer may need part of it to look elsewhere. */
  deadlineMs: number
  host?: Host
  now?: () => number
}

/** The start cannot succeed as things are: trying again would end the same way. */
export const EXIT_UNUSABLE = 1
/** A bug of ours (EX_SOFTWARE): whoever watches over the process starts it again. */
export const EXIT_BUG = 70

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
/** A terminal sends Ctrl-C to npm and to us, and npm passes its own on: that is one wish, not two. */
const sameWishMs = 1000
/** After a bug nothing is certain, so the end is near whatever happens. */
const bugDeadlineMs = 1900

/** Listens, from the moment of the call, for the signals that ask a process to end and for errors that nobody caught. */
export function createShutdown({
  log,
  stops,
  deadlineMs,
  host = process,
  now = () => performance.now(),
}: ShutdownOptions): Shutdown {
  let running: Promise<void> | null = null
  let askedAt = 0

  function endNow(code: number): void {
    stops.abandon()
    host.exit(code)
  }

  function begin(exitCode: number, withinMs: number, hurried: boolean): Promise<void> {
    askedAt = now()
    const timer = setTimeout(() => {
      log.error({ withinMs }, 'not everything has stopped in time; the process ends now')
      endNow(exitCode || EXIT_UNUSABLE)
    }, withinMs)
    return stops.stop({ hurried }).then((clean) => {
      clearTimeout(timer)
      host.exit(exitCode === 0 && !clean ? EXIT_UNUSABLE : exitCode)
    })
  }

  const run = (reason: string, exitCode = 0): Promise<void> => {
    if (running === null) {
      log.info({ reason }, 'stopping')
      running = begin(exitCode, deadlineMs, false)
    }
    return running
  }

  for (const [signal, code] of Object.entries(signals)) {
    host.on(signal, () => {
      if (running === null) void run(signal)
      else if (now() - askedAt > sameWishMs) endNow(code)
    })
  }

  // Also what rejected without a handler: Node hands it on as an exception.
  host.on('uncaughtException', (error: Error, origin: string) => {
    if (running !== null) return log.error({ err: error, origin }, 'another error that nobody caught')
    log.fatal({ err: error, origin }, 'a bug: an error that nobody caught; the process ends')
    running = begin(EXIT_BUG, bugDeadlineMs, true)
  })

  return { run }
}
