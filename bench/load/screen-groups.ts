import { randomUUID } from 'node:crypto'
import { HttpConnection } from './http-connection.ts'
import { Screen, type ScreenScript } from './screen.ts'

export type Trigger = {
  port: number
  path: string
  authorization?: string
  /** `%N%` becomes the number of the wave. */
  body: string
}

export type Wave = {
  /** From the sending of the trigger to each frame's arrival, in milliseconds. */
  latencies: Float64Array
  /** To the last one. */
  lastMs: number
}

type Group = { screens: Screen[]; onFrame: (screen: Screen) => void; broken: string[] }

const groups = new Map<string, Group>()
/** Connections that are being opened at a time: fewer than a listen queue holds. */
const openingMax = 256
const settleMs = 60_000

function groupOf(name: string): Group {
  const group = groups.get(name)
  if (!group) throw new Error(`no screens named ${name}`)
  if (group.broken.length > 0) throw new Error(`${group.broken.length} screens of ${name} broke, the first with: ${group.broken[0]}`)
  return group
}

/**
 * Opens screens; in the script's subscribe message `%ID%` becomes each one's id and `%OPERATION%` a new UUID, which is
 * what clients of the protocol usually name their operations. Resolves when all are live, and, with
 * `firstFrame`, have got theirs.
 */
export async function openScreens({
  group: name,
  script,
  ids,
  firstFrame,
}: {
  group: string
  script: ScreenScript
  ids: string[]
  firstFrame: boolean
}): Promise<{ ms: number }> {
  const begun = performance.now()
  const group: Group = { screens: [], onFrame: () => {}, broken: [] }
  groups.set(name, group)
  const done = Promise.withResolvers<void>()
  const queue = ids.values()
  let opened = 0
  let waiting = ids.length
  group.onFrame = (screen) => {
    if (firstFrame && screen.frames === 1 && --waiting === 0) done.resolve()
  }
  const openNext = () => {
    const { value: id } = queue.next()
    if (id === undefined) return
    const subscribe = script.subscribe?.replace('%ID%', id).replace('%OPERATION%', randomUUID()) ?? null
    const screen = new Screen(
      { ...script, subscribe },
      {
        opened: () => {
          openNext()
          if (++opened === ids.length && !firstFrame) done.resolve()
        },
        frame: (from) => group.onFrame(from),
        broken: (reason) => {
          group.broken.push(reason)
          done.reject(new Error(`a screen broke: ${reason}`))
        },
      },
    )
    group.screens.push(screen)
  }
  for (let index = 0; index < openingMax; index++) openNext()
  await within(done.promise, () => `${ids.length - opened} screens of ${name} not open, ${waiting} without a first frame`)
  if (group.screens[0]) group.screens[0].keepsLast = true
  return { ms: performance.now() - begun }
}

export function closeScreens({ group: name }: { group: string }): void {
  for (const screen of groups.get(name)?.screens ?? []) screen.close()
  groups.delete(name)
}

/** The newest frame of the group's first screen. */
export const sampleFrame = ({ group }: { group: string }): string => groupOf(group).screens[0]?.last ?? ''

/** What each screen of the group shows, in the order of their ids. */
export const shownRevisions = ({ group }: { group: string }): number[] => groupOf(group).screens.map(({ revision }) => revision)

/**
 * Triggers one change after the other and waits each time until every screen has exactly one more frame, with the
 * revision that the change made.
 */
export async function runWaves({
  group: name,
  trigger,
  from,
  waves,
}: {
  group: string
  trigger: Trigger
  from: number
  waves: number
}): Promise<Wave[]> {
  const group = groupOf(name)
  const connection = new HttpConnection(trigger)
  const results: Wave[] = []
  try {
    for (let wave = from; wave < from + waves; wave++) results.push(await runWave(group, connection, trigger.body.replaceAll('%N%', String(wave))))
  } finally {
    connection.close()
  }
  return results
}

async function runWave(group: Group, connection: HttpConnection, body: string): Promise<Wave> {
  const { screens } = group
  const latencies = new Float64Array(screens.length)
  const before = screens.map(({ frames }) => frames)
  const all = Promise.withResolvers<void>()
  let arrived = 0
  const begun = performance.now()
  group.onFrame = () => {
    latencies[arrived++] = performance.now() - begun
    if (arrived === screens.length) all.resolve()
  }
  const answer = await connection.post(body)
  await within(all.promise, () => `${screens.length - arrived} of ${screens.length} screens got no frame (${group.broken[0] ?? 'none broke'})`)
  const revision = Number(/"revision":(\d+)/.exec(answer.toString())?.[1])
  const wrong = screens.filter((screen, index) => screen.revision !== revision || screen.frames !== before[index]! + 1)
  if (wrong.length > 0) throw new Error(`${wrong.length} screens do not show revision ${revision} after one frame; one shows ${wrong[0]?.revision}`)
  return { latencies, lastMs: latencies.at(-1)! }
}

async function within(done: Promise<void>, what: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`after ${settleMs} ms: ${what()}`)), settleMs)
  })
  await Promise.race([done, late]).finally(() => clearTimeout(timer))
}
