import type { InstanceFilter } from '@marquee/sdk'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { FleetCountDocument } from '../graph/generated.ts'
import { holds, useSession } from '../graph/session.ts'
import { useQuery } from '../graph/use-query.ts'
import { go, Link, usePlace, withParams } from '../shell/router.tsx'
import { Button, Empty, Failure } from '../ui/controls.tsx'
import { count } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { columns, columnsNamed, columnsOf, narrowColumns } from './columns.tsx'
import { readFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { FleetTable, type Selection } from './fleet-table.tsx'
import { createOrdering } from './order-rows.ts'
import { attentions, attentionWords, countStates, stateOf, type Attention, type Row } from './row-state.ts'
import { useFleet, type Fleet } from './use-fleet.ts'

const FleetMap = lazy(() => import('../map/fleet-map.tsx'))
const liveMax = 10_000

/** All instances that match, as a table or a map. `open` is shown beside it. */
export function FleetPage({ open }: { open: string | null }) {
  const { params } = usePlace()
  const { permissions, viewer } = useSession()
  const { filter, problems } = readFilter(params)
  const fleet = useFleet(filter)
  const now = useNow()
  const slow = Math.floor(now / 5_000) * 5_000
  const counts = useMemo(() => countStates(fleet.rows, slow), [fleet.rows, slow])
  const attention = attentions.find((name) => name === params.get('state')) ?? null
  const rows = useRows(fleet, attention, params.get('sort') ?? 'name', slow)
  const isMap = params.get('view') === 'map'
  // Who has roles at some node only may try: what they may not change, the server says of each.
  const isLocal = viewer != null && permissions.size === 0
  const may = {
    write: isLocal || holds(permissions, 'instance.write'),
    lifecycle: isLocal || holds(permissions, 'instance.lifecycle'),
  }
  const { selection, chosen, clear } = useSelection(rows)
  const [isBulk, setBulk] = useState(false)
  return (
    <section className="fleet" aria-label="Fleet">
      <header className="page-head">
        <h1>Fleet</h1>
        <FleetTotals fleet={fleet} filter={filter} />
        <ViewSwitch isMap={isMap} />
        {!isMap && open === null && <ColumnMenu />}
      </header>
      <FilterBar problems={problems} />
      <AttentionBar counts={counts} total={fleet.rows.length} current={attention} />
      <Failure error={fleet.error} />
      {chosen.length > 0 && (
        <div className="bulk-bar" role="status">
          <span>
            {count(chosen.length)} selected{selection.isAll && ': all that match'}
          </span>
          <Button tone="primary" onClick={() => setBulk(true)}>
            Change…
          </Button>
          <Button tone="quiet" onClick={clear}>
            Clear selection
          </Button>
        </div>
      )}
      {isMap ? (
        <Suspense fallback={<Empty>Loading the map…</Empty>}>
          <FleetMap rows={rows} now={slow} open={open} />
        </Suspense>
      ) : rows.length === 0 ? (
        <Empty>{fleet.complete ? 'Nothing matches.' : 'Loading…'}</Empty>
      ) : (
        <FleetTable
          rows={rows}
          columns={open === null ? columnsOf(params) : columnsNamed(narrowColumns)}
          order={orderOf(params)}
          open={open}
          selection={may.write || may.lifecycle ? selection : null}
          now={now}
        />
      )}
      {isBulk && (
        <BulkDialog
          rows={chosen}
          everything={selection.isAll && attention === null ? filter : null}
          byId={fleet.byId}
          may={may}
          onClose={() => setBulk(false)}
        />
      )}
    </section>
  )
}

function orderOf(params: URLSearchParams) {
  const sort = params.get('sort') ?? 'name'
  return { by: sort.replace(/^-/, ''), down: sort.startsWith('-') }
}

function useRows(fleet: Fleet, attention: Attention | null, sort: string, now: number): Row[] {
  const ordering = useRef(createOrdering())
  return useMemo(() => {
    const narrowed = attention ? fleet.rows.filter((row) => stateOf(row, now).attention === attention) : fleet.rows
    const down = sort.startsWith('-')
    const column = columns.find(({ name }) => name === sort.replace(/^-/, ''))
    return ordering.current(narrowed, column, down, now)
  }, [fleet.rows, attention, sort, now])
}

/** Rows picked one by one, or all that match, whoever comes and goes. */
function useSelection(rows: readonly Row[]) {
  const [picked, setPicked] = useState<ReadonlySet<string> | 'all'>(new Set())
  const chosen = useMemo(() => (picked === 'all' ? rows : rows.filter(({ id }) => picked.has(id))), [rows, picked])
  const toggle = useRef((id: string) => id as unknown as void)
  toggle.current = (id) => {
    const next = new Set(picked === 'all' ? rows.map((row) => row.id) : picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const stable = useMemo(() => (id: string) => toggle.current(id), [])
  const selection: Selection = {
    has: (id) => picked === 'all' || picked.has(id),
    isAll: picked === 'all',
    count: chosen.length,
    toggle: stable,
    toggleAll: () => setPicked(picked === 'all' ? new Set() : 'all'),
  }
  return { selection, chosen, clear: () => setPicked(new Set()) }
}

function FleetTotals({ fleet, filter }: { fleet: Fleet; filter: InstanceFilter }) {
  const isCut = fleet.complete && fleet.rows.length >= liveMax
  const { data } = useQuery(FleetCountDocument, { filter }, { pause: !isCut })
  const total = data?.instances.totalCount ?? fleet.rows.length
  return (
    <p className="totals" role="status">
      <span className={`live ${fleet.state}`}>{fleet.state === 'live' ? 'live' : fleet.state}</span>{' '}
      {fleet.complete ? count(total) : `${count(fleet.rows.length)}…`} {total === 1 ? 'instance' : 'instances'}
      {isCut && total > liveMax && `, the oldest ${count(liveMax)} of them here: narrow the filter to see others`}
    </p>
  )
}

function ViewSwitch({ isMap }: { isMap: boolean }) {
  return (
    <nav className="switch" aria-label="View">
      <Link to={withParams({ view: null })} aria-current={isMap ? undefined : 'true'}>
        Table
      </Link>
      <Link to={withParams({ view: 'map' })} aria-current={isMap ? 'true' : undefined}>
        Map
      </Link>
    </nav>
  )
}

function ColumnMenu() {
  const { params } = usePlace()
  const shown = columnsOf(params).map(({ name }) => name)
  const toggle = (name: string): void => {
    const next = shown.includes(name) ? shown.filter((other) => other !== name) : [...shown, name]
    go(withParams({ cols: next.length > 0 ? next.join(',') : 'none' }), { replace: true })
  }
  return (
    <details className="menu right columns">
      <summary>Columns</summary>
      <div className="menu-body">
        {columns.map(({ name, label }) => (
          <label key={name}>
            <input type="checkbox" checked={shown.includes(name)} onChange={() => toggle(name)} /> {label}
          </label>
        ))}
      </div>
    </details>
  )
}

type AttentionProps = { counts: Record<Attention, number>; total: number; current: Attention | null }

function AttentionBar({ counts, total, current }: AttentionProps) {
  return (
    <nav className="attention" aria-label="State">
      <Link to={withParams({ state: null })} aria-current={current === null ? 'true' : undefined}>
        All <b>{count(total)}</b>
      </Link>
      {attentions.map((name) =>
        counts[name] > 0 || name === current ? (
          <Link
            key={name}
            to={withParams({ state: name })}
            aria-current={name === current ? 'true' : undefined}
            title={attentionWords[name].means}
          >
            <span className={`dot ${attentionWords[name].tone}`} aria-hidden="true" /> {attentionWords[name].label}{' '}
            <b>{count(counts[name])}</b>
          </Link>
        ) : null,
      )}
    </nav>
  )
}
