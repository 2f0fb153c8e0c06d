import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { problemsOf, useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { Link } from '../shell/router.tsx'
import { Button, Empty, Facts, Failure, Field, StateWord } from '../ui/controls.tsx'
import { JsonDiff } from '../ui/diff.tsx'
import { words } from '../ui/format.ts'
import type { Instance, May } from './use-instance.ts'

/** The version it follows, those there are, and what a move to another one would do. */
export function VersionsTab({ instance, may }: { instance: Instance; may: May }) {
  const { data, error } = useQuery(graph.InstanceVersionsDocument, { id: instance.id }, { topic: instance.id })
  const [tried, setTried] = useState<string | null>(null)
  const definition = data?.instance?.definition
  const current = data?.instance?.definitionVersion?.version
  if (!definition) return error ? <Failure error={error} /> : <Empty>Loading…</Empty>
  return (
    <>
      <Facts
        facts={[
          [
            'Definition',
            <Link key="d" to={`/definitions/${definition.id}`}>
              {definition.title ?? definition.typeKey}
            </Link>,
          ],
          ['Version', current],
          ['Upgrades', words(instance.upgradeStrategy)],
          ['At most', instance.maxVersion],
        ]}
      />
      {may.write && <Policy instance={instance} />}
      <ul className="rows">
        {definition.versions.nodes.map(({ id, version, status }) => (
          <li key={id}>
            <b>{version}</b> <StateWord value={status} />
            {version === current && <span className="soft">followed now</span>}
            {may.write && version !== current && (status === 'PUBLISHED' || status === 'DEPRECATED') && (
              <Button onClick={() => setTried(version)}>Try {version}</Button>
            )}
          </li>
        ))}
      </ul>
      {tried && tried !== current && <Upgrade key={tried} instance={instance} version={tried} />}
    </>
  )
}

function Policy({ instance }: { instance: Instance }) {
  const save = useAction(graph.SaveInstanceDocument, instance.id)
  return (
    <Field label="When a newer version is published" error={save.error?.message}>
      {(props) => (
        <select
          value={instance.upgradeStrategy}
          disabled={save.busy}
          onChange={({ target }) =>
            void save.run({
              input: {
                id: instance.id,
                upgradeStrategy: target.value as Instance['upgradeStrategy'],
                idempotencyKey: writeKey(),
              },
            })
          }
          {...props}
        >
          <option value="PIN">stay at this one</option>
          <option value="PATCH">follow patch versions</option>
          <option value="MINOR">follow minor versions</option>
          <option value="LATEST">follow all versions</option>
        </select>
      )}
    </Field>
  )
}

function Upgrade({ instance, version }: { instance: Instance; version: string }) {
  const check = useAction(graph.UpgradeDocument)
  const upgrade = useAction(graph.UpgradeDocument, instance.id)
  const [would, setWould] = useState<Record<string, unknown> | null>(null)
  const dryRun = async (): Promise<void> => {
    const answer = await check.run({ input: { id: instance.id, targetVersion: version, dryRun: true } })
    setWould(answer?.upgradeInstance.instance.effectiveProps ?? null)
  }
  const problems = problemsOf(check.error ?? upgrade.error)
  return (
    <section className="card" aria-label={`Upgrade to ${version}`}>
      <h3>To {version}</h3>
      <p className="actions">
        <Button busy={check.busy} onClick={() => void dryRun()}>
          Check
        </Button>
        <Button
          tone="primary"
          busy={upgrade.busy}
          disabled={would === null}
          onClick={() =>
            void upgrade.run({ input: { id: instance.id, targetVersion: version, idempotencyKey: writeKey() } })
          }
        >
          Move to {version}
        </Button>
      </p>
      <Failure error={check.error ?? upgrade.error} />
      <ul className="field-error">
        {problems.map(({ pointer, message }) => (
          <li key={pointer + message}>
            <code>{pointer || '/'}</code> {message}
          </li>
        ))}
      </ul>
      {would && <JsonDiff from={instance.effectiveProps} to={would} label={`What it would show with ${version}`} />}
    </section>
  )
}
