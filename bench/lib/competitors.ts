import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { spawnServer, type ServerProcess } from './processes.ts'

const directory = fileURLToPath(new URL('../competitors/', import.meta.url))

/**
 * Installs what the benches compare with, unless it is there. These packages have a lock file of their own, because
 * the licence of one of them (Elastic) does not suit a product that anybody may host, and the others are no part of it.
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

type Options = { subgraphs: Record<string, string>; inspect: boolean; say(line: string): void }

/** @apollo/gateway in a process of its own, over subgraphs that run already. */
export const startApolloGateway = (options: Options): Promise<ServerProcess> => start('apollo-gateway.mjs', options, {})

/** Hive Gateway in a process of its own, as it comes or with the planner that is written in Rust. */
export const startHiveGateway = (
  options: Options & { planner: 'default' | 'rust'; authorization: string },
): Promise<ServerProcess> =>
  start('hive-gateway.mjs', options, { PLANNER: options.planner, AUTHORIZATION: options.authorization })

async function start(
  file: string,
  { subgraphs, inspect, say }: Options,
  env: Record<string, string>,
): Promise<ServerProcess> {
  await install(say)
  return await spawnServer({
    args: [path.join(directory, file)],
    env: {
      SUPERGRAPH: fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)),
      SUBGRAPHS: JSON.stringify(subgraphs),
      ...env,
    },
    inspect,
    ready: /"url":"(http:\/\/[^"]+)"/,
  })
}
