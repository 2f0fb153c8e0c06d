import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

type Variables = Record<string, unknown>

/**
 * The root fields of an operation by response name, in the order of the answer, with fragments opened. What `@skip`
 * and `@include` leave out with these (coerced) variables is not among them.
 */
export function rootFieldsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Map<string, FieldNode[]> {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )
  const found = new Map<string, FieldNode[]>()
  const opened = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (isLeftOut(selection, variables)) continue
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value
        const fragment = fragments.get(name)
        if (!fragment || opened.has(name)) continue
        opened.add(name)
        collect(fragment.selectionSet)
      } else {
        const name = (selection.alias ?? selection.name).value
        const nodes = found.get(name)
        if (nodes) nodes.push(selection)
        else found.set(name, [selection])
      }
    }
  }
  collect(operation.selectionSet)
  return found
}

const isLeftOut = (selection: SelectionNode, variables: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false

/** The same document, whose `operation` selects these root fields only. */
export function selectingOnly(
  fields: readonly FieldNode[],
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields }
  return {
    ...document,
    definitions: document.definitions.map((node) => (node === operation ? { ...operation, selectionSet } : node)),
  }
}
