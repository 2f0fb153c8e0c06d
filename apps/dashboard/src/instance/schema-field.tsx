import { sameJson } from '@marquee/sdk'
import { useId } from 'react'
import { isObject, pointerOf, tokensOf, valueAt, type JsonSchema } from '../graph/json-schema.ts'
import { Button } from '../ui/controls.tsx'
import { problemAt, problemWithin, type PropsForm } from './props-form.ts'
import { blankOf, resolved, shapeOf } from './schema-shape.ts'
import { ValueInput } from './value-input.tsx'

type FieldProps = { form: PropsForm; pointer: string; schema: JsonSchema | null; isRequired: boolean }

/** One member of the props: a control by its schema, what is wrong about it, and where the shown value comes from. */
export function SchemaField({ form, pointer, schema, isRequired }: FieldProps) {
  const id = useId()
  const shown = valueAt(form.shown, pointer)
  const isEdited = form.draft.edits.has(pointer)
  const own = valueAt(form.own, pointer)
  const value = isEdited ? form.draft.edits.get(pointer) : (own ?? shown)
  const shape = shapeOf(schema, form.root, value)
  const name = tokensOf(pointer).at(-1) ?? ''
  if (shape.type === 'object' && shape.members.length > 0 && !isEdited)
    return (
      <fieldset className="member">
        <legend>{titleOf(schema, form.root) ?? name}</legend>
        {shape.members.map((member) => (
          <SchemaField
            key={member.name}
            form={form}
            pointer={pointer + pointerOf([member.name])}
            schema={member.schema}
            isRequired={member.isRequired}
          />
        ))}
        <Problem text={problemAt(form, pointer)} pointer={pointer} id={`${id}-error`} />
      </fieldset>
    )
  const error = shape.type === 'list' ? problemAt(form, pointer) : problemWithin(form, pointer)
  const told = [error && `${id}-error`, `${id}-note`].filter(Boolean).join(' ')
  const control = { id, 'aria-describedby': told, 'aria-invalid': error !== null, 'aria-required': isRequired }
  return (
    <div className={`member ${isEdited ? 'edited' : ''}`}>
      <div className="member-head">
        <label htmlFor={id} title={pointer}>
          {titleOf(schema, form.root) ?? name}
          {isRequired && <span aria-hidden="true"> *</span>}
        </label>
        <Button tone="quiet" aria-label={`Why ${name} is what it is`} onClick={() => form.explain(pointer)}>
          why?
        </Button>
      </div>
      {shape.type === 'list' ? (
        <ListField form={form} pointer={pointer} items={shape.items} value={value} control={control} />
      ) : (
        <ValueInput
          shape={shape}
          value={value}
          text={form.draft.texts.get(pointer)}
          mayWrite={form.mayWrite}
          control={control}
          onChange={(next, text) => form.edit(pointer, next, text)}
        />
      )}
      <Notes form={form} pointer={pointer} schema={schema} id={`${id}-note`} />
      <Problem text={error} pointer={pointer} id={`${id}-error`} />
    </div>
  )
}

const titleOf = (schema: JsonSchema | null, root: JsonSchema | null): string | null => {
  const title = resolved(schema, root)?.['title']
  return typeof title === 'string' ? title : null
}

function Problem({ text, pointer, id }: { text: string | null; pointer: string; id: string }) {
  return text === null ? null : (
    <p className="field-error" id={id} role="alert" data-pointer={pointer}>
      {text}
    </p>
  )
}

