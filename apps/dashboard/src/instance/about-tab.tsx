import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { address, instanceAddress, Link } from '../shell/router.tsx'
import { Button, Copy, Facts, Failure, Field, Json } from '../ui/controls.tsx'
import { shortTime, words } from '../ui/format.ts'
import { useNow } from '../ui/use-now.ts'
import type { Instance, May } from './use-instance.ts'

/** Where it stands, whose it is, what may be done with it, and its settings. */
export function AboutTab({ instance, may }: { instance: Instance; may: May }) {
  const now = useNow()
  const time = (at: string | null) => at && shortTime(at, now)
  const fleetOf = (name: string, value: string) => address([], new URLSearchParams({ [name]: value }))
  return (
    <>
      <Facts
        facts={[
          ['Id', instance.id],
          ['Kind', words(instance.kind)],
          ['Visibility', words(instance.visibility)],
          ['Scope', words(instance.scope)],
          ['Persistence', words(instance.persistence)],
          ['Presence', words(instance.presence)],
          ['Shown revision', instance.shownRevision],
          ['Owner', instance.owner.displayName],
          instance.project && [
            'Project',
            <Link key="p" to={fleetOf('project', instance.project.id)}>
              {instance.project.name}
            </Link>,
          ],
          instance.parent && [
            'Parent',
            <Link key="t" to={instanceAddress(instance.parent.id)}>
              {instance.parent.name ?? instance.parent.id}
            </Link>,
          ],
          [
            'Zones',
            instance.zones.map(({ id, name }) => (
              <Link key={id} to={fleetOf('zone', id)}>
                {name}{' '}
              </Link>
            )),
          ],
          [
            'Groups',
            instance.groups.map(({ id, name }) => (
              <Link key={id} to={fleetOf('group', id)}>
                {name}{' '}
              </Link>
            )),
          ],
          ['Created', time(instance.createdAt)],
          instance.startedAt && ['Started', time(instance.startedAt)],
          instance.stoppedAt && ['Stopped', time(instance.stoppedAt)],
          instance.archivedAt && ['Archived', time(instance.archivedAt)],
          instance.effectiveWindow && [
            'Window',
            `${time(instance.effectiveWindow.start)} to ${time(instance.effectiveWindow.end)}`,
          ],
          ['You may', may.held.map((name) => (name === '*' ? 'everything' : name)).join(', ') || 'read'],
        ]}
      />
      <PlacementForm key={instance.id} instance={instance} mayWrite={may.write} />
      {may.write && <SettingsForm instance={instance} />}
      {may.key && instance.kind === 'DISPLAY' && <DisplayKey instance={instance} />}
      {Object.keys(instance.config).length > 0 && (
        <>
          <h3>Config</h3>
          <Json value={instance.config} label="Config" />
        </>
      )}
      {Object.keys(instance.metadata).length > 0 && (
        <>
          <h3>Metadata</h3>
          <Json value={instance.metadata} label="Metadata" />
        </>
      )}
    </>
  )
}

function PlacementForm({ instance, mayWrite }: { instance: Instance; mayWrite: boolean }) {
  const { placement } = instance
  const action = useAction(graph.SavePlacementDocument, instance.id)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const live = {
    location: placement?.location ?? '',
    device: placement?.device ?? '',
    timezone: placement?.timezone ?? '',
    tags: placement?.tags.join(', ') ?? '',
    geo: placement?.geo ? `${placement.geo.lat}, ${placement.geo.lng}` : '',
  }
  const value = { ...live, ...typed }
  const save = async (): Promise<void> => {
    const [lat, lng] = value.geo.split(',').map((part) => Number(part.trim()))
    const next = {
      location: value.location || null,
      device: value.device || null,
      timezone: value.timezone || null,
      tags: value.tags.split(/[\s,]+/).filter(Boolean),
      geo: value.geo.trim() === '' || lat === undefined || lng === undefined ? null : { lat, lng },
    }
    if (await action.run({ input: { id: instance.id, placement: next, idempotencyKey: writeKey() } })) setTyped({})
  }
  const field = (name: keyof typeof live, label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(props) => (
        <input
          dir="auto"
          readOnly={!mayWrite}
          value={value[name]}
          onChange={({ target }) => setTyped((last) => ({ ...last, [name]: target.value }))}
          {...props}
        />
      )}
    </Field>
  )
  return (
    <form className="card" onSubmit={(event) => (event.preventDefault(), void save())}>
      <h3>Placement</h3>
      <div className="columns-2">
        {field('location', 'Location')}
        {field('device', 'Device')}
        {field('geo', 'Position', 'latitude, longitude')}
        {field('timezone', 'Time zone', 'Default: that of the position')}
      </div>
      {field('tags', 'Tags', 'With commas between')}
      <Failure error={action.error} />
      {mayWrite && Object.keys(typed).length > 0 && (
        <footer className="save-bar">
          <Button onClick={() => setTyped({})}>Discard</Button>
          <Button type="submit" tone="primary" busy={action.busy}>
            Save placement
          </Button>
        </footer>
      )}
    </form>
  )
}

