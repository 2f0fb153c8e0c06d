import jmespath from 'jmespath'
import { countJsonNodes, type JsonValue } from './json.ts'

/** What stands in a syntax tree of the package; it does not say so itself. */
type Node = { type: string; name?: unknown; value?: unknown; children?: unknown[] }

const { compile } = jmespath as unknown as { compile(expression: string): Node }

const lengthMax = 500
/** How many times as much as it was given an expression may look at or make. */
const growthMax = 64
const resultNodesMax = 100_000

const functions = new Set(
  `abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null reverse sort sort_by
   starts_with sum to_array to_number to_string type values`.split(/\s+/),
)

/**
 * Why an expression (jmespath.org) is not taken, as a sentence's end; null for a good one. JMESPath has no loops, so
 * what an expression costs is known from its text: it goes over what it is given once for each projection, and only
 * multi-selects, literals and text functions make more of it than there was. That is bounded here, so that evaluating
 * takes time in proportion to the answer, and an answer of 256 KB some tenths of a second at worst.
 */
export function jmesPathProblem(expression: string): string | null {
  if (expression.length > lengthMax) return `has more than ${lengthMax} characters`
  let tree: Node
  try {
    tree = compile(expression)
  } catch (error) {
    return `cannot be read: ${messageOf(error)}`
  }
  for (const { type, name } of nodesOf(tree)) {
    if (type === 'Function' && !functions.has(String(name))) return `calls ${String(name)}(), which there is not`
    // The evaluator would find the members that every object has by birth.
    if ((type === 'Field' || type === 'KeyValuePair') && String(name) in Object.prototype)
      return `names ${String(name)}, which is not allowed`
  }
  return growthOf(tree) > growthMax
    ? 'makes too much of what it is given: too many multi-selects or literals in one another'
    : null
}

/** What an expression that jmesPathProblem has let pass makes of a value; null is JMESPath's "nothing". */
export function searchJmesPath(expression: string, value: JsonValue): { value: JsonValue } | { problem: string } {
  try {
    const found: unknown = jmespath.search(value, expression)
    return countJsonNodes(found, resultNodesMax) > resultNodesMax
      ? { problem: 'makes too large a value' }
      : { value: toJson(found) }
  } catch (error) {
    return { problem: `cannot be evaluated: ${messageOf(error)}` }
  }
}

const messageOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 150).toWellFormed()

const isNode = (child: unknown): child is Node => typeof child === 'object' && child !== null && 'type' in child

/** A member of a multi-select hash keeps its expression in `value`; a literal's value is none, whatever it looks like. */
const childrenOf = ({ type, value, children = [] }: Node): Node[] =>
  [...children, ...(type === 'KeyValuePair' ? [value] : [])].filter(isNode)

function nodesOf(tree: Node): Node[] {
  return [tree, ...childrenOf(tree).flatMap(nodesOf)]
}

function growthOf(node: Node): number {
  const growths = childrenOf(node).map(growthOf)
  const product = growths.reduce((all, growth) => all * growth, 1)
  const sum = growths.reduce((all, growth) => all + growth, 0)
  switch (node.type) {
    case 'Literal':
      return countJsonNodes(node.value, resultNodesMax)
    case 'MultiSelectList':
    case 'MultiSelectHash':
    case 'Comparator':
    case 'OrExpression':
    case 'AndExpression':
      return Math.max(1, sum)
    case 'Function':
      // Text within text doubles its escapes.
      return product * (node.name === 'to_string' || node.name === 'join' ? 2 : 1)
    default:
      return product
  }
}

/** Functions make what JSON has not: an infinite number, a member that is undefined. */
function toJson(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toJson(child)]))
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
