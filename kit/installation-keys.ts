import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ensureFolder } from './db/data-folder.ts'
import { errorCode } from './errors/system-error.ts'
import { StartupError } from './env.ts'

export type AdminKey = {
  readonly key: string
  /** Where the key is kept; null when it came from the environment. */
  readonly path: string | null
  readonly created: boolean
}

export type InstallationKeys = {
  /** What administers: the present key, which is also what is shown. */
  readonly admin: AdminKey
  /** All keys that administer, the present one first. */
  readonly adminKeys: readonly string[]
  /** What signs and seals: the first is used, what was made with any other is still read. */
  readonly secrets: readonly string[]
}

type Given = {
  dataDir: string
  adminKeys: readonly string[]
  secrets: readonly string[]
  /** Whether the data folder is the installation's own and not one of many processes'. */
  isEmbedded: boolean
}

/**
 * The keys of this installation. What is not given is kept in the data folder, made at the first start; where processes
 * have no folder in common the secret is the admin key. Any number of processes may call this together; all get the
 * same keys. What was signed or sealed with the admin key is read as long as that key stands.
 */
export async function loadKeys({ dataDir, adminKeys, secrets, isEmbedded }: Given): Promise<InstallationKeys> {
  const [given] = adminKeys
  const admin =
    given === undefined ? await keptKey(dataDir, 'admin-key', 'mk_') : { key: given, path: null, created: false }
  const administering = given === undefined ? [admin.key] : adminKeys
  const own = secrets.length === 0 && isEmbedded ? [(await keptKey(dataDir, 'secret', 'ms_')).key] : secrets
  return { admin, adminKeys: administering, secrets: [...own, ...administering] }
}

/** What this file of the data folder holds, made where there is none. */
async function keptKey(dataDir: string, name: string, prefix: string): Promise<AdminKey> {
  const file = path.resolve(dataDir, name)
  await ensureFolder(path.dirname(file))
  const kept = await readKey(file)
  if (kept !== null) return { key: kept, path: file, created: false }

  // Written aside and then linked into place: a link is refused when the name exists, and what appears is always
  // whole. An O_EXCL create alone would let the loser of the race, or the next start after a crash, read half a key.
  const aside = `${file}.${randomUUID()}`
  const key = newKey(prefix)
  try {
    await writeFile(aside, `${key}\n`, { mode: 0o600, flag: 'wx' })
    await link(aside, file)
    return { key, path: file, created: true }
  } catch (error) {
    const winner = errorCode(error) === 'EEXIST' ? await readKey(file) : null
    if (winner !== null) return { key: winner, path: file, created: false }
    throw new StartupError(
      `The data folder ${path.dirname(file)} cannot be written (${errorCode(error)}); set DATA_DIR to a folder that can be.`,
    )
  } finally {
    await unlink(aside).catch(() => {})
  }
}

async function readKey(file: string): Promise<string | null> {
  let key: string
  try {
    key = (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw new StartupError(`The key in ${file} cannot be read (${errorCode(error)}).`)
  }
  if (key.length < 16)
    throw new StartupError(`The key in ${file} is damaged; restore the file, or remove it to get a new one.`)
  // A copy made by hand or by a backup may have lost its mode. Not being the owner is no reason to refuse to start.
  await chmod(file, 0o600).catch(() => {})
  return key
}

function newKey(prefix: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let key = ''
  while (key.length < 32) {
    // 248 is the largest multiple of 62 in a byte: taking the rest would favour the first characters.
    for (const byte of randomBytes(48)) if (byte < 248 && key.length < 32) key += alphabet.charAt(byte % 62)
  }
  return `${prefix}${key}`
}
