import { mergePatch, type JsonObject } from '@marquee/sdk'
import { useEffect, useMemo, useState } from 'react'
import { SavePatchDocument, VersionSchemaDocument } from '../graph/generated.ts'
import { pointerOf, problemsIn, tokensOf, valueAt } from '../graph/json-schema.ts'
import { problemsOf, useAction, writeKey } from '../graph/use-action.ts'
import { useQuery } from '../graph/use-query.ts'
import { go, instanceAddress, usePlace, withParams } from '../shell/router.tsx'
import { Button, Empty } from '../ui/controls.tsx'
import {
  applyEdits,
  dropped,
  edited,
  emptyDraft,
  overtaken,
  patchBetween,
  settled,
  useDraft,
  type Draft,
} from './draft.ts'
import type { PropsForm } from './props-form.ts'
import { RawProps } from './raw-props.tsx'
import { SchemaField } from './schema-field.tsx'
import { shapeOf } from './schema-shape.ts'
import type { Instance, May } from './use-instance.ts'

/** The props as a form made from the definition's schema, or as JSON. */
export function PropsTab({ instance, may }: { instance: Instance; may: May }) {
  const { params } = usePlace()
  const isRaw = params.get('as') === 'json'
  const versionId = instance.definitionVersion?.id ?? ''
  const { data } = useQuery(VersionSchemaDocument, { id: versionId }, { pause: versionId === '' })
  const schema = data?.definitionVersion?.propsSchema ?? null
  return (
    <>
      <nav className="switch" aria-label="Props as">
        <Button aria-pressed={!isRaw} onClick={() => go(withParams({ as: null }), { replace: true })}>
          Form
        </Button>
        <Button aria-pressed={isRaw} onClick={() => go(withParams({ as: 'json' }), { replace: true })}>
          JSON
        </Button>
      </nav>
      {!may.write && <p className="hint">You may read this instance and change nothing of it.</p>}
      {isRaw ? (
        <RawProps instance={instance} schema={schema} mayWrite={may.write} />
      ) : (
        <Form instance={instance} schema={schema} mayWrite={may.write} />
      )}
    </>
  )
}

type FormProps = { instance: Instance; schema: JsonObject | null; mayWrite: boolean }

function Form({ instance, schema, mayWrite }: FormProps) {
  const { id, props: own, effectiveProps: shown } = instance
  const [draft, change] = useDraft(id)
  const { save, action, refused } = useSave(id, own, draft, change)
  const next = useMemo(
    () => mergePatch(shown, patchBetween(own, applyEdits(own, draft))) as JsonObject,
    [shown, own, draft],
  )
  const local = useMemo(() => (schema && draft.edits.size > 0 ? problemsIn(schema, next) : []), [schema, next, draft])
  const form: PropsForm = {
    root: schema,
    own,
    shown,
    draft,
    overtaken: overtaken(draft, own),
    problems: [...local, ...refused],
    mayWrite,
    edit: (pointer, value, text) => change((last) => edited(last, pointer, value, valueAt(own, pointer), text)),
    drop: (pointer) => change((last) => dropped(last, pointer)),
    explain: (pointer) => go(`${instanceAddress(id, 'layers').replace(/\?.*/, '')}?${withPath(pointer)}`),
  }
  const root = shapeOf({ type: 'object', ...schema }, schema, { ...shown, ...own })
  const members = root.type === 'object' ? root.members : []
  const names = new Set(members.map(({ name }) => name))
  const elsewhere = form.problems.filter(({ pointer }) => !names.has(tokensOf(pointer)[0] ?? ''))
  return (
    <form
      className="props-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')) {
          event.preventDefault()
          void save()
        }
      }}
    >
      {members.length === 0 && <Empty>It has no props, and its definition names none.</Empty>}
      {members.map(({ name, schema: member, isRequired }) => (
        <SchemaField key={name} form={form} pointer={pointerOf([name])} schema={member} isRequired={isRequired} />
      ))}
      {mayWrite && draft.edits.size > 0 && (
        <footer className="save-bar">
          {action.error && refused.length === 0 && (
            <p className="failure" role="alert">
              {action.error.message}
            </p>
          )}
          {elsewhere.length > 0 && (
            <ul className="field-error" role="alert">
              {elsewhere.map(({ pointer, message }) => (
                <li key={pointer + message}>
                  {pointer}: {message}
                </li>
              ))}
            </ul>
          )}
          <span role="status">{draft.edits.size === 1 ? '1 change' : `${draft.edits.size} changes`}</span>
          <Button onClick={() => change(() => emptyDraft)}>Discard</Button>
          <Button type="submit" tone="primary" busy={action.busy} title="Ctrl S">
            Save
          </Button>
        </footer>
      )}
    </form>
  )
}

function withPath(pointer: string): string {
  const params = new URLSearchParams(location.search)
  params.set('path', pointer)
  return params.toString()
}

/** Sends what was edited, and nothing else: whoever changed another prop meanwhile keeps it. */
function useSave(id: string, own: JsonObject, draft: Draft, change: (next: (draft: Draft) => Draft) => void) {
  const action = useAction(SavePatchDocument, id)
  const [sent, setSent] = useState<Draft | null>(null)
  // What the server refused is said as long as it is still there.
  const refused = sent === draft ? problemsOf(action.error) : []
  const save = async (): Promise<void> => {
    const patch = patchBetween(own, applyEdits(own, draft))
    setSent(draft)
    if (Object.keys(patch).length === 0) return change(() => emptyDraft)
    if (await action.run({ input: { id, patch, idempotencyKey: writeKey() } })) change((last) => settled(last, draft))
  }
  useEffect(() => {
    if (sent !== draft && action.error) action.forget()
  }, [draft])
  return { save, action, refused }
}
