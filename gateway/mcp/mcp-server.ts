import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import {
  CallToolRequestSchema,
  ElicitResultSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
  type ServerNotification,
  type ServerRequest,
} from '@modelcontextprotocol/sdk/types.js'
import { AppError } from '../../kit/errors/app-error.ts'
import { compile } from '../trusted/operation.ts'
import { Refused, type Backend } from './backend.ts'
import {
  compileTools,
  ownError,
  toolError,
  toolResult,
  variablesOfCall,
  type CompiledTool,
  type ToolError,
} from './tool-calls.ts'
import { instanceFeed, instanceResource, instanceResources } from './tools.ts'

export type McpServerOptions<Sender> = {
  backend: Backend<Sender>
  /** On whose behalf a request is executed. */
  senderOf(extra: Extra): Sender
  /** How many resources one session may follow. */
  subscriptionsMax: number
  /** Tells the client that a resource has changed; by default at once. */
  notify?: (uri: string, send: () => Promise<void>) => void
}

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>

const instructions = `Marquee is a live graph of definitions (immutable, versioned templates) and instances (living screens made of them, \
whose props change without a new deployment). Find instances with forge_instance_list or forge_find_nearby. For something temporary use \
forge_instance_override, which ends by itself; forge_instance_update_props is for good. A LOCKED_PATH is a person's decision: do not try again.`

const uriPrefix = 'marquee://instances/'

