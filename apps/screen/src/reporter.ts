import { ReportDisplayStateDocument, type MarqueeClient } from '@marquee/sdk'

/** Screens say twice a minute that they are there, and within a second when there is something new to say. */
const everyMs = 30_000
const soonMs = 1_000
const errorMax = 2_000

/**
 * Tells the server which revision is shown, and by that that the screen is there. Needs a key, because it writes. A
 * report that is lost is no matter: the next one says the same.
 */
export function createReporter(client: MarqueeClient, id: string, mayWrite: boolean) {
  let revision: number | null = null
  let error: string | null = null
  /** A report is due within a second: a stream of changes does not put it off. */
  let soon = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function report(): void {
    soon = false
    timer = setTimeout(report, everyMs)
    client
      .mutate(ReportDisplayStateDocument, { input: { id, revision: revision!, error } })
      .catch((lost: unknown) => console.debug('A report was lost:', lost))
  }

  function news(): void {
    if (!mayWrite || soon || revision === null) return
    soon = true
    clearTimeout(timer)
    timer = setTimeout(report, soonMs)
  }

  return {
    shows(next: number): void {
      if (next === revision) return
      revision = next
      news()
    },
    /** Why nothing is shown; null when it is shown again. */
    fails(message: string | null): void {
      const next = message?.slice(0, errorMax) ?? null
      if (next === error) return
      error = next
      news()
    },
  }
}
