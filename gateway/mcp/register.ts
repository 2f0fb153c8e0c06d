import type { IncomingMessage } from 'node:http'
import type { AuthInfo } from '@modelcontextprotocol/sdk/server/auth/types.js'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import { AppError } from '../../kit/errors/app-error.ts'
import type { FormatOptions } from '../../kit/graphql/format-error.ts'
import type { Authenticate } from '../../kit/graphql/viewer/authenticate.ts'
import { callerOf } from '../../kit/graphql/viewer/http-caller.ts'
import type { AllowedOrigins } from '../../kit/http/request/allowed-origins.ts'
import type { ClientAddress } from '../../kit/http/request/client-address.ts'
import { createRefuse } from '../../kit/http/request/refusals.ts'
import { isJsonObject } from '../../kit/pure/json/json.ts'
import { registerCors } from '../http/cors.ts'
import { McpSessions, type McpSender, type McpSession, type SessionsOptions } from './sessions.ts'

export type McpOptions = SessionsOptions & {
  authenticate: Authenticate
  origins: AllowedOrigins
  addresses: ClientAddress
  bodyBytesMax: number
  service: FormatOptions['service']
}

const url = '/mcp'
const methods = ['GET', 'POST', 'DELETE'] as const
const sessionHeader = 'mcp-session-id'

/**
 * MCP over streamable HTTP at /mcp. Its clients act as principals of kind AI, whatever they do: that is what locks hold
 * against and what the audit shows, so credentials of people and services are refused.
 */
export function registerMcp(app: FastifyInstance, options: McpOptions): McpSessions {
  const { authenticate, origins, addresses, log, service, bodyBytesMax } = options
  const sessions = new McpSessions(options)

  async function senderOf(request: FastifyRequest): Promise<McpSender> {
    const caller = await callerOf(request, authenticate)
    const { principalId, principalKind } = caller.viewer
    if (principalId === null)
      throw new AppError('UNAUTHENTICATED', { public: 'MCP needs the token of a principal of kind AI.' })
    if (principalKind !== 'AI')
      throw new AppError('FORBIDDEN', {
        public: `MCP acts as a principal of kind AI, and this key is of kind ${principalKind}: issue a token for one (docs/guides/mcp.md).`,
      })
    return { caller, principalId, address: addresses.of(request.raw) }
  }

  async function sessionOf(request: FastifyRequest, sender: McpSender): Promise<McpSession> {
    const id = request.headers[sessionHeader]
    if (typeof id === 'string') return sessions.find(id, sender)
    if (request.method !== 'POST' || !isInitialize(request.body))
      throw new AppError('BAD_REQUEST', { public: 'Initialize a session first, and send its id as Mcp-Session-Id.' })
    return await sessions.open(sender)
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.method === 'POST' && !isJsonObject(request.body))
      throw new AppError('BAD_REQUEST', { public: 'The body is one JSON-RPC message; batches are not taken.' })
    const sender = await senderOf(request)
    const session = await sessionOf(request, sender)
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    session.opened(reply.raw, request.method === 'GET')
    const auth: AuthInfo = { token: '', clientId: sender.principalId, scopes: [], extra: { ...sender } }
    const raw: IncomingMessage & { auth?: AuthInfo } = Object.assign(request.raw, { auth })
    try {
      await session.transport.handleRequest(raw, reply.raw, request.body)
    } catch (error) {
      log.warn({ err: error, requestId: request.id }, 'an MCP request failed')
      reply.raw.destroy()
    }
    // A session that was refused its first message has none to come back with.
    if (session.transport.sessionId === undefined) session.close()
  }

  void app.register(async (scope) => {
    scope.setErrorHandler(createRefuse({ log, service, bodyBytesMax, body: rpcError }))
    registerCors(scope, origins, new Map([[url, methods]]))
    scope.route({ method: [...methods], url, exposeHeadRoute: false, handler: answer })
  })
  return sessions
}

const isInitialize = (body: unknown) => isJsonObject(body) && body['method'] === 'initialize'

/** Refusals of HTTP as errors of JSON-RPC, which clients show; the code is in `data`. */
function rpcError({ message, extensions }: GraphQLFormattedError) {
  return {
    type: 'application/json; charset=utf-8',
    content: { jsonrpc: '2.0', id: null, error: { code: -32_000, message, data: extensions } },
  }
}
