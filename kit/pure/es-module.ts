import { parse, type Program } from 'acorn'

export type ModuleExports = { ok: true; names: Set<string> } | { ok: false; problem: string }

/**
 * The names that an ES module's source exports by writing them out; `export * from` is not looked through. Parses
 * without running anything. Not ok for what is no module, with the parser's message and place.
 */
export function moduleExports(source: string): ModuleExports {
  try {
    return { ok: true, names: exportedNames(parse(source, { ecmaVersion: 'latest', sourceType: 'module' })) }
  } catch (error) {
    // A SyntaxError with its place, or a RangeError for ten thousand nested brackets.
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

function exportedNames(program: Program): Set<string> {
  const names = new Set<string>()
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration') names.add('default')
    if (node.type !== 'ExportNamedDeclaration') continue
    for (const { exported } of node.specifiers) {
      names.add(exported.type === 'Identifier' ? exported.name : String(exported.value))
    }
    const { declaration } = node
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name)
    } else if (declaration) names.add(declaration.id.name)
  }
  return names
}
