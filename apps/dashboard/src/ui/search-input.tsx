import { useEffect, useId, useRef, useState } from 'react'
import { go, usePlace, withParams } from '../shell/router.tsx'

const typingMs = 250

type SearchProps = { label: string; name: string; hint?: string | undefined }

/** A text in the address. It follows what is typed a moment later, and what is being typed is never replaced by it. */
export function useSearchText(name: string) {
  const { params } = usePlace()
  const told = params.get(name) ?? ''
  const [text, setText] = useState(told)
  const sent = useRef(told)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // Back, or a link: somebody else has changed the address.
    if (told !== sent.current) setText(told)
    sent.current = told
  }, [told])
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = (value: string): void => {
    clearTimeout(timer.current)
    if (value.trim() === sent.current) return
    // One step back for a search, not one for each letter.
    const isFirst = sent.current === ''
    sent.current = value.trim()
    go(withParams({ [name]: value.trim() }), { replace: !isFirst })
  }
  return {
    text,
    type(value: string): void {
      setText(value)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => send(value), typingMs)
    },
    send: () => send(text),
  }
}

export function SearchInput({ label, name, hint }: SearchProps) {
  const id = useId()
  const search = useSearchText(name)
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        placeholder={hint}
        value={search.text}
        onChange={({ target }) => search.type(target.value)}
        onBlur={search.send}
      />
    </div>
  )
}
