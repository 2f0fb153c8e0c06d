import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { addResolversToSchema } from '@graphql-tools/schema'
import { buildSchema } from 'graphql'
import { createMcpServer } from '../gateway/mcp/mcp-server.ts'
import { compile } from '../gateway/trusted/operation.ts'
import { scalarResolvers } from '../kit/graphql/scalars.ts'
import { defaultLimits } from '../kit/limits.ts'
import { apiSdl } from '../schema/load.ts'
import { remoteBackend } from './links/mcp-remote.ts'

/**
 * MCP over standard input and output, for hosts that start their servers: `node server/mcp-stdio.ts` with MARQUEE_URL
 * (default http://127.0.0.1:4000) and MARQUEE_TOKEN, the token of a principal of kind AI. Standard output carries the
 * protocol and nothing else.
 */
async function main(): Promise<void> {
  const { MARQUEE_URL: url = 'http://127.0.0.1:4000', MARQUEE_TOKEN: token } = process.env
  if (!token) return fail('MARQUEE_TOKEN is missing: the token of a principal of kind AI (docs/guides/mcp.md).')
  const schema = addResolversToSchema({ schema: buildSchema(apiSdl()), resolvers: { ...scalarResolvers } })
  const backend = remoteBackend({ schema, url: url.replace(/\/$/, ''), token })
  const me = compile(schema, { document: 'query Me { me { principal { kind } } }', result: 'me.principal' })
  try {
    const { value } = await backend.run(me, {}, null)
    const { kind } = value as { kind: string }
    if (kind !== 'AI') return fail(`MCP acts as a principal of kind AI, and this token is of kind ${kind}.`)
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
  const mcp = createMcpServer<null>({
    backend,
    senderOf: () => null,
    subscriptionsMax: defaultLimits.mcpSubscriptionsPerSession,
  })
  mcp.server.onerror = (error) => process.stderr.write(`${error.message}\n`)
  await mcp.connect(new StdioServerTransport())
  // The host ends the session by closing our input.
  process.stdin.once('end', () => void mcp.close().then(() => process.exit(0)))
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

await main()
