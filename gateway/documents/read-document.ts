import {
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type DocumentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { LimitName, Limits } from '../../kit/limits.ts'

type Bound = Extract<LimitName, `document${string}`>
export type DocumentLimits = Pick<Limits, Bound>

/**
 * Parses a document whose tokens, nesting and selections are within the budgets. Everything after it (validation,
 * cost, planning, execution) is linear in what it lets through. Throws QUERY_TOO_EXPENSIVE, or the syntax error.
 */
export function readDocument(source: string, limits: DocumentLimits): DocumentNode {
  scan(source, limits)
  const document = parse(source)
  measureDocument(document, limits)
  return document
}

const nouns: Record<Bound, string> = {
  documentTokens: 'tokens',
  documentNesting: 'levels of brackets',
  documentDirectives: 'directives',
  documentOperations: 'operations',
  documentFragments: 'fragments',
  documentDepth: 'levels of fields in an operation',
  documentRootFields: 'root fields in an operation',
  documentSelections: 'selections in an operation, its fragments opened',
  documentRepeats: 'fields that repeat a response name beside them',
}

function assertWithin(name: Bound, cost: number, limits: DocumentLimits): void {
  const limit = limits[name]
  if (cost <= limit) return
  throw new AppError('QUERY_TOO_EXPENSIVE', {
    public: `A document has at most ${limit} ${nouns[name]}.`,
    details: { budget: name, cost, limit },
  })
}

/** Counts tokens before the parser runs: it recurses once per bracket, and builds a node per token. */
function scan(source: string, limits: DocumentLimits): void {
  const lexer = new Lexer(new Source(source))
  const counts = { documentTokens: 0, documentNesting: 0, documentDirectives: 0 }
  for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
    assertWithin('documentTokens', ++counts.documentTokens, limits)
    if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L) {
      assertWithin('documentNesting', ++counts.documentNesting, limits)
    } else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R)
      counts.documentNesting--
    else if (kind === TokenKind.AT) assertWithin('documentDirectives', ++counts.documentDirectives, limits)
  }
}

type Fragments = ReadonlyMap<string, SelectionSetNode>

function measureDocument(document: DocumentNode, limits: DocumentLimits): void {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  assertWithin('documentOperations', operations.length, limits)
  assertWithin('documentFragments', definitions.length, limits)
  const fragments: Fragments = new Map(definitions.map(({ name, selectionSet }) => [name.value, selectionSet]))
  const measured = new Map<string, Measures>()
  for (const { selectionSet } of operations) {
    const { depth, rootFields, selections } = measure(selectionSet, 1, { fragments, measured, limits })
    assertWithin('documentRootFields', rootFields, limits)
    assertWithin('documentDepth', depth, limits)
    assertWithin('documentSelections', selections, limits)
  }
  const count = { repeats: 0, visited: 0 }
  for (const { selectionSet } of operations) countRepeats([selectionSet], 1, fragments, count, limits)
}

/** Of a selection set with its fragments opened; `rootFields` are those of the set itself. */
type Measures = { depth: number; rootFields: number; selections: number }

const nothing: Measures = { depth: 0, rootFields: 0, selections: 0 }

type Measuring = { fragments: Fragments; measured: Map<string, Measures>; limits: DocumentLimits }

/** `level` counts the fields around it, so that no document takes the stack further than the budget. */
function measure({ selections }: SelectionSetNode, level: number, measuring: Measuring): Measures {
  assertWithin('documentDepth', level, measuring.limits)
  const sum = { ...nothing }
  for (const selection of selections) {
    const inner = within(selection, level, measuring)
    const isField = selection.kind === Kind.FIELD
    sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0))
    sum.rootFields += isField ? 1 : inner.rootFields
    sum.selections += inner.selections + 1
  }
  return sum
}

/** Each fragment is measured once per document, however often it is spread: opening it each time is the attack. */
function within(selection: SelectionNode, level: number, measuring: Measuring): Measures {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet, level, measuring)
  if (selection.kind === Kind.FIELD)
    return selection.selectionSet ? measure(selection.selectionSet, level + 1, measuring) : nothing
  const { fragments, measured } = measuring
  const name = selection.name.value
  const known = measured.get(name)
  if (known) return known
  // While it is being measured it counts as nothing: validation reports fragments that lead back to themselves.
  measured.set(name, nothing)
  const fragment = fragments.get(name)
  const found = fragment ? measure(fragment, level, measuring) : nothing
  measured.set(name, found)
  return found
}

/**
 * Counts fields whose response name a field beside them has too. Validation compares these pair by pair, at every
 * level below them again, so that its work grows with the square of this number and not with that of all fields.
 * `sets` are the selection sets that share one response path.
 */
function countRepeats(
  sets: readonly SelectionSetNode[],
  level: number,
  fragments: Fragments,
  count: { repeats: number; visited: number },
  limits: DocumentLimits,
): void {
  // Only a fragment that leads back to itself gets so deep, or is visited so often; validation refuses the document.
  if (level > limits.documentDepth) return
  const byName = new Map<string, SelectionSetNode[]>()
  const opened = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (++count.visited > limits.documentSelections * limits.documentOperations) return
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)
        if (fragment && !opened.has(selection.name.value)) {
          opened.add(selection.name.value)
          collect(fragment)
        }
      } else {
        const name = (selection.alias ?? selection.name).value
        const below = byName.get(name)
        if (below) assertWithin('documentRepeats', ++count.repeats, limits)
        const known = below ?? []
        if (!below) byName.set(name, known)
        if (selection.selectionSet) known.push(selection.selectionSet)
      }
    }
  }
  for (const set of sets) collect(set)
  for (const below of byName.values()) if (below.length > 0) countRepeats(below, level + 1, fragments, count, limits)
}
