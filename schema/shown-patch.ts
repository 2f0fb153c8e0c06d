import type { BindingState, JsonObject } from './events.ts'

/**
 * What readers see of a patch over an instance's state. Whom it tells (webhooks) and who holds its key are the owner's
 * business, and the query of an address that a binding asks may hold a key.
 */
export function shownPatch(patch: JsonObject | null): JsonObject | null {
  if (patch === null || !('webhooks' in patch || 'displayKeyHash' in patch || 'bindings' in patch)) return patch
  const { webhooks: _webhooks, displayKeyHash: _displayKeyHash, bindings, ...rest } = patch
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
