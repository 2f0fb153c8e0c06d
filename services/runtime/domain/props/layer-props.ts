import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type { BindingState, InstanceState, JsonObject, PropOverride } from '../../../../schema/events.ts'
import { setAtPointer } from '../../../../kit/pure/json/json-pointer.ts'

export type PropLayers = {
  defaults: JsonObject
  inherited: JsonObject
  own: JsonObject
  bindings: readonly Pick<BindingState, 'key' | 'value' | 'lastResolvedAt'>[]
  overrides: readonly Pick<PropOverride, 'path' | 'value'>[]
}

/**
 * What a screen shows (model R26). From low to high: definition default, inherited from the parent, the instance's
 * own props, binding values, overrides. The first three are merged member by member, arrays whole; a binding that has
 * ever been resolved replaces its top-level member; an override replaces what stands at its JSON pointer. Props never
 * hold null members, so a higher layer can replace what a lower one says but not remove it.
 */
export function layerProps({ defaults, inherited, own, bindings, overrides }: PropLayers): JsonObject {
  let props = applyMergePatch(applyMergePatch(defaults, inherited), own)
  for (const { key, value, lastResolvedAt } of bindings) {
    if (lastResolvedAt !== null && value !== null) props = setAtPointer(props, `/${escapeToken(key)}`, value)
  }
  for (const { path, value } of overrides) props = setAtPointer(props, path, value)
  return props
}

/** The layers of an instance whose definition has these defaults. */
export function effectivePropsOf(
  state: Pick<InstanceState, 'inheritedProps' | 'props' | 'bindings' | 'overrides'>,
  defaults: JsonObject,
): JsonObject {
  const { inheritedProps: inherited, props: own, bindings, overrides } = state
  return layerProps({ defaults, inherited, own, bindings, overrides })
}

const escapeToken = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')
