import { HttpConnection } from './http-connection.ts'
import { groupOf, within, type Trigger } from './screen-groups.ts'

export type BulkWave = {
  /** From each change's commit to its frame's arrival at the screen, in milliseconds. */
  sinceCommit: Float64Array
  /** From the sending of the trigger to its answer, and to the last frame. */
  answeredMs: number
  lastMs: number
}

/** Sends a trigger that nobody watches. The answer. */
export async function post({ trigger }: { trigger: Trigger }): Promise<string> {
  const connection = new HttpConnection(trigger)
  try {
    return (await connection.post(trigger.body)).toString()
  } finally {
    connection.close()
  }
}

/**
 * One write that changes what every screen of the group shows, each another instance: waits until each shows the next
 * revision. The screens must keep their newest frames: those say when they were committed.
 */
export async function runBulkWave({ group: name, trigger }: { group: string; trigger: Trigger }): Promise<BulkWave> {
  const group = groupOf(name)
  const { screens } = group
  const places = new Map(screens.map((screen, index) => [screen, index]))
  const before = screens.map(({ revision }) => revision)
  const frames: string[] = new Array(screens.length).fill('')
  const arrivals = new Float64Array(screens.length)
  const all = Promise.withResolvers<void>()
  let arrived = 0
  let answeredMs = Number.NaN
  // The database's clock is the machine's; `performance` counts from when this process began.
  const clock = Date.now() - performance.now()
  const begun = performance.now()
  group.onFrame = (screen) => {
    const place = places.get(screen)!
    // A frame that tells of something else (who is present) has the revision that was there before.
    if (arrivals[place] !== 0 || screen.revision === before[place]) return
    arrivals[place] = performance.now()
    frames[place] = screen.last
    if (++arrived === screens.length) all.resolve()
  }
  const written = post({ trigger }).then((answer) => {
    answeredMs = performance.now() - begun
    if (answer.includes('"errors":[')) throw new Error(answer.slice(0, 1000))
  })
  await within(
    Promise.all([written, all.promise]),
    () => `${screens.length - arrived} of ${screens.length} screens got no frame (${group.broken[0] ?? 'none broke'})`,
  )
  const wrong = screens.filter(({ revision }, index) => revision !== before[index]! + 1)
  if (wrong.length > 0)
    throw new Error(`${wrong.length} screens do not show the next revision; one shows ${wrong[0]!.revision}`)
  const sinceCommit = Float64Array.from(frames, (frame, index) => clock + arrivals[index]! - committedAt(frame))
  return { sinceCommit, answeredMs, lastMs: Math.max(...arrivals) - begun }
}

function committedAt(frame: string): number {
  const at = Date.parse(/"at":"([^"]+)"/.exec(frame)?.[1] ?? '')
  if (Number.isNaN(at)) throw new Error(`a frame does not say when it was committed: ${frame.slice(0, 500)}`)
  return at
}
