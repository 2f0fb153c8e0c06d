import type { ReactNode } from 'react'
import { attentionWords, stateOf } from '../fleet/row-state.ts'
import { FlowsTab } from '../runs/flows-tab.tsx'
import { address, instanceAddress, Link, usePlace } from '../shell/router.tsx'
import { Empty, Failure, StateWord, Tabs } from '../ui/controls.tsx'
import { age } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import { AboutTab } from './about-tab.tsx'
import { ActivityTab } from './activity-tab.tsx'
import { BindingsTab } from './bindings-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { LayersTab } from './layers-tab.tsx'
import { LifecycleButtons } from './lifecycle-buttons.tsx'
import { PropsTab } from './props-tab.tsx'
import { ScreenFrame } from './screen-frame.tsx'
import { TreeTab } from './tree-tab.tsx'
import { useInstance, useMay, type Instance, type May } from './use-instance.ts'
import { VersionsTab } from './versions-tab.tsx'

type TabProps = { instance: Instance; may: May }

const tabs: {
  name: string
  label: string
  render: (props: TabProps) => ReactNode
  isOffered?: (props: TabProps) => boolean
}[] = [
  { name: 'props', label: 'Props', render: (props) => <PropsTab {...props} /> },
  { name: 'layers', label: 'Layers', render: (props) => <LayersTab {...props} /> },
  {
    name: 'runs',
    label: 'Runs',
    render: (props) => <FlowsTab {...props} />,
    isOffered: ({ instance }) => instance.flows.length > 0,
  },
  { name: 'history', label: 'History', render: (props) => <HistoryTab {...props} /> },
  { name: 'bindings', label: 'Bindings', render: (props) => <BindingsTab {...props} /> },
  {
    name: 'version',
    label: 'Version',
    render: (props) => <VersionsTab {...props} />,
    isOffered: ({ instance }) => instance.definition !== null,
  },
  { name: 'tree', label: 'Tree', render: (props) => <TreeTab {...props} /> },
  { name: 'about', label: 'About', render: (props) => <AboutTab {...props} /> },
  {
    name: 'activity',
    label: 'Activity',
    render: (props) => <ActivityTab {...props} />,
    isOffered: ({ may }) => may.audit,
  },
]

/** One instance: what it shows, and everything that can be seen and done about it. */
export function InstancePage({ id, tab }: { id: string; tab: string | undefined }) {
  const { params } = usePlace()
  const { instance, error, isDeleted } = useInstance(id)
  const may = useMay(id)
  const close = (
    <Link className="close" to={address([], params)} aria-label="Close">
      ×
    </Link>
  )
  if (!instance || isDeleted)
    return (
      <article className="detail" aria-label="Instance">
        <header className="detail-head">
          <h2>{id}</h2>
          {close}
        </header>
        {instance === undefined && !error ? <Empty>Loading…</Empty> : <Failure error={error} />}
        {(instance === null || isDeleted) && (
          <Empty>{isDeleted ? 'It was deleted.' : 'There is no such instance, or it is not yours to see.'}</Empty>
        )}
      </article>
    )
  // A dataset is about its runs first, a screen about what it shows.
  const first = instance.kind !== 'DISPLAY' && instance.flows.length > 0 ? 'runs' : 'props'
  const offered = tabs.filter(({ isOffered }) => isOffered?.({ instance, may }) ?? true)
  const current = offered.find(({ name }) => name === (tab ?? first)) ?? offered[0]!
  return (
    <article className="detail" aria-labelledby="detail-title">
      <DetailHead instance={instance} may={may} close={close} />
      {instance.kind === 'DISPLAY' && <ScreenFrame instance={instance} />}
      <Tabs
        current={current.name}
        tabs={offered.map(({ name, label }) => ({
          name,
          label,
          to: instanceAddress(id, name === first ? undefined : name),
        }))}
      />
      <div className="tab" key={`${id} ${current.name}`}>
        {current.render({ instance, may })}
      </div>
    </article>
  )
}

function DetailHead({ instance, may, close }: TabProps & { close: ReactNode }) {
  const now = useNow()
  const { attention, why, since } = stateOf(instance, now)
  const { label, tone } = attentionWords[attention]
  return (
    <header className="detail-head">
      <div>
        <h2 id="detail-title" dir="auto">
          {instance.name ?? instance.id}
        </h2>
        <p className="soft">
          <StateWord value={instance.lifecycle} />
          {attention !== 'off' && (
            <span className={`state ${tone}`}>
              {label}
              {attention !== 'well' && `: ${why}`}
              {since && `, for ${age(since, now)}`}
            </span>
          )}
          {instance.readiness && <StateWord value={instance.readiness} title="Readiness" />}
          <span>
            revision <b className="revision">{instance.revision}</b>
          </span>
        </p>
      </div>
      <div className="actions">
        {may.lifecycle && <LifecycleButtons instance={instance} />}
        {close}
      </div>
      {instance.health.problems.length > 0 && (
        <ul className="problems">
          {instance.health.problems.map(({ message, severity, source }) => (
            <li key={`${source} ${message}`}>
              <span className={`dot ${severity === 'UNHEALTHY' ? 'bad' : 'warn'}`} aria-hidden="true" /> {message}
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
