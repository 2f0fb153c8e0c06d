import { AppError } from '../../../../kit/errors/app-error.ts'
import type { GeoPoint } from '../../../../kit/pure/geo.ts'
import { decodePageCursor, encodePageCursor, type PageKeys } from '../../../../kit/pure/ids/page-cursor.ts'
import type { InstanceRow } from './instance-row.ts'
import { chordSql, type Params } from './search-conditions.sql.ts'

export type InstanceOrder = 'CREATED_ASC' | 'CREATED_DESC' | 'NAME_ASC' | 'UPDATED_DESC' | 'DISTANCE_ASC'

/** A row of a page: the state and, in order of distance, the chord that it was sorted by. */
export type PageRow = InstanceRow & { chord: number | null }

/** How one order sorts, pages and names its cursors. */
export type Ordering = {
  /** Further columns of the select list, or ''. */
  columns: string
  /** ORDER BY over the table's alias `i`, and over the finished rows `r`. */
  by: string
  byRow: string
  /** WHERE conditions of what follows the cursor. Several: the rows of each come after those of the one before. */
  after(cursor: string): string[]
  cursorOf(row: PageRow): string
}

/** BAD_USER_INPUT for DISTANCE_ASC without a point; `after` throws it for a cursor that is broken or of another order. */
export function ordering(params: Params, order: InstanceOrder, point: GeoPoint | undefined): Ordering {
  switch (order) {
    case 'CREATED_ASC':
      return byTime(params, order, 'created_at', 'ASC')
    case 'CREATED_DESC':
      return byTime(params, order, 'created_at', 'DESC')
    case 'UPDATED_DESC':
      return byTime(params, order, 'updated_at', 'DESC')
    case 'NAME_ASC':
      return byName(params)
    case 'DISTANCE_ASC':
      if (!point) throw new AppError('BAD_USER_INPUT', { public: 'DISTANCE_ASC needs filter.near.' })
      return byDistance(params, point)
  }
}

function byTime(
  params: Params,
  order: InstanceOrder,
  column: 'created_at' | 'updated_at',
  direction: 'ASC' | 'DESC',
): Ordering {
  return {
    columns: '',
    by: `i.${column} ${direction}, i.id ${direction}`,
    byRow: `r.${column} ${direction}, r.id ${direction}`,
    after(cursor) {
      const [time, id] = keysOf(cursor, order, [isTime, isText])
      const than = direction === 'ASC' ? '>' : '<'
      return [`(i.${column}, i.id) ${than} (${params.add(time, 'timestamptz')}, ${params.add(id, 'text')})`]
    },
    cursorOf: (row) => encodePageCursor(order, [row[column], row.id]),
  }
}

/** Those without a name come last. After a name there are two ranges of the index, an OR would make it a full scan. */
function byName(params: Params): Ordering {
  return {
    columns: '',
    by: 'i.name ASC NULLS LAST, i.id ASC',
    byRow: 'r.name ASC NULLS LAST, r.id ASC',
    after(cursor) {
      const [name, id] = keysOf(cursor, 'NAME_ASC', [(key) => key === null || isText(key), isText])
      const idParam = params.add(id, 'text')
      if (name === null) return [`i.name IS NULL AND i.id > ${idParam}`]
      return [`(i.name, i.id) > (${params.add(name, 'text')}, ${idParam})`, 'i.name IS NULL']
    },
    cursorOf: (row) => encodePageCursor('NAME_ASC', [row.name, row.id]),
  }
}

/** By chord: the planner chooses between the GiST index, which is in that order, and sorting what a box found. */
function byDistance(params: Params, { lat, lng }: GeoPoint): Ordering {
  const chord = chordSql(params, { lat, lng })
  // Distances from another point mean nothing here.
  const name = `DISTANCE_ASC:${lat},${lng}`
  return {
    columns: `, ${chord} AS chord`,
    by: `${chord} ASC, i.id ASC`,
    byRow: 'r.chord ASC, r.id ASC',
    after(cursor) {
      const [distance, id] = keysOf(cursor, name, [(key) => typeof key === 'number', isText])
      return [`(${chord}, i.id) > (${params.add(distance, 'float8')}, ${params.add(id, 'text')})`]
    },
    cursorOf: (row) => encodePageCursor(name, [row.chord, row.id]),
  }
}

function keysOf(cursor: string, order: string, checks: ((key: PageKeys[number]) => boolean)[]): PageKeys {
  const keys = decodePageCursor(cursor, order)
  if (keys?.length === checks.length && checks.every((check, index) => check(keys[index] as PageKeys[number])))
    return keys
  throw new AppError('BAD_USER_INPUT', {
    public: 'after: is not a cursor of this list in this order.',
    details: { problems: [{ pointer: '/after', message: 'is not a cursor of this list in this order' }] },
  })
}

function isText(key: PageKeys[number]): boolean {
  return typeof key === 'string' && key.isWellFormed() && !key.includes('\0')
}

/** As our own rows say it; Date.parse alone lets the 31st of February pass. */
function isTime(key: PageKeys[number]): boolean {
  const time = typeof key === 'string' && /^\d{4}-/.test(key) ? Date.parse(key) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString() === key
}
