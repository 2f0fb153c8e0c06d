import { isMarqueeError, PatchPropsDocument, type LiveClient, type MarqueeClient } from '@marquee/sdk'
import { element } from './element.ts'
import { createFlows } from './flows.ts'
import type { Row } from './instance-list.ts'

export type DetailOptions = {
  client: () => MarqueeClient
  live: () => LiveClient
  mayWrite: () => boolean
  onChanged: (id: string, changed: Pick<Row, 'revision' | 'props' | 'effectiveProps'>) => void
  onClose: () => void
}

/** One instance at a closer look, and where its props are patched. */
export function createDetail({ client, live, mayWrite, onChanged, onClose }: DetailOptions) {
  const flows = createFlows({ client, live, mayWrite })
  const title = element('h2', { id: 'detail-title' })
  const link = element('a', { target: '_blank', rel: 'noopener' }, 'Open the screen ↗')
  const facts = element('dl')
  const open = element('p', {}, link)
  const shows = element('pre', { tabindex: '0', 'aria-label': 'What the screen shows' })
  const patch = element('textarea', {
    id: 'patch',
    rows: '6',
    spellcheck: 'false',
    placeholder: '{ "stopName": "Central" }',
  })
  const apply = element('button', { type: 'submit', class: 'primary' }, 'Apply patch')
  const hint = element('p', { class: 'hint' })
  const outcome = element('div', { class: 'outcome', role: 'status' })
  const form = element(
    'form',
    { onsubmit: (event) => (event.preventDefault(), void submit()) },
    element('label', { for: 'patch' }, 'Patch of the props (JSON; null removes)'),
    patch,
    hint,
    apply,
    outcome,
  )
  const node = element(
    'aside',
    { class: 'detail', 'aria-labelledby': 'detail-title', hidden: true },
    element(
      'header',
      {},
      title,
      element('button', { type: 'button', class: 'close', 'aria-label': 'Close', onclick: () => onClose() }, '×'),
    ),
    open,
    facts,
    flows.node,
    element('h3', {}, 'Shows'),
    shows,
    form,
  )
  let row: Row | null = null

  async function submit(): Promise<void> {
    if (!row) return
    const { id } = row
    let value: unknown
    try {
      value = JSON.parse(patch.value)
    } catch (error) {
      return say('bad', `This is not JSON: ${(error as Error).message}`)
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return say('bad', 'A patch is a JSON object.')
    apply.disabled = true
    try {
      const input = {
        id,
        patch: value as Record<string, unknown>,
        idempotencyKey: `dash-${Date.now()}-${Math.random().toString(36).slice(2)}`,
      }
      const { patchProps } = await client().mutate(PatchPropsDocument, { input })
      onChanged(id, patchProps.instance)
      if (row?.id === id) say('good', `Revision ${patchProps.revision}.`)
    } catch (error) {
      if (!isMarqueeError(error)) throw error
      if (row?.id === id) say('bad', error.message, problemsOf(error.details))
    } finally {
      allow()
    }
  }

  function say(tone: 'good' | 'bad', text: string, problems: string[] = []): void {
    outcome.className = `outcome ${tone}`
    outcome.replaceChildren(
      element('p', {}, text),
      ...(problems.length > 0 ? [element('ul', {}, ...problems.map((problem) => element('li', {}, problem)))] : []),
    )
  }

  function allow(): void {
    apply.disabled = !mayWrite()
    hint.textContent = mayWrite() ? '' : 'Enter the admin key above to change something.'
    flows.allow()
  }

  return {
    node,
    allow,
    get shown() {
      return row?.id ?? null
    },
    show(next: Row): void {
      if (row?.id !== next.id) {
        outcome.replaceChildren()
        patch.value = ''
      }
      row = next
      title.textContent = next.name ?? next.id
      link.href = next.url
      open.hidden = next.kind !== 'DISPLAY'
      facts.replaceChildren(
        ...factsOf(next).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
      )
      shows.textContent = JSON.stringify(next.effectiveProps, null, 2)
      node.hidden = false
      flows.show(next.id)
      allow()
    },
    hide(): void {
      row = null
      flows.hide()
      node.hidden = true
    },
  }
}

function factsOf({ id, visibility, presence, readiness, revision, placement }: Row): [string, string][] {
  return [
    ['Id', id],
    ['Visibility', visibility.toLowerCase()],
    ...(readiness ? [['Readiness', readiness.toLowerCase()] as [string, string]] : []),
    ['Presence', presence.toLowerCase()],
    ['Revision', String(revision)],
    ['Tags', placement?.tags.join(', ') || '–'],
    ...(placement?.geo
      ? [['Position', `${placement.geo.lat.toFixed(4)}, ${placement.geo.lng.toFixed(4)}`] as [string, string]]
      : []),
  ]
}

/** The pointers and sentences of a SCHEMA_VIOLATION. */
function problemsOf({ problems }: Record<string, unknown>): string[] {
  if (!Array.isArray(problems)) return []
  return problems.map((problem: { path?: unknown; pointer?: unknown; message?: unknown }) =>
    [problem.pointer ?? problem.path, problem.message]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(': '),
  )
}
