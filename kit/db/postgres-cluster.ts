import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartupError } from '../env.ts'
import { errorCode } from '../errors/system-error.ts'
import { canEnter, locatePostgres, reachableTemp } from './postgres-binaries.ts'
import type { Account } from './postgres-binaries.ts'

/** A data folder of Postgres that is ready to be served. */
export type Cluster = {
  readonly folder: string
  readonly bin: string
  readonly password: string
  /** Whom the server runs as; null is the user of this process. Postgres refuses to run as root. */
  readonly account: Account | null
  readonly env: Readonly<Record<string, string>>
}

/**
 * Opens `<dataDir>/postgres`, made at the first use. The caller holds the data folder's lock.
 *
 * The password is random and kept beside the data, readable by its owner only: anyone on the machine can reach the
 * port, so trusting every local connection would hand the database to every local user.
 */
export async function openCluster(dataDir: string, signal: AbortSignal): Promise<Cluster> {
  const folder = path.join(dataDir, 'postgres')
  const account = accountFor(folder)
  const { bin } = await locatePostgres(account)
  // Of the surroundings only the search path: PGDATA, PGOPTIONS and the like belong to other servers.
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
  const made = existsSync(path.join(folder, 'PG_VERSION'))
  const password = await keptPassword(path.join(dataDir, 'postgres.password'), made)
  const cluster = { folder, bin, password, account, env }
  if (!made) await makeCluster(dataDir, cluster, signal)
  return cluster
}

/**
 * How the server is told where its data is. When the account cannot enter a folder above (a project in /root), the
 * server is put inside the folder by root and finds its data as "where I am": Linux follows that link without looking
 * at the folders above, and every process of the server works inside the data folder.
 */
export function pathsFor(folder: string, account: Account | null): { folder: string; cwd: string } {
  if (account === null || canEnter(path.dirname(folder), account)) return { folder, cwd: '/' }
  if (process.platform === 'linux') return { folder: '/proc/self/cwd', cwd: folder }
  throw new StartupError(
    `The embedded Postgres cannot run as root below ${folder}, which other users cannot enter; set DATA_DIR to another folder.`,
  )
}

/** Made aside and then renamed, so that a start that was killed half way leaves no half database. */
async function makeCluster(dataDir: string, cluster: Cluster, signal: AbortSignal): Promise<void> {
  const { account, folder } = cluster
  const aside = path.join(dataDir, 'postgres.partial')
  let handed: string | null = null
  try {
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { mode: 0o700 })
    // initdb reads the password from a file, as the account, which cannot read ours.
    handed = await mkdtemp(path.join(reachableTemp(account), 'marquee-'))
    const passwordFile = path.join(handed, 'password')
    await writeFile(passwordFile, cluster.password, { mode: 0o600, flag: 'wx' })
    if (account !== null) for (const made of [aside, passwordFile, handed]) await chown(made, account.uid, account.gid)

    const at = pathsFor(aside, account)
    await run(
      path.join(cluster.bin, 'initdb'),
      initOptions(at.folder, passwordFile),
      {
        ...(account ?? {}),
        cwd: at.cwd,
        env: cluster.env,
      },
      signal,
    )
    // Refused when a folder of that name holds something that is no database: it is not ours to remove.
    await rename(aside, folder)
  } catch (error) {
    if (error instanceof StartupError) throw error
    signal.throwIfAborted()
    throw new StartupError(`The embedded database cannot be made in ${folder}: ${(error as Error).message}.`)
  } finally {
    if (handed !== null) await rm(handed, { recursive: true, force: true })
  }
}

function initOptions(folder: string, passwordFile: string): string[] {
  // The built-in locale sorts by code point, knows upper and lower case of all scripts, and is the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale]
}

function accountFor(folder: string): Account | null {
  const us = process.getuid?.()
  const owner = statSync(folder, { throwIfNoEntry: false })
  if (us !== 0) {
    if (owner !== undefined && us !== undefined && owner.uid !== us) {
      throw new StartupError(
        `The database in ${folder} belongs to another user; start as that user (or as root), or set DATA_DIR to another folder.`,
      )
    }
    return null
  }
  // Root keeps the data with the user who began it, so that this user can go on without root.
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return nobody()
}

/** initdb asks the system for the name of the user it runs as, so it has to be one that the system knows. */
function nobody(): Account {
  const line = existsSync('/etc/passwd')
    ? /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    : null
  if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  throw new StartupError(
    'The embedded Postgres cannot run as root, and there is no user "nobody" to run it as; start as an ordinary user.',
  )
}

async function keptPassword(file: string, required: boolean): Promise<string> {
  try {
    const kept = (await readFile(file, 'utf8')).trim()
    if (kept !== '') return kept
  } catch (error) {
    if (errorCode(error) !== 'ENOENT')
      throw new StartupError(`The database password in ${file} cannot be read (${errorCode(error)}).`)
  }
  if (required)
    throw new StartupError(
      `The database password in ${file} is missing; restore that file, or remove the folder postgres beside it to begin anew.`,
    )
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** Runs a program to its end, which comes soon after `signal` aborts. Rejects with what it said when that is no success. */
function run(program: string, args: string[], options: Account | object, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const end = () => child.kill('SIGTERM')
    signal.addEventListener('abort', end, { once: true })
    child.on('error', reject)
    // Not before its own children are gone too: they hold the pipe of its errors.
    child.on('close', (code) => {
      signal.removeEventListener('abort', end)
      const last =
        errors.split('\n').findLast((line) => line.includes('error:') || line.includes('FATAL')) ?? errors.trim()
      if (code === 0) resolve()
      else reject(new Error(last.trim() || `initdb ended with ${code}`))
    })
  })
}
