import { createClient, createLiveClient, TagsDocument, type LiveClient, type MarqueeClient } from '@marquee/sdk'
import './main.css'
import { createDetail } from './detail.ts'
import { element } from './element.ts'
import { createInstanceList, type InstanceList, type Page, type Search } from './instance-list.ts'
import { createTable } from './table.ts'
import { createToolbar } from './toolbar.ts'

/* The page at /dashboard: the instances that match a search, live, and one of them at a closer look. */

const keyName = 'marquee:dashboard-key'
const refreshMs = 60_000

let key = kept()
let search = searchOf(location.search)
let client: MarqueeClient
let live: LiveClient
let list: InstanceList
/** Chosen by the user; shown as soon as it is on the page, which after a change of the key is a moment later. */
let selected: string | null = null

const table = createTable((id) => select(id))
const detail = createDetail({
  client: () => client,
  live: () => live,
  mayWrite: () => key !== '',
  onChanged: (id, changed) => {
    const row = list.get(id)
    if (row) list.take({ ...row, ...changed })
  },
  onClose: () => select(null),
})
const toolbar = createToolbar({
  search,
  key,
  onSearch(wanted) {
    search = wanted
    history.replaceState(null, '', queryOf(search))
    list.find(search)
  },
  onKey(given) {
    key = given
    keep(given)
    connect()
    detail.allow()
  },
})
const failure = element('p', { class: 'failure', role: 'alert', hidden: true })
const count = element('span', { role: 'status' })
const back = element('button', { type: 'button', onclick: () => list.back() }, '← Previous')
const forward = element('button', { type: 'button', onclick: () => list.forward() }, 'Next →')

document
  .getElementById('app')!
  .append(
    toolbar.node,
    failure,
    element(
      'div',
      { class: 'content' },
      element('main', {}, table.node, element('nav', { 'aria-label': 'Pages' }, back, count, forward)),
      detail.node,
    ),
  )
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') select(null)
})
// New instances come into the list and totals stay true, as long as somebody looks.
setInterval(() => document.visibilityState === 'visible' && list.reload(), refreshMs)
connect()

/** Another key sees other instances: everything that was read with the one before goes. */
function connect(): void {
  const options = { url: location.origin, key: key || undefined }
  list?.stop()
  live?.close()
  client = createClient(options)
  live = createLiveClient(options)
  list = createInstanceList(client, live, {
    onPage: showPage,
    onRow(row) {
      table.update(row)
      if (detail.shown === row.id) detail.show(row)
    },
    onLive: toolbar.setLive,
    onError(error) {
      failure.textContent = error.message
      failure.hidden = false
      toolbar.setLive(false)
    },
  })
  list.find(search)
  client
    .query(TagsDocument, { first: 200 })
    .then(({ tags }) => toolbar.setTags(tags.map(({ tag }) => tag)))
    .catch(() => toolbar.setTags([]))
}

function showPage({ rows, total, first, hasNext, hasPrevious }: Page): void {
  failure.hidden = true
  table.show(rows)
  table.select(selected)
  const open = rows.find(({ id }) => id === selected)
  if (open) detail.show(open)
  count.textContent = rows.length === 0 ? '0' : `${first}–${first + rows.length - 1} of ${total}`
  back.disabled = !hasPrevious
  forward.disabled = !hasNext
}

function select(id: string | null): void {
  selected = id
  table.select(id)
  const row = id === null ? undefined : list.get(id)
  if (row) detail.show(row)
  else detail.hide()
}

function searchOf(query: string): Search {
  const params = new URLSearchParams(query)
  return { text: params.get('name') ?? '', tag: params.get('tag') ?? '' }
}

function queryOf({ text, tag }: Search): string {
  const params = new URLSearchParams({ ...(text && { name: text }), ...(tag && { tag }) })
  return params.size > 0 ? `?${params.toString()}` : location.pathname
}

function kept(): string {
  try {
    return sessionStorage.getItem(keyName) ?? ''
  } catch {
    return ''
  }
}

function keep(value: string): void {
  try {
    if (value === '') sessionStorage.removeItem(keyName)
    else sessionStorage.setItem(keyName, value)
  } catch {
    // Storage is forbidden here: the key lives as long as this page.
  }
}
