import { ReportDisplayStateDocument, type MarqueeClient, type ReportDisplayStateInput } from '@marquee/sdk'

/** Screens say twice a minute that they are there, and within a second when there is something new to say. */
const everyMs = 30_000
const soonMs = 1_000
const urgentMs = 50
const errorMax = 2_000

export type Standing = Pick<ReportDisplayStateInput, 'state' | 'revision' | 'receivedRevision' | 'error'>

/**
 * Tells the server what stands on the screen, and by that that the screen is there. Needs a key, because it writes. A
 * report that is lost is no matter: the next one says the same.
 */
export function createReporter(client: MarqueeClient, screen: { id: string; device: string }, mayWrite: boolean) {
  let standing: Standing = {}
  /** A report is due within a second: a stream of changes does not put it off. */
  let soon = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function report(): void {
    soon = false
    timer = setTimeout(report, everyMs)
    const input = {
      ...screen,
      ...standing,
      clock: new Date().toISOString(),
      userAgent: navigator.userAgent.slice(0, 500),
    }
    client
      .mutate(ReportDisplayStateDocument, { input })
      .catch((lost: unknown) => console.debug('A report was lost:', lost))
  }

  return {
    /** What is otherwise than before; the rest stays as it was said last. */
    stands(next: Standing): void {
      if (next.error) next = { ...next, error: next.error.slice(0, errorMax) }
      const members = Object.keys(next) as (keyof Standing)[]
      if (members.every((member) => standing[member] === next[member])) return
      const isOtherwise = (next.state ?? standing.state) !== standing.state
      standing = { ...standing, ...next }
      if (!mayWrite || (soon && !isOtherwise)) return
      soon = true
      clearTimeout(timer)
      // Somebody may be waiting to hear that it broke.
      timer = setTimeout(report, isOtherwise ? urgentMs : soonMs)
    },
  }
}
