import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql'

const depthMax = 16
const rootFieldsMax = 100

/**
 * Refuses documents nested deeper than any screen or dashboard needs, and documents with more aliased root fields than
 * a batch has: the graph has cycles (a definition's instances' definitions), and each level multiplies the work.
 */
export function depthLimit(context: ValidationContext) {
  return {
    OperationDefinition(node: { selectionSet: SelectionSetNode; name?: { value: string } | undefined }) {
      const fields = countFields(context, node.selectionSet, new Set())
      if (fields > rootFieldsMax) {
        context.reportError(new GraphQLError(`An operation has at most ${rootFieldsMax} root fields; this one has ${fields}.`))
      }
      if (depthOf(context, node.selectionSet, new Set()) > depthMax) {
        context.reportError(new GraphQLError(`An operation is nested at most ${depthMax} levels deep.`))
      }
    },
  }
}

function depthOf(context: ValidationContext, { selections }: SelectionSetNode, open: Set<string>): number {
  let deepest = 0
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      // Introspection nests by itself; its own rules are elsewhere.
      const inner = selection.selectionSet && !selection.name.value.startsWith('__') ? depthOf(context, selection.selectionSet, open) : 0
      deepest = Math.max(deepest, 1 + inner)
    } else {
      deepest = Math.max(deepest, within(context, selection, open, (set) => depthOf(context, set, open)))
    }
  }
  return deepest
}

function countFields(context: ValidationContext, { selections }: SelectionSetNode, open: Set<string>): number {
  let count = 0
  for (const selection of selections) {
    count += selection.kind === Kind.FIELD ? 1 : within(context, selection, open, (set) => countFields(context, set, open))
  }
  return count
}

/** Fragments that lead back to themselves are another rule's to report. */
function within(
  context: ValidationContext,
  selection: Exclude<SelectionSetNode['selections'][number], { kind: Kind.FIELD }>,
  open: Set<string>,
  measure: (set: SelectionSetNode) => number,
): number {
  if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet)
  const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(selection.name.value)
  if (!fragment || open.has(fragment.name.value)) return 0
  open.add(fragment.name.value)
  const measured = measure(fragment.selectionSet)
  open.delete(fragment.name.value)
  return measured
}
