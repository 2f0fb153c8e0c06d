import { useEffect, useRef, useState } from 'react'
import { attentions, attentionWords } from '../fleet/row-state.ts'
import { DefinitionsPageDocument, FindInstancesDocument } from '../graph/generated.ts'
import { signOut, useSession } from '../graph/session.ts'
import { createStore, useStore } from '../graph/store.ts'
import { useQuery } from '../graph/use-query.ts'
import { words } from '../ui/format.ts'
import { isTyping } from './keys.ts'
import { go } from './router.tsx'
import { signInAddress, useSections } from './sections.ts'
import { setTheme, themes } from './theme.ts'

const isOpen = createStore(false)
const typingMs = 120

export const openPalette = (): void => isOpen.set(true)

type Command = { id: string; label: string; detail: string; run: () => void }

/** Ctrl K or Cmd K from anywhere: pages, instances and definitions by name, and what can be done. "/" goes to the filter. */
export function Palette() {
  const isShown = useStore(isOpen)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        isOpen.set(!isOpen.get())
      } else if (event.key === '/' && !isTyping(event.target) && !document.querySelector('dialog[open]')) {
        const search = document.querySelector<HTMLElement>('[role="search"] input')
        if (search) event.preventDefault()
        search?.focus()
      }
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return isShown ? <PaletteDialog /> : null
}

function PaletteDialog() {
  const node = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const commands = useCommands(text)
  const current = Math.min(index, commands.length - 1)
  const close = (): void => isOpen.set(false)
  const run = (command: Command | undefined): void => {
    if (!command) return
    close()
    command.run()
  }
  useEffect(() => {
    const before = document.activeElement
    node.current?.showModal()
    return () => void (before instanceof HTMLElement && before.isConnected && before.focus())
  }, [])
  useEffect(() => {
    // A promise in newer browsers, which React would take for what cleans up.
    void node.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <dialog
      ref={node}
      className="dialog palette"
      aria-label="Search and commands"
      onCancel={(event) => (event.preventDefault(), close())}
      onClick={(event) => event.target === node.current && close()}
    >
      <input
        type="text"
        role="combobox"
        aria-label="Search and commands"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={current >= 0 ? `palette-${current}` : undefined}
        placeholder="Instance, definition, page or command"
        dir="auto"
        autoFocus
        value={text}
        onChange={({ target }) => (setText(target.value), setIndex(0))}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined) {
            event.preventDefault()
            setIndex(Math.max(0, Math.min(commands.length - 1, current + step)))
          } else if (event.key === 'Enter') {
            event.preventDefault()
            run(commands[current])
          }
        }}
      />
      <ul id="palette-list" role="listbox" aria-label="Found">
        {commands.map((command, place) => (
          <li
            key={command.id}
            id={`palette-${place}`}
            role="option"
            aria-selected={place === current}
            onClick={() => run(command)}
          >
            <span dir="auto">{command.label}</span> <span className="soft">{command.detail}</span>
          </li>
        ))}
        {commands.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" className="soft">
            Nothing matches.
          </li>
        )}
      </ul>
    </dialog>
  )
}

function useCommands(text: string): Command[] {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), typingMs)
    return () => clearTimeout(timer)
  }, [text])
  const instances = useQuery(FindInstancesDocument, { text: asked }, { pause: asked === '' })
  const definitions = useQuery(
    DefinitionsPageDocument,
    { filter: { search: asked }, first: 5, after: null },
    { pause: asked === '' },
  )
  const own = useOwnCommands()
  const wanted = text.trim().toLowerCase()
  const found = own.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(wanted))
  if (wanted === '') return found
  return [
    ...(instances.data?.instances.nodes ?? []).map(({ id, name, kind }) => ({
      id,
      label: name ?? id,
      detail: words(kind),
      run: () => go(`/instances/${id}`),
    })),
    ...found,
    ...(definitions.data?.definitions.nodes ?? []).map(({ id, title, typeKey }) => ({
      id,
      label: title ?? typeKey,
      detail: `definition ${typeKey}`,
      run: () => go(`/definitions/${id}`),
    })),
    {
      id: 'filter',
      label: `Filter the fleet by “${text.trim()}”`,
      detail: 'fleet',
      run: () => go(`/?name=${encodeURIComponent(text.trim())}`),
    },
  ]
}

function useOwnCommands(): Command[] {
  const sections = useSections()
  const { viewer } = useSession()
  return [
    ...sections.map(({ name, label, to }) => ({ id: name, label, detail: 'page', run: () => go(to) })),
    ...attentions.map((name) => ({
      id: `state ${name}`,
      label: attentionWords[name].label,
      detail: 'fleet',
      run: () => go(`/?state=${name}`),
    })),
    { id: 'map', label: 'Map', detail: 'fleet', run: () => go('/?view=map') },
    ...themes.map((name) => ({
      id: `theme ${name}`,
      label: `Colours: ${name}`,
      detail: 'setting',
      run: () => setTheme(name),
    })),
    viewer
      ? { id: 'out', label: 'Sign out', detail: 'session', run: signOut }
      : { id: 'in', label: 'Sign in', detail: 'session', run: () => go(signInAddress()) },
  ]
}
