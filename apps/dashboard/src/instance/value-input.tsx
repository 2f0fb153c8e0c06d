import { sameJson } from '@marquee/sdk'
import { useState, type AriaAttributes } from 'react'
import type { Shape } from './schema-shape.ts'

type Control = AriaAttributes & { id?: string }
type InputProps = {
  shape: Shape
  value: unknown
  /** What was typed, where it is no value yet. */
  text: string | undefined
  mayWrite: boolean
  control: Control
  onChange: (value: unknown, text?: string) => void
}

/** The control for one plain value, or JSON for any. */
export function ValueInput({ shape, value, text, mayWrite, control, onChange }: InputProps) {
  switch (shape.type) {
    case 'boolean':
      return (
        <select
          value={String(value ?? '')}
          disabled={!mayWrite}
          onChange={({ target }) => onChange(target.value === 'true')}
          {...control}
        >
          {typeof value !== 'boolean' && <option value="" />}
          <option value="true">yes</option>
          <option value="false">no</option>
        </select>
      )
    case 'choice': {
      const index = shape.options.findIndex((option) => sameJson(option, value))
      return (
        <select
          value={index}
          disabled={!mayWrite}
          onChange={({ target }) => onChange(shape.options[Number(target.value)])}
          {...control}
        >
          {index < 0 && <option value={-1}>{value === undefined ? '' : String(value)}</option>}
          {shape.options.map((option, place) => (
            <option key={place} value={place}>
              {String(option)}
            </option>
          ))}
        </select>
      )
    }
    case 'number':
    case 'integer':
      return (
        <TypedInput
          shown={text ?? (value === undefined ? '' : String(value))}
          mayWrite={mayWrite}
          control={{ ...control }}
          inputMode={shape.type === 'integer' ? 'numeric' : 'decimal'}
          read={(typed) => (typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed)}
          onChange={onChange}
        />
      )
    case 'text':
      return shape.isLong ? (
        <textarea
          dir="auto"
          rows={3}
          readOnly={!mayWrite}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
          {...control}
        />
      ) : (
        <input
          dir="auto"
          readOnly={!mayWrite}
          placeholder={shape.format === 'date-time' ? '2026-05-01T12:00:00Z' : undefined}
          value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
          onChange={({ target }) => onChange(target.value)}
          {...control}
        />
      )
    case 'object':
    case 'list':
    case 'json':
      return <JsonInput value={value} text={text} mayWrite={mayWrite} control={control} onChange={onChange} />
  }
}

type TypedProps = Pick<InputProps, 'mayWrite' | 'control' | 'onChange'> & {
  shown: string
  inputMode: 'numeric' | 'decimal'
  read: (typed: string) => unknown
}

/** "1." and "-" are on their way to a number: what is typed stays as it is. */
function TypedInput({ shown, mayWrite, control, inputMode, read, onChange }: TypedProps) {
  return (
    <input
      dir="ltr"
      className="number"
      inputMode={inputMode}
      readOnly={!mayWrite}
      value={shown}
      onChange={({ target }) => onChange(read(target.value), target.value)}
      {...control}
    />
  )
}

function JsonInput({ value, text, mayWrite, control, onChange }: Omit<InputProps, 'shape'>) {
  const [wrong, setWrong] = useState<string | null>(null)
  const shown = text ?? (value === undefined ? '' : JSON.stringify(value, null, 2))
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <>
      <textarea
        className="code"
        dir="ltr"
        spellCheck={false}
        rows={Math.min(12, Math.max(2, shown.split('\n').length))}
        readOnly={!mayWrite}
        value={typed ?? shown}
        onChange={({ target }) => {
          setTyped(target.value)
          try {
            onChange(JSON.parse(target.value), target.value)
            setWrong(null)
          } catch (error) {
            setWrong(`This is not JSON: ${(error as Error).message}`)
          }
        }}
        onBlur={() => wrong === null && setTyped(null)}
        {...control}
      />
      {wrong && (
        <span className="field-error" role="alert">
          {wrong}
        </span>
      )}
    </>
  )
}
