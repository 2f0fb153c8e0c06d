import { useId, useState } from 'react'
import { FilterChoicesDocument, type FilterChoicesQuery } from '../graph/generated.ts'
import { useQuery } from '../graph/use-query.ts'
import { go, usePlace, withParams } from '../shell/router.tsx'
import { Button } from '../ui/controls.tsx'
import { words } from '../ui/format.ts'
import { useSearchText } from '../ui/search-input.tsx'
import { filterFields, type FilterField } from './filter.ts'

const nothing = {}

/** What the fleet is narrowed by: the name always at hand, everything else as it is asked for. All of it is in the address. */
export function FilterBar({ problems }: { problems: Record<string, string> }) {
  const { params } = usePlace()
  const { data } = useQuery(FilterChoicesDocument, nothing)
  /** Chosen from the menu, still without a value. */
  const [added, setAdded] = useState<string[]>([])
  const shown = filterFields.filter(({ name }) => name === 'name' || params.has(name) || added.includes(name))
  const rest = filterFields.filter((field) => !shown.includes(field))
  const remove = (name: string): void => {
    setAdded((last) => last.filter((other) => other !== name))
    go(withParams({ [name]: null }))
  }
  return (
    <form className="filters" role="search" aria-label="Filter" onSubmit={(event) => event.preventDefault()}>
      {shown.map((field) => (
        <FilterControl
          key={field.name}
          field={field}
          choices={data}
          problem={problems[field.name]}
          isNew={added.includes(field.name) && !params.has(field.name)}
          onRemove={field.name === 'name' ? null : () => remove(field.name)}
        />
      ))}
      <select
        className="add-filter"
        aria-label="Add a filter"
        value=""
        onChange={({ target }) => setAdded((last) => [...last, target.value])}
      >
        <option value="">+ Filter</option>
        {rest.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {shown.length > 1 && (
        <Button
          tone="quiet"
          onClick={() => {
            setAdded([])
            go(withParams(Object.fromEntries(filterFields.map(({ name }) => [name, null]))))
          }}
        >
          Clear
        </Button>
      )}
    </form>
  )
}

type ControlProps = {
  field: FilterField
  choices: FilterChoicesQuery | undefined
  problem: string | undefined
  isNew: boolean
  onRemove: (() => void) | null
}

function FilterControl({ field, choices, problem, isNew, onRemove }: ControlProps) {
  const id = useId()
  return (
    <div className={`filter ${problem ? 'wrong' : ''}`}>
      {field.values ? <span>{field.label}</span> : <label htmlFor={id}>{field.label}</label>}
      {field.values ? (
        <ChoiceFilter field={field} values={field.values} isNew={isNew} />
      ) : (
        <TextFilter id={id} field={field} choices={choices} problem={problem} isNew={isNew} />
      )}
      {onRemove && (
        <button type="button" className="remove" aria-label={`Remove the filter ${field.label}`} onClick={onRemove}>
          ×
        </button>
      )}
    </div>
  )
}

type PartProps = { id: string; field: FilterField; isNew: boolean }

function TextFilter({ id, field, choices, problem, isNew }: PartProps & Omit<ControlProps, 'onRemove'>) {
  const search = useSearchText(field.name)
  const options = optionsOf(field, choices)
  return (
    <>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        autoFocus={isNew}
        placeholder={field.hint}
        title={problem}
        aria-invalid={problem !== undefined}
        list={options.length > 0 ? `${id}-list` : undefined}
        value={search.text}
        onChange={({ target }) => search.type(target.value)}
        onBlur={search.send}
        onKeyDown={(event) => event.key === 'Enter' && search.send()}
      />
      {options.length > 0 && (
        <datalist id={`${id}-list`}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
      {problem && (
        <span className="field-error" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

function ChoiceFilter({ field, values, isNew }: Omit<PartProps, 'id'> & { values: readonly string[] }) {
  const { params } = usePlace()
  const chosen = new Set((params.get(field.name) ?? '').split(',').filter(Boolean))
  const toggle = (value: string): void => {
    const next = values.filter((other) => (other === value ? !chosen.has(other) : chosen.has(other)))
    go(withParams({ [field.name]: next.join(',') }))
  }
  return (
    <details className="menu" open={isNew || undefined}>
      <summary aria-label={`${field.label}: ${[...chosen].map(words).join(', ') || 'any'}`}>
        {[...chosen].map(words).join(', ') || 'any'}
      </summary>
      <div className="menu-body">
        {values.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.has(value)} onChange={() => toggle(value)} /> {words(value)}
          </label>
        ))}
      </div>
    </details>
  )
}

function optionsOf({ choices }: FilterField, data: FilterChoicesQuery | undefined): { value: string; label: string }[] {
  if (!choices || !data) return []
  if (choices === 'tags') return data.tags.map(({ tag, count }) => ({ value: tag, label: `${count}` }))
  if (choices === 'definitions')
    return data.definitions.nodes.map(({ typeKey, title }) => ({ value: typeKey, label: title ?? typeKey }))
  return data[choices].nodes.map(({ id, name }) => ({ value: id, label: name }))
}
