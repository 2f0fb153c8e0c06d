import { jmesPathProblem } from '../../../../kit/pure/json/jmes-path.ts'
import { pointerTokens } from '../../../../kit/pure/json/json-pointer.ts'

/** Which part of what stands at an address is meant: '' for the whole. */
export type BindingPath = { address: string; pointer: string | null; expression?: string }

const expressionPrefix = 'jmespath:'

/**
 * `address#/pointer` or `address#jmespath:expression` in its parts: the pointer is RFC 6901 in its URI fragment form, ''
 * for the whole value, null where what stands behind '#' is none. An expression is percent-encoded like every fragment
 * and has no pointer beside it; whether it can be read, partProblem says.
 */
export function splitPath(path: string): BindingPath {
  const hash = path.indexOf('#')
  if (hash === -1) return { address: path, pointer: '' }
  const address = path.slice(0, hash)
  const fragment = decode(path.slice(hash + 1))
  if (fragment?.startsWith(expressionPrefix))
    return { address, pointer: null, expression: fragment.slice(expressionPrefix.length) }
  const good = fragment === '' || (fragment !== null && pointerTokens(fragment) !== null)
  return { address, pointer: good ? fragment : null }
}

/** What is wrong with the part of a path behind '#', as a sentence's end; null for nothing. */
export function partProblem({ pointer, expression }: BindingPath): string | null {
  if (expression === undefined)
    return pointer === null
      ? "must end in a JSON pointer after '#', such as '#/next/0', or in '#jmespath:' and an expression"
      : null
  const problem = jmesPathProblem(expression)
  return problem === null ? null : `has a JMESPath expression that ${problem}`
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
