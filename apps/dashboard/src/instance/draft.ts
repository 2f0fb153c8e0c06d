import { sameJson, type JsonObject } from '@marquee/sdk'
import { isObject, pointerOf, tokensOf, valueAt } from '../graph/json-schema.ts'
import { createStore, useStore, type Store } from '../graph/store.ts'

/*
 * What somebody has typed and not saved. It lies beside the live value, never in it: a change from elsewhere moves
 * everything that is not being edited, and nothing that is. Drafts outlive the page they were typed on.
 */
export type Draft = {
  /** New values by pointer; undefined removes the member. Never inside of an array: that is edited as a whole. */
  edits: ReadonlyMap<string, unknown>
  /** Text as it was typed where it is no value yet: "12." or half an object. */
  texts: ReadonlyMap<string, string>
  /** What stood there when the edit began. */
  bases: ReadonlyMap<string, unknown>
}

export const emptyDraft: Draft = { edits: new Map(), texts: new Map(), bases: new Map() }

const drafts = new Map<string, Store<Draft>>()

function draftOf(id: string): Store<Draft> {
  const known = drafts.get(id) ?? createStore(emptyDraft)
  drafts.set(id, known)
  return known
}

export function useDraft(id: string): [Draft, (change: (draft: Draft) => Draft) => void] {
  const store = draftOf(id)
  return [useStore(store), (change) => store.set(change(store.get()))]
}

/** `text` is what was typed, where the value is not the whole of it. */
export function edited(draft: Draft, pointer: string, value: unknown, live: unknown, text?: string): Draft {
  const texts = new Map(draft.texts)
  if (text === undefined) texts.delete(pointer)
  else texts.set(pointer, text)
  const bases = draft.edits.has(pointer) ? draft.bases : new Map(draft.bases).set(pointer, live)
  return { edits: new Map(draft.edits).set(pointer, value), texts, bases }
}

export function dropped(draft: Draft, pointer: string): Draft {
  const without = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([key]) => key !== pointer))
  return { edits: without(draft.edits), texts: without(draft.texts), bases: without(draft.bases) }
}

/** What was typed and is saved now goes; what was typed since stays. */
export function settled(draft: Draft, saved: Draft): Draft {
  const done = [...saved.edits].filter(([pointer, value]) => sameJson(draft.edits.get(pointer), value))
  return done.reduce((rest, [pointer]) => dropped(rest, pointer), draft)
}

/** The value with the edits in it. */
export function applyEdits(root: JsonObject, { edits }: Pick<Draft, 'edits'>): JsonObject {
  const next = structuredClone(root)
  // Shorter pointers first: an object that was replaced as a whole may have members edited after.
  for (const [pointer, value] of [...edits].sort(([a], [b]) => a.length - b.length)) put(next, tokensOf(pointer), value)
  return next
}

function put(root: JsonObject, tokens: string[], value: unknown): void {
  const name = tokens.at(-1)
  if (name === undefined) return
  let at = root
  for (const token of tokens.slice(0, -1)) {
    if (!isObject(at[token])) at[token] = {}
    at = at[token] as JsonObject
  }
  if (value === undefined) delete at[name]
  else at[name] = value
}

/** The merge patch (RFC 7396) that makes `to` of `from`. */
export function patchBetween(from: JsonObject, to: JsonObject): JsonObject {
  const patch: JsonObject = {}
  for (const name of Object.keys(from)) if (!(name in to)) patch[name] = null
  for (const [name, value] of Object.entries(to)) {
    const before = from[name]
    if (sameJson(before, value)) continue
    patch[name] = isObject(before) && isObject(value) ? patchBetween(before, value) : value
  }
  return patch
}

/** Edits of which the live value has changed since they began, into something else than what was typed. */
export function overtaken({ edits, bases }: Draft, live: JsonObject): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [pointer, value] of edits) {
    const now = valueAt(live, pointer)
    if (!sameJson(now, bases.get(pointer)) && !sameJson(now, value)) found.set(pointer, now)
  }
  return found
}

/** The members whose value differs, by pointer; arrays and plain values are one member. */
export function differences(
  from: unknown,
  to: unknown,
  at: string[] = [],
): { pointer: string; from: unknown; to: unknown }[] {
  if (sameJson(from, to)) return []
  if (!isObject(from) || !isObject(to)) return [{ pointer: pointerOf(at), from, to }]
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) =>
    differences(from[name], to[name], [...at, name]),
  )
}
