import type { Problem } from '../../../../kit/pure/json-schema/json-schema.ts'
import { pointerToken } from '../../../../kit/pure/json/json.ts'
import type { Lifecycle } from '../../../../schema/enums.ts'
import type { JsonObject } from '../../../../schema/events.ts'

export const lifecycleEvents = ['START', 'PAUSE', 'RESUME', 'STOP', 'ARCHIVE'] as const
export type LifecycleEvent = (typeof lifecycleEvents)[number]

/**
 * Where each event leads from each state; null: it is refused. The six moves of model R2 and no other: what was stopped
 * is not started again, and what is archived stays so. A new state or event does not compile until its cells are filled.
 */
export const moves: Record<Lifecycle, Record<LifecycleEvent, Lifecycle | null>> = {
  CREATED: { START: 'ACTIVE', PAUSE: null, RESUME: null, STOP: null, ARCHIVE: null },
  ACTIVE: { START: null, PAUSE: 'PAUSED', RESUME: null, STOP: 'STOPPED', ARCHIVE: null },
  PAUSED: { START: null, PAUSE: null, RESUME: 'ACTIVE', STOP: 'STOPPED', ARCHIVE: null },
  STOPPED: { START: null, PAUSE: null, RESUME: null, STOP: null, ARCHIVE: 'ARCHIVED' },
  ARCHIVED: { START: null, PAUSE: null, RESUME: null, STOP: null, ARCHIVE: null },
}

export const lifecycles = Object.keys(moves) as Lifecycle[]

/** What a definition's lifecycleTemplate leaves of the moves, or why it cannot be read. */
export type LifecycleRules = { ok: true; forbidden: ReadonlySet<LifecycleEvent> } | { ok: false; problems: Problem[] }

export const everyMove: LifecycleRules = { ok: true, forbidden: new Set() }

/**
 * A template may only narrow (R34): `{ "forbid": ["PAUSE"] }` takes moves away, `{}` takes none. There is no way to
 * write down a move that the table does not have; anything else in a template is a problem, at its JSON pointer. Its
 * `hooks` are read by domain/hooks.ts.
 */
export function readLifecycleTemplate(template: JsonObject): LifecycleRules {
  const { forbid = [], hooks: _hooks, ...unknown } = template
  const problems = Object.keys(unknown).map((key): Problem => ({
    pointer: pointerToken(key),
    message: 'is not known: a template has `forbid` and `hooks` only',
  }))
  if (!Array.isArray(forbid)) problems.push({ pointer: '/forbid', message: 'is not a list' })
  else {
    forbid.forEach((event, index) => {
      if (!isEvent(event))
        problems.push({ pointer: `/forbid/${index}`, message: `must be one of ${lifecycleEvents.join(', ')}` })
    })
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, forbidden: new Set((forbid as unknown[]).filter(isEvent)) }
}

const isEvent = (value: unknown): value is LifecycleEvent => (lifecycleEvents as readonly unknown[]).includes(value)

/** Events that are not refused in this state. */
export function allowedEvents(from: Lifecycle, rules: LifecycleRules): LifecycleEvent[] {
  return lifecycleEvents.filter((event) => moves[from][event] !== null && rules.ok && !rules.forbidden.has(event))
}

/** The shortest way along allowed moves; empty when already there, null where there is none. */
export function pathTo(from: Lifecycle, to: Lifecycle, rules: LifecycleRules): LifecycleEvent[] | null {
  const ways = new Map<Lifecycle, LifecycleEvent[]>([[from, []]])
  // A Map that grows while it is walked is walked to its new end: breadth first.
  for (const [state, way] of ways) {
    if (state === to) return way
    for (const event of allowedEvents(state, rules)) {
      const next = moves[state][event] as Lifecycle
      if (!ways.has(next)) ways.set(next, [...way, event])
    }
  }
  return null
}

/** States that can be reached from here, this one included. */
export const reachable = (from: Lifecycle, rules: LifecycleRules): Lifecycle[] =>
  lifecycles.filter((to) => pathTo(from, to, rules) !== null)
