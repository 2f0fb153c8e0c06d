import { useState } from 'react'
import { AuditPageDocument, type ActivityFilter } from '../graph/generated.ts'
import { instanceAddress, Link } from '../shell/router.tsx'
import { Empty, Failure, When } from '../ui/controls.tsx'
import { JsonDiff } from '../ui/diff.tsx'
import { shortTime } from '../ui/format.ts'
import { More, usePages } from '../ui/pages.tsx'
import { useNow } from '../ui/use-now.ts'

/** Activities, newest first; each opens to what was there before and after. */
export function ActivityList({ filter, topic }: { filter: ActivityFilter; topic?: string }) {
  const now = useNow()
  const pages = usePages(
    AuditPageDocument,
    { filter, first: 50, after: null },
    ({ activities }) => activities,
    ({ id }) => id,
    {
      topic,
      every: 10_000,
    },
  )
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <Failure error={pages.error} />
      {pages.nodes.length === 0 && !pages.loading && !pages.error && <Empty>Nothing was done.</Empty>}
      <ol className="history">
        {pages.nodes.map(({ id, action, actor, resourceType, resourceId, before, after, changeId, at }) => (
          <li key={id}>
            <button type="button" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
              <b>{action}</b>
              <span className="soft" dir="auto">
                {actor?.displayName ?? actor?.id ?? 'Marquee'} · {resourceType.toLowerCase()} {resourceId}
              </span>
              <When at={at} text={shortTime(at, now)} />
            </button>
            {open === id && (
              <div className="event">
                <JsonDiff from={before ?? undefined} to={after ?? undefined} label="Before and after" />
                <p className="soft">
                  change {changeId}
                  {resourceType === 'Instance' && (
                    <>
                      {' '}
                      · <Link to={instanceAddress(resourceId)}>open {resourceId}</Link>
                    </>
                  )}
                </p>
              </div>
            )}
          </li>
        ))}
      </ol>
      <More pages={pages} />
    </>
  )
}