function SettingsForm({ instance }: { instance: Instance }) {
  const action = useAction(graph.SaveInstanceDocument, instance.id)
  const [name, setName] = useState<string | null>(null)
  const [visibility, setVisibility] = useState<Instance['visibility'] | null>(null)
  const save = async (): Promise<void> => {
    const input = {
      id: instance.id,
      ...(name !== null && { name: name.trim() || null }),
      ...(visibility !== null && { visibility }),
      idempotencyKey: writeKey(),
    }
    if (!(await action.run({ input }))) return
    setName(null)
    setVisibility(null)
  }
  return (
    <form className="card" onSubmit={(event) => (event.preventDefault(), void save())}>
      <h3>Settings</h3>
      <div className="columns-2">
        <Field label="Name" error={action.error?.message}>
          {(props) => (
            <input
              dir="auto"
              value={name ?? instance.name ?? ''}
              onChange={({ target }) => setName(target.value)}
              {...props}
            />
          )}
        </Field>
        <Field label="Visibility">
          {(props) => (
            <select
              value={visibility ?? instance.visibility}
              onChange={({ target }) => setVisibility(target.value as Instance['visibility'])}
              {...props}
            >
              <option value="PRIVATE">private: who has a role</option>
              <option value="UNLISTED">unlisted: who knows its id</option>
              <option value="PUBLIC">public: everybody</option>
            </select>
          )}
        </Field>
      </div>
      {(name !== null || visibility !== null) && (
        <footer className="save-bar">
          <Button onClick={() => (setName(null), setVisibility(null))}>Discard</Button>
          <Button type="submit" tone="primary" busy={action.busy}>
            Save settings
          </Button>
        </footer>
      )}
    </form>
  )
}

function DisplayKey({ instance }: { instance: Instance }) {
  const issue = useAction(graph.IssueKeyDocument, instance.id)
  const revoke = useAction(graph.RevokeKeyDocument, instance.id)
  const [key, setKey] = useState<string | null>(null)
  const input = { id: instance.id }
  return (
    <section className="card" aria-label="Display key">
      <h3>Display key</h3>
      <p className="soft">
        {instance.hasDisplayKey
          ? 'Its screens have a key. A new one takes the place of it.'
          : 'Its screens have no key of their own.'}
      </p>
      {key && (
        <p role="status">
          <code className="secret">{`${location.origin}${instance.url}#key=${key}`}</code>{' '}
          <Copy text={`${location.origin}${instance.url}#key=${key}`} label="Copy" /> It is shown once.
        </p>
      )}
      <p className="actions">
        <Button
          busy={issue.busy}
          onClick={() => void issue.run({ input }).then((answer) => setKey(answer?.issueDisplayKey.key ?? null))}
        >
          Issue a key
        </Button>
        {instance.hasDisplayKey && (
          <Button tone="danger" busy={revoke.busy} onClick={() => void revoke.run({ input }).then(() => setKey(null))}>
            Revoke the key
          </Button>
        )}
      </p>
      <Failure error={issue.error ?? revoke.error} />
    </section>
  )
}
