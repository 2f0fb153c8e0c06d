import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { ExecutorError } from '../../executor-error.ts'

/**
 * The real place of a file that a config names, below the folder that the operator has put within reach. Refuses what
 * leads out of it, by '..', as an absolute path, or by a symbolic link on the way; in words that do not tell what is
 * outside.
 */
export async function sourceFile(filesDir: string | null, given: string): Promise<string> {
  if (filesDir === null)
    throw new ExecutorError('BAD_CONFIG', 'This installation has no folder of files: set MARQUEE_FILES.')
  const refused = new ExecutorError('BAD_CONFIG', `/path must be a file below the folder of files: ${given} is none.`, {
    details: { pointer: '/path' },
  })
  if (given === '' || given.includes('\0') || path.isAbsolute(given)) throw refused
  const root = await realpath(filesDir).catch(() => null)
  const found = root === null ? null : await realpath(path.join(root, given)).catch(() => null)
  if (root === null || found === null || !isBelow(root, found)) throw refused
  if (!(await stat(found)).isFile()) throw refused
  return found
}

/** Whether `place` is somewhere in `folder`; both are real paths. */
export function isBelow(folder: string, place: string): boolean {
  const relative = path.relative(folder, place)
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
