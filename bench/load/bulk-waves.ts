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
 * One write that changes what every screen of the group shows, each another instance: waits until each has exactly one
 * more frame, of the next revision. The screens must keep their newest frames: those say when they were committed.
 */
export async function runBulkWave({ group: name, trigger }: { group: string; trigger: Trigger }): Promise<BulkWave> {
  const group = groupOf(name)
  const { screens } = group
  const places = new Map(screens.map((screen, index) => [screen, index]))
  const before = screens.map(({ frames, revision }) => ({ frames, revision }))
  const arrivals = new Float64Array(screens.length)
  const all = Promise.withResolvers<void>()
  let arrived = 0
  let answeredMs = Number.NaN
  // The database's clock is the machine's; `performance` counts from when this process began.
  const clock = Date.now() - performance.now()
  const begun = performance.now()
  group.onFrame = (screen) => {
    arrivals[places.get(screen)!] = performance.now()
    if (++arrived === screens.length) all.resolve()
  }
  const written = post({ trigger }).then((answer) => {
    answeredMs = performance.now() - begun
    if (answer.includes('"errors":[')) throw new Error(answer.slice(0, 1000))
  })
  await within(Promise.all([written, all.promise]), () => `${screens.length - arrived} of ${screens.length} screens got no frame (${group.broken[0] ?? 'none broke'})`)
  const wrong = screens.filter((screen, index) => screen.frames !== before[index]!.frames + 1 || screen.revision !== before[index]!.revision + 1)
  if (wrong.length > 0) throw new Error(`${wrong.length} screens do not show the next revision after one frame; one shows ${wrong[0]!.revision}`)
  const sinceCommit = Float64Array.from(screens, ({ last }, index) => clock + arrivals[index]! - committedAt(last))
  return { sinceCommit, answeredMs, lastMs: Math.max(...arrivals) - begun }
}

function committedAt(frame: string): number {
  const at = Date.parse(/"at":"([^"]+)"/.exec(frame)?.[1] ?? '')
  if (Number.isNaN(at)) throw new Error(`a frame does not say when it was committed: ${frame.slice(0, 500)}`)
  return at
}
