import { groupOf, openScreen, within } from './screen-groups.ts'
import type { Screen } from './screen.ts'

/**
 * How long after they read again screens showed the newest state, in milliseconds; how many had been cut, and how many
 * of the others had not been sent everything, because what was sent before had not left.
 */
export type Woken = { latencies: Float64Array; cut: number; conflated: number }

/** These screens stop reading. From now on they may be cut without breaking their group. */
export function stallScreens({ group: name, indexes }: { group: string; indexes: number[] }): void {
  const group = groupOf(name)
  for (const index of indexes) {
    const screen = group.screens[index]!
    group.stalled.set(screen, { frames: screen.frames, revision: screen.revision })
    screen.stall(true)
  }
}

/**
 * The stalled screens read again; one that finds itself cut comes back, as every client does. Resolves when each shows
 * what the others of its instance show. Nothing may change meanwhile.
 */
export async function wakeScreens({ group: name }: { group: string }): Promise<Woken> {
  const group = groupOf(name)
  const newest = new Map<string, number>()
  group.screens.forEach((screen, index) => {
    const id = group.ids[index]!
    if (!group.stalled.has(screen)) newest.set(id, Math.max(newest.get(id) ?? -1, screen.revision))
  })
  const waiting = new Map<Screen, { index: number; revision: number }>()
  group.screens.forEach((screen, index) => {
    if (group.stalled.has(screen)) waiting.set(screen, { index, revision: newest.get(group.ids[index]!) ?? -1 })
  })
  const all = Promise.withResolvers<void>()
  const latencies: number[] = []
  let cut = 0
  let conflated = 0
  const begun = performance.now()
  const look = (screen: Screen) => {
    const wanted = waiting.get(screen)
    if (!wanted || screen.revision < wanted.revision) return
    const before = group.stalled.get(screen)
    if (before && screen.frames - before.frames < screen.revision - before.revision) conflated++
    waiting.delete(screen)
    group.stalled.delete(screen)
    latencies.push(performance.now() - begun)
    if (waiting.size === 0) all.resolve()
  }
  group.onFrame = look
  group.onCut = (screen) => {
    const wanted = waiting.get(screen)
    if (!wanted) return
    waiting.delete(screen)
    group.stalled.delete(screen)
    screen.close()
    cut++
    const again = openScreen(group, wanted.index, {
      opened: () => {},
      broken: (reason) => all.reject(new Error(`a screen came back and broke: ${reason}`)),
    })
    group.screens[wanted.index] = again
    waiting.set(again, wanted)
  }
  for (const screen of [...waiting.keys()]) {
    screen.stall(false)
    look(screen)
  }
  await within(all.promise, () => `${waiting.size} screens that had stalled do not show the newest state`)
  return { latencies: Float64Array.from(latencies), cut, conflated }
}
