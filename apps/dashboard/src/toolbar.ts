import { element } from './element.ts'
import type { Search } from './instance-list.ts'

export type ToolbarOptions = {
  search: Search
  key: string
  onSearch: (search: Search) => void
  onKey: (key: string) => void
}

const typingMs = 250

/** Search, key and the sign that tells whether the list is live. */
export function createToolbar({ search, key, onSearch, onKey }: ToolbarOptions) {
  const text = element('input', {
    type: 'search',
    id: 'text',
    placeholder: 'Part of the name',
    value: search.text,
    oninput: later,
  })
  const tag = element('input', {
    type: 'search',
    id: 'tag',
    list: 'tags',
    placeholder: 'Any tag',
    value: search.tag,
    oninput: later,
  })
  const tags = element('datalist', { id: 'tags' })
  const keyInput = element('input', {
    type: 'password',
    id: 'key',
    autocomplete: 'off',
    placeholder: 'for changes',
    value: key,
    onchange: () => onKey(keyInput.value.trim()),
  })
  const live = element('span', { class: 'live', role: 'status' }, 'connecting')
  let timer: ReturnType<typeof setTimeout> | undefined

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(() => onSearch({ text: text.value.trim(), tag: tag.value.trim() }), typingMs)
  }

  const field = (name: string, input: HTMLElement) =>
    element('div', { class: 'field' }, element('label', { for: input.id }, name), input)
  return {
    node: element(
      'header',
      { class: 'toolbar' },
      element('h1', {}, 'Marquee'),
      element(
        'form',
        { role: 'search', onsubmit: (event) => event.preventDefault() },
        field('Name', text),
        field('Tag', tag),
        tags,
        field('Admin key', keyInput),
      ),
      live,
    ),
    setTags(names: string[]): void {
      tags.replaceChildren(...names.map((name) => element('option', { value: name })))
    },
    setLive(isLive: boolean): void {
      live.textContent = isLive ? 'live' : 'offline'
      live.classList.toggle('on', isLive)
    },
  }
}
