import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'

export type TransportName = 'streamable HTTP' | 'stdio'

const program = fileURLToPath(new URL('../../server/mcp-stdio.ts', import.meta.url))

export function transportTo(name: TransportName, url: string, token: string): Transport {
  // The SDK's own classes differ from its interface where optional members are exact.
  if (name === 'stdio')
    return new StdioClientTransport({
      command: process.execPath,
      args: [program],
      env: { PATH: process.env['PATH'] ?? '', MARQUEE_URL: url, MARQUEE_TOKEN: token },
      stderr: 'pipe',
    })
  return new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  }) as Transport
}

/** A session of the official client. `agrees`: what its user says when asked; absent: it cannot ask. */
export async function mcpSession(transport: Transport, agrees?: (question: string) => boolean) {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { capabilities: agrees ? { elicitation: { form: {} } } : {} },
  )
  const updated: string[] = []
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => void updated.push(params.uri))
  if (agrees)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => ({
      action: 'accept',
      content: { confirm: agrees(params.message) },
    }))
  await client.connect(transport)
  type Called = { isError?: boolean; structuredContent?: Record<string, unknown> }
  return {
    client,
    /** Addresses of resources that we were told have changed. */
    updated,
    /** What a tool answers; throws what it refuses with. */
    async call<Answer = Record<string, unknown>>(name: string, args: Record<string, unknown> = {}): Promise<Answer> {
      const { isError, structuredContent } = (await client.callTool({ name, arguments: args })) as Called
      if (isError) throw new Error(`${name}: ${JSON.stringify(structuredContent)}`)
      return structuredContent as Answer
    },
    async refused(name: string, args: Record<string, unknown> = {}) {
      const { isError, structuredContent } = (await client.callTool({ name, arguments: args })) as Called
      if (!isError) throw new Error(`${name} was not refused: ${JSON.stringify(structuredContent)}`)
      return structuredContent?.['error'] as {
        code: string
        message: string
        details?: { problems?: { pointer: string }[] }
      }
    },
  }
}
