import type { JsonObject } from '@marquee/sdk'
import { useState } from 'react'
import { SavePatchDocument } from '../graph/generated.ts'
import { isObject, problemsIn } from '../graph/json-schema.ts'
import { problemsOf, useAction, writeKey } from '../graph/use-action.ts'
import { createStore, useStore, type Store } from '../graph/store.ts'
import { Button, Json } from '../ui/controls.tsx'
import { patchBetween } from './draft.ts'
import type { Instance } from './use-instance.ts'

type Raw = { text: string; from: JsonObject } | null
const drafts = new Map<string, Store<Raw>>()

function draftOf(id: string): Store<Raw> {
  const known = drafts.get(id) ?? createStore<Raw>(null)
  drafts.set(id, known)
  return known
}

/** All own props as JSON. What is saved is the difference to what they were when the edit began. */
export function RawProps({
  instance,
  schema,
  mayWrite,
}: {
  instance: Instance
  schema: JsonObject | null
  mayWrite: boolean
}) {
  const store = draftOf(instance.id)
  const raw = useStore(store)
  const action = useAction(SavePatchDocument, instance.id)
  const [wrong, setWrong] = useState<string | null>(null)
  const text = raw?.text ?? JSON.stringify(instance.props, null, 2)
  const value = parse(text)
  const problems =
    typeof value === 'string' || !schema || raw === null
      ? []
      : problemsIn(schema, { ...instance.effectiveProps, ...value })
  const save = async (): Promise<void> => {
    if (typeof value === 'string' || raw === null) return setWrong(value as string)
    setWrong(null)
    const patch = patchBetween(raw.from, value)
    if (Object.keys(patch).length === 0) return store.set(null)
    if (await action.run({ input: { id: instance.id, patch, idempotencyKey: writeKey() } })) store.set(null)
  }
  const told = [...problems, ...problemsOf(action.error)]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor="raw-props">Own props (JSON)</label>
      <textarea
        id="raw-props"
        className="code"
        dir="ltr"
        spellCheck={false}
        rows={16}
        readOnly={!mayWrite}
        aria-invalid={wrong !== null || told.length > 0}
        value={text}
        onChange={({ target }) => {
          setWrong(null)
          store.set({ text: target.value, from: raw?.from ?? instance.props })
        }}
      />
      {(wrong ?? (action.error && told.length === problems.length)) && (
        <p className="field-error" role="alert">
          {wrong ?? action.error?.message}
        </p>
      )}
      {told.length > 0 && (
        <ul className="field-error" role="alert">
          {told.map(({ pointer, message }) => (
            <li key={pointer + message}>
              <code>{pointer || '/'}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {raw && mayWrite && (
        <footer className="save-bar">
          <Button onClick={() => store.set(null)}>Discard</Button>
          <Button type="submit" tone="primary" busy={action.busy}>
            Save
          </Button>
        </footer>
      )}
      <h3>What the screen shows</h3>
      <Json value={instance.effectiveProps} label="What the screen shows" />
    </form>
  )
}

function parse(text: string): JsonObject | string {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : 'Props are a JSON object.'
  } catch (error) {
    return `This is not JSON: ${(error as Error).message}`
  }
}
