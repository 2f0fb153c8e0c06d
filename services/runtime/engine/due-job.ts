import type { Bus, Unsubscribe } from '../../../kit/bus/bus.ts'
import type { Job } from './job.ts'

const everyMs = 1000

type Due = {
  name: string
  bus: Bus
  /** Says that something is due at another time now. */
  topic: string
  /** Deals with all that is due. Answers when to come again, in milliseconds; null where nothing waits. */
  look(isStopped: () => boolean): Promise<number | null>
}

/**
 * A job for what is due at a time that the database knows. It looks every second, at the moment of what is next, and
 * when it is told to; when a time has come is for the database's clock to say, never for this process's.
 */
export function dueJob({ name, bus, topic, look }: Due): Job {
  let leave: Unsubscribe | null = null
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> | null = null
  let isAgain = false
  let stopped = false

  const wake = () => void sweep().catch(() => {})

  /** One at a time; whoever asks meanwhile gets a look that began after the question. */
  function sweep(): Promise<void> {
    isAgain = true
    sweeping ??= (async () => {
      try {
        while (isAgain && !stopped) {
          isAgain = false
          const ms = await look(() => stopped)
          clearTimeout(timer)
          // What is due and yet was not taken is in somebody else's hands, for a moment.
          if (ms !== null && ms < 1.5 * everyMs && !stopped) timer = setTimeout(wake, Math.max(50, ms + 1))
        }
      } finally {
        sweeping = null
      }
    })()
    return sweeping
  }

  return {
    name,
    everyMs,
    async run() {
      leave ??= await bus.subscribe(topic, { message: wake, onResync: wake }).catch(() => null)
      await sweep()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await leave?.()
      await sweeping?.catch(() => {})
    },
  }
}
