import type { ScreenState } from '../../../../schema/enums.ts'
import type { Condition, Observation } from '../../../../schema/events.ts'
import { presenceOf, type SessionPresence } from './presence.ts'

/** Screens that stand alike, as far as their instance is judged by them. */
export type ScreenGroup = {
  presence: SessionPresence
  state: ScreenState
  count: number
  /** The first of them. */
  stateSince: string
  /** The last of them. */
  lastSeenAt: string
  /** The least that they have painted; null where none of them has painted anything. */
  shownRevision: number | null
  /** Of the one that was heard of last. */
  lastShownRevision: number | null
  behindSince: string | null
  error: string | null
}

/** A newer revision may wait so long before its screen is behind. */
export const behindAfterMs = 15_000

/**
 * What is observed of an instance by its screens. Those that are given up (OFFLINE) count only where no other is left:
 * what they show is not known any more, and what they complained of neither.
 */
export function observationOf(groups: readonly ScreenGroup[]): Observation & { problems: Condition[] } {
  const living = groups.filter(({ presence }) => presence !== 'OFFLINE')
  const [last] = groups.toSorted((a, b) => (a.lastSeenAt > b.lastSeenAt ? -1 : 1))
  return {
    presence: presenceOf(groups.map(({ presence }) => presence)),
    shownRevision: living.length > 0 ? shownBy(living) : (last?.lastShownRevision ?? null),
    problems: conditionsOf(living),
  }
}

/** The least that every one of them has painted. */
function shownBy(groups: readonly ScreenGroup[]): number | null {
  const shown = groups.map(({ shownRevision }) => shownRevision)
  return shown.includes(null) ? null : Math.min(...(shown as number[]))
}

function conditionsOf(living: readonly ScreenGroup[]): Condition[] {
  const total = sum(living)
  const problems = living.flatMap(problemsOf)
  return ['ScreenStuck', 'ScreenError', 'ScreenBehind'].flatMap((type) => {
    const found = problems.filter((problem) => problem.type === type).sort((a, b) => (a.since < b.since ? -1 : 1))
    const [first] = found
    if (!first) return []
    const screens = sum(found)
    const message = total > 1 ? `${first.message} (${screens} of ${total} screens)` : first.message
    return [{ type, message, since: first.since, details: { screens, living: total } }]
  })
}

type Problem = { type: string; since: string; message: string; count: number }

function problemsOf({ state, stateSince: since, error, behindSince, count }: ScreenGroup): Problem[] {
  const problems: Problem[] = []
  if (state === 'STUCK')
    problems.push({ type: 'ScreenStuck', since, count, message: error ?? 'The component does not answer.' })
  else if (state === 'FAILED' || error !== null)
    problems.push({ type: 'ScreenError', since, count, message: error ?? 'The component cannot be shown.' })
  if (behindSince !== null)
    problems.push({ type: 'ScreenBehind', since: behindSince, count, message: 'The newest revision is not shown yet.' })
  return problems
}

const sum = (counted: readonly { count: number }[]) => counted.reduce((total, { count }) => total + count, 0)
