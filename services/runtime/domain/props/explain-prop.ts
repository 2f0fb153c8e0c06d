import { pointerToken } from '../../../../kit/pure/json/json.ts'
import type { InstanceState, Json, JsonObject } from '../../../../schema/events.ts'
import { setAtPointer, valueAtPointer } from '../../../../kit/pure/json/json-pointer.ts'
import { shownProgramme } from './layer-props.ts'
import { stepsBelow } from './prop-path.ts'

/** Something that a layer says of a place in the props. `writerId` and `since` as far as the state itself knows them. */
export type PropLayer = {
  layer: 'override' | 'programme' | 'binding' | 'own' | 'inherited' | 'default'
  value: Json
  writerId: string | null
  since: string | null
  expiresAt: string | null
}

/**
 * Why the value at `path` is what it is: all that the layers say of it, highest first, so that the first is what is
 * shown (where several hold members of one object, what is shown is made of all of them). Layers that say nothing of
 * the place are left out.
 */
export function explainLayers(state: InstanceState, path: string, defaults: JsonObject): PropLayer[] {
  const timeless = { writerId: null, since: null, expiresAt: null }
  const own = (layer: 'own' | 'inherited' | 'default', props: JsonObject) =>
    said(valueAtPointer(props, path), (value) => ({ layer, value, ...timeless }))
  const overrides = state.overrides
    .toReversed()
    .flatMap(({ path: at, value, writerId, since, expiresAt }) =>
      said(seenFrom(path, at, value), (value) => ({ layer: 'override' as const, value, writerId, since, expiresAt })),
    )
  const bindings = state.bindings.flatMap(({ key, value, lastResolvedAt }) => {
    const found = lastResolvedAt === null || value === null ? undefined : seenFrom(path, pointerToken(key), value)
    return said(found, (value) => ({ ...timeless, layer: 'binding' as const, value, since: lastResolvedAt }))
  })
  const programme = shownProgramme(state)
  const programmes = programme
    ? said(valueAtPointer(programme.props, path), (value) => ({
        ...timeless,
        layer: 'programme' as const,
        value,
        since: programme.since,
      }))
    : []
  return [
    ...overrides,
    ...programmes,
    ...bindings,
    ...own('own', state.props),
    ...own('inherited', state.inheritedProps),
    ...own('default', defaults),
  ]
}

const said = (value: Json | undefined, layer: (value: Json) => PropLayer): PropLayer[] =>
  value === undefined ? [] : [layer(value)]

/** What a value that stands at `at` is at `path`: part of it, or an object around it. */
function seenFrom(path: string, at: string, value: Json): Json | undefined {
  if (stepsBelow(at, path)) return valueAtPointer(value, path.slice(at.length))
  const below = stepsBelow(path, at)
  return below ? setAtPointer({}, at.slice(path.length), value) : undefined
}
