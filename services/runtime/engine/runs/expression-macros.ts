import { AppError } from '../../../../kit/errors/app-error.ts'
import { macrosOf } from '../../../../kit/pure/expression/expression.ts'
import { parseExpression } from '../../../../kit/pure/expression/parse.ts'
import type { JsonObject } from '../../../../schema/events.ts'
import type { DefinitionSource } from '../../ports.ts'

export type RunMacros = Record<string, { version: string; expression: string }>

/** Macros that macros call, and so on; one that calls itself is found once, and refused where it is expanded. */
const macrosMax = 100

/**
 * The macros that an expression calls, directly or not, as they are published now. What is no published macro is left
 * out: whoever evaluates the expression refuses it with its position.
 */
export async function macrosFor(
  definitions: Pick<DefinitionSource, 'forNewInstance'>,
  tenantId: string,
  places: readonly JsonObject[],
): Promise<RunMacros> {
  const found: RunMacros = {}
  const asked = new Set<string>()
  let texts = places.flatMap(({ expression }) => (typeof expression === 'string' ? [expression] : []))
  while (texts.length > 0 && asked.size < macrosMax) {
    const names = texts.flatMap(calledIn).filter((name) => !asked.has(name))
    texts = []
    for (const name of new Set(names)) {
      asked.add(name)
      const macro = await publishedMacro(definitions, tenantId, name)
      if (macro === null) continue
      found[name] = macro
      texts.push(macro.expression)
    }
  }
  return found
}

function calledIn(text: string): string[] {
  if (!text.includes('@')) return []
  const parsed = parseExpression(text)
  return parsed.ok ? macrosOf(parsed.expression) : []
}

async function publishedMacro(
  definitions: Pick<DefinitionSource, 'forNewInstance'>,
  tenantId: string,
  typeKey: string,
): Promise<RunMacros[string] | null> {
  try {
    const { definitionKind, version, defaultProps } = await definitions.forNewInstance(tenantId, typeKey, null)
    const { expression } = defaultProps
    return definitionKind === 'OP_MACRO' && typeof expression === 'string' ? { version, expression } : null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
