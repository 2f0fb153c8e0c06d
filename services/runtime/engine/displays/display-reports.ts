import type { Pool } from 'pg'
import { AppError } from '../../../../kit/errors/app-error.ts'
import { sameObservation, type InstanceState } from '../../../../schema/events.ts'
import { recordReports, type DisplayReport, type Recorded } from '../../store/displays/display-sessions.ts'
import type { Observed, Publisher } from '../changes/publisher.ts'

type Waiting = {
  report: DisplayReport
  answers: { resolve(state: InstanceState | null): void; reject(error: unknown): void }[]
}

const pauseMs = 1000
const batchMax = 5000
const waitingMax = 50_000

/**
 * Gathers what screens say: the first report is written at once, what comes within a second after it is one statement
 * (model 5.8). Several reports of one screen in one batch are one: the last.
 */
export class DisplayReports {
  readonly #pool: Pool
  readonly #publisher: Publisher
  #waiting = new Map<string, Waiting>()
  #busy = false

  constructor(pool: Pool, publisher: Publisher) {
    this.#pool = pool
    this.#publisher = publisher
  }

  /** Resolves once it is written: the instance, or null where there is none. */
  record(report: DisplayReport): Promise<InstanceState | null> {
    if (this.#waiting.size >= waitingMax)
      throw new AppError('UNAVAILABLE', { public: 'Too many reports are waiting. Try again in a moment.' })
    return new Promise((resolve, reject) => {
      const key = JSON.stringify([report.tenantId, report.instanceId, report.device, report.keyHash])
      const entry = this.#waiting.get(key)
      if (entry) {
        entry.report = report
        entry.answers.push({ resolve, reject })
      } else {
        this.#waiting.set(key, { report, answers: [{ resolve, reject }] })
      }
      if (this.#busy) return
      this.#busy = true
      // After this tick, so that what arrives together goes together.
      setImmediate(() => void this.#drain())
    })
  }

  async #drain(): Promise<void> {
    while (this.#waiting.size > 0) {
      const batch = this.#take()
      try {
        const recorded = await recordReports(
          this.#pool,
          batch.map(({ report }) => report),
        )
        batch.forEach(({ answers }, index) => answers.forEach(({ resolve }) => resolve(recorded[index]?.state ?? null)))
        this.#tell(recorded)
      } catch (error) {
        for (const { answers } of batch) for (const { reject } of answers) reject(error)
      }
      // The process may end while nothing waits; what waits is a request that keeps it alive.
      await new Promise((resolve) => setTimeout(resolve, pauseMs).unref())
    }
    this.#busy = false
  }

  /** What is observed otherwise than before; a screen that only says that it is still there is no news. */
  #tell(recorded: readonly (Recorded | null)[]): void {
    const news = new Map<string, Observed>()
    for (const one of recorded) {
      if (!one) continue
      const { state, before, after } = one
      const isPresenceNew = after.presence !== before.presence
      if (sameObservation(after, before)) continue
      // Several screens of one instance have one observation between them.
      news.set(state.id, { instanceId: state.id, tenantId: state.tenantId, observation: after, isPresenceNew })
    }
    this.#publisher.observe([...news.values()])
  }

  #take(): Waiting[] {
    const keys = [...this.#waiting.keys()].slice(0, batchMax)
    return keys.map((key) => {
      const entry = this.#waiting.get(key) as Waiting
      this.#waiting.delete(key)
      return entry
    })
  }
}
