import { element } from './element.ts'
import { excerpt } from './excerpt.ts'
import type { Row } from './instance-list.ts'

const columns = ['Name', 'Kind', 'Definition', 'Lifecycle', 'Place', 'Rev.', 'Last change', 'Shows']

/** The list of one page; a row that changes is replaced in place and flashes. */
export function createTable(onSelect: (id: string) => void) {
  const body = element('tbody')
  const node = element(
    'div',
    { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Instances' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
      body,
    ),
  )
  let cells = new Map<string, HTMLTableRowElement>()
  let selected: string | null = null

  function render(row: Row): HTMLTableRowElement {
    const { definition, definitionVersion, placement } = row
    const what = definition
      ? `${definition.title ?? definition.typeKey} ${definitionVersion?.version ?? ''}`.trim()
      : '–'
    const place =
      placement?.location ?? (placement?.geo ? `${placement.geo.lat.toFixed(2)}, ${placement.geo.lng.toFixed(2)}` : '–')
    return element(
      'tr',
      { 'data-id': row.id, ...(row.id === selected ? { 'aria-selected': 'true' } : {}) },
      element(
        'th',
        { scope: 'row' },
        element('button', { type: 'button', class: 'name', onclick: () => onSelect(row.id) }, row.name ?? row.id),
      ),
      element('td', {}, row.kind.toLowerCase()),
      element('td', {}, what),
      element(
        'td',
        {},
        element('span', { class: `state ${row.lifecycle.toLowerCase()}` }, row.lifecycle.toLowerCase()),
      ),
      element('td', {}, place, ...(placement?.timezone ? [element('small', {}, placement.timezone)] : [])),
      element('td', { class: 'number' }, String(row.revision)),
      element('td', {}, element('time', { datetime: row.updatedAt, title: row.updatedAt }, shortTime(row.updatedAt))),
      element('td', { class: 'shows' }, excerpt(row.effectiveProps)),
    )
  }

  return {
    node,
    show(rows: Row[]): void {
      cells = new Map(rows.map((row) => [row.id, render(row)]))
      body.replaceChildren(
        ...(rows.length > 0
          ? cells.values()
          : [
              element('tr', {}, element('td', { colspan: String(columns.length), class: 'empty' }, 'Nothing matches.')),
            ]),
      )
    },
    update(row: Row): void {
      const old = cells.get(row.id)
      if (!old) return
      const focused = old.contains(document.activeElement)
      const fresh = render(row)
      old.replaceWith(fresh)
      cells.set(row.id, fresh)
      if (focused) fresh.querySelector('button')?.focus()
      fresh.animate([{ backgroundColor: 'var(--flash)' }, { backgroundColor: 'transparent' }], {
        duration: 1_600,
        easing: 'ease-out',
      })
    },
    select(id: string | null): void {
      if (selected) cells.get(selected)?.removeAttribute('aria-selected')
      selected = id
      if (id) cells.get(id)?.setAttribute('aria-selected', 'true')
    },
  }
}

/** The time for today, the date for any other day. */
function shortTime(at: string): string {
  const date = new Date(at)
  return date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    : date.toLocaleDateString(undefined, { year: 'numeric', month: 'short', day: 'numeric' })
}
