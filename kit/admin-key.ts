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

/**
 * The key that administers this installation: the given one, or the one kept in the data folder, made at the first
 * start. Any number of processes may call this together; all get the same key.
 */
export async function loadAdminKey(options: { dataDir: string; given: string | null }): Promise<AdminKey> {
  if (options.given !== null) return { key: options.given, path: null, created: false }
  const file = path.resolve(options.dataDir, 'admin-key')
  await ensureFolder(path.dirname(file))
  const kept = await readKey(file)
  if (kept !== null) return { key: kept, path: file, created: false }

  // Written aside and then linked into place: a link is refused when the name exists, and what appears is always
  // whole. An O_EXCL create alone would let the loser of the race, or the next start after a crash, read half a key.
  const aside = `${file}.${randomUUID()}`
  const key = newKey()
  try {
    await writeFile(aside, `${key}\n`, { mode: 0o600, flag: 'wx' })
    await link(aside, file)
    return { key, path: file, created: true }
  } catch (error) {
    const winner = errorCode(error) === 'EEXIST' ? await readKey(file) : null
    if (winner !== null) return { key: winner, path: file, created: false }
    throw new StartupError(`The admin key cannot be written to ${file} (${errorCode(error)}).`)
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
    throw new StartupError(`The admin key in ${file} cannot be read (${errorCode(error)}).`)
  }
  if (key.length < 16) throw new StartupError(`The admin key in ${file} is damaged; remove the file to get a new one.`)
  // A copy made by hand or by a backup may have lost its mode. Not being the owner is no reason to refuse to start.
  await chmod(file, 0o600).catch(() => {})
  return key
}

function newKey(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let key = ''
  while (key.length < 32) {
    // 248 is the largest multiple of 62 in a byte: taking the rest would favour the first characters.
    for (const byte of randomBytes(48)) if (byte < 248 && key.length < 32) key += alphabet.charAt(byte % 62)
  }
  return `mk_${key}`
}
