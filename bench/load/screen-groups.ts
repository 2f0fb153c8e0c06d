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

export type Group = {
  script: ScreenScript
  ids: string[]
  /** In the order of their ids. */
  screens: Screen[]
  onFrame: (screen: Screen) => void
  /** Why screens broke that should not have. */
  broken: string[]
  /** Screens that do not read, and may be cut for it; with what they had when they stopped. */
  stalled: Map<Screen, { frames: number; revision: number }>
  onCut: (screen: Screen) => void
}

const groups = new Map<string, Group>()
/** Connections that are being opened at a time: fewer than a listen queue holds. */
const openingMax = 256
const settleMs = 60_000

export function groupOf(name: string): Group {
  const group = groups.get(name)
  if (!group) throw new Error(`no screens named ${name}`)
  if (group.broken.length > 0)
    throw new Error(`${group.broken.length} screens of ${name} broke, the first with: ${group.broken[0]}`)
  return group
}

/**
 * Opens screens; in the script's subscribe message `%ID%` becomes each one's id and `%OPERATION%` a new UUID, which is
 * what clients of the protocol usually name their operations. Resolves when all are live, and, with
 * `firstFrame`, have got theirs. The first of them keeps its newest frame, with `keepsLast` all do.
 */
export async function openScreens({
  group: name,
  script,
  ids,
  firstFrame,
  keepsLast = false,
}: {
  group: string
  script: ScreenScript
  ids: string[]
  firstFrame: boolean
  keepsLast?: boolean
}): Promise<{ ms: number }> {
  const begun = performance.now()
  const group: Group = { script, ids, screens: [], onFrame: () => {}, broken: [], stalled: new Map(), onCut: () => {} }
  groups.set(name, group)
  const done = Promise.withResolvers<void>()
  let opened = 0
  let waiting = ids.length
  group.onFrame = (screen) => {
    if (firstFrame && screen.frames === 1 && --waiting === 0) done.resolve()
  }
  const openNext = () => {
    const index = group.screens.length
    if (index === ids.length) return
    group.screens[index] = openScreen(group, index, {
      opened: () => {
        openNext()
        if (++opened === ids.length && !firstFrame) done.resolve()
      },
      broken: (reason) => done.reject(new Error(`a screen broke: ${reason}`)),
    })
  }
  for (let index = 0; index < openingMax; index++) openNext()
  await within(
    done.promise,
    () => `${ids.length - opened} screens of ${name} not open, ${waiting} without a first frame`,
  )
  group.screens.forEach((screen, index) => (screen.keepsLast = keepsLast || index === 0))
  return { ms: performance.now() - begun }
}

/** The screen at this place of a group, with a connection of its own. */
export function openScreen(
  group: Group,
  index: number,
  events: { opened(): void; broken(reason: string): void },
): Screen {
  const subscribe =
    group.script.subscribe?.replace('%ID%', group.ids[index]!).replace('%OPERATION%', randomUUID()) ?? null
  const screen: Screen = new Screen(
    { ...group.script, subscribe },
    {
      opened: events.opened,
      frame: (from) => group.onFrame(from),
      broken: (reason) => {
        if (group.stalled.has(screen)) return group.onCut(screen)
        group.broken.push(reason)
        events.broken(reason)
      },
    },
  )
  return screen
}

/** How the screens of a group were closed by the server: how often each code. */
export function closeCodes({ group: name }: { group: string }): Record<string, number> {
  const codes: Record<string, number> = {}
  for (const reason of groups.get(name)?.broken ?? []) {
    const code = /^closed with (\d+)/.exec(reason)?.[1]
    if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1
  }
  return codes
}

export function closeScreens({ group: name }: { group: string }): void {
  for (const screen of groups.get(name)?.screens ?? []) screen.close()
  groups.delete(name)
}

/** The newest frame of the group's first screen. */
export const sampleFrame = ({ group }: { group: string }): string => groupOf(group).screens[0]?.last ?? ''

/** What each screen of the group shows, in the order of their ids. */
export const shownRevisions = ({ group }: { group: string }): number[] =>
  groupOf(group).screens.map(({ revision }) => revision)

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
    for (let wave = from; wave < from + waves; wave++)
      results.push(await runWave(group, connection, trigger.body.replaceAll('%N%', String(wave))))
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
  await within(
    all.promise,
    () => `${screens.length - arrived} of ${screens.length} screens got no frame (${group.broken[0] ?? 'none broke'})`,
  )
  const revision = Number(/"revision":(\d+)/.exec(answer.toString())?.[1])
  const wrong = screens.filter((screen, index) => screen.revision !== revision || screen.frames !== before[index]! + 1)
  if (wrong.length > 0)
    throw new Error(
      `${wrong.length} screens do not show revision ${revision} after one frame; one shows ${wrong[0]?.revision}`,
    )
  return { latencies, lastMs: latencies.at(-1)! }
}

export async function within(done: Promise<unknown>, what: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`after ${settleMs} ms: ${what()}`)), settleMs)
  })
  await Promise.race([done, late]).finally(() => clearTimeout(timer))
}
