import * as graph from '../graph/generated.ts'
import { holds, useSession } from '../graph/session.ts'
import { go, usePlace, withParams } from '../shell/router.tsx'
import { Button, Failure } from '../ui/controls.tsx'
import { count, words } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { RunList } from './run-list.tsx'

const statuses = [
  'SCHEDULED',
  'QUEUED',
  'BLOCKED',
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
  'CRASHED',
  'SKIPPED',
] as const
const shortcuts: { label: string; statuses: readonly string[] }[] = [
  { label: 'All', statuses: [] },
  { label: 'Going on', statuses: ['SCHEDULED', 'QUEUED', 'BLOCKED', 'RUNNING'] },
  { label: 'Went wrong', statuses: ['FAILED', 'CRASHED'] },
  { label: 'Succeeded', statuses: ['SUCCEEDED'] },
]
const refreshMs = 2_000

/** Runs of all instances. There is no feed over all of them: the list is read again every two seconds. */
export function RunsPage() {
  const { params } = usePlace()
  const { permissions } = useSession()
  const chosen = (params.get('status') ?? '').split(',').filter(Boolean)
  const filter: graph.RunFilter = {
    ...(chosen.length > 0 && { statuses: statuses.filter((status) => chosen.includes(status)) }),
    ...(params.get('instance') && { instanceId: params.get('instance') }),
  }
  const pages = usePages(
    graph.RunsPageDocument,
    { filter, first: 50, after: null },
    ({ runs }) => runs,
    ({ id }) => id,
    {
      topic: 'runs',
      every: refreshMs,
    },
  )
  return (
    <section className="page">
      <header className="page-head">
        <h1>Runs</h1>
        <p className="totals" role="status">
          {pages.total !== null && `${count(pages.total)} runs`}
        </p>
      </header>
      <nav className="attention" aria-label="State">
        {shortcuts.map(({ label, statuses: wanted }) => (
          <Button
            key={label}
            aria-pressed={wanted.join() === chosen.join()}
            onClick={() => go(withParams({ status: wanted.join() }))}
          >
            {label}
          </Button>
        ))}
        <select
          aria-label="One state"
          value={chosen.length === 1 ? chosen[0] : ''}
          onChange={({ target }) => go(withParams({ status: target.value }))}
        >
          <option value="">any state</option>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {words(status)}
            </option>
          ))}
        </select>
        {params.get('instance') && (
          <Button onClick={() => go(withParams({ instance: null }))} aria-label="Remove the filter by instance">
            of {params.get('instance')} ×
          </Button>
        )}
      </nav>
      <Failure error={pages.error} />
      {(pages.nodes.length > 0 || !pages.loading) && (
        <RunList runs={pages.nodes} mayRun={holds(permissions, 'run.trigger')} topic="runs" withInstance />
      )}
      <More pages={pages} />
    </section>
  )
}