function Notes({ form, pointer, schema, id }: Omit<FieldProps, 'isRequired'> & { id: string }) {
  const own = valueAt(form.own, pointer)
  const shown = valueAt(form.shown, pointer)
  const isEdited = form.draft.edits.has(pointer)
  const description = resolved(schema, form.root)?.['description']
  return (
    <div className="notes" id={id}>
      {typeof description === 'string' && <p className="hint">{description}</p>}
      {own !== undefined && !sameJson(own, shown) && (
        <p className="hint">
          The screen shows <code dir="auto">{brief(shown)}</code>: another layer wins.
        </p>
      )}
      {own === undefined && shown !== undefined && !isEdited && <p className="hint">Inherited or default.</p>}
      {form.overtaken.has(pointer) && (
        <p className="overtaken" role="status">
          Changed meanwhile to <code dir="auto">{brief(form.overtaken.get(pointer))}</code>.{' '}
          <Button tone="quiet" onClick={() => form.drop(pointer)}>
            Take it
          </Button>
        </p>
      )}
      {isEdited && (
        <Button tone="quiet" onClick={() => form.drop(pointer)}>
          Undo
        </Button>
      )}
      {!isEdited && form.mayWrite && own !== undefined && (
        <Button tone="quiet" aria-label={`Remove ${pointer.slice(1)}`} onClick={() => form.edit(pointer, undefined)}>
          Remove
        </Button>
      )}
    </div>
  )
}

export function brief(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

type ListProps = {
  form: PropsForm
  pointer: string
  items: JsonSchema | null
  value: unknown
  control: Parameters<typeof ValueInput>[0]['control']
}

/** A list is edited as a whole: items of one kind have a line each, deeper ones are JSON. */
function ListField({ form, pointer, items, value, control }: ListProps) {
  const list = Array.isArray(value) ? value : []
  const change = (next: unknown[]): void => form.edit(pointer, next)
  const set = (index: number, item: unknown): void => change(list.with(index, item))
  return (
    <div className="list" role="group" aria-label={tokensOf(pointer).at(-1)}>
      {list.map((item, index) => (
        // Items have no name of their own; their place is what tells them apart.
        <div className="item" key={index}>
          <ItemInputs
            form={form}
            pointer={`${pointer}/${index}`}
            schema={items}
            item={item}
            onChange={(next) => set(index, next)}
          />
          {form.mayWrite && (
            <Button
              tone="quiet"
              aria-label={`Remove item ${index + 1}`}
              onClick={() => change(list.toSpliced(index, 1))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button id={control.id} disabled={!form.mayWrite} onClick={() => change([...list, blankOf(items, form.root)])}>
        Add item
      </Button>
    </div>
  )
}

type ItemProps = {
  form: PropsForm
  pointer: string
  schema: JsonSchema | null
  item: unknown
  onChange: (item: unknown) => void
}

function ItemInputs({ form, pointer, schema, item, onChange }: ItemProps) {
  const id = useId()
  const shape = shapeOf(schema, form.root, item)
  const error = problemWithin(form, pointer)
  if (shape.type === 'object' && shape.members.length > 0)
    return (
      <div className="item-members">
        {shape.members.map(({ name, schema: member }) => (
          <label key={name}>
            <span>{titleOf(member, form.root) ?? name}</span>
            <ValueInput
              shape={flat(shapeOf(member, form.root, isObject(item) ? item[name] : undefined))}
              value={isObject(item) ? item[name] : undefined}
              text={undefined}
              mayWrite={form.mayWrite}
              control={{ 'aria-invalid': problemAt(form, pointer + pointerOf([name])) !== null }}
              onChange={(next) => onChange({ ...(isObject(item) ? item : {}), [name]: next })}
            />
            <Problem
              text={problemWithin(form, pointer + pointerOf([name]))}
              pointer={pointer + pointerOf([name])}
              id={`${id}-${name}`}
            />
          </label>
        ))}
        <Problem text={problemAt(form, pointer)} pointer={pointer} id={id} />
      </div>
    )
  return (
    <div className="item-members">
      <ValueInput
        shape={flat(shape)}
        value={item}
        text={undefined}
        mayWrite={form.mayWrite}
        control={{ 'aria-label': `Item ${Number(tokensOf(pointer).at(-1)) + 1}`, 'aria-invalid': error !== null }}
        onChange={onChange}
      />
      <Problem text={error} pointer={pointer} id={id} />
    </div>
  )
}

const flat = (shape: ReturnType<typeof shapeOf>) =>
  shape.type === 'object' || shape.type === 'list' ? ({ type: 'json' } as const) : shape
