import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** Whether the caller asked for `field` right below the field being resolved (directives are not weighed). */
export function selects(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  field: string,
): boolean {
  const within = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === 'Field') return selection.name.value === field
      if (selection.kind === 'InlineFragment') return within(selection.selectionSet)
      const fragment = fragments[selection.name.value]
      return fragment !== undefined && within(fragment.selectionSet)
    })
  return fieldNodes.some((node) => node.selectionSet !== undefined && within(node.selectionSet))
}
