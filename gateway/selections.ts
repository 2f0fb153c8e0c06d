import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

type Variables = Record<string, unknown>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )

/** Whether `@skip` and `@include` leave a selection in, with these (coerced) variables. */
export function isSelected(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}

/** The fields of these selection sets in the order of the answer, each fragment opened once. */
export function fieldsIn(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  isWanted: (selection: SelectionNode) => boolean = () => true,
): FieldNode[] {
  const found: FieldNode[] = []
  const opened = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isWanted(selection)) continue
      if (selection.kind === Kind.FIELD) found.push(selection)
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else {
        const name = selection.name.value
        const fragment = fragments.get(name)
        if (!fragment || opened.has(name)) continue
        opened.add(name)
        collect(fragment.selectionSet)
      }
    }
  }
  sets.forEach(collect)
  return found
}

/** The root fields that an operation selects with these variables, by response name, in the order of the answer. */
export function rootFieldsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Map<string, FieldNode[]> {
  const fields = fieldsIn([operation.selectionSet], fragmentsOf(document), (node) => isSelected(node, variables))
  return Map.groupBy(fields, ({ alias, name }) => (alias ?? name).value)
}

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
