import type { ReactNode } from 'react'
import { When } from '../ui/controls.tsx'
import { excerpt } from '../ui/excerpt.ts'
import { age, words } from '../ui/format.ts'
import { attentions, attentionWords, stateOf, type Row } from './row-state.ts'

export type Column = {
  name: string
  label: string
  /** Track of the grid. */
  width: string
  /** What rows are ordered by. */
  sort: (row: Row, now: number) => string | number
  cell: (row: Row, now: number) => ReactNode
  className?: string
}

const text = (name: string, label: string, width: string, read: (row: Row) => string | null | undefined): Column => ({
  name,
  label,
  width,
  sort: (row) => read(row) ?? '',
  cell: (row) => <span dir="auto">{read(row) || '–'}</span>,
})

const placeOf = ({ placement }: Row): string | null =>
  placement?.location ?? (placement?.geo ? `${placement.geo.lat.toFixed(2)}, ${placement.geo.lng.toFixed(2)}` : null)

export const columns: readonly Column[] = [
  {
    name: 'state',
    label: 'State',
    width: '8.5rem',
    sort: (row, now) => attentions.indexOf(stateOf(row, now).attention),
    cell: (row, now) => {
      const { attention, why, since } = stateOf(row, now)
      const { label, tone } = attentionWords[attention]
      return (
        <span className={`state ${tone}`} title={why}>
          {attention === 'off' ? why : label}
          {since && <small> {age(since, now)}</small>}
        </span>
      )
    },
  },
  {
    name: 'shows',
    label: 'Shows',
    width: 'minmax(12rem, 3fr)',
    sort: (row) => excerpt(row.effectiveProps),
    cell: (row) => <span dir="auto">{excerpt(row.effectiveProps, 160)}</span>,
    className: 'soft',
  },
  text('kind', 'Kind', '7rem', ({ kind }) => words(kind)),
  text('definition', 'Definition', 'minmax(7rem, 1fr)', ({ definition }) => definition?.title ?? definition?.typeKey),
  text('version', 'Version', '5rem', ({ definitionVersion }) => definitionVersion?.version),
  text('lifecycle', 'Lifecycle', '6rem', ({ lifecycle }) => words(lifecycle)),
  text('presence', 'Presence', '6rem', ({ presence }) => words(presence)),
  text('readiness', 'Readiness', '6rem', ({ readiness }) => readiness && words(readiness)),
  text('place', 'Place', 'minmax(7rem, 1fr)', placeOf),
  text('timezone', 'Time zone', '9rem', ({ placement }) => placement?.timezone),
  text('device', 'Device', '7rem', ({ placement }) => placement?.device),
  text('tags', 'Tags', 'minmax(7rem, 1fr)', ({ placement }) => placement?.tags.join(', ')),
  text('visibility', 'Visibility', '6rem', ({ visibility }) => words(visibility)),
  text('policy', 'Upgrades', '6rem', ({ upgradeStrategy }) => words(upgradeStrategy)),
  text('id', 'Id', '8rem', ({ id }) => id),
  {
    name: 'revision',
    label: 'Revision',
    width: '5rem',
    sort: (row) => row.revision,
    cell: (row) => row.revision,
    className: 'number',
  },
  {
    name: 'shown',
    label: 'Shown',
    width: '5rem',
    sort: (row) => row.shownRevision ?? -1,
    cell: (row) => row.shownRevision ?? '–',
    className: 'number',
  },
  {
    name: 'changed',
    label: 'Changed',
    width: '5.5rem',
    sort: (row) => row.updatedAt,
    cell: (row, now) => <When at={row.updatedAt} text={age(row.updatedAt, now)} />,
    className: 'number',
  },
  {
    name: 'created',
    label: 'Created',
    width: '5.5rem',
    sort: (row) => row.createdAt,
    cell: (row, now) => <When at={row.createdAt} text={age(row.createdAt, now)} />,
    className: 'number',
  },
]

const shownAtFirst = ['state', 'shows', 'definition', 'place', 'revision', 'changed']
/** Beside an open instance there is room for these. */
export const narrowColumns = ['shows']

/** The columns that an address asks for, in its order. The name is always there. */
export function columnsOf(params: URLSearchParams): Column[] {
  const wanted = params.get('cols')?.split(',') ?? shownAtFirst
  return wanted.flatMap((name) => columns.find((column) => column.name === name) ?? [])
}

export const columnsNamed = (names: readonly string[]): Column[] => columns.filter(({ name }) => names.includes(name))
