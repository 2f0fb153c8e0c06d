import { assertNever } from '../pure/assert-never.ts'
import { Kind, type ValueNode } from 'graphql'
import { findUnsafeKey, jsonDepth, pointerToken } from '../pure/json/json.ts'
import { INEXACT_NUMBER, keepsNumber } from '../pure/json/parse-json.ts'
import { badInput } from './bad-input.ts'

/** Deeper than any state of ours, and far from what recursion over JSON can bear. */
export const JSON_DEPTH_MAX = 32

/**
 * Refuses what we could not keep as it is: too deep, unsafe names, text that Postgres cannot store. Numbers are looked
 * at where their text is: by the parser of the request, and below for literals.
 */
export function checkJson(value: unknown): unknown {
  if (jsonDepth(value, JSON_DEPTH_MAX) > JSON_DEPTH_MAX) throw tooDeep()
  const unsafe = findUnsafeKey(value)
  if (unsafe !== null) throw badInput(`The JSON member ${unsafe} has a name that is not allowed.`)
  checkScalars(value)
  return value
}

const tooDeep = () => badInput(`JSON may be nested ${JSON_DEPTH_MAX} levels deep, not deeper.`)

function checkScalars(value: unknown): void {
  if (typeof value === 'string') checkText(value)
  else if (typeof value === 'number' && !Number.isFinite(value)) throw badInput('A JSON number must be finite.')
  else if (Array.isArray(value)) value.forEach(checkScalars)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      checkText(key)
      checkScalars(child)
    }
  }
}

function checkText(text: string): void {
  if (text.includes('\0')) throw badInput('Text must not contain the character U+0000.')
  if (!text.isWellFormed()) throw badInput('Text must be well-formed Unicode: it contains half a surrogate pair.')
}

/** The value that a literal in a document stands for, variables inside it included. Not checked yet. */
export function jsonFromLiteral(
  node: ValueNode,
  variables: Record<string, unknown> | null | undefined,
  pointer = '',
  level = 0,
): unknown {
  // Before the tree exists nothing else bounds the recursion.
  if (level > JSON_DEPTH_MAX) throw tooDeep()
  switch (node.kind) {
    case Kind.NULL:
      return null
    case Kind.INT:
    case Kind.FLOAT:
      if (!keepsNumber(node.value))
        throw badInput(`The JSON value${pointer === '' ? '' : ` at ${pointer}`} ${INEXACT_NUMBER}.`, [
          { pointer, message: INEXACT_NUMBER },
        ])
      return Number(node.value)
    case Kind.VARIABLE:
      return variables?.[node.name.value]
    case Kind.LIST:
      return node.values.map(
        (item, index) => jsonFromLiteral(item, variables, pointer + pointerToken(index), level + 1) ?? null,
      )
    case Kind.OBJECT:
      return objectFromLiteral(
        node.fields.map((field) => [
          field.name.value,
          jsonFromLiteral(field.value, variables, pointer + pointerToken(field.name.value), level + 1),
        ]),
      )
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value
    default:
      return assertNever(node)
  }
}

function objectFromLiteral(members: [string, unknown][]): Record<string, unknown> {
  // fromEntries defines rather than assigns, so that a member named __proto__ is seen, and refused, by the check.
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}
