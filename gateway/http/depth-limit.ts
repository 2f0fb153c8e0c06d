import { GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from 'graphql'

const depthMax = 16
const rootFieldsMax = 100
const selectionsMax = 10_000

/**
 * Refuses documents nested deeper than any screen or dashboard needs, and documents with more aliased root fields than
 * a batch has: the graph has cycles (a definition's instances' definitions), and each level multiplies the work. So do
 * fragments that spread others twice: forty of them are a trillion selections, for everybody who opens them later.
 */
export function depthLimit(context: ValidationContext) {
  const measured = new Map<string, Measures>()
  return {
    OperationDefinition(node: { selectionSet: SelectionSetNode }) {
      const { depth, rootFields, selections } = measure(context, node.selectionSet, measured)
      if (rootFields > rootFieldsMax) {
        context.reportError(new GraphQLError(`An operation has at most ${rootFieldsMax} root fields; this one has ${rootFields}.`))
      }
      if (depth > depthMax) context.reportError(new GraphQLError(`An operation is nested at most ${depthMax} levels deep.`))
      if (selections > selectionsMax) {
        context.reportError(new GraphQLError(`An operation has at most ${selectionsMax} selections, its fragments opened.`))
      }
    },
  }
}

/** Of a selection set with its fragments opened; `rootFields` are those of the set itself. */
type Measures = { depth: number; rootFields: number; selections: number }

const nothing: Measures = { depth: 0, rootFields: 0, selections: 0 }

function measure(context: ValidationContext, { selections }: SelectionSetNode, measured: Map<string, Measures>): Measures {
  const sum = { ...nothing }
  for (const selection of selections) {
    const inner = within(context, selection, measured)
    const isField = selection.kind === Kind.FIELD
    sum.depth = Math.max(sum.depth, inner.depth + (isField ? 1 : 0))
    sum.rootFields += isField ? 1 : inner.rootFields
    sum.selections += inner.selections + 1
  }
  return sum
}

/** Each fragment is measured once per document, however often it is spread: opening it each time is the attack. */
function within(context: ValidationContext, selection: SelectionSetNode['selections'][number], measured: Map<string, Measures>): Measures {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measure(context, selection.selectionSet, measured)
  if (selection.kind === Kind.FIELD) {
    if (!selection.selectionSet) return nothing
    const inner = measure(context, selection.selectionSet, measured)
    // Introspection nests by itself; its own rules are elsewhere.
    return selection.name.value.startsWith('__') ? { ...inner, depth: 0 } : inner
  }
  const name = selection.name.value
  const known = measured.get(name)
  if (known) return known
  // While it is being measured it counts as nothing: fragments that lead back to themselves are another rule's to report.
  measured.set(name, nothing)
  const fragment = context.getFragment(name)
  const found = fragment ? measure(context, fragment.selectionSet, measured) : nothing
  measured.set(name, found)
  return found
}
