import type { GraphQLSchema } from 'graphql'
import { isAppError } from '../../kit/errors/app-error.ts'
import { bind, type Variables } from '../trusted/bind.ts'
import { described, present, withDefault, type JsonSchema, type Schemas } from '../trusted/json-schema.ts'
import { compile, type CompiledOperation } from '../trusted/operation.ts'
import { tools, type Tool } from './tools.ts'

export type CompiledTool = Tool & { operation: CompiledOperation; inputSchema: JsonSchema }

/** Every tool of the table against the schema. Throws where one does not fit. */
export const compileTools = (schema: GraphQLSchema): ReadonlyMap<string, CompiledTool> =>
  new Map(
    tools.map((tool) => {
      const operation = compile(schema, tool)
      return [tool.name, { ...tool, operation, inputSchema: toolInput(tool, operation) }]
    }),
  )

function toolInput(tool: Tool, { parameters }: CompiledOperation): JsonSchema {
  const schemas: Schemas = { found: new Map(), ref: (name) => `#/$defs/${name}` }
  const properties: Record<string, JsonSchema> = Object.fromEntries(
    parameters.map(({ name, type, description, defaultValue }) => [
      name,
      { ...present(type, schemas), ...described(description), ...withDefault(tool.defaults?.[name] ?? defaultValue) },
    ]),
  )
  if (tool.effect === 'destroys')
    properties['confirm'] = {
      type: 'boolean',
      description: 'Must be true, after your user has agreed, where the host cannot ask them itself.',
    }
  const required = parameters.flatMap(({ name, isRequired }) => (isRequired ? [name] : []))
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(schemas.found.size > 0 ? { $defs: Object.fromEntries(schemas.found) } : {}),
  }
}

/** The variables of a call. Throws BAD_USER_INPUT with a pointer into the arguments for each problem. */
export function variablesOfCall(tool: CompiledTool, given: Readonly<Record<string, unknown>>): Variables {
  const { confirm: _, ...rest } = given
  const asked = tool.effect === 'destroys' ? rest : given
  return bind(tool.operation, new Map(Object.entries({ ...tool.defaults, ...asked })))
}

/** What the model is told: JSON text for it, and the same structured for the host. */
export function toolResult(value: unknown) {
  const structuredContent = Array.isArray(value) ? { items: value } : (value as Record<string, unknown>)
  return { content: [{ type: 'text' as const, text: JSON.stringify(value) }], structuredContent }
}

export type ToolError = { code: string; message: string; details?: unknown; requestId?: string }

/** A refusal that the model can act on: the code, and where in its arguments the problem is. */
export function toolError(error: ToolError) {
  return {
    isError: true,
    content: [{ type: 'text' as const, text: JSON.stringify(error) }],
    structuredContent: { error },
  }
}

/** What the tables throw before the graph is asked; null for anything else. */
export function ownError(error: unknown): ToolError | null {
  if (!isAppError(error)) return null
  const { code, message, details } = error
  return { code, message, ...(details === undefined ? {} : { details }) }
}
