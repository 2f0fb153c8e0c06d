import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState } from 'react'
import { go, instanceAddress, Link, withParams } from '../shell/router.tsx'
import { useMedia, phone } from '../ui/use-media.ts'
import { useRowKeys } from './use-row-keys.ts'
import type { Column } from './columns.tsx'
import type { Order } from './order-rows.ts'
import { attentionWords, stateOf, type Row } from './row-state.ts'
import { excerpt } from '../ui/excerpt.ts'

export type Selection = {
  has: (id: string) => boolean
  isAll: boolean
  count: number
  toggle: (id: string) => void
  toggleAll: () => void
}

type TableProps = {
  rows: readonly Row[]
  columns: readonly Column[]
  order: Order
  open: string | null
  /** Null for who may change nothing: then there is nothing to select for. */
  selection: Selection | null
  now: number
}

const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The rows that are in view and a few beside them, of however many there are. */
export function FleetTable({ rows, columns, order, open, selection, now }: TableProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const isPhone = useMedia(phone)
  const [active, setActive] = useState(-1)
  const height = (isPhone ? 3.75 : 2.25) * rem()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (index) => rows[index]!.id,
    // A row that has the focus stays, wherever the list is scrolled to.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return active < 0 || active >= rows.length || seen.includes(active) ? seen : [...seen, active]
    },
  })
  useEffect(() => virtual.measure(), [virtual, height])
  useRowKeys({
    rows,
    active,
    scroll,
    open,
    scrollTo: (index) => virtual.scrollToIndex(index),
    toggle: selection?.toggle,
  })
  const tracks = [selection ? '2.25rem' : '0.75rem', 'minmax(9rem, 1.5fr)', ...columns.map(({ width }) => width)].join(
    ' ',
  )

  return (
    <div
      className="grid"
      role="table"
      aria-label="Instances"
      aria-rowcount={rows.length + 1}
      ref={scroll}
      tabIndex={-1}
    >
      {!isPhone && <TableHead columns={columns} order={order} selection={selection} tracks={tracks} />}
      <div className="grid-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!
          return (
            <div
              key={row.id}
              className="grid-row"
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={row.id === open}
              data-id={row.id}
              data-index={item.index}
              style={{
                transform: `translateY(${item.start}px)`,
                height,
                gridTemplateColumns: isPhone ? undefined : tracks,
              }}
              onFocus={() => setActive(item.index)}
              onClick={(event) => {
                if (!(event.target as Element).closest('a, input, button')) go(instanceAddress(row.id))
              }}
            >
              <RowCells
                row={row}
                columns={columns}
                isPhone={isPhone}
                isChosen={selection?.has(row.id) ?? false}
                toggle={selection?.toggle}
                // A second more or less shows in ages alone, which are minutes mostly.
                now={Math.floor(now / 5_000) * 5_000}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

type CellsProps = {
  row: Row
  columns: readonly Column[]
  isPhone: boolean
  isChosen: boolean
  toggle: ((id: string) => void) | undefined
  now: number
}

const RowCells = memo(function RowCells({ row, columns, isPhone, isChosen, toggle, now }: CellsProps) {
  const node = useRef<HTMLSpanElement>(null)
  const before = useRef(row.revision)
  useEffect(() => {
    if (before.current === row.revision) return
    before.current = row.revision
    flash(node.current?.closest('.grid-row'))
  }, [row.revision])
  const { attention, why } = stateOf(row, now)
  const name = row.name ?? row.id
  return (
    <>
      <span role="cell" className="choose" ref={node}>
        {toggle && (
          <input
            type="checkbox"
            aria-label={`Select ${name}`}
            checked={isChosen}
            onChange={() => toggle(row.id)}
            tabIndex={-1}
          />
        )}
      </span>
      <span role="rowheader" className="name">
        {(isPhone || !columns.some((column) => column.name === 'state')) && (
          <span className={`dot ${attentionWords[attention].tone}`} title={why} aria-hidden="true" />
        )}
        <Link to={instanceAddress(row.id)} dir="auto">
          {name}
        </Link>
      </span>
      {isPhone ? (
        <span role="cell" className="second soft" dir="auto">
          {attention === 'well' ? '' : `${attention === 'off' ? why : attentionWords[attention].label} · `}
          {excerpt(row.effectiveProps) || row.kind.toLowerCase()}
        </span>
      ) : (
        columns.map((column) => (
          <span key={column.name} role="cell" className={column.className}>
            {column.cell(row, now)}
          </span>
        ))
      )}
    </>
  )
})

function flash(row: Element | null | undefined): void {
  if (!row || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  row.animate([{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }], {
    duration: 1_200,
    easing: 'ease-out',
  })
}

type HeadProps = Pick<TableProps, 'columns' | 'order' | 'selection'> & { tracks: string }

function TableHead({ columns, order, selection, tracks }: HeadProps) {
  const heads = [{ name: 'name', label: 'Name', className: '' }, ...columns]
  const sortBy = (name: string): void => {
    const down = order.by === name && !order.down
    go(withParams({ sort: name === 'name' && !down ? null : `${down ? '-' : ''}${name}` }), { replace: true })
  }
  return (
    <div className="grid-head" role="rowgroup">
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
        <span role="columnheader" className="choose">
          {selection && (
            <input
              type="checkbox"
              aria-label="Select all that match"
              checked={selection.isAll}
              ref={(input) => {
                if (input) input.indeterminate = !selection.isAll && selection.count > 0
              }}
              onChange={selection.toggleAll}
            />
          )}
        </span>
        {heads.map(({ name, label, className }) => (
          <span
            key={name}
            role="columnheader"
            className={className}
            aria-sort={order.by === name ? (order.down ? 'descending' : 'ascending') : undefined}
          >
            <button type="button" onClick={() => sortBy(name)}>
              {label}
              {order.by === name && <i aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</i>}
            </button>
          </span>
        ))}
      </div>
    </div>
  )
}
