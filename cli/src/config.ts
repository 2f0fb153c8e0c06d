import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { UsageError } from './failures.ts'

/** Where to ask, and as whom. */
export type Endpoint = { url: string; key: string | undefined }

/** MARQUEE_CONFIG names another file. */
export const configFile = (env: NodeJS.ProcessEnv): string =>
  env.MARQUEE_CONFIG ?? path.join(env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config'), 'marquee', 'config.json')

/** Written for its owner's eyes only, whole or not at all. */
export function saveEndpoint(env: NodeJS.ProcessEnv, endpoint: Endpoint): string {
  const file = configFile(env)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(endpoint, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
  return file
}

/**
 * MARQUEE_URL and MARQUEE_KEY come before what login has kept. A kept key goes to the server that it was kept for and
 * to no other. Throws a UsageError where there is no address.
 */
export function endpointOf(env: NodeJS.ProcessEnv): Endpoint {
  const kept = readKept(env)
  const url = env.MARQUEE_URL || kept?.url
  if (!url) throw new UsageError('No server is known: run `marquee login URL`, or set MARQUEE_URL.')
  const isKept = kept !== null && originOf(kept.url) === originOf(url)
  return { url, key: env.MARQUEE_KEY || (isKept ? kept.key : undefined) }
}

/** The address of a server as people write it. */
export function originOf(url: string): string {
  try {
    return new URL(url).origin
  } catch {
    throw new UsageError(`${JSON.stringify(url)} is no address: it looks like http://127.0.0.1:4000.`)
  }
}

function readKept(env: NodeJS.ProcessEnv): Endpoint | null {
  const file = configFile(env)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return null
  }
  try {
    const { url, key } = JSON.parse(text) as Partial<Endpoint>
    if (typeof url === 'string') return { url, key: typeof key === 'string' ? key : undefined }
  } catch {
    // Said below, for both ways of being wrong.
  }
  throw new UsageError(`${file} cannot be read: remove it and run \`marquee login URL\` again.`)
}
