import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { spawnServer, type ServerProcess } from './processes.ts'

const directory = fileURLToPath(new URL('../competitors/', import.meta.url))

/**
 * Installs what the benches compare with, unless it is there. These packages have a lock file of their own, because
 * the licence of one of them (Elastic) does not suit a product that anybody may host.
 */
async function install(say: (line: string) => void): Promise<void> {
  const installed = await modified('node_modules/.package-lock.json')
  if (installed !== null && installed >= ((await modified('package-lock.json')) ?? 0)) return
  say('npm ci in bench/competitors, once')
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: directory })
}

async function modified(file: string): Promise<number | null> {
  try {
    return (await stat(path.join(directory, file))).mtimeMs
  } catch {
    return null
  }
}

/** @apollo/gateway in a process of its own, over subgraphs that run already. */
export async function startApolloGateway(options: {
  subgraphs: Record<string, string>
  inspect: boolean
  say(line: string): void
}): Promise<ServerProcess> {
  await install(options.say)
  return await spawnServer({
    args: [path.join(directory, 'apollo-gateway.mjs')],
    env: {
      SUPERGRAPH: fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)),
      SUBGRAPHS: JSON.stringify(options.subgraphs),
    },
    inspect: options.inspect,
    ready: /"url":"(http:\/\/[^"]+)"/,
  })
}
