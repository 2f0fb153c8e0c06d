import { seededRandom } from '../../demo/seeded.ts'
import type { Trouble } from './cluster/proxy.ts'

export const partNames = ['catalogue', 'runtime', 'placement', 'worker', 'gateway-a', 'gateway-b'] as const
export type PartName = (typeof partNames)[number]

/** Who calls whom, each through a proxy of its own: `caller>callee`. Clients are the screens and the writers. */
export const linkNames = [
  ...partNames.map((part) => `${part}>redis` as const),
  ...(['catalogue', 'runtime', 'placement', 'worker'] as const).map((part) => `${part}>postgres` as const),
  ...(['gateway-a', 'gateway-b'] as const).flatMap((gateway) =>
    (['catalogue', 'runtime', 'placement'] as const).map((service) => `${gateway}>${service}` as const),
  ),
  'clients>gateway-a',
  'clients>gateway-b',
] as const
export type LinkName = (typeof linkNames)[number]

export type Fault =
  | { type: 'kill'; part: PartName; downMs: number }
  | { type: 'freeze'; part: PartName | 'redis'; holdMs: number }
  | { type: 'redis-kill'; downMs: number }
  | { type: 'redis-flush' }
  | { type: 'redis-drop'; clients: 'normal' | 'pubsub' }
  | { type: 'postgres-kill' }
  | { type: 'link'; links: readonly LinkName[]; trouble: Trouble; holdMs: number }
  | { type: 'clock'; part: PartName; shiftSeconds: number; holdMs: number }
  | { type: 'rolling-restart' }

/**
 * `hushed`: the writers fall silent before the fault is healed, so that no later change tells a reader that it missed
 * one; it has to find out by itself.
 */
export type PlannedFault = Fault & { hushed: boolean }

type Make = (random: Random) => Fault
type Random = { holdMsMax: number; pick<T>(from: readonly T[]): T; between(low: number, high: number): number }

const holdMs = ({ between, holdMsMax }: Random) => between(Math.min(500, holdMsMax), holdMsMax)
const serversOf = (callee: string) => linkNames.filter((link) => link.endsWith(`>${callee}`))
const linkSets: readonly (readonly LinkName[])[] = [
  serversOf('redis'),
  serversOf('postgres'),
  ...linkNames.filter((link) => link !== 'worker>redis' && link !== 'worker>postgres').map((link) => [link]),
]

const link =
  (trouble: (random: Random) => Trouble): Make =>
  (random) => ({
    type: 'link',
    links: random.pick(linkSets),
    trouble: trouble(random),
    holdMs: holdMs(random),
  })

/** Every group appears about equally often; within one, every member does. */
const groups: readonly (readonly Make[])[] = [
  partNames.map((part) => ({ between, holdMsMax }) => ({
    type: 'kill',
    part,
    downMs: between(0, Math.min(3000, holdMsMax)),
  })),
  [
    (random) => ({ type: 'freeze', part: random.pick(partNames), holdMs: holdMs(random) }),
    (random) => ({ type: 'freeze', part: 'runtime', holdMs: holdMs(random) }),
    (random) => ({ type: 'freeze', part: 'redis', holdMs: holdMs(random) }),
    (random) => ({ type: 'freeze', part: random.pick(['gateway-a', 'gateway-b']), holdMs: random.holdMsMax }),
  ],
  [
    ({ between, holdMsMax }) => ({ type: 'redis-kill', downMs: between(0, Math.min(5000, holdMsMax)) }),
    () => ({ type: 'redis-flush' }),
    () => ({ type: 'redis-drop', clients: 'normal' }),
    () => ({ type: 'redis-drop', clients: 'pubsub' }),
  ],
  [() => ({ type: 'postgres-kill' })],
  [
    link(() => ({ type: 'cut' })),
    link(() => ({ type: 'stall' })),
    link(({ between }) => ({ type: 'delay', ms: between(20, 800) })),
  ],
  [
    link(() => ({ type: 'swallow', direction: 'both' })),
    link(() => ({ type: 'swallow', direction: 'up' })),
    link(() => ({ type: 'swallow', direction: 'down' })),
  ],
  [
    (random) => ({ type: 'clock', part: random.pick(partNames), shiftSeconds: 3600, holdMs: holdMs(random) }),
    (random) => ({ type: 'clock', part: random.pick(partNames), shiftSeconds: -3600, holdMs: holdMs(random) }),
  ],
  [() => ({ type: 'rolling-restart' })],
]

/** Faults without end, the same for the same arguments. Each eight in a row are one of each group. */
export function* planFaults(seed: number, holdMsMax = 10_000): Generator<PlannedFault, never, undefined> {
  const random = randomOf(seed, holdMsMax)
  const decks = groups.map(() => [] as Make[])
  for (;;) {
    for (const group of shuffled(random, groups.keys().toArray())) {
      const deck = decks[group]!
      if (deck.length === 0) deck.push(...shuffled(random, groups[group]!))
      const fault = deck.pop()!(random)
      const lasts = 'holdMs' in fault || 'downMs' in fault
      yield { ...fault, hushed: lasts && random.next() < 0.5 }
    }
  }
}

/** Faults that take the bus away while changes are made: what a gateway without gap check cannot survive. */
export function* planBusFaults(seed: number): Generator<PlannedFault, never, undefined> {
  const random = randomOf(seed, 3000)
  const links = linkNames.filter((link) => /^gateway-.>redis$/.test(link))
  for (;;) {
    yield { type: 'redis-kill', downMs: random.between(1000, 3000), hushed: true }
    yield { type: 'link', links, trouble: { type: 'cut' }, holdMs: random.between(1000, 3000), hushed: true }
  }
}

export function describeFault(fault: Fault): string {
  switch (fault.type) {
    case 'kill':
      return `kill -9 ${fault.part}, back after ${fault.downMs} ms`
    case 'freeze':
      return `freeze ${fault.part} for ${fault.holdMs} ms`
    case 'redis-kill':
      return `kill -9 redis, back after ${fault.downMs} ms`
    case 'redis-flush':
      return 'redis FLUSHALL'
    case 'redis-drop':
      return `redis CLIENT KILL TYPE ${fault.clients}`
    case 'postgres-kill':
      return 'kill -9 postgres'
    case 'link': {
      const { trouble, links, holdMs } = fault
      const how =
        trouble.type === 'delay'
          ? `delay ${trouble.ms} ms`
          : trouble.type === 'swallow'
            ? `swallow ${trouble.direction}`
            : trouble.type
      return `${how} on ${links.length === 1 ? links[0] : `*>${links[0]?.split('>')[1]}`} for ${holdMs} ms`
    }
    case 'clock':
      return `clock of ${fault.part} ${fault.shiftSeconds > 0 ? '+' : ''}${fault.shiftSeconds} s for ${fault.holdMs} ms`
    case 'rolling-restart':
      return 'rolling restart of all'
  }
}

function randomOf(seed: number, holdMsMax: number): Random & { next: () => number } {
  const next = seededRandom(seed)
  return {
    next,
    holdMsMax,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    between: (low, high) => Math.round(low + next() * (high - low)),
  }
}

function shuffled<T>({ next }: { next: () => number }, list: readonly T[]): T[] {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(next() * left.length), 1)[0]!)
}
