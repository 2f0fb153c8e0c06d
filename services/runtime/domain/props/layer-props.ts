import { applyMergePatch } from '../../../../kit/pure/json/merge-patch.ts'
import type {
  BindingState,
  InstanceState,
  JsonObject,
  ProgrammeLayer,
  PropOverride,
} from '../../../../schema/events.ts'
import { setAtPointer } from '../../../../kit/pure/json/json-pointer.ts'

export type PropLayers = {
  defaults: JsonObject
  inherited: JsonObject
  own: JsonObject
  bindings: readonly Pick<BindingState, 'key' | 'value' | 'lastResolvedAt'>[]
  programme: JsonObject | null
  overrides: readonly Pick<PropOverride, 'path' | 'value'>[]
}

/**
 * What a screen shows (model R26). From low to high: definition default, inherited from the parent, the instance's
 * own props, binding values, its programme, overrides. The first three are merged member by member, arrays whole; a
 * binding that has ever been resolved replaces its top-level member; the programme is merged over what they make; an
 * override replaces what stands at its JSON pointer. Props never hold null members, so a higher layer can replace what
 * a lower one says but not remove it.
 */
export function layerProps({ defaults, inherited, own, bindings, programme, overrides }: PropLayers): JsonObject {
  let props = applyMergePatch(applyMergePatch(defaults, inherited), own)
  for (const { key, value, lastResolvedAt } of bindings) {
    if (lastResolvedAt !== null && value !== null) props = setAtPointer(props, `/${escapeToken(key)}`, value)
  }
  if (programme) props = applyMergePatch(props, programme)
  for (const { path, value } of overrides) props = setAtPointer(props, path, value)
  return props
}

/** The layers of an instance whose definition has these defaults. */
export function effectivePropsOf(
  state: Pick<InstanceState, 'inheritedProps' | 'props' | 'bindings' | 'programme' | 'overrides'>,
  defaults: JsonObject,
): JsonObject {
  const { inheritedProps: inherited, props: own, bindings, overrides } = state
  const programme = shownProgramme(state)?.props ?? null
  return layerProps({ defaults, inherited, own, bindings, programme, overrides })
}

/** The layer of its programme where it is shown. States that an earlier version kept have none. */
export const shownProgramme = ({ programme }: Pick<InstanceState, 'programme'>): ProgrammeLayer | null =>
  programme?.blocked === null ? programme : null

const escapeToken = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')
