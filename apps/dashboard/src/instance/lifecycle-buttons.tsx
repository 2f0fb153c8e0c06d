import { useState } from 'react'
import * as graph from '../graph/generated.ts'
import { useAction, writeKey } from '../graph/use-action.ts'
import { address, go } from '../shell/router.tsx'
import { Button, Dialog, Failure, Field } from '../ui/controls.tsx'
import { allowedFrom, type Transition } from '../fleet/bulk-plan.ts'
import { transitions } from '../fleet/transitions.ts'
import type { Instance } from './use-instance.ts'

type Verb = Transition | 'delete'

const labels: Record<Verb, { label: string; text: string; isGrave: boolean }> = {
  start: { label: 'Start', text: 'Screens show it and schedules fire.', isGrave: false },
  pause: { label: 'Pause', text: 'It is suspended, with all below it, until it is resumed.', isGrave: false },
  resume: { label: 'Resume', text: 'It goes on, with what was paused by it.', isGrave: false },
  stop: { label: 'Stop', text: 'It ends for good, with all below it. It can only be archived then.', isGrave: true },
  archive: { label: 'Archive', text: 'It is kept for the record and can be read and deleted.', isGrave: true },
  delete: { label: 'Delete', text: 'It is taken out of all lists. Its history stays for auditors.', isGrave: true },
}

/** What its lifecycle allows now, and nothing else. What cannot be taken back is asked about. */
export function LifecycleButtons({ instance }: { instance: Instance }) {
  const [asked, setAsked] = useState<Verb | null>(null)
  const verbs = (Object.keys(labels) as Verb[]).filter((verb) =>
    verb === 'delete' ? instance.lifecycle === 'ARCHIVED' : allowedFrom[verb].includes(instance.lifecycle),
  )
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} tone={labels[verb].isGrave ? 'danger' : undefined} onClick={() => setAsked(verb)}>
          {labels[verb].label}
        </Button>
      ))}
      {asked && <Confirm verb={asked} instance={instance} onClose={() => setAsked(null)} />}
    </>
  )
}

function Confirm({ verb, instance, onClose }: { verb: Verb; instance: Instance; onClose: () => void }) {
  const move = useAction(transitions[verb === 'delete' ? 'archive' : verb], instance.id)
  const remove = useAction(graph.DeleteDocument, instance.id)
  const [reason, setReason] = useState('')
  const submit = async (): Promise<void> => {
    const input = { id: instance.id, reason: reason.trim() || null, idempotencyKey: writeKey() }
    if (verb !== 'delete') return void ((await move.run({ input })) && onClose())
    if (await remove.run({ input })) go(address([], new URLSearchParams(location.search)))
  }
  return (
    <Dialog title={`${labels[verb].label} ${instance.name ?? instance.id}?`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{labels[verb].text}</p>
        <Field label="Reason" hint="Kept in the history">
          {(props) => <input dir="auto" value={reason} onChange={({ target }) => setReason(target.value)} {...props} />}
        </Field>
        <Failure error={move.error ?? remove.error} />
        <footer>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone={labels[verb].isGrave ? 'danger' : 'primary'} busy={move.busy || remove.busy}>
            {labels[verb].label}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
