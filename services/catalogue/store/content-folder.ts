import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { AppError } from '../../../kit/errors/app-error.ts'
import { badInput, notFound } from '../errors.ts'
import type { ContentFolder } from '../ports.ts'

/** No dots in front: neither '..' nor what an editor hides. */
const packageNameShape = /^[a-z0-9][a-z0-9._-]{0,63}$/
const bytesMax = { manifest: 8 * 1024 * 1024, text: 1024 * 1024 }

/** Packages are folders below `root`; null when the operator has named none. */
export function createContentFolder(root: string | null): ContentFolder {
  async function folderOf(packageName: string): Promise<string> {
    if (!packageNameShape.test(packageName)) throw badInput('/package', "must be a folder's name of small letters, digits, '.', '_' and '-'")
    if (root === null) throw notFound('content package: MARQUEE_CONTENT_DIR is not set')
    const folder = await inside(root, packageName)
    if (folder === null) throw notFound('content package')
    return folder
  }
  return {
    async manifest(packageName) {
      const text = await read(await folderOf(packageName), 'manifest.json', bytesMax.manifest)
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        throw wrongFile('manifest.json', `is not JSON: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    text: async (packageName, file) => read(await folderOf(packageName), file, bytesMax.text),
  }
}

async function read(folder: string, file: string, limit: number): Promise<string> {
  const found = path.isAbsolute(file) || file.includes('\0') ? null : await inside(folder, file)
  const facts = found === null ? null : await stat(found)
  if (found === null || !facts?.isFile()) throw wrongFile(file, 'is not there')
  if (facts.size > limit) throw wrongFile(file, `is larger than ${limit} bytes`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(found))
  } catch {
    throw wrongFile(file, 'is not UTF-8 text')
  }
}

/** The real path of something below `folder`; null when there is nothing, or when it lies elsewhere after all links. */
async function inside(folder: string, relative: string): Promise<string | null> {
  try {
    const base = await realpath(folder)
    const target = await realpath(path.join(base, relative))
    return target.startsWith(base + path.sep) ? target : null
  } catch {
    return null
  }
}

const wrongFile = (file: string, message: string): AppError => badInput(`/${file}`, message)
