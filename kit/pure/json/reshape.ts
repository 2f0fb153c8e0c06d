import { deepEqualJson, isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { pointerTokens, setAtPointer, valueAtPointer } from './json-pointer.ts'
import { stripNullMembers } from './merge-patch.ts'

/** One step of a small mapping between two shapes of a JSON object; places are JSON pointers. */
export type ReshapeStep =
  /** Moves what stands at `from`, over what stands at `to`. Nothing where there is nothing to move. */
  | { op: 'rename'; from: string; to: string }
  /** Sets the value where there is none. */
  | { op: 'default'; path: string; value: JsonValue }
  | { op: 'set'; path: string; value: JsonValue }
  | { op: 'drop'; path: string }

const members: Record<ReshapeStep['op'], { places: string[]; value: boolean }> = {
  rename: { places: ['from', 'to'], value: false },
  default: { places: ['path'], value: true },
  set: { places: ['path'], value: true },
  drop: { places: ['path'], value: false },
}

/** Applies the steps in order. Never mutates; `object` itself where they change nothing. Arrays keep their length. */
export function reshape(object: JsonObject, steps: readonly ReshapeStep[]): JsonObject {
  return steps.reduce<JsonObject>((present, step) => {
    switch (step.op) {
      case 'rename': {
        const value = valueAtPointer(present, step.from)
        if (value === undefined || step.from === step.to) return present
        const moved = setValue(without(present, step.from), step.to, value)
        // A place in an array that has no such item takes nothing: then nothing is lost either.
        return valueAtPointer(moved, step.to) === undefined ? present : moved
      }
      case 'default':
        return valueAtPointer(present, step.path) === undefined ? setValue(present, step.path, step.value) : present
      case 'set':
        return setValue(present, step.path, step.value)
      case 'drop':
        return without(present, step.path)
    }
  }, object)
}

const setValue = (object: JsonObject, pointer: string, value: JsonValue): JsonObject => {
  const present = valueAtPointer(object, pointer)
  return present !== undefined && deepEqualJson(present, value) ? object : setAtPointer(object, pointer, value)
}

/** A copy without the member at the pointer. An item of an array stays: those behind it would change their places. */
function without(object: JsonObject, pointer: string): JsonObject {
  const tokens = pointerTokens(pointer)
  const last = tokens?.at(-1)
  if (!tokens || last === undefined) return object
  const parentPointer = pointer.slice(0, pointer.lastIndexOf('/'))
  const parent = valueAtPointer(object, parentPointer)
  if (!isJsonObject(parent) || !Object.hasOwn(parent, last)) return object
  const rest = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last))
  return parentPointer === '' ? rest : setAtPointer(object, parentPointer, rest)
}

/** What is wrong with a list of steps from outside; pointers lead into it. */
export function checkReshape(steps: readonly unknown[]): { pointer: string; message: string }[] {
  return steps.flatMap((step, index) => {
    const at = (member: string, message: string) => ({ pointer: `/${index}${member}`, message })
    if (!isJsonObject(step as JsonValue)) return [at('', 'must be an object such as { op: "rename", from, to }')]
    const given = step as JsonObject
    const op = given['op']
    if (typeof op !== 'string' || !Object.hasOwn(members, op))
      return [at('/op', `must be one of ${Object.keys(members).join(', ')}`)]
    const { places, value } = members[op as ReshapeStep['op']]
    const known = new Set(['op', ...places, ...(value ? ['value'] : [])])
    const problems = Object.keys(given)
      .filter((member) => !known.has(member))
      .map((member) => at(`/${member}`, `is no member of a ${op} step`))
    for (const place of places) {
      const pointer = given[place]
      if (typeof pointer !== 'string' || pointerTokens(pointer) === null)
        problems.push(at(`/${place}`, 'must be a JSON pointer to a member, such as /title'))
    }
    if (value && !holdsNoNull(given['value']))
      problems.push(at('/value', 'must be a JSON value without null members: to remove a value use drop'))
    return problems
  })
}

const holdsNoNull = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && stripNullMembers(value) === value
