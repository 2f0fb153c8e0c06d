import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { useMay } from '../instance/use-instance.ts'
import { go, Link, usePlace, withParams } from '../shell/router.tsx'
import { Button, Empty, Facts, Failure, Json, StateWord, Tabs } from '../ui/controls.tsx'
import { JsonDiff } from '../ui/diff.tsx'
import { count, shortTime, words } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'

type Version = graph.VersionFieldsFragment
type Definition = NonNullable<graph.DefinitionPageQuery['definition']>

/** A definition with its versions: what they ask for, how two of them differ, what one of them would do. */
export function DefinitionPage({ id, tab }: { id: string; tab: string | undefined }) {
  const { params } = usePlace()
  const now = useNow()
  const { data, error } = useQuery(graph.DefinitionPageDocument, { id }, { topic: id })
  const definition = data?.definition
  if (!definition)
    return (
      <section className="page">
        <h1>{id}</h1>
        <Failure error={error} />
        {data && <Empty>There is no such definition, or it is not yours to see.</Empty>}
      </section>
    )
  const versions = definition.versions.nodes
  const version =
    versions.find((one) => one.version === params.get('version')) ??
    versions.find((one) => one.id === definition.latestVersion?.id) ??
    versions[0]
  const current = tab === 'diff' || tab === 'impact' ? tab : 'version'
  return (
    <section className="page">
      <header className="page-head">
        <h1 dir="auto">{definition.title ?? definition.typeKey}</h1>
        <StateWord value={definition.status} />
        <Link to={`/?definition=${encodeURIComponent(definition.typeKey)}`}>
          {count(definition.instances.totalCount)} instances
        </Link>
      </header>
      {definition.description && (
        <p className="prose" dir="auto">
          {definition.description}
        </p>
      )}
      <Facts
        facts={[
          ['Type key', <code key="k">{definition.typeKey}</code>],
          ['Kind', words(definition.kind)],
          ['From', words(definition.provisioningSource)],
          ['Project', definition.project.name],
          ['Owner', definition.owner.displayName],
          definition.derivedFrom && [
            'Copied from',
            <Link key="c" to={`/definitions/${definition.derivedFrom.id}`}>
              {definition.derivedFrom.typeKey}
            </Link>,
          ],
          ['Changed', shortTime(definition.updatedAt, now)],
        ]}
      />
      <VersionBar versions={versions} current={version} />
      <Tabs
        current={current}
        tabs={[
          { name: 'version', label: 'Version', to: `/definitions/${id}?${params}` },
          { name: 'diff', label: 'Compare', to: `/definitions/${id}/diff?${params}` },
          { name: 'impact', label: 'Impact', to: `/definitions/${id}/impact?${params}` },
        ]}
      />
      <div className="tab">
        {!version ? (
          <Empty>It has no version.</Empty>
        ) : current === 'diff' ? (
          <Compare versions={versions} to={version} />
        ) : current === 'impact' ? (
          <Impact key={version.id} version={version} />
        ) : (
          <VersionView key={version.id} definition={definition} version={version} />
        )}
      </div>
    </section>
  )
}

function VersionBar({ versions, current }: { versions: readonly Version[]; current: Version | undefined }) {
  return (
    <nav className="switch" aria-label="Version">
      {versions.map(({ id, version, status }) => (
        <Button key={id} aria-pressed={id === current?.id} onClick={() => go(withParams({ version }))}>
          {version} {status !== 'PUBLISHED' && <span className="soft">{words(status)}</span>}
        </Button>
      ))}
    </nav>
  )
}

