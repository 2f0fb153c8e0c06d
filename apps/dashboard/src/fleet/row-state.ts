import type { FleetRowFragment } from '../graph/generated.ts'

export type Row = FleetRowFragment

/** What an operator looks for first; the worst comes first. */
export const attentions = ['failing', 'dark', 'behind', 'stale', 'unseen', 'off', 'well'] as const
export type Attention = (typeof attentions)[number]

export const attentionWords: Record<Attention, { label: string; tone: string; means: string }> = {
  failing: { label: 'Failing', tone: 'bad', means: 'Something about it does not work' },
  dark: { label: 'Dark', tone: 'bad', means: 'Its screens have not been heard of' },
  behind: { label: 'Behind', tone: 'warn', means: 'Its screens show an older revision' },
  stale: { label: 'Not fresh', tone: 'warn', means: 'A flow has to run again' },
  unseen: { label: 'Never seen', tone: 'calm', means: 'No screen has ever shown it' },
  off: { label: 'Off', tone: 'off', means: 'Not started, paused, stopped or archived' },
  well: { label: 'Well', tone: 'good', means: 'Does what it is for' },
}

export type RowState = { attention: Attention; why: string; since: string | null }

/** A screen is given so long to show a change before it counts as behind. */
export const behindAfterMs = 10_000

type Vitals = Pick<
  Row,
  'kind' | 'lifecycle' | 'readiness' | 'presence' | 'conditions' | 'revision' | 'shownRevision' | 'updatedAt'
>

/** How an instance is, why, and since when as far as is known. Only what is ACTIVE has to do something. */
export function stateOf(row: Vitals, now: number): RowState {
  const state = (attention: Attention, why: string, since: string | null = null): RowState => ({
    attention,
    why,
    since,
  })
  if (row.lifecycle !== 'ACTIVE') return state('off', row.lifecycle.toLowerCase())
  const first = row.conditions.toSorted((a, b) => a.since.localeCompare(b.since))[0]
  if (first) return state('failing', `${first.type}: ${first.message}`, first.since)
  if (row.readiness === 'ERROR') return state('failing', 'a flow has failed')
  if (row.presence === 'OFFLINE') return state('dark', 'no screen is there')
  if (row.presence === 'STALE') return state('dark', 'its screens have gone silent')
  const isBehind = row.shownRevision !== null && row.shownRevision < row.revision
  if (isBehind && row.presence === 'ONLINE' && now - Date.parse(row.updatedAt) > behindAfterMs)
    return state('behind', `shows revision ${row.shownRevision} of ${row.revision}`, row.updatedAt)
  if (row.readiness === 'STALE') return state('stale', 'a flow is not fresh')
  if (row.kind === 'DISPLAY' && row.presence === 'NEVER') return state('unseen', 'no screen has ever shown it')
  return state('well', row.readiness === 'RUNNING' ? 'a run is in progress' : 'nothing to do')
}

/** How many rows are in each state. */
export function countStates(rows: readonly Vitals[], now: number): Record<Attention, number> {
  const counts = Object.fromEntries(attentions.map((name) => [name, 0])) as Record<Attention, number>
  for (const row of rows) counts[stateOf(row, now).attention] += 1
  return counts
}
