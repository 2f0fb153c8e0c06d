import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { AppError } from '../../../../kit/errors/app-error.ts'
import type { Limits } from '../../../../kit/limits.ts'
import { badInput, notFound } from '../../errors.ts'
import type { ContentFolder } from '../../ports.ts'
import { parseJson, type JsonBounds } from '../../../../kit/pure/json/parse-json.ts'
import { readArchive, type ArchiveLimits } from './content-archive.ts'

/** No dots in front: neither '..' nor what an editor hides. */
const packageNameShape = /^[a-z0-9][a-z0-9._-]{0,63}$/
const manifestBounds: JsonBounds = { depth: 64, nodes: 500_000, bytes: 8 * 1024 * 1024 }

export type ContentLimits = ArchiveLimits & Pick<Limits, 'bundleBytes'>

const archiveNames = ['.tgz', '.tar.gz', '.tar']

type Read = (file: string, limit: number) => Promise<Buffer>

/** Packages are folders or archives below `root`; null when the operator has named none. */
export function createContentFolder(root: string | null, limits: ContentLimits): ContentFolder {
  async function readerOf(packageName: string): Promise<Read> {
    if (!packageNameShape.test(packageName))
      throw badInput('/package', "must be a folder's name of small letters, digits, '.', '_' and '-'")
    if (root === null) throw notFound('content package: MARQUEE_CONTENT_DIR is not set')
    const folder = await inside(root, packageName)
    if (folder !== null) return readFolder(folder)
    for (const ending of archiveNames) {
      const archive = await inside(root, packageName + ending)
      if (archive !== null) return readFiles(await readArchive(archive, packageName + ending, limits))
    }
    throw notFound('content package')
  }
  return {
    async open(packageName) {
      const read = await readerOf(packageName)
      const text = async (file: string, limit: number) => asText(file, await read(file, limit))
      return {
        async manifest() {
          const parsed = parseJson(await text('manifest.json', manifestBounds.bytes), manifestBounds)
          if (parsed.ok) return parsed.value
          throw badInput(`/manifest.json${parsed.refusal.pointer}`, parsed.refusal.message)
        },
        text: (file) => text(file, limits.bundleBytes),
      }
    },
  }
}

const readFolder =
  (folder: string): Read =>
  async (file, limit) => {
    const found = path.isAbsolute(file) || file.includes('\0') ? null : await inside(folder, file)
    const facts = found === null ? null : await stat(found)
    if (found === null || !facts?.isFile()) throw wrongFile(file, 'is not there')
    if (facts.size > limit) throw tooLarge(file, limit)
    return readFile(found)
  }

const readFiles =
  (files: ReadonlyMap<string, Buffer>): Read =>
  async (file, limit) => {
    const content = files.get(path.posix.normalize(file))
    if (content === undefined) throw wrongFile(file, 'is not there')
    if (content.length > limit) throw tooLarge(file, limit)
    return content
  }

function asText(file: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
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

const tooLarge = (file: string, limit: number): AppError => wrongFile(file, `is larger than ${limit} bytes`)

const wrongFile = (file: string, message: string): AppError => badInput(`/${file}`, message)