function VersionView({ definition, version }: { definition: Definition; version: Version }) {
  const now = useNow()
  const may = useMay(definition.id)
  const evaluate = useAction(graph.EvaluateDocument, definition.id)
  const publish = useAction(graph.PublishDocument, definition.id)
  const deprecate = useAction(graph.DeprecateDocument, definition.id)
  const input = { definitionVersionId: version.id, idempotencyKey: writeKey() }
  const holds = (name: string): boolean => may.held.includes('*') || may.held.includes(name)
  const isOpen = version.status === 'DRAFT' || version.status === 'SUBMITTED'
  return (
    <>
      <header className="page-head">
        <h2>{version.version}</h2>
        <StateWord value={version.status} />
        {isOpen && holds('definition.write') && (
          <Button busy={evaluate.busy} onClick={() => void evaluate.run({ input })}>
            Evaluate
          </Button>
        )}
        {isOpen && holds('definition.publish') && (
          <Button tone="primary" busy={publish.busy} onClick={() => void publish.run({ input })}>
            Publish
          </Button>
        )}
        {version.status === 'PUBLISHED' && holds('definition.publish') && (
          <Button tone="danger" busy={deprecate.busy} onClick={() => void deprecate.run({ input })}>
            Deprecate
          </Button>
        )}
      </header>
      <Failure error={evaluate.error ?? publish.error ?? deprecate.error} />
      <Facts
        facts={[
          version.publishedAt && ['Published', shortTime(version.publishedAt, now)],
          version.codeRef && ['Code', <code key="c">{version.codeRef}</code>],
          version.bundleUrl && [
            'Bundle',
            <a key="b" href={version.bundleUrl}>
              {version.bundleUrl.slice(0, 24)}…
            </a>,
          ],
          ['Content hash', <code key="h">{version.contentHash.slice(0, 16)}…</code>],
          version.flowTemplates.length > 0 && ['Flows', version.flowTemplates.map(({ name }) => name).join(', ')],
        ]}
      />
      <Checks version={version} />
      <div className="columns-2">
        <div>
          <h3>Props schema</h3>
          <Json value={version.propsSchema} label="Props schema" />
        </div>
        <div>
          <h3>Default props</h3>
          <Json value={version.defaultProps} label="Default props" />
          {Object.keys(version.parametersSchema).length > 0 && (
            <>
              <h3>Parameters schema</h3>
              <Json value={version.parametersSchema} label="Parameters schema" />
            </>
          )}
        </div>
      </div>
    </>
  )
}

/** What publishing asks of a version: what is wrong, and how much is right. */
function Checks({ version }: { version: Version }) {
  if (!version.evaluation) return null
  const { checks } = version.evaluation
  const told = checks.filter(({ ok, message }) => !ok || message)
  return (
    <>
      <p className="soft">
        {count(checks.filter(({ ok }) => ok).length)} of {count(checks.length)} checks passed
      </p>
      <ul className="checks">
        {told.map(({ name, ok, message, pointer }) => (
          <li key={name + pointer + message}>
            <span className={`dot ${ok ? 'warn' : 'bad'}`} aria-hidden="true" /> {name}{' '}
            {pointer && <code>{pointer}</code>} {message && <span className="soft">{message}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

const compared = [
  'propsSchema',
  'defaultProps',
  'parametersSchema',
  'flowTemplates',
  'lifecycleTemplate',
  'childRequirements',
] as const

function Compare({ versions, to }: { versions: readonly Version[]; to: Version }) {
  const { params } = usePlace()
  const place = versions.indexOf(to)
  const from =
    versions.find(({ version }) => version === params.get('from')) ??
    versions[place + 1] ??
    versions.find((one) => one !== to)
  if (!from) return <Empty>There is no other version to compare with.</Empty>
  return (
    <>
      <p>
        <label>
          From{' '}
          <select
            value={from.version}
            onChange={({ target }) => go(withParams({ from: target.value }), { replace: true })}
          >
            {versions.map(({ id, version }) => (
              <option key={id}>{version}</option>
            ))}
          </select>
        </label>{' '}
        to <b>{to.version}</b>
        {from.codeRef === to.codeRef && from.bundleUrl === to.bundleUrl ? ', with the same code' : ', with other code'}
      </p>
      {compared.map((part) => (
        <JsonDiff
          key={part}
          from={from[part]}
          to={to[part]}
          label={words(part.replace(/[A-Z]/g, (letter) => ` ${letter}`))}
        />
      ))}
    </>
  )
}

function Impact({ version }: { version: Version }) {
  const { data, error } = useQuery(graph.ImpactDocument, { id: version.id })
  const [shown, setShown] = useState<string | null>(null)
  const impact = data?.checkDefinitionVersion
  if (!impact) return error ? <Failure error={error} /> : <Empty>Checking every instance…</Empty>
  return (
    <>
      <p className="tally">
        If {version.version} is published, <strong>{count(impact.moves)}</strong> instances move to it,{' '}
        <strong>{count(impact.breaks)}</strong> cannot because their props or config do not fit, and{' '}
        <strong>{count(impact.stays)}</strong> stay where they are.
      </p>
      <ul className="rows">
        {impact.instances.map(({ instance, verdict, problems }) => (
          <li key={instance.id}>
            <Link to={`/instances/${instance.id}`} dir="auto">
              {instance.name ?? instance.id}
            </Link>{' '}
            <StateWord value={verdict} tone={/break/i.test(verdict) ? 'bad' : 'calm'} />
            {problems.length > 0 && (
              <Button
                tone="quiet"
                aria-expanded={shown === instance.id}
                onClick={() => setShown(shown === instance.id ? null : instance.id)}
              >
                {count(problems.length)} problems
              </Button>
            )}
            {shown === instance.id && <Json value={problems} label={`Problems of ${instance.name ?? instance.id}`} />}
          </li>
        ))}
      </ul>
    </>
  )
}
