import { displayPayloadOf } from '../../schema/change-message.ts'
import type { ResolvedState } from '../../schema/resolved-keys.ts'
import { carriedBy } from '../live/rendering/carried-fields.ts'
import { cursorOf, type LiveEvent } from '../live/feeds/live-event.ts'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'
import { ownMember } from '../../kit/pure/json/json.ts'

type Shown = Pick<LiveEvent, 'type' | 'position' | 'cursor' | 'at' | 'face'>

/** What a page is served with: the state that its feed would begin with, and the card of the instance. */
export type Hydration = { name: string | null; json: string }

/** Null where not everybody may read it: then the page carries nothing, and asks with its key. */
export function hydrationOf(resolved: ResolvedState | null): Hydration | null {
  if (!resolved?.isPublic) return null
  const { id, name, placement, epoch, revision, at } = resolved
  const event: Shown = {
    type: 'SNAPSHOT',
    position: revision,
    cursor: cursorOf(id, epoch, revision),
    at,
    face: displayPayloadOf(resolved, null),
  }
  const state = {
    revision: read(event, 'revision'),
    cursor: read(event, 'cursor'),
    at: read(event, 'at'),
    props: parseOwnJson(read(event, 'effectiveProps') as string) as unknown,
    lifecycle: read(event, 'lifecycle'),
    bundleUrl: read(event, 'bundleUrl'),
    deleted: false,
  }
  // Where it stands is worth asking for once more where it is not known.
  const card = placement === undefined ? null : { id, name, placement }
  return { name, json: inertJson({ state, card }) }
}

/** The very rules by which `displayChanged` answers. */
const read = (event: Shown, field: string): unknown => carriedBy('DisplayEvent', field)?.(event as never)

const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that may stand in a script element: nothing in it can end the element, begin a comment or a line. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => ownMember(escapes, character) as string)
}