/** An MCP server for one session: tools and resources of the tables, executed by the graph. */
export function createMcpServer<Sender>(options: McpServerOptions<Sender>): McpServer {
  const { backend, senderOf } = options
  const tools = compileTools(backend.schema)
  const mcp = new McpServer(
    { name: 'marquee', title: 'Marquee', version: '1.0.0' },
    { capabilities: { tools: {}, resources: { subscribe: true } }, instructions },
  )
  const { server } = mcp

  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [...tools.values()].map(({ name, title, description, inputSchema, effect }) => ({
      name,
      title,
      description,
      inputSchema: inputSchema as { type: 'object' },
      annotations: {
        title,
        readOnlyHint: effect === 'reads',
        destructiveHint: effect === 'destroys',
        openWorldHint: false,
      },
    })),
  }))

  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const tool = tools.get(params.name)
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name.slice(0, 100)}.`)
    const given = params.arguments ?? {}
    try {
      const variables = variablesOfCall(tool, given)
      if (tool.effect === 'destroys') await requireConfirmed(tool, given, extra)
      const { value } = await backend.run(tool.operation, variables, senderOf(extra))
      return toolResult(value)
    } catch (error) {
      return toolError(asToolError(error))
    }
  })

  /** A person agrees where the host can ask one; else the call says that one did. */
  async function requireConfirmed(tool: CompiledTool, given: Readonly<Record<string, unknown>>, extra: Extra) {
    const question = tool.question?.(given) ?? tool.title
    if (!server.getClientCapabilities()?.elicitation) {
      if (given['confirm'] === true) return
      throw notConfirmed(`${question} Ask your user, then call again with confirm: true.`)
    }
    const requestedSchema = {
      type: 'object' as const,
      properties: { confirm: { type: 'boolean' as const, title: question } },
      required: ['confirm'],
    }
    const { action, content } = await extra.sendRequest(
      { method: 'elicitation/create', params: { message: question, requestedSchema } },
      ElicitResultSchema,
    )
    if (action !== 'accept' || content?.['confirm'] !== true)
      throw notConfirmed('The user did not agree. Nothing was done.')
  }

  registerResources(server, options)
  return mcp
}

const notConfirmed = (message: string) =>
  new AppError('CONDITION_FAILED', {
    public: message,
    details: { problems: [{ pointer: '/confirm', message: 'has not been agreed to' }] },
  })

function asToolError(error: unknown): ToolError {
  const own = ownError(error)
  if (own) return own
  if (!(error instanceof Refused)) throw error
  const { code, details, requestId } = (error.error.extensions ?? {}) as Partial<ToolError>
  return {
    code: code ?? 'INTERNAL_SERVER_ERROR',
    message: error.message,
    ...(details === undefined ? {} : { details }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** Instances as resources that a client can read and follow. */
function registerResources<Sender>(
  server: McpServer['server'],
  { backend, senderOf, subscriptionsMax, notify = (_uri, send) => void send() }: McpServerOptions<Sender>,
): void {
  const [list, read, feed] = [instanceResources, instanceResource, instanceFeed].map((operation) =>
    compile(backend.schema, operation),
  ) as [ReturnType<typeof compile>, ReturnType<typeof compile>, ReturnType<typeof compile>]
  const stops = new Map<string, () => void>()

  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }, extra) => {
    const { value } = await asked(backend.run(list, { after: params?.cursor ?? null }, senderOf(extra)))
    const { nodes, pageInfo } = value as InstanceList
    return {
      resources: nodes.map(({ id, name, kind, definition }) => ({
        uri: `${uriPrefix}${id}`,
        name: name ?? id,
        description: `${kind}${definition ? ` of ${definition.typeKey}` : ''}`,
        mimeType: 'application/json',
      })),
      ...(pageInfo.hasNextPage && pageInfo.endCursor !== null ? { nextCursor: pageInfo.endCursor } : {}),
    }
  })

  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: `${uriPrefix}{id}`,
        name: 'An instance',
        description:
          'Its props, what a screen shows of it, bindings, placement and lifecycle. Subscribe to be told of changes.',
        mimeType: 'application/json',
      },
    ],
  }))

  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, extra) => {
    const { value } = await asked(backend.run(read, { id: idOf(uri) }, senderOf(extra)))
    return { contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(value) }] }
  })

  server.setRequestHandler(SubscribeRequestSchema, async ({ params: { uri } }, extra) => {
    const id = idOf(uri)
    if (stops.has(uri)) return {}
    if (stops.size >= subscriptionsMax)
      throw new McpError(ErrorCode.InvalidRequest, `One session follows at most ${subscriptionsMax} resources.`, {
        code: 'LIMIT_REACHED',
      })
    // Before anything is awaited, so that many at once are counted too.
    stops.set(uri, () => {})
    try {
      await asked(backend.run(read, { id }, senderOf(extra)))
      const stop = await asked(
        backend.follow(feed, { id }, senderOf(extra), {
          changed: () => notify(uri, () => server.sendResourceUpdated({ uri })),
          ended: () => void stops.delete(uri),
        }),
      )
      // The client may have left, or have changed its mind.
      if (stops.has(uri)) stops.set(uri, stop)
      else stop()
    } catch (error) {
      stops.delete(uri)
      throw error
    }
    return {}
  })

  server.setRequestHandler(UnsubscribeRequestSchema, ({ params: { uri } }) => {
    stops.get(uri)?.()
    stops.delete(uri)
    return {}
  })

  server.onclose = () => {
    for (const stop of stops.values()) stop()
    stops.clear()
  }
}

type InstanceList = {
  nodes: { id: string; name: string | null; kind: string; definition: { typeKey: string } | null }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** What -32002 says in MCP: there is no such resource. */
const resourceNotFound = -32_002

/** Refusals of resources are errors of JSON-RPC, with our code in `data`. */
async function asked<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    const { code, message, details } = asToolError(error)
    throw new McpError(code === 'NOT_FOUND' ? resourceNotFound : ErrorCode.InvalidRequest, message, { code, details })
  }
}

function idOf(uri: string): string {
  const id = uri.startsWith(uriPrefix) ? uri.slice(uriPrefix.length) : ''
  if (/^[\w-]{1,64}$/.test(id)) return id
  throw new McpError(resourceNotFound, `Resources are ${uriPrefix}{id}.`, { code: 'NOT_FOUND' })
}
