import ts from 'typescript'

/**
 * Lint rule: a table of ours (an object literal at the top of a file) is not asked for a text of unknown value by
 * `table[text]`: 'constructor' and '__proto__' would find what every object inherits. A Map, or `ownMember`, finds our
 * rows only. Keys whose type is a union of literals are safe.
 */
const unwrapped = (node) =>
  node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression' ? unwrapped(node.expression) : node

export const ownLookups = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { inherited: '{{table}}[{{key}}] also finds what objects inherit: use a Map or ownMember.' },
  },
  create(context) {
    const { sourceCode } = context
    const { program, esTreeNodeToTSNodeMap: nodes } = sourceCode.parserServices ?? {}
    if (!program) return {}
    const checker = program.getTypeChecker()
    const isAnyText = (node) => {
      const type = checker.getTypeAtLocation(nodes.get(node))
      const parts = type.isUnion() ? type.types : [type]
      return parts.some(({ flags }) => (flags & ts.TypeFlags.String) !== 0)
    }
    return {
      'MemberExpression[computed=true]'({ object, property, parent }) {
        if (object.type !== 'Identifier' || property.type === 'Literal') return
        if (parent.type === 'AssignmentExpression' && parent.left.object === object) return
        const variable = sourceCode
          .getScope(object)
          .references.find(({ identifier }) => identifier === object)?.resolved
        const [definition] = variable?.defs ?? []
        if (definition?.node.type !== 'VariableDeclarator' || variable.scope.type !== 'module') return
        if (unwrapped(definition.node.init)?.type !== 'ObjectExpression' || !isAnyText(property)) return
        context.report({
          node: property,
          messageId: 'inherited',
          data: { table: object.name, key: sourceCode.getText(property) },
        })
      },
    }
  },
}
