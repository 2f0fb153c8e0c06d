import type { BindingState, JsonObject } from './events.ts'

/** Whom it tells and who holds its key are the owner's business; an ancestor may be one that the reader may not read. */
const hidden = ['webhooks', 'displayKeyHash', 'pausedByAncestorId'] as const

/** What readers see of a patch over an instance's state. The query of an address that a binding asks may hold a key. */
export function shownPatch(patch: JsonObject | null): JsonObject | null {
  if (patch === null || !('bindings' in patch || hidden.some((member) => member in patch))) return patch
  const { bindings, ...rest } = patch
  for (const member of hidden) delete rest[member]
  return Array.isArray(bindings) ? { ...rest, bindings: (bindings as BindingState[]).map(shownBinding) } : rest
}

/** A binding with the queries of its addresses left out. */
export function shownBinding(binding: BindingState): BindingState {
  if (binding.source !== 'API') return binding
  const { path, address, url } = binding
  return {
    ...binding,
    path: withoutQuery(path),
    address: withoutQuery(address),
    url: url === null ? null : withoutQuery(url),
  }
}

const withoutQuery = (url: string) => url.replace(/^([^?#]*)\?[^#]*/, '$1?…')
